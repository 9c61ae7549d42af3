package org.portfolioledger.query.row;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The revision of the fold of each kind, by its name; 0 is a kind of which no rows are made. */
public record FoldRevisions(SortedMap<String, Integer> byKind) {

    private static final JsonMapper JSON = FactSerializer.mapper();

    static FoldRevisions of(List<RowType<?>> types) {
        SortedMap<String, Integer> byKind = new TreeMap<>();
        types.forEach(type -> byKind.put(type.kind().name(), type.revision()));
        return new FoldRevisions(byKind);
    }

    static FoldRevisions read(String json) {
        return new FoldRevisions(new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, Integer>>() {})));
    }

    String json() {
        return JSON.writeValueAsString(byKind);
    }

    /** Whether a kind has a higher revision here and none has a lower one. */
    boolean isLaterThan(FoldRevisions other) {
        return !equals(other) && kinds(other).stream().allMatch(kind -> of(kind) >= other.of(kind));
    }

    /** The kinds whose rows are made in the same way. */
    List<String> sameAs(FoldRevisions other) {
        return kinds(other).stream().filter(kind -> of(kind) == other.of(kind)).toList();
    }

    private int of(String kind) {
        return byKind.getOrDefault(kind, 0);
    }

    private Set<String> kinds(FoldRevisions other) {
        Set<String> kinds = new TreeSet<>(byKind.keySet());
        kinds.addAll(other.byKind.keySet());
        return kinds;
    }
}
