package org.portfolioledger.query.status;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Counts ratings, never mixing two schemes, two versions of one, two criteria or two assessors. */
final class RatingCounts {

    private RatingCounts() {}

    /** What may be counted together. */
    private record Group(
            String scheme,
            int version,
            String criterion,
            @Nullable String assessor) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(Group::scheme)
                .thenComparingInt(Group::version)
                .thenComparing(Group::criterion)
                .thenComparing(Group::assessor, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Group of(JsonNode rating) {
            return new Group(
                    rating.path("scheme").asString(""),
                    rating.path("schemeVersion").asInt(0),
                    rating.path("criterion").asString(""),
                    rating.has("assessor") ? rating.get("assessor").asString() : null);
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    static ArrayNode of(List<InitiativeStatus> standings) {
        Map<Group, Map<String, Integer>> counts = new TreeMap<>();
        for (InitiativeStatus standing : standings) {
            for (JsonNode grounded : standing.rated()) {
                JsonNode rating = grounded.path("value");
                counts.computeIfAbsent(Group.of(rating), _ -> new TreeMap<>())
                        .merge(rating.path("rating").asString(""), 1, Integer::sum);
            }
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        counts.forEach((group, byRating) -> all.add(shown(group, byRating)));
        return all;
    }

    private static ObjectNode shown(Group group, Map<String, Integer> byRating) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("scheme", group.scheme());
        shown.put("version", group.version());
        shown.put("criterion", group.criterion());
        shown.put("assessor", group.assessor());
        byRating.forEach(shown::put);
        return shown;
    }
}
