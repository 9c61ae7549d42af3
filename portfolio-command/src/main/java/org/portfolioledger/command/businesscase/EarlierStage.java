package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision.Judgement;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.timeline.Timeline;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseStage;

/** An FBC needs a final OBC approval, an OBC a final SOC approval, or a waiver (rule 6). */
final class EarlierStage {

    private EarlierStage() {}

    static void requireApproved(DecideOnCase decide, BusinessCaseState state, Evidence evidence, Judgement judgement) {
        boolean byLastBoard = !state.route().value().isEmpty()
                && state.route().value().getLast().equals(decide.board());
        CaseStage needed = state.stage() == null ? null : before(state.stage().value());
        if (!byLastBoard || decide.outcome() != BoardOutcome.APPROVED || needed == null) return;
        if (decide.waiver() != null) {
            judgement.require(
                    evidence.knowsPerson(decide.waiver().waivedBy()),
                    StructuralRule.unknown("person", decide.waiver().waivedBy(), "/waiver/waivedBy"));
            return;
        }
        Timeline<BusinessCaseState> earlier = earlier(state, evidence);
        LocalDate on = decide.stated().effectiveOn();
        Optional<Grounded<Outcome>> approval = approval(earlier.on(on), state, needed);
        approval.ifPresentOrElse(
                judgement::rest,
                () -> judgement.note(notApproved(state, needed, on, approval(earlier.last(), state, needed))));
    }

    private static Timeline<BusinessCaseState> earlier(BusinessCaseState state, Evidence evidence) {
        return state.follows() == null
                ? new Timeline<>(List.of())
                : evidence.history(Kinds.BUSINESS_CASE, state.follows()).timeline();
    }

    private static Optional<Grounded<Outcome>> approval(
            Optional<BusinessCaseState> earlier, BusinessCaseState state, CaseStage needed) {
        return earlier.filter(before -> before.initiative().equals(state.initiative()))
                .filter(before -> before.stage() != null && before.stage().value() == needed)
                .map(BusinessCaseState::finalApproval);
    }

    private static Finding notApproved(
            BusinessCaseState state, CaseStage needed, LocalDate on, Optional<Grounded<Outcome>> later) {
        String none = "No final approval of a %s of %s on or before %s is on record: "
                .formatted(needed, state.initiative(), on);
        return later.map(approval -> Finding.of(
                                BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                                none + "that of %s is of %s".formatted(state.follows(), approval.since()))
                        .against(approval))
                .orElseGet(() -> Finding.of(
                        BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                        none + "the case follows " + (state.follows() == null ? "no other" : state.follows())));
    }

    private static @Nullable CaseStage before(CaseStage stage) {
        return switch (stage) {
            case FBC -> CaseStage.OBC;
            case OBC -> CaseStage.SOC;
            case PROJECT_BRIEF, STRATEGIC_ASSESSMENT, SOC, BJC, PROGRAMME_BUSINESS_CASE -> null;
        };
    }
}
