package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.vocabulary.BoardOutcome;

/** A life of the family {@link BusinessCaseFact}. */
final class BusinessCaseLife implements Life<BusinessCaseState> {

    @Override
    public Kind<?, BusinessCaseState> kind() {
        return Kinds.BUSINESS_CASE;
    }

    @Override
    public String id() {
        return "BC";
    }

    @Override
    public Given beginning() {
        return submitted();
    }

    /** An office to which a case was submitted. */
    static Given submitted() {
        return Life.office()
                .facts(
                        BusinessCaseFacts.caseOpened("BC", "PG", CaseStage.SOC, List.of("B0", "B1"), "2020-01-01"),
                        BusinessCaseFacts.version("BC", 1, "2020-01-02"),
                        BusinessCaseFacts.submitted("BC", 1, "2020-01-03"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        int version = 1 + sent.other() % 2;
        BoardOutcome outcome = List.of(
                        BoardOutcome.APPROVED,
                        BoardOutcome.ENDORSED,
                        BoardOutcome.APPROVED_WITH_CONDITIONS,
                        BoardOutcome.REJECTED)
                .get(sent.which() % 4);
        return switch (sent.kind() % 9) {
            case 8 ->
                switch (sent.which() % 4) {
                    case 0 -> BusinessCaseFacts.discharged("BC", sent.other() % 2 == 0 ? "C-B0" : "C-B1", day);
                    case 1 -> BusinessCaseFacts.withdrawn("BC", day);
                    case 2 ->
                        BusinessCaseFacts.reevaluated(
                                "BC",
                                sent.other() % 2 == 0 ? ReevaluationResult.UPHELD : ReevaluationResult.LAPSED,
                                day);
                    default -> BusinessCaseFacts.challenged("BC", version, "p" + sent.other() % 4, day);
                };
            case 0 -> BusinessCaseFacts.version("BC", version, day);
            case 1 -> BusinessCaseFacts.submitted("BC", version, day);
            case 2, 3 -> BusinessCaseFacts.decided("BC", "B1", version, outcome, day);
            case 4 ->
                BusinessCaseFacts.caseOpened(
                        "BC",
                        "PG",
                        CaseStage.SOC,
                        List.of(sent.other() > 4 ? "B1" : "B0", "B" + sent.which() % 2),
                        day);
            case 5 ->
                Shape.with(
                        BusinessCaseFacts.decided("BC", "B0", version, outcome, day),
                        "decidedBy",
                        List.of("p" + sent.which() % 4));
            default -> BusinessCaseFacts.decided("BC", "B0", version, outcome, day);
        };
    }

    /** Nothing comes after the final approval. */
    @Override
    public void keepsLaw(Given given) {
        var history = given.history(Kinds.BUSINESS_CASE, "BC");
        var last = history.timeline().last().orElse(null);
        if (last == null) return;
        Set<Integer> written = new HashSet<>();
        boolean isFinal = false;
        for (EffectiveEntry<RecordedFact> entry : Kind.counting(history)) {
            GovernanceFact fact = entry.content().fact();
            if (fact instanceof BusinessCaseVersionRecorded versioned) {
                assertThat(written.add(versioned.version())).isTrue();
            }
            if (fact instanceof BusinessCaseReevaluated evaluated)
                isFinal &= evaluated.result() == ReevaluationResult.UPHELD;
            if (!(fact instanceof BusinessCaseDecided) && !(fact instanceof BusinessCaseSubmitted)) continue;
            assertThat(isFinal).as("final before %s", entry).isFalse();
            isFinal = fact instanceof BusinessCaseDecided decided
                    && decided.outcome() == BoardOutcome.APPROVED
                    && last.route().value().getLast().equals(decided.board());
        }
    }

    @Override
    public Set<String> colliding() {
        return Set.of(
                "ALREADY_FINAL",
                "CASE_WITHDRAWN",
                "CONDITION_ENDED_ALREADY",
                "CONDITION_NOT_SET_YET",
                "CONDITION_TAKEN",
                "VERSION_SUPERSEDED");
    }
}
