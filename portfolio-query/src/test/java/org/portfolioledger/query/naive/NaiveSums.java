package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sums with the facts behind them, and the lists in which they are found. */
final class NaiveSums {

    private NaiveSums() {}

    /** Adds figures, each with its facts, to sums by what they are of. */
    static void add(Map<String, ObjectNode> sums, ObjectNode figure) {
        String of = NaiveBenefit.of(figure);
        ObjectNode sum = sums.get(of);
        if (sum == null) {
            sum = figure.deepCopy();
            sum.remove("statedIn");
            sums.put(of, sum);
            return;
        }
        sum.put("number", NaiveBenefit.number(sum).add(NaiveBenefit.number(figure)));
        ((ArrayNode) sum.get("facts")).addAll((ArrayNode) figure.get("facts"));
    }

    /** Sums as they are shown: of many facts, the first hundred. */
    static void show(ArrayNode into, Map<String, ObjectNode> sums) {
        sums.values().forEach(sum -> {
            ObjectNode shown = sum.deepCopy();
            shown.put("number", NaiveBenefit.number(sum)).set("facts", first(sum.get("facts")));
            into.add(shown);
        });
    }

    static ArrayNode first(JsonNode... facts) {
        TreeSet<Long> all = new TreeSet<>();
        for (JsonNode some : facts) some.forEach(fact -> all.add(fact.asLong()));
        ArrayNode first = Words.JSON.createArrayNode();
        all.stream().limit(100).forEach(first::add);
        return first;
    }

    /** What is planned beside what was measured. */
    static void beside(ArrayNode into, Map<String, ObjectNode> planned, Map<String, ObjectNode> measured) {
        Map<String, ObjectNode> both = new TreeMap<>(planned);
        measured.forEach(both::putIfAbsent);
        both.forEach((of, figure) -> {
            ObjectNode one = figure.deepCopy();
            one.remove(List.of("number", "facts", "statedIn"));
            BigDecimal gap = BigDecimal.ZERO;
            ArrayNode none = Words.JSON.createArrayNode();
            ObjectNode plan = planned.get(of);
            ObjectNode came = measured.get(of);
            if (plan != null) {
                one.put("planned", NaiveBenefit.number(plan));
                gap = gap.add(NaiveBenefit.number(plan));
            }
            if (came != null) {
                one.put("measured", NaiveBenefit.number(came));
                gap = gap.subtract(NaiveBenefit.number(came));
            }
            one.put("gap", gap);
            one.set("facts", first(plan == null ? none : plan.get("facts"), came == null ? none : came.get("facts")));
            into.add(one);
        });
    }

    /** The path of a list at the point of the answer. */
    static String href(Asked asked, String path, Map<String, String> filters) {
        StringBuilder href = new StringBuilder("/api/v1/" + path + "?");
        new TreeMap<>(filters)
                .forEach((name, value) ->
                        href.append(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&"));
        return href.append("asOf=" + asked.asOf()).toString();
    }

    static Map<String, String> with(Map<String, String> filters, String name, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(name, value);
        return more;
    }

    /** The register, the portfolio or the initiative of which is asked, as it begins a path. */
    static String whole(Asked asked) {
        for (String of : List.of("portfolio", "initiative", "register"))
            if (asked.names().containsKey(of)) return of + "s/" + asked.name(of);
        throw new AssertionError(asked);
    }

    /** An initiative as it lies; but in a register, one whose opening was retracted lies where it last was. */
    static Optional<ObjectNode> lying(Asked asked, String initiative) {
        return asked.names().containsKey("register")
                ? asked.fold().state("initiative", initiative, asked.asOf())
                : new NaivePlacement(asked.fold(), asked.asOf()).lastState(initiative);
    }

    /** Codes of the business groups of which something is. */
    static List<String> groups(Asked asked, JsonNode state) {
        JsonNode subject = state.at("/subject/value");
        if (subject.has("businessGroup"))
            return List.of(subject.get("businessGroup").asString());
        if (!subject.has("initiative")) return List.of();
        return lying(asked, subject.get("initiative").asString())
                .map(initiative -> initiative
                        .at("/owners/value")
                        .valueStream()
                        .map(JsonNode::asString)
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    static String together(List<String> groups) {
        return groups.isEmpty() ? "NOT_STATED" : String.join(",", groups);
    }

    /** Whether something is of the business groups and of the initiatives that are asked for. */
    static boolean isAskedFor(Asked asked, JsonNode state) {
        List<String> groups = groups(asked, state);
        String group = asked.filters().get("businessGroup");
        String together = asked.filters().get("businessGroups");
        String through = through(asked, state);
        return (group == null || groups.stream().anyMatch(group::equalsIgnoreCase))
                && (together == null || together.equalsIgnoreCase(together(groups)))
                && asked.is("initiative", state.at("/subject/value/initiative"))
                && asked.is(
                        "through",
                        through == null
                                ? Words.JSON.missingNode()
                                : Words.JSON.getNodeFactory().stringNode(through));
    }

    /** The highest initiative below the whole through which something is a part of it; null: none. */
    static @Nullable String through(Asked asked, JsonNode state) {
        String first = state.at("/subject/value/initiative").asString("");
        String top = asked.names().getOrDefault("initiative", "");
        if (first.isEmpty() || first.equals(top)) return null;
        List<String> passed = new ArrayList<>();
        String at = first;
        while (!passed.contains(at)) {
            passed.add(at);
            String parent = lying(asked, at)
                    .map(initiative -> initiative.at("/placement/value/parent").asString(""))
                    .orElse("");
            if (parent.isEmpty() || parent.equals(top) || lying(asked, parent).isEmpty()) return at;
            at = parent;
        }
        return first;
    }
}
