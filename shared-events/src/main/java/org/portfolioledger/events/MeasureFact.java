package org.portfolioledger.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.NumberQualifier;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.StatedDate;

/** Facts about something that is counted, such as vehicles fitted or staff who left. Stream {@code measure-{id}}. */
public sealed interface MeasureFact extends GovernanceFact {

    /**
     * It was put on record.
     *
     * @param unit in which it is counted, as "%", "vehicles" or "leavers"
     * @param initiative id of the initiative of which it is a measure; null: of none that is stated
     * @param portfolio id of the portfolio of which it is a measure; null: of none that is stated
     * @param attributes what the source also says and no field holds, by name
     */
    record MeasureDefined(
            String measure,
            String register,
            String name,
            String unit,
            @Nullable String initiative,
            @Nullable String portfolio,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MeasureFact, Opening {}

    /**
     * A target was set. It takes the place of an earlier one.
     *
     * @param number in the unit of the measure
     * @param qualifier null: the number is exact, or the source does not say more
     * @param by when it is to be reached; null only in migrated history
     * @param reason null: the first target, or only in migrated history
     */
    record MeasureTargetSet(
            String measure,
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable StatedDate by,
            @Nullable String reason,
            Provenance provenance)
            implements MeasureFact {}

    /**
     * A value was stated, for the day on which this takes effect. Values for one day that different documents state stand
     * beside each other until one document is preferred; the same document states it anew.
     *
     * @param number in the unit of the measure
     * @param qualifier null: the number is exact, or the source does not say more
     * @param countedFrom first day of the period over which it was counted, whose last day is the day on which this takes
     *     effect; null: it is of that day, or the source states no period
     */
    record MeasureValueStated(
            String measure,
            BigDecimal number,
            @Nullable NumberQualifier qualifier,
            @Nullable LocalDate countedFrom,
            Provenance provenance)
            implements MeasureFact {}

    /**
     * One document was preferred: where it states a value for a day, that value alone counts. It takes the place of an earlier
     * preference.
     *
     * @param statedIn the document, as the source of its values names it
     */
    record MeasureSourcePreferred(String measure, String statedIn, String reason, Provenance provenance)
            implements MeasureFact {}

    /** It is not counted any more. */
    record MeasureEnded(String measure, String reason, Provenance provenance) implements MeasureFact {}
}
