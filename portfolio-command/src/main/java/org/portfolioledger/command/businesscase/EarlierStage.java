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
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.timeline.Timeline;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseStage;
import org.portfolioledger.vocabulary.Waiver;

/** An FBC needs a final OBC approval, an OBC a final SOC approval, or a waiver (rule 6). */
final class EarlierStage {

    private EarlierStage() {}

    /** What an opening says of a case that its final approval needs. */
    record Case(
            String initiative,
            @Nullable CaseStage stage,
            List<String> route,
            @Nullable String follows) {

        static Case of(BusinessCaseState state) {
            return new Case(
                    state.initiative(),
                    state.stage() == null ? null : state.stage().value(),
                    state.route().value(),
                    state.follows() == null ? null : state.follows().value());
        }

        static Case of(OpenCase open) {
            return new Case(open.initiative(), open.stage(), open.route(), open.follows());
        }

        private boolean isApprovedBy(Said said) {
            return said.outcome() == BoardOutcome.APPROVED
                    && !route.isEmpty()
                    && route.getLast().equals(said.board());
        }
    }

    /** What a board said of a case. */
    record Said(
            @Nullable String board,
            @Nullable BoardOutcome outcome,
            @Nullable Waiver waiver,
            LocalDate on) {

        static Said of(DecideOnCase decide) {
            return new Said(
                    decide.board(),
                    decide.outcome(),
                    decide.waiver(),
                    decide.stated().effectiveOn());
        }

        static Said of(BusinessCaseDecided decided) {
            return new Said(
                    decided.board(),
                    decided.outcome(),
                    decided.waiver(),
                    decided.stated().effectiveOn());
        }
    }

    static void requireApproved(Said said, Case of, Evidence evidence, Judgement judgement) {
        CaseStage needed = of.stage() == null ? null : before(of.stage());
        if (needed == null || !of.isApprovedBy(said)) return;
        if (said.waiver() != null) {
            judgement.require(
                    evidence.knowsPerson(said.waiver().waivedBy()),
                    StructuralRule.unknown("person", said.waiver().waivedBy(), "/waiver/waivedBy"));
            return;
        }
        Timeline<BusinessCaseState> earlier = earlier(of, evidence);
        Optional<BusinessCaseState> approved = approved(earlier.on(said.on()), of, needed);
        approved.ifPresentOrElse(
                before -> {
                    if (before.stage() != null) judgement.rest(before.stage());
                    if (before.finalApproval() != null) judgement.rest(before.finalApproval());
                },
                () -> judgement.note(notApproved(of, needed, said.on(), approved(earlier.last(), of, needed))));
    }

    private static Timeline<BusinessCaseState> earlier(Case of, Evidence evidence) {
        return of.follows() == null
                ? new Timeline<>(List.of())
                : evidence.history(Kinds.BUSINESS_CASE, of.follows()).timeline();
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
                                none + "that of %s is of %s".formatted(of.follows(), approval.since()))
                        .against(approval))
                .orElseGet(() -> Finding.of(
                        BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED,
                        none + "the case follows " + (of.follows() == null ? "no other" : of.follows())));
    }

    private static @Nullable CaseStage before(CaseStage stage) {
        return switch (stage) {
            case FBC -> CaseStage.OBC;
            case OBC -> CaseStage.SOC;
            case PROJECT_BRIEF, STRATEGIC_ASSESSMENT, SOC, BJC, PROGRAMME_BUSINESS_CASE -> null;
        };
    }
}
