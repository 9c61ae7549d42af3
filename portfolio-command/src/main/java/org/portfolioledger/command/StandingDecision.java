package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.vocabulary.BoardOutcome;

/** Finds the decision of a board that a command names by its position. */
public final class StandingDecision {

    private static final String REBASELINE = "REBASELINE";

    private StandingDecision() {}

    /** What is said now in the place of the decision at a position: it may have been corrected or retracted. */
    public static Optional<EffectiveEntry<RecordedFact>> at(long position, Evidence evidence) {
        return evidence.fact(position)
                .flatMap(StandingDecision::board)
                .flatMap(board -> evidence.history(Kinds.BOARD, board).entries().stream()
                        .filter(entry -> entry.content().counts())
                        .filter(entry -> entry.origin() == position || entry.position() == position)
                        .findFirst());
    }

    /** Whether the fact at a position is, or was once, the words of a decision beside business cases. */
    public static boolean isOne(long position, Evidence evidence) {
        return evidence.fact(position).flatMap(StandingDecision::board).isPresent();
    }

    /** The same where it is an approval, beside business cases, that is in effect on a day and fits. */
    public static Optional<EffectiveEntry<RecordedFact>> approval(
            @Nullable Long position, LocalDate on, Predicate<BoardDecided> fits, Evidence evidence) {
        return Optional.ofNullable(position)
                .flatMap(at -> at(at, evidence))
                .filter(entry -> !entry.effectiveOn().isAfter(on))
                .filter(entry -> entry.content().fact() instanceof BoardDecided decided
                        && decided.outcome() != null
                        && decided.outcome().approves()
                        && fits.test(decided));
    }

    /** Whether a decision can be on an initiative: it names none, or it, or one above it that day. */
    public static boolean concerns(BoardDecided decided, String initiative, LocalDate on, Evidence evidence) {
        return decided.initiative() == null
                || Placements.upwards(initiative, on, evidence).contains(decided.initiative());
    }

    /** Whether a decision is the approval of a re-baseline of an initiative, or of what is above it. */
    public static boolean rebaselines(BoardDecided decided, String initiative, LocalDate on, Evidence evidence) {
        return decided.matter().equalsIgnoreCase(REBASELINE)
                && decided.outcome() == BoardOutcome.APPROVED
                && concerns(decided, initiative, on, evidence);
    }

    /**
     * Notes a finding, with the decision that it collides with, unless a position is that of an approval that is in effect
     * on a day and fits; otherwise the command rests on it.
     */
    public static void require(
            @Nullable Long position,
            LocalDate on,
            Predicate<BoardDecided> fits,
            Evidence evidence,
            Findings findings,
            Finding otherwise) {
        List<Long> decision =
                Optional.ofNullable(position).flatMap(at -> at(at, evidence)).map(EffectiveEntry::position).stream()
                        .toList();
        boolean approved = approval(position, on, fits, evidence).isPresent();
        if (approved) decision.forEach(findings::restOn);
        findings.require(approved, otherwise.against(decision));
    }

    private static Optional<String> board(RecordedFact recorded) {
        GovernanceFact fact = recorded.fact();
        GovernanceFact said = fact instanceof Corrected corrected ? corrected.replacement() : fact;
        return said instanceof BoardDecided decided ? Optional.of(decided.board()) : Optional.empty();
    }
}
