package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.query.risk.CountedRisks.Counted;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskScore;
import org.portfolioledger.state.RiskState.RiskStatus;

/**
 * How a risk that counts in a portfolio moved between two points.
 *
 * @param risk id
 * @param before null: it did not count at the first point
 * @param after null: it does not count at the second
 * @param countedAs id of the risk as which it counts at the second point, where that is another
 */
record RiskMovement(
        String risk,
        String title,
        RiskMove move,
        @Nullable RiskPlace before,
        @Nullable RiskPlace after,
        @Nullable String countedAs) {

    /** What became of it. */
    enum RiskMove {
        /** Nothing was on record of it at the first point, or it had not begun. */
        NEW,
        /** A gatekeeper admitted it. */
        ADMITTED,
        REOPENED,
        /** It was in a register before, and did not count in the portfolio by itself. */
        JOINED,
        /** It has another score or is on another level, or materialised. */
        MOVED,
        /** It was scored by another scheme: its numbers are not to be compared. */
        SCORED_BY_ANOTHER_SCHEME,
        /** The portfolio replaced the scheme by which it is scored: its score is history. */
        SCHEME_REPLACED,
        CLOSED,
        /** It counts as another, which is the same. */
        COUNTED_AS_ANOTHER,
        /** It concerns the portfolio no longer, or was retracted. */
        LEFT
    }

    /**
     * Where a risk is.
     *
     * @param probability null: it does not have that score
     * @param fact position of the fact that scored it; null: it does not have that score
     * @param schemeReplacedBy position of the fact by which the portfolio replaced the scheme: the score is history; null: it
     *     is in use
     */
    record RiskPlace(
            RiskKind kind,
            RiskLevel level,
            @Nullable Integer probability,
            @Nullable Integer impact,
            @Nullable Integer score,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            @Nullable Long fact,
            @Nullable Long schemeReplacedBy) {

        static RiskPlace of(Counted counted) {
            RiskState risk = counted.risk();
            Grounded<RiskScore> scored = counted.score();
            RiskScore score = scored == null ? null : scored.value();
            return new RiskPlace(
                    risk.kind().value(),
                    risk.level().value(),
                    score == null ? null : score.probability(),
                    score == null ? null : score.impact(),
                    score == null ? null : score.score(),
                    score == null ? null : score.scheme(),
                    score == null ? null : score.schemeVersion(),
                    scored == null ? null : scored.fact(),
                    counted.replacement() == null ? null : counted.replacement().fact());
        }

        private boolean isInSameCell(RiskPlace other) {
            return kind == other.kind
                    && level == other.level
                    && Objects.equals(probability, other.probability)
                    && Objects.equals(impact, other.impact)
                    && isOfSameScheme(other)
                    && isHistory() == other.isHistory();
        }

        private boolean isHistory() {
            return schemeReplacedBy != null;
        }

        private boolean isOfSameScheme(RiskPlace other) {
            return Objects.equals(scheme, other.scheme) && Objects.equals(schemeVersion, other.schemeVersion);
        }
    }

    /** Those that moved, by id. */
    static List<RiskMovement> between(CountedRisks before, CountedRisks after) {
        TreeSet<String> ids = new TreeSet<>(before.counted().keySet());
        ids.addAll(after.counted().keySet());
        List<RiskMovement> moved = new ArrayList<>();
        for (String id : ids) {
            Counted first = before.counted().get(id);
            Counted last = after.counted().get(id);
            if (first == null && last != null)
                moved.add(came(last, before.known().get(id)));
            if (first != null && last == null)
                moved.add(went(first, after.known().get(id), after));
            if (first != null && last != null) {
                RiskPlace from = RiskPlace.of(first);
                RiskPlace to = RiskPlace.of(last);
                if (!from.isInSameCell(to))
                    moved.add(new RiskMovement(id, last.risk().title().value(), move(from, to), from, to, null));
            }
        }
        return moved;
    }

    private static RiskMove move(RiskPlace from, RiskPlace to) {
        boolean both = from.fact() != null && to.fact() != null;
        if (both && !from.isOfSameScheme(to)) return RiskMove.SCORED_BY_ANOTHER_SCHEME;
        return both && !from.isHistory() && to.isHistory() ? RiskMove.SCHEME_REPLACED : RiskMove.MOVED;
    }

    private static RiskMovement came(Counted last, @Nullable RiskState was) {
        RiskMove move = RiskMove.NEW;
        if (was != null)
            move = switch (was.status().value()) {
                case PROPOSED -> RiskMove.ADMITTED;
                case CLOSED -> RiskMove.REOPENED;
                case OPEN, ESCALATED, MATERIALISED -> RiskMove.JOINED;
            };
        return new RiskMovement(last.risk().risk(), last.risk().title().value(), move, null, RiskPlace.of(last), null);
    }

    private static RiskMovement went(Counted first, @Nullable RiskState is, CountedRisks after) {
        String id = first.risk().risk();
        String as = after.countsFor().get(id);
        RiskMove move = RiskMove.LEFT;
        if (is != null && is.status().value() == RiskStatus.CLOSED) move = RiskMove.CLOSED;
        if (as != null) move = RiskMove.COUNTED_AS_ANOTHER;
        return new RiskMovement(id, first.risk().title().value(), move, RiskPlace.of(first), null, as);
    }
}
