package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.timeline.Timeline;
import org.portfolioledger.vocabulary.BoardOutcome;

/** An FBC needs a final OBC approval, an OBC a final SOC approval, or a waiver (rule 6). */
final class StageGate {

    private StageGate() {}

    /** What an opening says of a case that its final approval needs. */
    record Case(
            String initiative,
            @Nullable CaseStage stage,
            @Nullable String precedingCase) {

        static Case of(BusinessCaseState state) {
            return new Case(
                    state.initiative(),
                    state.stage() == null ? null : state.stage().value(),
                    state.precedingCase() == null ? null : state.precedingCase().value());
        }

        static Case of(OpenCase open) {
            return new Case(open.initiative(), open.stage(), open.precedingCase());
        }
    }

    /** Whether an outcome is the final approval, or becomes it with the discharge of its conditions alone. */
    static boolean isOpenedBy(@Nullable BoardOutcome outcome, @Nullable String board, List<String> boards) {
        boolean mayBeFinal = outcome == BoardOutcome.APPROVED || outcome == BoardOutcome.APPROVED_WITH_CONDITIONS;
        return mayBeFinal && !boards.isEmpty() && boards.getLast().equals(board);
    }

    static void requireApproved(Case of, @Nullable Waiver waiver, LocalDate on, Evidence evidence, Findings findings) {
        CaseStage needed = of.stage() == null ? null : before(of.stage());
        if (needed == null || waiver != null) return;
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

    private static @Nullable CaseStage before(CaseStage stage) {
        return switch (stage) {
            case FBC -> CaseStage.OBC;
            case OBC -> CaseStage.SOC;
            case PROJECT_BRIEF, STRATEGIC_ASSESSMENT, SOC, BJC, PROGRAMME_BUSINESS_CASE -> null;
        };
    }
}
