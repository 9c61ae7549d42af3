package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about one round of reporting on a portfolio: what is due, what came, which boards get it. Stream {@code reporting-cycle-{id}}. */
public sealed interface ReportingCycleFact extends GovernanceFact {

    /**
     * A round of reporting was opened.
     *
     * @param portfolio id of the portfolio that is reported on
     * @param from first day of the period on which it reports; null: the source does not state it
     * @param to last day of that period; null: the source does not state it
     * @param dueOn last day for submissions; null: the source does not state it
     * @param scope ids of the initiatives that are to submit; empty: all that are open in the portfolio
     * @param parts what each submission is to hold, by name; empty: not stated
     * @param reports the boards to which the cycle reports, in their order
     */
    record ReportingCycleOpened(
            String reportingCycle,
            String register,
            String portfolio,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate dueOn,
            @IdOf("initiative") List<String> scope,
            List<String> parts,
            List<BoardReport> reports,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReportingCycleFact, Opening {}

    /** Submissions are due by another day. */
    record SubmissionsRescheduled(
            String reportingCycle,
            LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance) implements ReportingCycleFact {}

    /**
     * An initiative's submission came in: the day on which this took effect is the day on which it came. A further one takes
     * the place of the one before.
     *
     * @param missing those of the parts that it does not hold; empty: it is complete
     * @param papers what was submitted
     */
    record SubmissionReceived(
            String reportingCycle,
            String initiative,
            List<String> missing,
            List<Citation> papers,
            Provenance provenance)
            implements ReportingCycleFact {}

    /**
     * Something about an initiative is put before a board that gets only exceptions, regardless of the stated grounds.
     *
     * @param board id of the board
     * @param ground which of the grounds stated for the board it is; null: none of them, but something that they do not name
     */
    record ExceptionRaised(
            String reportingCycle,
            String initiative,
            String board,
            @Nullable ExceptionGround ground,
            String reason,
            Provenance provenance)
            implements ReportingCycleFact {}

    /** The cycle was closed: its pack is fixed from then on. */
    record ReportingCycleClosed(
            String reportingCycle, @Nullable String remark, Provenance provenance) implements ReportingCycleFact {}

    /**
     * What a board gets of a cycle.
     *
     * @param board id of the board
     * @param coverage how much of the cycle it gets; null: the source does not state it
     * @param dueOn last day on which it is to have it; null: not stated
     * @param grounds why an initiative is put before it as an exception; empty unless it gets exceptions only
     */
    record BoardReport(
            @IdOf("board") String board,
            @Nullable ReportCoverage coverage,
            @Nullable LocalDate dueOn,
            List<ExceptionGround> grounds) {}

    /** How much of a cycle a board gets. */
    enum ReportCoverage {
        EVERYTHING,
        SUMMARY,
        BY_EXCEPTION
    }

    /** Why an initiative is put before a board as an exception. */
    enum ExceptionGround {
        /** It submitted nothing by the day on which that was due. */
        SUBMISSION_MISSING,
        /** What it submitted came late. */
        SUBMISSION_LATE,
        /** What it submitted does not hold all parts. */
        SUBMISSION_INCOMPLETE,
        /** Its latest overall rating by some assessor is RED. */
        RATED_RED,
        /** A rating of it is older than its portfolio lets one be. */
        RATING_OVERDUE,
        /** Nobody is accountable for it. */
        NO_SRO,
        /** A role in it is held for the time being, and that time is over. */
        ACTING_BEYOND_TERM,
        /** A dependency is promised for later than it is needed. */
        DEPENDENCY_CONFLICT,
        /** The last day for a recommendation that a review made about it has passed. */
        RECOMMENDATION_OVERDUE,
        /** Something in its record rests on a fact that was corrected later. */
        RESTS_ON_CORRECTED_FACT
    }

    /** How a submission stands on a day. */
    enum SubmissionStatus {
        /** It is not due yet, or the source does not state when it is. */
        AWAITED,
        COMPLETE,
        /** It is complete, and came after the day on which it was due. */
        LATE,
        INCOMPLETE,
        /** The day on which it was due has passed. */
        MISSING
    }
}
