package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;

/**
 * A value and the fact on which it rests.
 *
 * @param since first day on which the fact holds
 * @param fact position of the fact
 * @param inPlaceOf null, or the position of the first fact that it corrects: among facts of one day it stands there
 * @param precision null: {@code since} is exact to the day
 * @param inferred null: the source gives the date
 * @param dateQualifier null: it began on {@code since}
 * @param unmetRules null, or the rules of governance that the migrated source could not satisfy
 * @param restsOn null, or the positions of the facts on which the decision rested
 */
public record Grounded<T>(
        T value,
        LocalDate since,
        long fact,
        @Nullable Long inPlaceOf,
        @Nullable DatePrecision precision,
        @Nullable Boolean inferred,
        @Nullable DateQualifier dateQualifier,
        @Nullable List<String> unmetRules,
        @Nullable List<Long> restsOn) {

    /** No rules and no facts are null, however they are given: a list that JSON leaves out is read as an empty one. */
    public Grounded {
        unmetRules = unmetRules == null || unmetRules.isEmpty() ? null : List.copyOf(unmetRules);
        restsOn = restsOn == null || restsOn.isEmpty() ? null : List.copyOf(restsOn);
    }

    /** Another value on the same grounds. */
    public <U> Grounded<U> as(U other) {
        return new Grounded<>(other, since, fact, inPlaceOf, precision, inferred, dateQualifier, unmetRules, restsOn);
    }

    /**
     * The value that holds by two facts at once, as this one holds by its own: since the later of both, with the rules that
     * either leaves unmet and all on which either rests.
     */
    public Grounded<T> with(Grounded<?> other) {
        Grounded<?> later = isBefore(other) ? other : this;
        return new Grounded<>(
                value,
                later.since,
                later.fact,
                later.inPlaceOf,
                later.precision,
                later.inferred,
                later.dateQualifier,
                both(unmetRules, other.unmetRules),
                both(restsOn, other.restsOn));
    }

    private static <E> List<E> both(@Nullable List<E> own, @Nullable List<E> others) {
        SortedSet<E> both = new TreeSet<>();
        if (own != null) both.addAll(own);
        if (others != null) both.addAll(others);
        return List.copyOf(both);
    }

    /** Its place among the values of one day: that of the first fact that its fact corrects. */
    public long place() {
        return inPlaceOf == null ? fact : inPlaceOf;
    }

    /** Whether it comes before another value: on an earlier day, or first among those of one day. */
    public boolean isBefore(Grounded<?> other) {
        return since.equals(other.since) ? place() < other.place() : since.isBefore(other.since);
    }

    /** Whether it began on that very day. */
    public boolean isExact() {
        return precision == null && dateQualifier == null;
    }

    /** Whether a day lies in the period within which the date is not known exactly. */
    public boolean isImprecise(LocalDate day) {
        return precision != null && !day.isBefore(since) && day.isBefore(precision.endOfPeriod(since));
    }

    /** Those of the facts on which it rests that no longer stand. */
    public List<Long> restsOnCorrected(Set<Long> corrected) {
        return restsOn == null
                ? List.of()
                : restsOn.stream().filter(corrected::contains).sorted().toList();
    }

    /** Those of the facts on which it rests that others took the place of for its day, later. */
    public List<Long> restsOnSuperseded(Viewpoint seen) {
        Set<Long> superseded = seen.superseded().getOrDefault(fact, Set.of());
        return restsOn == null
                ? List.of()
                : restsOn.stream().filter(superseded::contains).sorted().toList();
    }
}
