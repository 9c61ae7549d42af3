package org.portfolioledger.query.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status of a portfolio, and what its initiatives hold. */
final class PortfolioReads {

    static final Map<String, NaiveRead> ALL = Map.ofEntries(
            Map.entry("/api/v1/portfolios/{portfolio}/status", PortfolioReads::status),
            Map.entry("/api/v1/portfolios/{portfolio}/status/series", NaiveSeries::read),
            Map.entry("/api/v1/portfolios/{portfolio}/rag-assessments", PortfolioReads::ratings),
            Map.entry("/api/v1/portfolios/{portfolio}/appointments", PortfolioReads::appointments),
            Map.entry("/api/v1/portfolios/{portfolio}/decisions", PortfolioReads::decisions),
            Map.entry("/api/v1/portfolios/{portfolio}/business-cases", PortfolioReads::businessCases),
            Map.entry("/api/v1/portfolios/{portfolio}/lead-times", PortfolioReads::leadTimes),
            Map.entry("/api/v1/portfolios/{portfolio}/papers-changed-before-gates", NaiveGatePapers::read),
            Map.entry("/api/v1/portfolios/{portfolio}/exits", PortfolioReads::exits),
            Map.entry("/api/v1/portfolios/{portfolio}/accounting-assessments", NaiveAccountingAssessment::ofPortfolio),
            Map.entry("/api/v1/portfolios/{portfolio}/dependencies", PortfolioReads::dependencies),
            Map.entry("/api/v1/portfolios/{portfolio}/milestones", PortfolioReads::milestones),
            Map.entry("/api/v1/portfolios/{portfolio}/actions", PortfolioReads::actions),
            Map.entry("/api/v1/portfolios/{portfolio}/reviews", PortfolioReads::reviews),
            Map.entry("/api/v1/portfolios/{portfolio}/recommendations", PortfolioReads::recommendations));

    private PortfolioReads() {}

    static List<String> members(Asked asked) {
        return new NaivePlacement(asked.fold(), asked.asOf()).members(asked.name("portfolio"));
    }

    /** Whether what an initiative saw on a day belongs to the portfolio that is asked about. */
    static boolean sawIn(Asked asked, String initiative, JsonNode day) {
        return new NaivePlacement(asked.fold(), LocalDate.parse(day.asString()))
                .belongs(asked.name("portfolio"), initiative);
    }

    static List<String> openMembers(Asked asked) {
        return new NaivePlacement(asked.fold(), asked.asOf()).openMembers(asked.name("portfolio"));
    }

    private static Optional<ObjectNode> state(Asked asked, String kind, String id) {
        return asked.fold().state(kind, id, asked.asOf());
    }

    private static Optional<ObjectNode> ratings(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : openMembers(asked))
            NaiveShownRatings.of(asked.fold(), id, asked.asOf())
                    .ifPresent(ratings -> byKey(ratings)
                            .forEach((key, rating) ->
                                    items.add(PartReads.part(key, rating).put("initiative", id))));
        String inForce = asked.filters().get("inForce");
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (JsonNode item : items)
            if ((inForce == null || inForce.equals("TRUE") == NaiveShownRatings.isInForce(item))
                    && asked.filters()
                            .getOrDefault(
                                    "schemeVersion", item.get("schemeVersion").asString())
                            .equals(item.get("schemeVersion").asString())) wanted.add(item);
        return page(asked, wanted, "rating", "assessor", "criterion", "scheme");
    }

    private static Optional<ObjectNode> milestones(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : openMembers(asked))
            state(asked, "milestones", id).ifPresent(state -> {
                for (JsonNode milestone : NaiveMilestones.listed(
                        state, asked.filters().get("baseline"), asked.filters().get("against"), asked.asOf()))
                    if (NaiveMilestones.isAskedFor(asked, milestone)) items.add(milestone);
            });
        return page(asked, items);
    }

    private static SortedMap<String, JsonNode> byKey(JsonNode values) {
        SortedMap<String, JsonNode> byKey = new TreeMap<>();
        values.properties().forEach(member -> byKey.put(member.getKey(), member.getValue()));
        return byKey;
    }

    private static Optional<ObjectNode> appointments(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : openMembers(asked))
            NaiveAppointments.at(asked.fold(), id, asked.asOf())
                    .ifPresent(roles -> PartReads.running(roles)
                            .forEach(role -> items.add(((ObjectNode) role).put("initiative", id))));
        return page(asked, items, "role");
    }

    private static Optional<ObjectNode> decisions(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (ObjectNode businessCase : all(asked, "business-case")) {
            for (JsonNode outcome : PartReads.decided(businessCase))
                if (sawIn(asked, businessCase.get("initiative").asString(), outcome.get("since")))
                    items.add(((ObjectNode) outcome)
                            .put("businessCase", businessCase.get("id").asString())
                            .put("initiative", businessCase.get("initiative").asString()));
        }
        for (ObjectNode board : all(asked, "board"))
            for (JsonNode decision : PartReads.onMatters(board))
                if (decision.has("initiative")
                        && sawIn(asked, decision.get("initiative").asString(), decision.get("since")))
                    items.add(
                            ((ObjectNode) decision).put("board", board.get("id").asString()));
        return page(asked, items, "board", "outcome");
    }

    private static Optional<ObjectNode> businessCases(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        List<String> members = members(asked);
        for (ObjectNode businessCase : all(asked, "business-case"))
            if (members.contains(businessCase.get("initiative").asString())) {
                businessCase.set("timeAtBoards", new NaiveRound(businessCase).timeAtBoards(asked.asOf()));
                businessCase.set("steps", new NaiveRound(businessCase).steps(asked.asOf()));
                items.add(businessCase);
            }
        return page(asked, items, "stage");
    }

    /** By board the final approvals, each with the days since the case was first submitted. */
    private static Optional<ObjectNode> leadTimes(Asked asked) {
        SortedMap<String, List<ObjectNode>> byBoard = new TreeMap<>();
        for (ObjectNode businessCase : all(asked, "business-case"))
            for (JsonNode approval : businessCase.get("finalApprovals"))
                if (NaiveBusinessCase.isAskedFor(asked, approval)
                        && sawIn(asked, businessCase.get("initiative").asString(), approval.get("since")))
                    byBoard.computeIfAbsent(approval.at("/value/board").asString(""), _ -> new ArrayList<>())
                            .add(leadTime(businessCase, approval));
        ArrayNode items = Words.JSON.createArrayNode();
        byBoard.forEach((board, approved) -> {
            long total = 0;
            int counted = 0;
            for (ObjectNode approval : approved)
                if (approval.has("days") && !approval.has("inexact")) {
                    counted++;
                    total += approval.get("days").asLong();
                }
            ObjectNode item = items.addObject().put("counted", counted);
            if (!board.isEmpty()) item.put("board", board);
            item.put("totalDays", total);
            if (counted > 0)
                item.put("meanDays", new BigDecimal(total).divide(new BigDecimal(counted), 1, RoundingMode.HALF_UP));
            approved.sort(Comparator.comparing(one -> one.get("approvedOn").asString()));
            approved.forEach(item.putArray("cases")::add);
        });
        ObjectNode page = Words.JSON.createObjectNode();
        page.set("items", new NaiveGrounds(asked.fold()).seen(items, asked.asOf()));
        for (JsonNode item : page.get("items"))
            for (JsonNode approval : item.get("cases")) NaiveAlerts.add(asked, (ObjectNode) approval);
        return Optional.of(page);
    }

    /** Those of initiatives that lay in the portfolio until the day before; of moves, and not from the day on. */
    private static Optional<ObjectNode> exits(Asked asked) {
        List<ObjectNode> exits = new ArrayList<>();
        for (ObjectNode initiative : all(asked, "initiative"))
            for (String way : List.of("EXIT", "MOVE"))
                for (JsonNode exit : initiative.get(way.equals("EXIT") ? "exits" : "moves")) {
                    String id = initiative.get("id").asString();
                    LocalDate since = LocalDate.parse(exit.get("since").asString());
                    boolean left =
                            isIn(asked, id, since.minusDays(1)) && (way.equals("EXIT") || !isIn(asked, id, since));
                    if (!left || !asked.is("initiative", initiative.get("id"))) continue;
                    ObjectNode item = PartReads.part(Long.toString(PartReads.place(exit)), exit);
                    if (item.has("to")) item.set("wentTo", item.remove("to"));
                    item.put("initiative", id).put("way", way).set("name", initiative.get("name"));
                    JsonNode owner = NaiveAppointments.at(asked.fold(), id, asked.asOf())
                            .map(roles -> roles.at("/roles/BENEFITS_OWNER"))
                            .orElseGet(Words.JSON::missingNode);
                    item.set(
                            "benefitsOwner",
                            NaiveAppointments.isHeld(owner.path("value")) ? owner : Words.JSON.nullNode());
                    String now = new NaivePlacement(asked.fold(), asked.asOf()).portfolioAbove(id);
                    exits.add(now == null ? item.putNull("liesIn") : item.put("liesIn", now));
                }
        exits.sort(Comparator.<ObjectNode, String>comparing(
                        item -> item.get("since").asString())
                .thenComparingLong(PartReads::place));
        ArrayNode items = Words.JSON.createArrayNode();
        exits.forEach(items::add);
        return EntityReads.page(asked, items);
    }

    private static boolean isIn(Asked asked, String initiative, LocalDate day) {
        return new NaivePlacement(asked.fold(), day).belongs(asked.name("portfolio"), initiative);
    }

    private static boolean isImprecise(JsonNode grounded) {
        return grounded.has("precision") || grounded.has("dateQualifier");
    }

    private static ObjectNode leadTime(ObjectNode businessCase, JsonNode approval) {
        ObjectNode item = PartReads.part(Long.toString(PartReads.place(approval)), approval);
        item.remove(List.of("board", "version", "expiresOn", "reevaluation"));
        item.set("businessCase", businessCase.get("id"));
        item.set("initiative", businessCase.get("initiative"));
        String on = approval.get("since").asString();
        item.put("approvedOn", on);
        boolean imprecise = isImprecise(approval);
        if (item.has("submittedOn")) {
            JsonNode submitted = item.get("submittedOn");
            item.put("days", NaiveRound.between(submitted.get("since").asString(), on));
            imprecise |= isImprecise(submitted);
        }
        if (imprecise) item.put("inexact", true);
        return item;
    }

    private static Optional<ObjectNode> dependencies(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        List<String> members = members(asked);
        String conflict = asked.filters().get("conflict");
        for (ObjectNode dependency : all(asked, "dependency"))
            if (touches(dependency, members)
                    && (conflict == null || conflict.equals("TRUE") == NaiveDependency.isConflict(dependency)))
                items.add(dependency);
        return page(asked, items, "type", "status");
    }

    private static Optional<ObjectNode> actions(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        List<String> members = members(asked);
        for (ObjectNode action : all(asked, "action"))
            if (members.contains(action.at("/initiative/value").asString(""))) items.add(action);
        return page(asked, items, "status");
    }

    static List<ObjectNode> reviewsOf(Asked asked) {
        List<String> members = members(asked);
        return all(asked, "review").stream()
                .filter(review -> members.contains(
                                review.at("/subject/value/initiative").asString(""))
                        || review.at("/subject/value/portfolio").asString("").equals(asked.name("portfolio")))
                .toList();
    }

    private static Optional<ObjectNode> reviews(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        reviewsOf(asked).forEach(items::add);
        return page(asked, items, "kind");
    }

    private static Optional<ObjectNode> recommendations(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        for (ObjectNode review : reviewsOf(asked))
            for (JsonNode recommendation : NaiveReview.recommendations(review, asked.asOf()))
                if (NaiveReview.isAskedFor(asked, recommendation)) items.add(recommendation);
        return EntityReads.page(asked, items);
    }

    /** Whether one of some initiatives gives or receives it. */
    static boolean touches(ObjectNode dependency, List<String> initiatives) {
        return initiatives.contains(dependency.at("/giver/value/initiative").asString(""))
                || initiatives.contains(
                        dependency.at("/receiver/value/initiative").asString(""));
    }

    static List<ObjectNode> all(Asked asked, String kind) {
        List<ObjectNode> all = new ArrayList<>();
        for (String id : asked.fold().facts.ids(kind)) state(asked, kind, id).ifPresent(all::add);
        return all;
    }

    private static Optional<ObjectNode> page(Asked asked, ArrayNode items, String... filters) {
        ArrayNode wanted = Words.JSON.createArrayNode();
        for (JsonNode item : items) {
            boolean matches = true;
            for (String filter : filters) {
                JsonNode member = item.path(filter);
                matches &= asked.is(filter, member.has("value") ? member.get("value") : member);
            }
            if (matches) wanted.add(item);
        }
        return EntityReads.page(asked, wanted);
    }

    private static Optional<ObjectNode> status(Asked asked) {
        if (state(asked, "portfolio", asked.name("portfolio")).isEmpty()) return Optional.empty();
        ArrayNode items = Words.JSON.createArrayNode();
        for (String id : openMembers(asked))
            if (state(asked, "initiative", id).isPresent()) items.add(included(asked, id));
        return EntityReads.page(asked, items).map(page -> {
            page.set("countsByRating", countsByRating(asked));
            if (parts(asked).contains("TOTALS")) page.set("totals", NaiveTotals.of(asked));
            return page;
        });
    }

    /** How many open initiatives are rated how. */
    static ArrayNode countsByRating(Asked asked) {
        SortedMap<String, SortedMap<RagRating, Integer>> counts = new TreeMap<>();
        for (String id : openMembers(asked))
            if (state(asked, "initiative", id).isPresent())
                NaiveShownRatings.of(asked.fold(), id, asked.asOf())
                        .ifPresent(shown -> shown.forEach(rating -> count(counts, rating.get("value"))));
        ArrayNode all = Words.JSON.createArrayNode();
        counts.forEach((group, byRating) -> all.add(group(asked, group, byRating)));
        return all;
    }

    private static final Map<String, String> PARTS = Map.of(
            "ROLES", "roles",
            "MILESTONES", "milestones",
            "RISKS", "risks",
            "CONFLICTS", "conflicts",
            "RECOMMENDATIONS", "recommendations",
            "REPORTS", "lateReports",
            "BENEFITS", "benefits");

    private static Set<String> parts(Asked asked) {
        String include = asked.filters().get("include");
        return include == null ? PARTS.keySet() : Set.of(include.split(","));
    }

    /** What is shown of one initiative, of those parts that are asked for. */
    private static ObjectNode included(Asked asked, String id) {
        ObjectNode item = status(asked, id);
        ArrayNode critical = item.putArray("recommendations");
        for (ObjectNode review : reviewsOf(asked))
            if (review.at("/subject/value/initiative").asString("").equals(id))
                for (JsonNode recommendation : NaiveReview.recommendations(review, asked.asOf()))
                    if (NaiveTotals.isCritical(recommendation)) critical.add(recommendation);
        withAlerts(asked, critical);
        item.set("lateReports", NaiveReportingCycle.late(asked, asked.name("portfolio"), id));
        ObjectNode benefits = BenefitReads.inBrief(asked, id);
        if (benefits.at("/counted/count").asInt() > 0) item.set("benefits", benefits);
        Set<String> wanted = parts(asked);
        PARTS.forEach((part, member) -> {
            if (!wanted.contains(part)) item.remove(member);
        });
        return item;
    }

    private static void withAlerts(Asked asked, ArrayNode parts) {
        new NaiveGrounds(asked.fold()).seen(parts, asked.asOf());
        for (JsonNode part : parts) NaiveAlerts.add(asked, (ObjectNode) part);
    }

    /** The three that are due first. */
    private static ArrayNode nextMilestones(Asked asked, String initiative) {
        List<JsonNode> due = new ArrayList<>();
        state(asked, "milestones", initiative).ifPresent(state -> {
            for (JsonNode milestone : NaiveMilestones.listed(state, null, asked.asOf()))
                if (milestone.has("dueOn")) due.add(milestone);
        });
        due.sort(Comparator.<JsonNode, String>comparing(
                        milestone -> milestone.get("dueOn").asString())
                .thenComparing(milestone -> milestone.get("id").asString()));
        ArrayNode next = Words.JSON.createArrayNode();
        due.stream().limit(3).forEach(next::add);
        withAlerts(asked, next);
        return next;
    }

    private static ArrayNode conflicts(Asked asked, String initiative) {
        ArrayNode conflicts = Words.JSON.createArrayNode();
        for (ObjectNode dependency : all(asked, "dependency")) {
            if (!touches(dependency, List.of(initiative)) || !NaiveDependency.isConflict(dependency)) continue;
            ObjectNode shown = conflicts.addObject();
            shown.set("dependency", dependency.get("id"));
            for (String member : List.of("giver", "receiver", "importance", "neededBy", "promisedFor"))
                shown.set(member, dependency.get(member));
        }
        return conflicts;
    }

    /** What is shown of one initiative. */
    static ObjectNode status(Asked asked, String id) {
        ObjectNode item = EntityReads.shown(asked, "initiative", id)
                .orElseThrow()
                .retain("id", "name", "level", "placement", "owners", "alerts");
        JsonNode sro = NaiveAppointments.at(asked.fold(), id, asked.asOf())
                .map(roles -> roles.at("/roles/SRO"))
                .orElseGet(Words.JSON::missingNode);
        item.set("sro", NaiveAppointments.isHeld(sro.path("value")) ? sro : Words.JSON.nullNode());
        ArrayNode ratings = item.putArray("ratings");
        NaiveShownRatings.of(asked.fold(), id, asked.asOf())
                .ifPresent(shown -> byKey(shown).values().forEach(ratings::add));
        item.set("businessCase", latestCase(asked, id));
        ObjectNode held = item.putObject("roles");
        NaiveAppointments.at(asked.fold(), id, asked.asOf()).ifPresent(roles -> {
            for (Map.Entry<String, JsonNode> role : roles.get("roles").properties())
                if (NaiveAppointments.isHeld(role.getValue().path("value"))) held.set(role.getKey(), role.getValue());
        });
        item.set("milestones", nextMilestones(asked, id));
        item.set("risks", NaiveRisk.highest(asked, id));
        item.set("conflicts", conflicts(asked, id));
        return item;
    }

    private static void count(SortedMap<String, SortedMap<RagRating, Integer>> counts, JsonNode rating) {
        if (!NaiveShownRatings.isInForce(rating)) return;
        String group = "%s %s %s %s"
                .formatted(
                        rating.get("scheme").asString(),
                        rating.get("schemeVersion").asInt(),
                        rating.get("criterion").asString(),
                        rating.path("assessor").asString(""));
        counts.computeIfAbsent(group, _ -> new TreeMap<>())
                .merge(RagRating.valueOf(rating.get("rating").asString()), 1, Integer::sum);
    }

    private static ObjectNode group(Asked asked, String group, SortedMap<RagRating, Integer> byRating) {
        String[] of = group.split(" ", -1);
        ObjectNode counted = Words.JSON
                .createObjectNode()
                .put("scheme", of[0])
                .put("version", Integer.parseInt(of[1]))
                .put("criterion", of[2])
                .put("assessor", of[3].isEmpty() ? null : of[3]);
        ArrayNode ratings = counted.putArray("ratings");
        byRating.forEach((rating, count) -> ratings.addObject()
                .put("rating", rating.name())
                .put("count", count)
                .put(
                        "href",
                        NaiveSums.href(
                                asked,
                                "portfolios/" + asked.name("portfolio") + "/rag-assessments",
                                Map.of(
                                        "scheme",
                                        of[0],
                                        "schemeVersion",
                                        of[1],
                                        "criterion",
                                        of[2],
                                        "assessor",
                                        of[3].isEmpty() ? "NOT_STATED" : of[3],
                                        "rating",
                                        rating.name(),
                                        "inForce",
                                        "TRUE"))));
        return counted;
    }

    /** The business case that began last, with what a board decided last on it. */
    private static JsonNode latestCase(Asked asked, String initiative) {
        ObjectNode latest = null;
        for (ObjectNode other : all(asked, "business-case"))
            if (other.get("initiative").asString().equals(initiative) && (latest == null || isBefore(latest, other)))
                latest = other;
        if (latest == null) return Words.JSON.nullNode();
        JsonNode outcomes = latest.get("outcomes");
        return latest.retain("id", "title", "stage")
                .set("lastOutcome", outcomes.isEmpty() ? Words.JSON.nullNode() : outcomes.get(outcomes.size() - 1));
    }

    private static boolean isBefore(ObjectNode one, ObjectNode other) {
        int days = one.at("/title/since")
                .asString()
                .compareTo(other.at("/title/since").asString());
        return days == 0 ? PartReads.place(one.get("title")) < PartReads.place(other.get("title")) : days < 0;
    }
}
