package org.portfolioledger.query.changes;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Difference.Held;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.row.EntityName;

/**
 * What lies between two points.
 *
 * @param facts positions of the facts between them, by entity
 * @param entities those that differ or have facts between the points, by kind and id
 */
record Recorded(TimePoint from, TimePoint to, Map<EntityName, List<Long>> facts, List<EntityName> entities, Rows rows) {

    static Recorded between(TimePoint from, TimePoint to, Rows rows, StoredFacts stored) {
        Map<EntityName, List<Long>> facts = stored.between(from, to).entrySet().stream()
                .collect(Collectors.toMap(entry -> EntityName.ofStream(entry.getKey()), Map.Entry::getValue));
        Set<EntityName> entities = new HashSet<>(rows.different(from, to));
        entities.addAll(facts.keySet());
        return new Recorded(
                from,
                to,
                facts,
                entities.stream()
                        .sorted(Comparator.comparing(EntityName::kind).thenComparing(EntityName::id))
                        .toList(),
                rows);
    }

    /** The changes of some of the entities. */
    List<EntityChange> changes(Collection<EntityName> some) {
        Map<EntityName, List<Known<?>>> before = rows.segments(from, some);
        Map<EntityName, List<Known<?>>> after = rows.segments(to, some);
        return some.stream()
                .map(entity -> EntityChange.of(
                        entity,
                        facts.getOrDefault(entity, List.of()),
                        held(before.get(entity)),
                        from.asOf(),
                        held(after.get(entity)),
                        to.asOf()))
                .toList();
    }

    private static List<Held> held(@Nullable List<Known<?>> segments) {
        if (segments == null) return List.of();
        return segments.stream()
                .map(row -> new Held(Objects.requireNonNull(row.from()), row.to(), row.state()))
                .toList();
    }
}
