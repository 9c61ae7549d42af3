package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

/** Facts about the milestones of an initiative, and about the baselines of their dates. Stream {@code milestones-{initiative}}. */
public sealed interface MilestoneFact extends GovernanceFact {

    /**
     * A milestone was planned.
     *
     * @param milestone id, unique within the initiative
     * @param kind null: not stated
     * @param forecast when it is expected; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record MilestonePlanned(
            String initiative,
            String milestone,
            String name,
            @Nullable MilestoneKind kind,
            @Nullable StatedDate forecast,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MilestoneFact {}

    /**
     * A milestone is expected on another date than before.
     *
     * @param cause null only in migrated history
     * @param reason what happened; null only in migrated history
     */
    record MilestoneForecastChanged(
            String initiative,
            String milestone,
            StatedDate forecast,
            @Nullable ForecastCause cause,
            @Nullable String reason,
            Provenance provenance)
            implements MilestoneFact {}

    /** A milestone was achieved: the day on which this took effect is the actual date. */
    record MilestoneAchieved(String initiative, String milestone, Provenance provenance) implements MilestoneFact {}

    /** A milestone is not planned any more. */
    record MilestoneDropped(String initiative, String milestone, String reason, Provenance provenance)
            implements MilestoneFact {}

    /**
     * A milestone that was dropped is planned again.
     *
     * @param forecast when it is expected; null: as before
     */
    record MilestoneReinstated(
            String initiative, String milestone, @Nullable StatedDate forecast, String reason, Provenance provenance)
            implements MilestoneFact {}

    /**
     * The dates of milestones were set as a baseline. The baselines before it stay.
     *
     * @param baseline number, 1, 2, 3, …; each after the first is a re-baseline
     * @param dates of milestones, as they were approved
     * @param decision position of the fact by which a board approved it; null: the first baseline, or only in migrated
     *     history
     * @param businessCase id of the business case with whose final approval it was approved; null: none, or not stated
     * @param reason null: the first baseline, or only in migrated history
     */
    record BaselineSet(
            String initiative,
            int baseline,
            List<BaselineDate> dates,
            @Nullable Long decision,
            @Nullable String businessCase,
            @Nullable String reason,
            Provenance provenance)
            implements MilestoneFact, Approval {}

    /**
     * The date of a milestone in a baseline.
     *
     * @param date the day; of a date less precise than a day, the first day of its period
     * @param precision null: to the day
     */
    record BaselineDate(
            String milestone, LocalDate date, @Nullable DatePrecision precision) {

        /** Any day of a period stands for its first, and what is exact states no precision. */
        public BaselineDate {
            StatedDate stated = new StatedDate(date, precision);
            date = stated.date();
            precision = stated.precision();
        }

        /** The date of a milestone. */
        public static BaselineDate of(String milestone, StatedDate date) {
            return new BaselineDate(milestone, date.date(), date.precision());
        }

        /** The same without the milestone. */
        public StatedDate stated() {
            return new StatedDate(date, precision);
        }
    }

    /** What a milestone is. */
    enum MilestoneKind {
        /** The initiative starts. */
        START,
        /** A gate is passed. */
        GATE,
        /** A decision is taken. */
        APPROVAL,
        /** Something is delivered. */
        DELIVERY,
        /** A benefit is realised. */
        BENEFIT,
        /** The initiative ends. */
        END
    }

    /** Why a milestone is expected on another date. */
    enum ForecastCause {
        /** An approval came late or early. */
        APPROVAL,
        /** Another initiative or an enabling area. */
        DEPENDENCY,
        /** The work was estimated anew, or for the first time. */
        ESTIMATE,
        /** What nobody in the organisation controls. */
        EXTERNAL,
        FUNDING,
        RESOURCES,
        SCOPE,
        SUPPLIER,
        TECHNICAL,
        OTHER
    }

    /** How far a milestone has come. */
    enum MilestoneStatus {
        PLANNED,
        ACHIEVED,
        DROPPED
    }
}
