package org.portfolioledger.state;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.BoardOutcome;

/**
 * A board on the route of a business case, and what it has done with the version that was last submitted.
 *
 * @param referredBy id of the board that referred the case up to it; null: it is on the route itself
 * @param since day on which the case was submitted or referred to it; null: no submission is on record
 * @param reached day from which it is this board's turn; null: an earlier board has not decided in favour
 * @param outcome outcome of its last decision; null: none yet
 * @param decidedOn day of its last decision
 * @param deferredUntil day on which it considers the case again, if it deferred it
 * @param passedOn day on which it decided in favour in its turn; null: it has not
 */
public record RouteStep(
        String board,
        @Nullable String referredBy,
        @Nullable LocalDate since,
        @Nullable LocalDate reached,
        @Nullable BoardOutcome outcome,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate deferredUntil,
        @Nullable LocalDate passedOn) {

    /** Whether the board decided that the case goes no further. */
    boolean ends() {
        return outcome != null && outcome.ends();
    }

    /** First day on which the case was no longer with the board; null: it still is. */
    public @Nullable LocalDate until() {
        return ends() ? decidedOn : passedOn;
    }
}
