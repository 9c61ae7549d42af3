package org.portfolioledger.query.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Viewpoint;

/**
 * A grounded value out of an entity's state, as an item of a list: such as one version of a case.
 *
 * @param id by which its path names it
 * @param value what was stated
 * @param alerts what should not be overlooked
 */
public record PartView<V>(
        String id, @JsonUnwrapped V value, @JsonUnwrapped ShownGrounds grounds, SortedSet<Alert> alerts) {

    /** A grounded value, shown as another that was made from it. */
    public static <V> PartView<V> of(String id, Grounded<?> grounded, V shown, Viewpoint seen) {
        return new PartView<>(id, shown, ShownGrounds.of(grounded, seen), Alert.of(grounded, seen));
    }

    public static <V> PartView<V> of(String id, Grounded<V> grounded, Viewpoint seen) {
        return of(id, grounded, grounded.value(), seen);
    }

    /** The values of a map, each with its key as id. */
    public static <V> List<PartView<V>> keyed(Map<?, Grounded<V>> values, Viewpoint seen) {
        List<PartView<V>> parts = new ArrayList<>();
        values.forEach((key, value) -> parts.add(of(String.valueOf(key), value, seen)));
        return parts;
    }

    /** The elements of a list; the id of each is the position at which it was first stated. */
    public static <V> List<PartView<V>> numbered(List<Grounded<V>> values, Viewpoint seen) {
        return values.stream()
                .map(value -> of(Long.toString(value.place()), value, seen))
                .toList();
    }

    /** The part with an id, whatever the case of its letters; null if there is none. */
    public static <V> @Nullable PartView<V> one(List<PartView<V>> parts, String id) {
        return parts.stream()
                .filter(part -> part.id().equalsIgnoreCase(id))
                .findFirst()
                .orElse(null);
    }

    /** Its place among the parts of one day. */
    public long place() {
        return grounds.place();
    }
}
