package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MeasureFact.MeasureDefined;
import org.portfolioledger.events.MeasureFact.MeasureEnded;
import org.portfolioledger.events.MeasureFact.MeasureSourcePreferred;
import org.portfolioledger.events.MeasureFact.MeasureTargetSet;
import org.portfolioledger.events.MeasureFact.MeasureValueStated;
import org.portfolioledger.vocabulary.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about what is counted, and compares values with targets. */
final class NaiveMeasure {

    static final Map<String, NaiveRead> READS = Map.of(
            "/api/v1/initiatives/{initiative}/measures", NaiveMeasure::ofInitiative,
            "/api/v1/portfolios/{portfolio}/measures", NaiveMeasure::ofPortfolio,
            "/api/v1/measures/{measure}/timeline", NaiveMeasure::timeline);

    private NaiveMeasure() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case MeasureDefined defined -> {
                state.put("id", defined.measure()).put("register", defined.register());
                for (String member : List.of("name", "unit", "initiative", "portfolio", "attributes")) {
                    JsonNode stated = words.members().path(member);
                    words.put(state, member, stated.isMissingNode() || stated.isNull() ? null : stated);
                }
                if (!state.has("values")) state.putArray("values");
            }
            case MeasureTargetSet _ -> words.put(state, "target", words.members("measure"));
            case MeasureValueStated stated -> {
                Source source = stated.provenance().source();
                ObjectNode value = words.members("measure");
                if (source != null) value.put("document", source.document());
                // A document that states another value for the same day keeps its place.
                Map<String, JsonNode> kept = new LinkedHashMap<>();
                for (JsonNode before : state.get("values"))
                    if (before.get("since").asString().equals(words.from().toString()))
                        kept.put(document(before), before);
                kept.put(value.path("document").asString(""), words.ground(value));
                ArrayNode values = Words.JSON.createArrayNode();
                kept.values().forEach(values::add);
                state.set("values", values);
            }
            case MeasureSourcePreferred _ -> words.put(state, "preferred", words.members("measure"));
            case MeasureEnded ended -> words.put(state, "closure", ended.reason());
            default -> throw new AssertionError(words);
        }
    }

    private static String document(JsonNode value) {
        return value.at("/value/document").asString("");
    }

    /** What numbers may be meant: from, whether itself, to, whether itself; null: nothing is certain. */
    private record Span(
            @Nullable BigDecimal least,
            boolean leastToo,
            @Nullable BigDecimal most,
            boolean mostToo) {}

    private static @Nullable Span span(JsonNode stated) {
        BigDecimal number = stated.get("number").decimalValue();
        return switch (stated.path("qualifier").asString("EXACT")) {
            case "EXACT" -> new Span(number, true, number, true);
            case "AT_LEAST" -> new Span(number, true, null, false);
            case "MORE_THAN" -> new Span(number, false, null, false);
            case "AT_MOST" -> new Span(null, false, number, true);
            case "LESS_THAN" -> new Span(null, false, number, false);
            default -> null;
        };
    }

    /** True: all that may be meant is wanted; false: none of it; null: some, or nobody knows. */
    private static @Nullable Boolean reached(JsonNode value, JsonNode target) {
        Span meant = span(value);
        Span wanted = span(target);
        if (meant == null || wanted == null) return null;
        boolean exact = target.path("qualifier").isMissingNode();
        if (isWithin(meant, wanted)) return true;
        return (exact || overlap(meant, wanted)) ? null : false;
    }

    private static boolean isWithin(Span inner, Span outer) {
        boolean low = outer.least() == null
                || (inner.least() != null
                        && (inner.least().compareTo(outer.least()) > 0
                                || (inner.least().compareTo(outer.least()) == 0
                                        && (outer.leastToo() || !inner.leastToo()))));
        boolean high = outer.most() == null
                || (inner.most() != null
                        && (inner.most().compareTo(outer.most()) < 0
                                || (inner.most().compareTo(outer.most()) == 0
                                        && (outer.mostToo() || !inner.mostToo()))));
        return low && high;
    }

    private static boolean overlap(Span one, Span other) {
        return !isBelow(one, other) && !isBelow(other, one);
    }

    private static boolean isBelow(Span low, Span high) {
        if (low.most() == null || high.least() == null) return false;
        int order = low.most().compareTo(high.least());
        return order < 0 || (order == 0 && !(low.mostToo() && high.leastToo()));
    }

    /** Without those of other documents, where the preferred one states one of them. */
    static List<JsonNode> counted(JsonNode measure) {
        List<JsonNode> all = measure.get("values").valueStream().toList();
        if (!measure.has("preferred")) return all;
        String only = measure.at("/preferred/value/statedIn").asString();
        List<JsonNode> own = all.stream()
                .filter(value -> document(value).equalsIgnoreCase(only))
                .toList();
        return own.isEmpty() ? all : own;
    }

    static boolean isContradictory(JsonNode measure) {
        Set<String> different = new HashSet<>();
        for (JsonNode value : counted(measure)) {
            JsonNode said = value.get("value");
            different.add(said.get("number").decimalValue().stripTrailingZeros().toPlainString()
                    + said.path("qualifier")
                    + said.path("countedFrom"));
        }
        return different.size() > 1;
    }

    static SortedSet<String> alerts(JsonNode measure, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        if (!measure.has("closure") && isContradictory(measure)) alerts.add("MEASURE_SOURCES_CONTRADICT");
        if (isMissed(measure, day)) alerts.add("MEASURE_TARGET_MISSED");
        return alerts;
    }

    /** Adds what is shown of a measure besides. */
    static void show(ObjectNode measure) {
        measure.put("open", !measure.has("closure"));
        ArrayNode progress = measure.putArray("progress");
        JsonNode target = measure.path("target");
        for (JsonNode value : counted(measure)) {
            JsonNode said = value.get("value");
            BigDecimal number = said.get("number").decimalValue();
            if (!target.has("value")) continue;
            BigDecimal aim = target.at("/value/number").decimalValue();
            ObjectNode one = progress.addObject();
            if (said.has("document")) one.set("document", said.get("document"));
            one.put("number", number).put("target", aim).put("gap", aim.subtract(number));
            Boolean reached = reached(said, target.get("value"));
            if (reached != null) one.put("reached", reached);
            one.set("fact", value.get("fact"));
            one.set("targetFact", target.get("fact"));
        }
        measure.put("contradictory", isContradictory(measure));
    }

    /** Whether its target was missed. */
    private static boolean isMissed(JsonNode measure, LocalDate day) {
        JsonNode by = measure.at("/target/value/by");
        if (measure.has("closure") || !by.isObject()) return false;
        LocalDate date = LocalDate.parse(by.get("date").asString());
        LocalDate end = switch (by.path("precision").asString("DAY")) {
            case "DAY" -> date.plusDays(1);
            case "MONTH" -> date.plusMonths(1);
            case "QUARTER" -> date.plusMonths(3);
            case "HALF_YEAR" -> date.plusMonths(6);
            default -> date.plusYears(1);
        };
        if (day.isBefore(end)) return false;
        for (JsonNode value : counted(measure))
            if (!Boolean.FALSE.equals(reached(value.get("value"), measure.at("/target/value")))) return false;
        return true;
    }

    private static Optional<ObjectNode> ofInitiative(Asked asked) {
        List<String> only = List.of(asked.name("initiative"));
        return list(asked, only, "");
    }

    private static Optional<ObjectNode> ofPortfolio(Asked asked) {
        String portfolio = asked.name("portfolio");
        return list(asked, new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio), portfolio);
    }

    private static Optional<ObjectNode> list(Asked asked, List<String> initiatives, String portfolio) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : asked.fold().facts.ids("measure")) {
            ObjectNode measure = EntityReads.shown(asked, "measure", id).orElse(null);
            if (measure == null) continue;
            boolean of = initiatives.contains(measure.at("/initiative/value").asString(""))
                    || (!portfolio.isEmpty()
                            && measure.at("/portfolio/value").asString("").equals(portfolio));
            if (of && isOpenAsAsked(asked, measure)) items.add(measure);
        }
        return EntityReads.page(asked, items);
    }

    static boolean isOpenAsAsked(Asked asked, JsonNode state) {
        String wanted = asked.filters().get("open");
        return wanted == null || wanted.equals("TRUE") != state.has("closure");
    }

    private static Optional<ObjectNode> timeline(Asked asked) {
        ObjectNode page = Words.JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        List<NaiveFold.Segment> segments = new ArrayList<>(asked.fold().segments("measure", asked.name("measure")));
        for (NaiveFold.Segment segment : segments) {
            ObjectNode item = items.addObject().put("from", segment.from().toString());
            item.put("to", segment.to() == null ? null : segment.to().toString());
            ObjectNode measure =
                    new NaiveGrounds(asked.fold()).seen(segment.state().deepCopy(), segment.from());
            NaiveAlerts.add(asked.on(segment.from()), measure);
            show(measure);
            item.set("measure", measure);
        }
        return Optional.of(page);
    }
}
