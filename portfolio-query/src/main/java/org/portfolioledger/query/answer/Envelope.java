package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.ProtectiveMarkingState;

/**
 * What an answer has beside a view: the time point for which it holds, and the entities of which more is on record than
 * their rows hold.
 */
sealed interface Envelope<V extends Record> {

    /**
     * Of what holds on a day.
     *
     * @param asOf the day for which it holds
     * @param knownAt requested again together with asOf, it gives the same answer
     * @param position the last position that counts
     * @param provisional true while more may be migrated under this knownAt
     * @param blocked entities with facts on record that their rows do not hold
     * @param protectiveMarkings those that the entity bears, or the entities that are listed
     */
    @SchemaName("%sResponse")
    record OnDay<V extends Record>(
            LocalDate asOf,
            String knownAt,
            long position,
            @Nullable Boolean provisional,
            @Nullable List<Blocked> blocked,
            @Nullable Seen<List<ProtectiveMarkingState>> protectiveMarkings,
            @JsonUnwrapped V view)
            implements Envelope<V> {}

    /**
     * Of what holds on all days.
     *
     * @param knownAt requested again, it gives the same answer
     * @param position the last position that counts
     * @param provisional true while more may be migrated under this knownAt
     * @param blocked entities with facts on record that their rows do not hold
     */
    @SchemaName("%sResponse")
    record OverDays<V extends Record>(
            String knownAt,
            long position,
            @Nullable Boolean provisional,
            @Nullable List<Blocked> blocked,
            @JsonUnwrapped V view)
            implements Envelope<V> {}

    /**
     * Of what names its time points itself.
     *
     * @param provisional true while more may be migrated under a knownAt
     * @param blocked entities with facts on record that their rows do not hold
     */
    @SchemaName("%sResponse")
    record OfTwoPoints<V extends Record>(
            @Nullable Boolean provisional,
            @Nullable List<Blocked> blocked,
            @JsonUnwrapped V view) implements Envelope<V> {}

    /** The envelope that a form of question has. */
    static Class<?> of(Form form) {
        if (form.takesAsOf()) return OnDay.class;
        return form.takesKnownAt() ? OverDays.class : OfTwoPoints.class;
    }

    /**
     * A view in the envelope of its form.
     *
     * @param borne by the entities that it shows; null: none
     */
    static <V extends Record> Envelope<V> of(
            Form form, TimePoint point, @Nullable Seen<List<ProtectiveMarkingState>> borne, V view) {
        Boolean provisional = point.provisional() ? true : null;
        List<Blocked> blocked = Blocked.at(point);
        if (form.takesAsOf())
            return new OnDay<>(point.asOf(), point.knownAt(), point.position(), provisional, blocked, borne, view);
        return form.takesKnownAt()
                ? new OverDays<>(point.knownAt(), point.position(), provisional, blocked, view)
                : new OfTwoPoints<>(provisional, blocked, view);
    }
}
