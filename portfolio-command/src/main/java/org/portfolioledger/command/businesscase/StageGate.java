package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Timeline;
import org.portfolioledger.vocabulary.BoardOutcome;

/** An FBC needs a final OBC approval, an OBC a final SOC approval, or a waiver (rule 6). */
final class StageGate {

    private StageGate() {}

    /** What an opening says of a case that its final approval needs. */
    private record Case(
            String initiative,
            @Nullable CaseStage stage,
            @Nullable String precedingCase) {

        static Case of(BusinessCaseState state) {
            return new Case(
                    state.initiative(),
                    state.stage() == null ? null : state.stage().value(),
                    state.precedingCase() == null ? null : state.precedingCase().value());
        }
    }

    /**
     * An approval that goes through the gate: the final one, or one that the discharge of its conditions alone makes final.
     *
     * @param fact position of that which makes it so
     * @param by the outcome that approves; null: none is found
     */
    private record Passage(
            long fact, Case of, LocalDate on, @Nullable Grounded<Outcome> by) {

        boolean isAsBefore(Passage other) {
            return fact == other.fact && of.equals(other.of);
        }

        boolean needsNone() {
            return by != null
                    && (by.value().waiver() != null
                            || (by.unmetRules() != null
                                    && by.unmetRules().contains(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED.name())));
        }
    }

    /** Notes that an approval goes through the gate, and did not before, without the stage before it. */
    static void requireEarlierStage(
            History<RecordedFact, BusinessCaseState> before,
            History<RecordedFact, BusinessCaseState> after,
            Evidence evidence,
            Findings findings) {
        List<Passage> known = passages(before);
        for (Passage passage : passages(after))
            if (known.stream().noneMatch(passage::isAsBefore) && !passage.needsNone())
                requireApproved(passage.of(), passage.on(), evidence, findings);
    }

    /** Whatever was decided stays in the last state. */
    private static List<Passage> passages(History<RecordedFact, BusinessCaseState> history) {
        BusinessCaseState state = history.timeline().last().orElse(null);
        if (state == null) return List.of();
        Case of = Case.of(state);
        List<Passage> passages = new ArrayList<>();
        for (Grounded<Outcome> outcome : state.outcomes())
            if (isOpenedBy(outcome, state)) passages.add(new Passage(outcome.fact(), of, outcome.since(), outcome));
        for (Grounded<FinalApproval> approval : state.finalApprovals()) {
            Grounded<Outcome> by = state.outcomes().stream()
                    .filter(outcome -> outcome.value().finalApproval() && !approval.isBefore(outcome))
                    .reduce((_, later) -> later)
                    .orElse(null);
            if (passages.stream().noneMatch(passage -> passage.fact() == approval.fact()))
                passages.add(new Passage(approval.fact(), of, approval.since(), by));
        }
        return passages;
    }

    private static boolean isOpenedBy(Grounded<Outcome> outcome, BusinessCaseState state) {
        BoardOutcome said = outcome.value().outcome();
        boolean mayBeFinal = said == BoardOutcome.APPROVED || said == BoardOutcome.APPROVED_WITH_CONDITIONS;
        if (!mayBeFinal) return false;
        List<String> boards =
                CaseProgress.before(state, outcome).boards(outcome.value().version());
        return !boards.isEmpty() && boards.getLast().equals(outcome.value().boardOfRoute());
    }

    private static void requireApproved(Case of, LocalDate on, Evidence evidence, Findings findings) {
        CaseStage needed = of.stage() == null ? null : of.stage().before();
        if (needed == null) return;
        Timeline<BusinessCaseState> earlier = earlier(of, evidence);
        Optional<BusinessCaseState> approved = approved(earlier.on(on), of, needed);
        approved.ifPresentOrElse(
                before -> {
                    if (before.stage() != null) findings.rest(before.stage());
                    Grounded<FinalApproval> approval = before.finalApproval();
                    if (approval == null) return;
                    FinalApproval given = findings.rest(approval);
                    findings.require(
                            !given.isExpired(on),
                            Finding.of(
                                            BusinessCaseRule.EARLIER_APPROVAL_EXPIRED,
                                            "The final approval of %s expired on %s"
                                                    .formatted(of.precedingCase(), given.expiresOn()))
                                    .against(approval));
                },
                () -> findings.note(notApproved(of, needed, on, approved(earlier.last(), of, needed))));
    }

    private static Timeline<BusinessCaseState> earlier(Case of, Evidence evidence) {
        return of.precedingCase() == null
                ? new Timeline<>(List.of())
                : evidence.history(Kinds.BUSINESS_CASE, of.precedingCase()).timeline();
    }

    private static Optional<BusinessCaseState> approved(
            Optional<BusinessCaseState> earlier, Case of, CaseStage needed) {
        return earlier.filter(before -> before.initiative().equals(of.initiative()))
                .filter(before -> before.stage() != null && before.stage().value() == needed)
                .filter(before -> before.finalApproval() != null);
    }

    private static Finding notApproved(Case of, CaseStage needed, LocalDate on, Optional<BusinessCaseState> later) {
        String none =
                "No final approval of a %s of %s on or before %s is on record: ".formatted(needed, of.initiative(), on);
        return later.map(BusinessCaseState::finalApproval)
                .map(approval -> Finding.of(
                                BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                                none + "that of %s is of %s".formatted(of.precedingCase(), approval.since()))
                        .against(approval))
                .orElseGet(() -> Finding.of(
                        BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                        none + "the case follows " + (of.precedingCase() == null ? "no other" : of.precedingCase())));
    }
}
