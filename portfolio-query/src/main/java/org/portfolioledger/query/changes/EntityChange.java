package org.portfolioledger.query.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.ChangedEntities;
import org.portfolioledger.query.answer.ChangedEntities.Sides;
import org.portfolioledger.query.answer.Difference;
import org.portfolioledger.query.answer.Difference.Change;
import org.portfolioledger.query.answer.Difference.ChangeOverTime;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;

/**
 * What became different of an entity between two points.
 *
 * @param facts positions of the facts about it that were recorded between the points, whatever their days
 * @param difference between what it was at the first point and what it was at the second
 * @param recordedForOtherDays what was recorded between the points for days other than that of the second
 */
record EntityChange(
        String kind,
        String id,
        HowChanged change,
        List<Long> facts,
        List<CausedChange> difference,
        List<ChangeOverTime> recordedForOtherDays) {

    /** How an entity is different. */
    enum HowChanged {
        ADDED,
        REMOVED,
        CHANGED,
        /** It is the same at both points. What was recorded between them is for other days. */
        CHANGED_ON_OTHER_DAYS,
        /** Facts were recorded that change nothing on any day. */
        UNCHANGED
    }

    /** Why a value is different. */
    enum Cause {
        /** It was recorded between the points. */
        RECORDED,
        /** It was on record at the first point, and came into effect between the days of the points. */
        CAME_INTO_EFFECT
    }

    /**
     * One value before and after.
     *
     * @param path JSON pointer into the state
     * @param before null: it was not there
     * @param after null: it is not there
     */
    record CausedChange(
            String path,
            Cause cause,
            @JsonInclude @Nullable Object before,
            @JsonInclude @Nullable Object after) {}

    /** The changes of some entities between two points. */
    static List<EntityChange> of(ChangedEntities changed, TimePoint from, TimePoint to, List<EntityName> entities) {
        Map<EntityName, List<Long>> facts = changed.facts(entities);
        Map<EntityName, Sides> sides = changed.sides(entities);
        return entities.stream()
                .map(entity -> of(
                        entity,
                        facts.getOrDefault(entity, List.of()),
                        Objects.requireNonNull(sides.get(entity)),
                        from.asOf(),
                        to.asOf()))
                .toList();
    }

    /** The change from one timeline, on its day, to another, on its own. */
    static EntityChange of(EntityName entity, List<Long> facts, Sides sides, LocalDate dayBefore, LocalDate dayAfter) {
        Object first = Difference.on(sides.before(), dayBefore);
        Object last = Difference.on(sides.after(), dayAfter);
        List<CausedChange> difference = difference(first, Difference.on(sides.before(), dayAfter), last);
        List<ChangeOverTime> otherDays = Difference.between(sides.before(), sides.after()).stream()
                .filter(change -> !change.isOn(dayAfter))
                .toList();
        return new EntityChange(
                entity.kind(),
                entity.id(),
                how(first, last, difference.isEmpty(), otherDays.isEmpty()),
                facts,
                difference,
                otherDays);
    }

    /** @param expected what it would be at the second point had nothing been recorded between the two */
    private static List<CausedChange> difference(
            @Nullable Object first, @Nullable Object expected, @Nullable Object last) {
        Set<String> recorded = Difference.between(expected, last).stream()
                .map(Change::path)
                .collect(Collectors.toCollection(HashSet::new));
        return Difference.between(first, last).stream()
                .map(change -> new CausedChange(
                        change.path(),
                        isAmong(recorded, change.path()) ? Cause.RECORDED : Cause.CAME_INTO_EFFECT,
                        change.before(),
                        change.after()))
                .toList();
    }

    /** Whether something at a path, in it or around it was recorded. */
    private static boolean isAmong(Set<String> recorded, String path) {
        return recorded.stream()
                .anyMatch(other -> other.equals("/")
                        || path.equals("/")
                        || other.equals(path)
                        || other.startsWith(path + "/")
                        || path.startsWith(other + "/"));
    }

    private static HowChanged how(
            @Nullable Object first, @Nullable Object last, boolean isSame, boolean isSameOnOtherDays) {
        if (isSame) return isSameOnOtherDays ? HowChanged.UNCHANGED : HowChanged.CHANGED_ON_OTHER_DAYS;
        if (first == null) return HowChanged.ADDED;
        return last == null ? HowChanged.REMOVED : HowChanged.CHANGED;
    }
}
