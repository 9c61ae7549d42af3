package org.portfolioledger.command.businesscase;

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
        Optional<Grounded<Outcome>> approval = approval(decide, state, needed, evidence);
        approval.ifPresent(judgement::rest);
        judgement.require(
                approval.isPresent(),
                Finding.of(
                        BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                        "No final approval of a %s of %s on or before %s is on record: the case follows %s"
                                .formatted(
                                        needed,
                                        state.initiative(),
                                        decide.stated().effectiveOn(),
                                        state.follows() == null
                                                ? "no other"
                                                : state.follows().value())));
    }

    private static Optional<Grounded<Outcome>> approval(
            DecideOnCase decide, BusinessCaseState state, CaseStage needed, Evidence evidence) {
        if (state.follows() == null) return Optional.empty();
        return evidence.history(Kinds.BUSINESS_CASE, state.follows().value())
                .timeline()
                .on(decide.stated().effectiveOn())
                .filter(earlier -> earlier.initiative().equals(state.initiative()))
                .filter(earlier -> earlier.stage() != null && earlier.stage().value() == needed)
                .map(BusinessCaseState::finalApproval);
    }

    private static @Nullable CaseStage before(CaseStage stage) {
        return switch (stage) {
            case FBC -> CaseStage.OBC;
            case OBC -> CaseStage.SOC;
            case PROJECT_BRIEF, STRATEGIC_ASSESSMENT, SOC, BJC, PROGRAMME_BUSINESS_CASE -> null;
        };
    }
}
