package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.BoardOutcome;

/** What an outcome states besides: on which conditions, until when, or to which board above. */
final class CaseOutcomes {

    private CaseOutcomes() {}

    /** Notes what an outcome does not state, or states although another has it. */
    static void requireComplete(DecideOnCase decide, Evidence evidence, Findings findings) {
        findings.require(
                decide.outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                        || !decide.conditions().isEmpty(),
                Finding.of(PowersRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        findings.requireNamedOnce(
                decide.conditions().stream()
                        .<@Nullable String>map(CaseCondition::condition)
                        .toList(),
                i -> "/conditions/%s/condition".formatted(i));
        requireDeferral(decide, findings);
        requireReferral(decide, evidence, findings);
    }

    private static void requireDeferral(DecideOnCase decide, Findings findings) {
        boolean defers = decide.outcome() == BoardOutcome.DEFERRED;
        LocalDate until = decide.deferredUntil();
        findings.require(
                        !defers || until != null,
                        Finding.of(BusinessCaseRule.DEFERRAL_WITHOUT_DATE, "The deferral states no date")
                                .at("/deferredUntil"))
                .require(
                        until == null
                                || (defers && until.isAfter(decide.provenance().effectiveOn())),
                        Finding.of(
                                        BusinessCaseRule.IMPOSSIBLE_DEFERRAL,
                                        "The outcome is %s on %s, and the case would be considered again on %s"
                                                .formatted(
                                                        decide.outcome() == null ? "NOT_STATED" : decide.outcome(),
                                                        decide.provenance().effectiveOn(),
                                                        until))
                                .at("/deferredUntil"));
    }

    /** A board refers a case up to that above it on the day, as known now. */
    private static void requireReferral(DecideOnCase decide, Evidence evidence, Findings findings) {
        boolean refers = decide.outcome() == BoardOutcome.REFERRED_UP;
        String to = decide.referredTo();
        Grounded<String> parent = !refers || decide.board() == null
                ? null
                : evidence.history(Kinds.BOARD, decide.board())
                        .timeline()
                        .on(decide.provenance().effectiveOn())
                        .map(BoardState::parent)
                        .orElse(null);
        String above = parent == null ? "no board" : "board " + parent.value();
        findings.require(
                        !refers || to != null,
                        Finding.of(
                                        BusinessCaseRule.REFERRAL_WITHOUT_BOARD,
                                        "The referral does not name the board above, which is " + above)
                                .at("/referredTo"))
                .require(
                        to == null || (refers && !to.equals(decide.board())),
                        Finding.of(
                                        BusinessCaseRule.IMPOSSIBLE_REFERRAL,
                                        "Board %s is named as the board to which the case is referred".formatted(to))
                                .at("/referredTo"))
                .requireKnown(Kinds.BOARD, to, "/referredTo", evidence);
        if (!refers || to == null) return;
        if (parent != null && findings.rest(parent).equals(to)) return;
        Finding past = Finding.of(
                        BusinessCaseRule.REFERRED_PAST_PARENT,
                        "On %s, %s is above board %s"
                                .formatted(decide.provenance().effectiveOn(), above, decide.board()))
                .at("/referredTo");
        findings.note(parent == null ? past : past.against(parent));
    }

    /** That no paper is that of a version before the one that is decided on, in whichever manner (rule 8). */
    static void requireLastPapers(DecideOnCase decide, BusinessCaseState state, Findings findings) {
        Integer version = decide.version();
        Grounded<Version> decided = version == null ? null : state.versions().get(version);
        if (decided == null) return;
        for (int i = 0; i < decide.papers().size(); i++) {
            String hash = decide.papers().get(i).sha256();
            String pointer = "/papers/" + i;
            if (isPaperOf(decided, hash)) continue;
            state.versions()
                    .headMap(version)
                    .forEach((number, earlier) -> findings.require(
                            !isPaperOf(earlier, hash),
                            Finding.of(
                                            PowersRule.SUPERSEDED_PAPER,
                                            "The paper %s is version %s, and version %s replaced it"
                                                    .formatted(hash, number, version))
                                    .against(decided)
                                    .at(pointer)));
        }
    }

    private static boolean isPaperOf(Grounded<Version> version, String hash) {
        return version.value().paper().sha256().equals(hash);
    }
}
