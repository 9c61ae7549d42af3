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
            "/api/v1/registers/{register}/benefits", asked -> list(asked, ofRegister(asked)),
            "/api/v1/portfolios/{portfolio}/benefit-totals", BenefitReads::totalsOfPortfolio,
            "/api/v1/initiatives/{initiative}/benefit-totals", asked -> Optional.of(totals(asked, ofInitiative(asked))),
            "/api/v1/registers/{register}/benefit-totals", asked -> Optional.of(totals(asked, ofRegister(asked))));

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
        return list(asked, all).map(page -> {
            NaiveProtectiveMarking.show(asked, page, "benefit", NaiveProtectiveMarking.ids(page.get("items")));
            return page;
        });
    }

    private static Optional<ObjectNode> list(Asked asked, List<ObjectNode> benefits) {
        ArrayNode items = Words.JSON.createArrayNode();
        String contradictory = asked.filters().get("contradictory");
        String counts = asked.filters().get("counts");
        for (ObjectNode benefit : benefits) {
            if (!isAskedFor(asked, benefit)) continue;
            if (counts != null && counts.equals("TRUE") != counts(asked, benefit)) continue;
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
                && EntityReads.isOfOwner(asked, benefit)
                && NaiveSums.isAskedFor(asked, benefit);
    }

    /** Whether a benefit is open, and has no part that is. */
    private static boolean counts(Asked asked, ObjectNode benefit) {
        return !benefit.has("closure")
                && NaiveBenefit.parts(asked, benefit.get("id").asString()).isEmpty();
    }

    private static List<ObjectNode> ofPortfolio(Asked asked) {
        String portfolio = asked.name("portfolio");
        Set<String> members = Set.copyOf(new NaivePlacement(asked.fold(), asked.asOf()).members(portfolio));
        return of(asked, members, portfolio);
    }

    private static List<ObjectNode> ofRegister(Asked asked) {
        return PortfolioReads.all(asked, "benefit").stream()
                .filter(benefit -> benefit.get("register").asString().equals(asked.name("register")))
                .toList();
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
        ObjectNode totals = totals(asked, ofPortfolio(asked));
        JsonNode savings = savings(asked);
        totals.set(
                "targets",
                targets(savings, NaiveBenefit.sums(counted(asked, ofPortfolio(asked)), "figures", source(asked))));
        for (JsonNode stated : sorted(savings)) {
            JsonNode last = stated.get("last");
            if (last.at("/value/kind").asString().equals("TARGET")) continue;
            ObjectNode one = totals.withArray("/remainingGaps")
                    .addObject()
                    .put("statedIn", last.at("/value/statedIn").asString())
                    .put("fact", last.get("fact").asLong());
            NaiveSums.show(one.putArray("figures"), stated(last));
        }
        return Optional.of(totals);
    }

    private static @Nullable String source(Asked asked) {
        return asked.filters().get("statedIn");
    }

    private static JsonNode savings(Asked asked) {
        return asked.fold()
                .state("portfolio", asked.name("portfolio"), asked.asOf())
                .map(portfolio -> portfolio.get("savings"))
                .orElseGet(Words.JSON::createObjectNode);
    }

    private static List<JsonNode> sorted(JsonNode savings) {
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        savings.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return List.copyOf(sorted.values());
    }

    private static Map<String, ObjectNode> stated(JsonNode last) {
        Map<String, ObjectNode> figures = new TreeMap<>();
        NaiveBenefit.stated(last, "figures").forEach(figure -> {
            figure.putArray("facts").add(last.get("fact"));
            figures.put(NaiveBenefit.of(figure), figure);
        });
        return figures;
    }

    /** What sources state as a target, beside sums. */
    private static ArrayNode targets(JsonNode savings, Map<String, ObjectNode> sums) {
        ArrayNode targets = Words.JSON.createArrayNode();
        for (JsonNode stated : sorted(savings)) {
            JsonNode last = stated.get("last");
            if (!last.at("/value/kind").asString().equals("TARGET")) continue;
            ObjectNode one = targets.addObject()
                    .put("statedIn", last.at("/value/statedIn").asString())
                    .put("fact", last.get("fact").asLong());
            ArrayNode figures = one.putArray("figures");
            stated(last).forEach((of, figure) -> {
                var gap = NaiveBenefit.number(figure);
                figure.put("target", gap).remove(List.of("facts", "number"));
                if (sums.containsKey(of)) {
                    figure.put("counted", NaiveBenefit.number(sums.get(of)));
                    gap = gap.subtract(NaiveBenefit.number(sums.get(of)));
                }
                figures.add(figure.put("gap", gap));
            });
        }
        return targets;
    }

    /** What a board sees of the benefits of a portfolio. */
    static ObjectNode inBrief(Asked asked) {
        Asked all = new Asked(asked.fold(), asked.asOf(), asked.before(), asked.asOfBefore(), asked.names(), Map.of());
        List<ObjectNode> counted = counted(all, ofPortfolio(all));
        ObjectNode brief = brief(all, counted, Map.of("counts", "TRUE"));
        brief.set("targets", targets(savings(all), NaiveBenefit.sums(counted, "figures", null)));
        return brief.put("href", NaiveSums.href(all, NaiveSums.whole(all) + "/benefit-totals", Map.of()));
    }

    /** What a board sees of the benefits of one initiative itself. */
    static ObjectNode inBrief(Asked asked, String initiative) {
        List<ObjectNode> own = PortfolioReads.all(asked, "benefit").stream()
                .filter(benefit -> counts(asked, benefit)
                        && benefit.at("/subject/value/initiative").asString("").equals(initiative))
                .toList();
        return brief(asked, own, Map.of("counts", "TRUE", "initiative", initiative));
    }

    private static ObjectNode brief(Asked asked, List<ObjectNode> counted, Map<String, String> filters) {
        ObjectNode brief = Words.JSON.createObjectNode();
        String list = NaiveSums.whole(asked) + "/benefits";
        long contradictory = counted.stream()
                .filter(benefit -> !NaiveBenefit.figures(benefit, "figures", null)
                        .contradictions()
                        .isEmpty())
                .count();
        brief.putObject("counted").put("count", counted.size()).put("href", NaiveSums.href(asked, list, filters));
        brief.putObject("contradictory")
                .put("count", contradictory)
                .put("href", NaiveSums.href(asked, list, NaiveSums.with(filters, "contradictory", "TRUE")));
        NaiveSums.beside(
                brief.putArray("figures"), NaiveBenefit.sums(counted, "figures", null), NaiveBenefit.measured(counted));
        return brief;
    }

    private static List<ObjectNode> counted(Asked asked, List<ObjectNode> benefits) {
        return benefits.stream()
                .filter(benefit -> counts(asked, benefit))
                .filter(benefit -> isAskedFor(asked, benefit))
                .toList();
    }

    /** The sums of some benefits. */
    private static ObjectNode totals(Asked asked, List<ObjectNode> benefits) {
        String source = source(asked);
        List<ObjectNode> counted = counted(asked, benefits);
        String list = NaiveSums.whole(asked) + "/benefits";
        Map<String, String> filters = NaiveSums.with(asked.filters(), "counts", "TRUE");
        ObjectNode totals = sums(Words.JSON.createObjectNode(), counted, source);
        totals.put("href", NaiveSums.href(asked, list, filters));
        NaiveSums.beside(
                totals.putArray("measured"),
                NaiveBenefit.sums(counted, "figures", source),
                NaiveBenefit.measured(counted));
        ArrayNode contradictions = totals.putArray("contradictions");
        for (ObjectNode benefit : counted)
            NaiveBenefit.figures(benefit, "figures", source)
                    .contradictions()
                    .values()
                    .forEach(contradiction -> contradictions.add(contradiction
                            .put("benefit", benefit.get("id").asString())
                            .put("title", benefit.at("/title/value").asString())));
        totals.put("contradicting", contradictions.size());
        byClass(asked, totals.putArray("classes"), counted, filters);
        byGroup(asked, totals.putArray("businessGroups"), counted, filters);
        totals.putArray("targets");
        totals.putArray("remainingGaps");
        Map<String, List<ObjectNode>> initiatives = new TreeMap<>();
        Map<String, ObjectNode> alone = new TreeMap<>();
        for (ObjectNode benefit : counted) {
            String through = NaiveSums.through(asked, benefit);
            if (through == null) alone.put(benefit.get("id").asString(), benefit);
            else initiatives.computeIfAbsent(through, _ -> new ArrayList<>()).add(benefit);
        }
        ArrayNode items = totals.putArray("items");
        initiatives.forEach((id, some) -> {
            ObjectNode part = items.addObject().put("initiative", id);
            part.put("name", name(asked, id));
            part.put("href", NaiveSums.href(asked, list, NaiveSums.with(filters, "through", id)));
            sums(part, some, source);
        });
        alone.forEach((id, one) -> {
            ObjectNode part = items.addObject().put("benefit", id);
            part.set("name", one.at("/title/value"));
            part.put("href", NaiveSums.href(asked, "benefits/" + id, Map.of()));
            sums(part, List.of(one), source);
        });
        return totals;
    }

    private static String name(Asked asked, String initiative) {
        return NaiveSums.lying(asked, initiative)
                .map(state -> state.at("/name/value").asString())
                .orElse(initiative);
    }

    private static ObjectNode sums(ObjectNode into, List<ObjectNode> benefits, @Nullable String source) {
        into.put("benefits", benefits.size());
        for (String measure : List.of("figures", "costBefore", "costAfter"))
            NaiveSums.show(into.putArray(measure), NaiveBenefit.sums(benefits, measure, source));
        return into;
    }

    private static void byClass(Asked asked, ArrayNode into, List<ObjectNode> counted, Map<String, String> filters) {
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
            one.put("href", href(asked, NaiveSums.with(filters, "benefitClass", of.isEmpty() ? "NOT_STATED" : of)));
            NaiveSums.show(one.putArray("figures"), NaiveBenefit.sums(some, "figures", source(asked)));
        }
    }

    private static String href(Asked asked, Map<String, String> filters) {
        return NaiveSums.href(asked, NaiveSums.whole(asked) + "/benefits", filters);
    }

    private static void byGroup(Asked asked, ArrayNode into, List<ObjectNode> counted, Map<String, String> filters) {
        Map<String, List<ObjectNode>> groups = new TreeMap<>();
        for (ObjectNode benefit : counted)
            groups.computeIfAbsent(NaiveSums.groups(asked, benefit).toString(), _ -> new ArrayList<>())
                    .add(benefit);
        groups.values().forEach(some -> {
            List<String> codes = NaiveSums.groups(asked, some.getFirst());
            ObjectNode one = into.addObject().put("benefits", some.size());
            one.set("businessGroups", Words.JSON.valueToTree(codes));
            one.put("href", href(asked, NaiveSums.with(filters, "businessGroups", NaiveSums.together(codes))));
            NaiveSums.show(one.putArray("figures"), NaiveBenefit.sums(some, "figures", source(asked)));
        });
    }
}
