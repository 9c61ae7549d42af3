package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BenefitFact.BenefitMeasured;
import org.portfolioledger.events.BenefitFact.BenefitOpened;
import org.portfolioledger.events.BenefitFact.BenefitOwnerChanged;
import org.portfolioledger.events.BenefitFact.BenefitPlanned;
import org.portfolioledger.events.BenefitFact.BenefitProfilePreferred;
import org.portfolioledger.events.BenefitFact.BenefitProfileStated;
import org.portfolioledger.events.BenefitFact.BenefitProfileWithdrawn;
import org.portfolioledger.events.BenefitFact.BenefitRealisationAssessed;
import org.portfolioledger.events.BenefitFact.BenefitWithdrawn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a benefit, and adds its figures up. */
final class NaiveBenefit {

    private static final List<String> POSTS = List.of("OFFICER", "STAFF", "PCSO");
    private static final List<String> BASES = List.of("NOMINAL", "REAL", "NOT_STATED");

    private NaiveBenefit() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case BenefitOpened opened -> {
                boolean first = !state.has("status");
                state.put("id", opened.benefit()).put("register", opened.register());
                words.put(state, "title", opened.title());
                words.put(state, "benefitClass", opened.benefitClass());
                words.put(state, "subject", opened.subject());
                if (opened.owner() != null) words.put(state, "owner", opened.owner());
                words.put(state, "businessCase", opened.businessCase());
                words.put(state, "partOf", opened.partOf());
                words.put(state, "attributes", opened.attributes());
                if (!first) return;
                state.putObject("profiles");
                state.putArray("measurements");
                words.put(state, "status", "EXPECTED");
            }
            case BenefitPlanned _ -> words.put(state, "status", "PLANNED");
            case BenefitProfileStated stated -> {
                ObjectNode profile = words.members("benefit", "statedIn");
                if (stated.provenance().source() != null)
                    profile.set(
                            "paper", Words.JSON.valueToTree(stated.provenance().source()));
                state(state, "profiles", stated.statedIn(), words.ground(profile));
            }
            case BenefitProfileWithdrawn none -> {
                ObjectNode profile = Words.JSON.createObjectNode().put("withdrawn", none.reason());
                for (String list : List.of("money", "posts", "quantities")) profile.putArray(list);
                if (none.provenance().source() != null)
                    profile.set(
                            "paper", Words.JSON.valueToTree(none.provenance().source()));
                state(state, "profiles", none.statedIn(), words.ground(profile));
            }
            case BenefitProfilePreferred _ -> words.put(state, "preferred", words.members("benefit"));
            case BenefitMeasured _ -> state.withArray("/measurements").add(words.ground(words.members("benefit")));
            case BenefitRealisationAssessed assessed -> {
                words.put(state, "assessment", words.members("benefit"));
                words.put(state, "status", assessed.outcome().name());
            }
            case BenefitOwnerChanged changed -> words.put(state, "owner", changed.owner());
            case BenefitWithdrawn _ -> {
                words.put(state, "closure", words.members("benefit"));
                words.put(state, "status", "WITHDRAWN");
            }
            default -> throw new AssertionError(words);
        }
    }

    /** What a source states now, after what it stated before. */
    static void state(ObjectNode state, String member, String key, ObjectNode stated) {
        if (!(state.get(member) instanceof ObjectNode all)) throw new AssertionError(state);
        if (all.get(key) instanceof ObjectNode before) {
            ((ArrayNode) before.get("earlier")).add(before.get("last"));
            before.set("last", stated);
            return;
        }
        ObjectNode first = all.putObject(key);
        first.set("last", stated);
        first.putArray("earlier");
    }

    /**
     * The figures of a benefit: those that count, and those of which none counts.
     *
     * @param counted by what they are of
     * @param contradictions by year and kind of post
     */
    record Figures(Map<String, ObjectNode> counted, Map<String, ObjectNode> contradictions) {}

    /**
     * Counts.
     *
     * @param measure {@code figures}, {@code costBefore} or {@code costAfter}
     * @param source whose figures alone count, whatever is preferred; null: none is asked for
     */
    static Figures figures(JsonNode benefit, String measure, @Nullable String source) {
        JsonNode preferred = benefit.at("/preferred/value/statedIn");
        String only = source == null && preferred.isString() ? preferred.asString() : source;
        Map<String, List<ObjectNode>> cells = new TreeMap<>();
        benefit.get("profiles").forEachEntry((name, profile) -> {
            if (only != null && !only.equalsIgnoreCase(name)) return;
            for (ObjectNode figure : stated(profile.get("last"), measure))
                cells.computeIfAbsent(cell(figure), _ -> new ArrayList<>())
                        .add(figure.put("statedIn", name)
                                .put("fact", profile.at("/last/fact").asLong()));
        });
        Figures figures = new Figures(new TreeMap<>(), new TreeMap<>());
        cells.forEach((cell, all) -> {
            boolean agree = all.stream().allMatch(figure -> agree(all.getFirst(), figure));
            if (agree) {
                ObjectNode counted = all.getFirst().deepCopy();
                counted.remove(List.of("statedIn", "fact"));
                ArrayNode sources = counted.putArray("statedIn");
                ArrayNode facts = counted.putArray("facts");
                all.forEach(figure -> {
                    sources.add(figure.get("statedIn"));
                    facts.add(figure.get("fact"));
                });
                figures.counted().put(of(counted), counted);
            } else {
                ObjectNode contradiction = Words.JSON.createObjectNode();
                for (String member : List.of("year", "posts"))
                    if (all.getFirst().has(member))
                        contradiction.set(member, all.getFirst().get(member));
                all.forEach(contradiction.putArray("figures")::add);
                figures.contradictions().put(cell, contradiction);
            }
        });
        return figures;
    }

    private static boolean agree(ObjectNode one, ObjectNode other) {
        return of(one).equals(of(other)) && number(one).compareTo(number(other)) == 0;
    }

    static BigDecimal number(JsonNode figure) {
        return BigDecimal.ZERO.add(figure.get("number").decimalValue());
    }

    /** What one source states, each figure with all that it is of. */
    static List<ObjectNode> stated(JsonNode last, String measure) {
        JsonNode profile = last.get("value");
        List<ObjectNode> figures = new ArrayList<>();
        if (!measure.equals("figures")) {
            if (profile.has(measure)) figures.add(money(null, profile.get(measure)));
            return figures;
        }
        for (JsonNode one : profile.get("money")) figures.add(money(one.get("year"), one.get("money")));
        for (JsonNode one : profile.get("posts")) {
            ObjectNode figure = Words.JSON.createObjectNode();
            if (one.has("year")) figure.set("year", one.get("year"));
            figure.set("posts", one.get("kind"));
            figure.set("number", one.get("number"));
            figures.add(figure);
        }
        return figures;
    }

    private static ObjectNode money(@Nullable JsonNode year, JsonNode money) {
        ObjectNode figure = Words.JSON.createObjectNode();
        if (year != null) figure.set("year", year);
        for (String member : List.of("currency", "priceBasis", "priceYear"))
            if (money.has(member)) figure.set(member, money.get(member));
        figure.set("number", money.get("amount"));
        return figure;
    }

    /** In the order in which figures are shown. */
    private static String cell(JsonNode figure) {
        return figure.path("year").asString("~") + "|"
                + (POSTS.indexOf(figure.path("posts").asString("")) + 1);
    }

    static String of(JsonNode figure) {
        return cell(figure) + "|" + figure.path("currency").asString("") + "|"
                + BASES.indexOf(figure.path("priceBasis").asString("")) + "|"
                + figure.path("priceYear").asString("");
    }

    static SortedSet<String> alerts(JsonNode state, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        if (state.has("closure")) return alerts;
        if (!figures(state, "figures", null).contradictions().isEmpty()) alerts.add("BENEFIT_SOURCES_CONTRADICT");
        if (!state.has("assessment") && isOverdue(state, day)) alerts.add("BENEFIT_OVERDUE");
        return alerts;
    }

    private static boolean isOverdue(JsonNode state, LocalDate day) {
        LocalDate last = achievedBy(state);
        return last != null && last.isBefore(day);
    }

    /** The last day that any source states, or that which is preferred; null: none. */
    static @Nullable LocalDate achievedBy(JsonNode state) {
        JsonNode preferred = state.at("/preferred/value/statedIn");
        LocalDate last = null;
        for (Map.Entry<String, JsonNode> profile : state.get("profiles").properties()) {
            if (preferred.isString() && !preferred.asString().equals(profile.getKey())) continue;
            JsonNode by = profile.getValue().at("/last/value/achievedBy");
            if (!by.isObject()) continue;
            LocalDate ends = NaiveMilestones.end(by);
            if (last == null || ends.isAfter(last)) last = ends;
        }
        return last;
    }

    /** Adds what is shown of a benefit besides: whether it is open, its figures, and what its parts come to. */
    static void show(Asked asked, ObjectNode benefit) {
        benefit.put("open", !benefit.has("closure"));
        Figures figures = figures(benefit, "figures", null);
        figures.counted().values().forEach(benefit.putArray("counted")::add);
        figures.contradictions().values().forEach(benefit.putArray("contradictions")::add);
        NaiveSums.beside(
                benefit.putArray("measured"), sums(List.of(benefit), "figures", null), measured(List.of(benefit)));
        List<ObjectNode> parts = parts(asked, benefit.get("id").asString());
        if (parts.isEmpty()) return;
        ObjectNode shown = benefit.putObject("parts");
        ArrayNode ids = shown.putArray("benefits");
        parts.forEach(part -> ids.add(part.get("id")));
        ArrayNode sources = shown.putArray("sources");
        for (String source : new TreeSet<>(benefit.get("profiles").propertyNames())) {
            ObjectNode one = sources.addObject().put("statedIn", source);
            for (String measure : List.of("figures", "costBefore", "costAfter"))
                compared(benefit, parts, source, measure).forEach(one.putArray(measure)::add);
        }
    }

    private static List<ObjectNode> compared(JsonNode whole, List<ObjectNode> parts, String source, String measure) {
        Map<String, ObjectNode> stated = figures(whole, measure, source).counted();
        Map<String, ObjectNode> sums = sums(parts, measure, source);
        Map<String, ObjectNode> both = new TreeMap<>(stated);
        sums.forEach(both::putIfAbsent);
        List<ObjectNode> compared = new ArrayList<>();
        both.forEach((of, figure) -> {
            ObjectNode one = figure.deepCopy();
            one.remove(List.of("number", "statedIn", "facts"));
            BigDecimal difference = BigDecimal.ZERO;
            if (stated.containsKey(of)) {
                difference = difference.add(number(stated.get(of)));
                one.put("stated", number(stated.get(of)));
            }
            if (sums.containsKey(of)) {
                difference = difference.subtract(number(sums.get(of)));
                one.put("parts", number(sums.get(of)));
            }
            compared.add(one.put("difference", difference));
        });
        return compared;
    }

    /** The sums of what counts of some benefits, by what they are of. */
    static Map<String, ObjectNode> sums(List<ObjectNode> benefits, String measure, @Nullable String source) {
        Map<String, ObjectNode> sums = new TreeMap<>();
        for (ObjectNode benefit : benefits)
            figures(benefit, measure, source).counted().values().forEach(figure -> NaiveSums.add(sums, figure));
        return sums;
    }

    /** The sums of what was measured of some benefits. */
    static Map<String, ObjectNode> measured(List<ObjectNode> benefits) {
        Map<String, ObjectNode> sums = new TreeMap<>();
        for (ObjectNode benefit : benefits) measured(benefit).forEach(measurement -> measured(sums, measurement));
        return sums;
    }

    /** The measurements of a benefit of which no later one has a day in common, or no period either. */
    private static List<JsonNode> measured(ObjectNode benefit) {
        List<JsonNode> all = benefit.get("measurements").valueStream().toList();
        List<JsonNode> counted = new ArrayList<>();
        for (JsonNode one : all) {
            boolean last = true;
            for (JsonNode later : all.subList(all.indexOf(one) + 1, all.size())) {
                String from = one.at("/value/firstDay").asString("");
                String to = one.at("/value/lastDay").asString("");
                String laterFrom = later.at("/value/firstDay").asString("");
                String laterTo = later.at("/value/lastDay").asString("");
                boolean none = from.isEmpty() || to.isEmpty();
                boolean laterNone = laterFrom.isEmpty() || laterTo.isEmpty();
                if (none && laterNone) last = false;
                if (!none && !laterNone && laterFrom.compareTo(to) <= 0 && from.compareTo(laterTo) <= 0) last = false;
            }
            if (last) counted.add(one);
        }
        return counted;
    }

    private static void measured(Map<String, ObjectNode> sums, JsonNode measurement) {
        JsonNode value = measurement.get("value");
        String first = year(value.path("firstDay").asString(""));
        String last = year(value.path("lastDay").asString(""));
        JsonNode year = first.isEmpty() || !first.equals(last)
                ? null
                : Words.JSON.getNodeFactory().stringNode(first);
        List<ObjectNode> figures = new ArrayList<>();
        if (value.has("money")) figures.add(money(year, value.get("money")));
        for (JsonNode posts : value.get("posts")) {
            ObjectNode figure = Words.JSON.createObjectNode();
            if (year != null) figure.set("year", year);
            figure.set("posts", posts.get("kind"));
            figure.set("number", posts.get("number"));
            figures.add(figure);
        }
        for (ObjectNode figure : figures) {
            figure.putArray("facts").add(measurement.get("fact"));
            NaiveSums.add(sums, figure);
        }
    }

    /** The financial year of a day; empty: of none that is kept. */
    private static String year(String day) {
        if (day.isEmpty()) return "";
        int first = LocalDate.parse(day).minusMonths(3).getYear();
        return first < 1900 || first > 2199 ? "" : String.format(Locale.ROOT, "%d/%02d", first, (first + 1) % 100);
    }

    /** Those of a benefit that are not withdrawn. */
    static List<ObjectNode> parts(Asked asked, String whole) {
        List<ObjectNode> parts = new ArrayList<>();
        for (String id : asked.fold().facts.ids("benefit"))
            asked.fold()
                    .state("benefit", id, asked.asOf())
                    .filter(part -> !part.has("closure"))
                    .filter(part -> part.at("/partOf/value").asString("").equals(whole))
                    .ifPresent(parts::add);
        return parts;
    }
}
