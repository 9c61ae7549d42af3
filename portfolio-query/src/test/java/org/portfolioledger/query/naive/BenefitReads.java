package org.portfolioledger.query.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The benefits of a portfolio and of an initiative: listed, and added up. */
final class BenefitReads {

    private static final List<String> CLASSES =
            List.of("CASHABLE", "NON_CASHABLE", "QUANTIFIED", "QUALITATIVE", "DISBENEFIT");

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/portfolios/{portfolio}/benefits", asked -> list(asked, ofPortfolio(asked)),
            "/api/v1/initiatives/{initiative}/benefits", asked -> list(asked, ofInitiative(asked)),
            "/api/v1/portfolios/{portfolio}/benefit-totals", BenefitReads::totalsOfPortfolio,
            "/api/v1/initiatives/{initiative}/benefit-totals",
                    asked -> Optional.of(totals(asked, ofInitiative(asked), asked.name("initiative"))));

    private BenefitReads() {}

    static Optional<ObjectNode> benefits(Asked asked) {
        List<ObjectNode> all = new ArrayList<>();
        for (String id : asked.fold().facts.ids("benefit"))
            asked.fold()
                    .state("benefit", id, asked.asOf())
                    .filter(state -> asked.is("initiative", state.at("/subject/value/initiative"))
                            && asked.is("portfolio", state.at("/subject/value/portfolio"))
                            && asked.is("businessCase", state.at("/businessCase/value"))
                            && asked.is("partOf", state.at("/partOf/value")))
                    .ifPresent(all::add);
        return list(asked, all);
    }

    private static Optional<ObjectNode> list(Asked asked, List<ObjectNode> benefits) {
        ArrayNode items = Words.JSON.createArrayNode();
        String contradictory = asked.filters().get("contradictory");
        for (ObjectNode benefit : benefits) {
            if (!isAskedFor(asked, benefit)) continue;
            ObjectNode shown = EntityReads.shown(
                            asked, "benefit", benefit.get("id").asString())
                    .orElseThrow();
            boolean contradicts = !shown.get("contradictions").isEmpty();
            if (contradictory == null || contradictory.equals("TRUE") == contradicts) items.add(shown);
        }
        return EntityReads.page(asked, items);
    }

    private static boolean isAskedFor(Asked asked, ObjectNode benefit) {
        String source = asked.filters().get("statedIn");
        return asked.is("benefitClass", benefit.at("/benefitClass/value"))
                && asked.is("status", benefit.at("/status/value"))
                && (source == null
                        || benefit.get("profiles").propertyNames().stream().anyMatch(source::equalsIgnoreCase))
                && EntityReads.isOfOwner(asked, benefit);
    }

    private static List<ObjectNode> ofPortfolio(Asked asked) {
        String portfolio = asked.name("portfolio");
        Set<String> members = Set.copyOf(new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio));
        return of(asked, members, portfolio);
    }

    private static List<ObjectNode> ofInitiative(Asked asked) {
        return of(asked, below(asked, asked.name("initiative")), null);
    }

    private static List<ObjectNode> of(Asked asked, Set<String> initiatives, @Nullable String portfolio) {
        List<ObjectNode> benefits = new ArrayList<>();
        for (String id : asked.fold().facts.ids("benefit"))
            asked.fold()
                    .state("benefit", id, asked.asOf())
                    .filter(benefit -> {
                        JsonNode subject = benefit.at("/subject/value");
                        if (subject.has("initiative"))
                            return initiatives.contains(
                                    subject.get("initiative").asString());
                        return portfolio != null
                                && portfolio.equals(subject.path("portfolio").asString(""));
                    })
                    .ifPresent(benefits::add);
        return benefits;
    }

    /** An initiative and those that are below it on the day. */
    private static Set<String> below(Asked asked, String top) {
        Set<String> below = new TreeSet<>(Set.of(top));
        boolean more = true;
        while (more) {
            more = false;
            for (String id : asked.fold().facts.ids("initiative")) {
                String parent = asked.fold()
                        .state("initiative", id, asked.asOf())
                        .map(state -> state.at("/placement/value/parent").asString(""))
                        .orElse("");
                if (below.contains(parent)) more |= below.add(id);
            }
        }
        return below;
    }

    private static Optional<ObjectNode> totalsOfPortfolio(Asked asked) {
        List<ObjectNode> benefits = ofPortfolio(asked);
        ObjectNode totals = totals(asked, benefits, null);
        ObjectNode portfolio = asked.fold()
                .state("portfolio", asked.name("portfolio"), asked.asOf())
                .orElse(null);
        if (portfolio == null) return Optional.of(totals);
        Map<String, ObjectNode> sums = new TreeMap<>();
        totals.get("figures").forEach(sum -> sums.put(NaiveBenefit.of(sum), (ObjectNode) sum));
        SortedMap<String, JsonNode> savings = new TreeMap<>();
        portfolio.get("savings").properties().forEach(each -> savings.put(each.getKey(), each.getValue()));
        for (JsonNode stated : savings.values()) {
            JsonNode last = stated.get("last");
            boolean target = last.at("/value/kind").asString().equals("TARGET");
            ObjectNode one = totals.withArray(target ? "/targets" : "/remainingGaps")
                    .addObject()
                    .put("statedIn", last.at("/value/statedIn").asString())
                    .put("fact", last.get("fact").asLong());
            Map<String, ObjectNode> figures = new TreeMap<>();
            NaiveBenefit.stated(last, "figures").forEach(figure -> figures.put(NaiveBenefit.of(figure), figure));
            ArrayNode shown = one.putArray("figures");
            figures.forEach((of, figure) -> {
                if (!target) {
                    shown.add(figure);
                    return;
                }
                figure.set("target", figure.remove("number"));
                var gap = figure.get("target").decimalValue();
                if (sums.containsKey(of)) {
                    figure.put("counted", NaiveBenefit.number(sums.get(of)));
                    gap = gap.subtract(NaiveBenefit.number(sums.get(of)));
                }
                shown.add(figure.put("gap", gap));
            });
        }
        return Optional.of(totals);
    }

    /**
     * The sums of some benefits.
     *
     * @param top the initiative at the top; null: it is a portfolio
     */
    private static ObjectNode totals(Asked asked, List<ObjectNode> benefits, @Nullable String top) {
        String source = asked.filters().get("statedIn");
        List<ObjectNode> counted = benefits.stream()
                .filter(benefit -> !benefit.has("closure"))
                .filter(benefit ->
                        NaiveBenefit.parts(asked, benefit.get("id").asString()).isEmpty())
                .filter(benefit -> isAskedFor(asked, benefit))
                .toList();
        ObjectNode totals = sums(Words.JSON.createObjectNode(), counted, source);
        ArrayNode contradictions = totals.putArray("contradictions");
        for (ObjectNode benefit : counted)
            NaiveBenefit.figures(benefit, "figures", source)
                    .contradictions()
                    .values()
                    .forEach(contradiction -> contradictions.add(contradiction
                            .put("benefit", benefit.get("id").asString())
                            .put("title", benefit.at("/title/value").asString())));
        totals.put("contradicting", contradictions.size());
        byClass(totals.putArray("classes"), counted, source);
        byGroup(asked, totals.putArray("businessGroups"), counted, source);
        totals.putArray("targets");
        totals.putArray("remainingGaps");
        Map<String, List<ObjectNode>> initiatives = new TreeMap<>();
        Map<String, ObjectNode> alone = new TreeMap<>();
        for (ObjectNode benefit : counted) {
            String through = through(asked, benefit, top);
            if (through == null) alone.put(benefit.get("id").asString(), benefit);
            else initiatives.computeIfAbsent(through, _ -> new ArrayList<>()).add(benefit);
        }
        ArrayNode items = totals.putArray("items");
        initiatives.forEach((id, some) -> {
            ObjectNode part = items.addObject().put("initiative", id);
            part.put("name", name(asked, id));
            sums(part, some, source);
        });
        alone.forEach((id, one) -> {
            ObjectNode part = items.addObject().put("benefit", id);
            part.set("name", one.at("/title/value"));
            sums(part, List.of(one), source);
        });
        return totals;
    }

    private static String name(Asked asked, String initiative) {
        return new NaivePlacement(asked.fold(), asked.asOf())
                .lastState(initiative)
                .map(state -> state.at("/name/value").asString())
                .orElse(initiative);
    }

    /** The highest initiative below the top through which a benefit is a part of it; null: none. */
    private static @Nullable String through(Asked asked, ObjectNode benefit, @Nullable String top) {
        String at = benefit.at("/subject/value/initiative").asString("");
        if (at.isEmpty() || at.equals(top)) return null;
        NaivePlacement placement = new NaivePlacement(asked.fold(), asked.asOf());
        while (true) {
            String parent = placement
                    .lastState(at)
                    .map(state -> state.at("/placement/value/parent").asString(""))
                    .orElse("");
            if (parent.isEmpty() || parent.equals(top)) return at;
            at = parent;
        }
    }

    private static ObjectNode sums(ObjectNode into, List<ObjectNode> benefits, @Nullable String source) {
        into.put("benefits", benefits.size());
        for (String measure : List.of("figures", "costBefore", "costAfter"))
            NaiveBenefit.sums(benefits, measure, source).values().forEach(into.putArray(measure)::add);
        return into;
    }

    private static void byClass(ArrayNode into, List<ObjectNode> counted, @Nullable String source) {
        List<String> all = new ArrayList<>(CLASSES);
        all.add("");
        for (String of : all) {
            List<ObjectNode> some = counted.stream()
                    .filter(benefit ->
                            benefit.at("/benefitClass/value").asString("").equals(of))
                    .toList();
            if (some.isEmpty()) continue;
            ObjectNode one = into.addObject().put("benefits", some.size());
            if (!of.isEmpty()) one.put("benefitClass", of);
            NaiveBenefit.sums(some, "figures", source).values().forEach(one.putArray("figures")::add);
        }
    }

    private static void byGroup(Asked asked, ArrayNode into, List<ObjectNode> counted, @Nullable String source) {
        Map<String, List<ObjectNode>> groups = new TreeMap<>();
        NaivePlacement placement = new NaivePlacement(asked.fold(), asked.asOf());
        for (ObjectNode benefit : counted) {
            JsonNode subject = benefit.at("/subject/value");
            Set<String> of = new TreeSet<>();
            if (subject.has("businessGroup"))
                of.add(subject.get("businessGroup").asString());
            else
                placement
                        .lastState(subject.path("initiative").asString("-"))
                        .ifPresent(state -> state.at("/owners/value").forEach(owner -> of.add(owner.asString())));
            groups.computeIfAbsent(of.toString(), _ -> new ArrayList<>()).add(benefit);
        }
        groups.forEach((group, some) -> {
            ObjectNode one = into.addObject().put("benefits", some.size());
            ArrayNode codes = one.putArray("businessGroups");
            for (String code : group.replaceAll("[\\[\\]]", "").split(", ", -1)) if (!code.isEmpty()) codes.add(code);
            NaiveBenefit.sums(some, "figures", source).values().forEach(one.putArray("figures")::add);
        });
    }
}
