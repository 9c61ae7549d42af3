package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.List;
import java.util.Set;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.OutsideDecisionFact;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionProgressed;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionRecorded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideDecisionSuperseded;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.OutsideDecisionState;

/** A life of the family {@link OutsideDecisionFact}. */
final class OutsideDecisionLife implements Life<OutsideDecisionState> {

    @Override
    public Kind<?, OutsideDecisionState> kind() {
        return Kinds.OUTSIDE_DECISION;
    }

    @Override
    public String id() {
        return "OD";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        OutsideDecisionFacts.outsideDecision("OD", OutsideOutcome.SUBMITTED, "2020-01-01"),
                        OutsideDecisionFacts.outsideDecision("OD-2", OutsideOutcome.TAKEN, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        OutsideOutcome outcome = List.of(OutsideOutcome.values()).get(sent.which() % 4);
        return switch (sent.kind() % 4) {
            case 0, 1 -> OutsideDecisionFacts.outsideProgress("OD", outcome, day);
            case 2 -> OutsideDecisionFacts.superseded("OD", sent.other() % 2 == 0 ? "OD-2" : null, day);
            default -> OutsideDecisionFacts.outsideDecision("OD", outcome, day);
        };
    }

    /** Only what was taken is superseded. */
    @Override
    public void keepsLaw(Given given) {
        boolean[] taken = {false};
        told(given, Kinds.OUTSIDE_DECISION, "OD").forEach(fact -> {
            switch (fact) {
                case OutsideDecisionRecorded recorded ->
                    taken[0] = recorded.outcome().isTaken();
                case OutsideDecisionProgressed progressed -> {
                    if (taken[0]) assertThat(progressed.outcome().isTaken()).isTrue();
                    taken[0] = progressed.outcome().isTaken();
                }
                case OutsideDecisionSuperseded _ -> assertThat(taken[0]).isTrue();
                default -> {}
            }
        });
        staysClosed(given, Kinds.OUTSIDE_DECISION, "OD", OutsideDecisionSuperseded.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("OUTSIDE_DECISION_GOES_BACK", "OUTSIDE_DECISION_SUPERSEDED_ALREADY");
    }
}
