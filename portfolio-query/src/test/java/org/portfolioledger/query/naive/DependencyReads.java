package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a slip moves, and the dependencies of a portfolio counted, held against their dates, and compared. */
final class DependencyReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/initiatives/{initiative}/impact", DependencyReads::impact,
            "/api/v1/portfolios/{portfolio}/dependency-matrix", DependencyReads::matrix,
            "/api/v1/portfolios/{portfolio}/dependency-themes", DependencyReads::themes,
            "/api/v1/portfolios/{portfolio}/dependency-conflicts", DependencyReads::conflicts,
            "/api/v1/portfolios/{portfolio}/dependency-changes", DependencyReads::changes);

    private static final List<String> WORST = List.of("MISSED", "AT_RISK", "PROPOSED", "AGREED", "MET");

    private DependencyReads() {}

    /** How much of a slip is absorbed on the way to an end, and on how many steps. */
    private record Way(long absorbed, int steps) {
        boolean isBetterThan(@Nullable Way other) {
            return other == null || absorbed < other.absorbed || (absorbed == other.absorbed && steps < other.steps);
        }
    }

    private static Optional<ObjectNode> impact(Asked asked) {
        String id = asked.name("initiative");
        LocalDate today = asked.asOf();
        if (asked.fold().state("initiative", id, today).isEmpty()) return Optional.empty();
        ObjectNode own = asked.fold().state("milestones", id, today).orElse(null);
        String wanted = asked.filters().get("milestone");
        JsonNode milestone = wanted == null || own == null
                ? Words.JSON.missingNode()
                : own.get("milestones").path(wanted);
        if (wanted != null && milestone.isMissingNode()) return Optional.empty();
        boolean planned =
                wanted == null || milestone.at("/status/value").asString().equals("PLANNED");
        int days = Integer.parseInt(asked.filters().getOrDefault("slipDays", "30"));
        LocalDate due = LocalDate.parse(milestone.at("/forecast/value/date").asString(today.toString()));
        LocalDate from = asked.filters().containsKey("slipsFrom")
                ? LocalDate.parse(asked.filters().get("slipsFrom"))
                : later(due, today);

        ObjectNode answer = Words.JSON.createObjectNode();
        ObjectNode slip = answer.putObject("slip").put("initiative", id).put("from", from.toString());
        slip.put("slipDays", days);
        if (wanted != null) slip.put("milestone", wanted);
        consequences(asked, slip, id, planned ? days : 0, from);
        Map<String, Way> ways = planned ? ways(asked, "initiative " + id, from) : Map.of();
        Map<Long, List<String>> byAbsorbed = new TreeMap<>();
        new TreeMap<>(ways)
                .forEach((end, way) -> byAbsorbed
                        .computeIfAbsent(way.absorbed(), _ -> new ArrayList<>())
                        .add(end));
        ArrayNode items = answer.putArray("items");
        int hit = 0;
        for (List<String> ends : byAbsorbed.values())
            for (String end : ends) {
                Way way = Objects.requireNonNull(ways.get(end));
                long slips = Math.max(0, days - way.absorbed());
                if (slips > 0) hit++;
                ObjectNode item = NaiveGraph.end(end).put("slipDays", slips).put("path", way.steps());
                consequences(asked, item, item.path("initiative").asString(""), slips, from);
                items.add(item);
            }
        answer.put("hit", hit).put("absorbed", ways.size() - hit);
        return Optional.of(new NaiveGrounds(asked.fold()).seen(answer, today));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static @Nullable LocalDate date(JsonNode state, String member) {
        String text = state.path(member).path("value").asString("");
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** By end the best way there, found by going over all dependencies until none gives a better one. */
    private static Map<String, Way> ways(Asked asked, String start, LocalDate from) {
        Map<String, Way> ways = new TreeMap<>(Map.of(start, new Way(0, 0)));
        boolean better = true;
        while (better) {
            better = false;
            for (ObjectNode edge : new NaiveGraph(asked.fold(), asked.asOf()).edges()) {
                Way way = ways.get(NaiveGraph.giver(edge));
                if (way == null || edge.at("/status/value").asString().equals("MET")) continue;
                LocalDate promised = date(edge, "promisedFor");
                LocalDate needed = date(edge, "neededBy");
                LocalDate expected = promised == null ? null : later(promised, asked.asOf());
                if (expected != null && expected.isBefore(from)) continue;
                long absorbs = expected == null || needed == null
                        ? 0
                        : Math.max(0, needed.toEpochDay() - expected.toEpochDay());
                Way on = new Way(way.absorbed() + absorbs, way.steps() + 1);
                if (on.isBetterThan(ways.get(NaiveGraph.receiver(edge)))) {
                    ways.put(NaiveGraph.receiver(edge), on);
                    better = true;
                }
            }
        }
        ways.remove(start);
        return ways;
    }

    private static void consequences(Asked asked, ObjectNode into, String initiative, long days, LocalDate from) {
        ArrayNode moved = into.putArray("milestones");
        ArrayNode strained = into.putArray("contracts");
        ArrayNode delayed = into.putArray("benefits");
        into.put("delayedBenefits", 0);
        if (initiative.isEmpty() || days == 0) return;
        ArrayNode listed = asked.fold()
                .state("milestones", initiative, asked.asOf())
                .map(state -> NaiveMilestones.listed(state, null, asked.asOf()))
                .orElseGet(Words.JSON::createArrayNode);
        String last = null;
        LocalDate latest = null;
        LocalDate latestBefore = null;
        for (JsonNode milestone : listed) {
            if (!milestone.has("dueOn")) continue;
            LocalDate due = LocalDate.parse(milestone.get("dueOn").asString());
            boolean moves = !later(due, asked.asOf()).isBefore(from);
            LocalDate then = moves ? due.plusDays(days) : due;
            if (latest == null || then.isAfter(latest)) {
                latest = then;
                last = milestone.get("id").asString();
            }
            if (latestBefore == null || due.isAfter(latestBefore)) latestBefore = due;
            if (moves) moved.add(moved(milestone, days, then));
        }
        for (String id : asked.fold().facts.ids("contract")) {
            ObjectNode contract =
                    asked.fold().state("contract", id, asked.asOf()).orElse(null);
            if (contract == null
                    || contract.has("closure")
                    || !contract.has("lastDay")
                    || !contract.at("/initiative/value").asString("").equals(initiative)) continue;
            LocalDate end = date(contract, "lastDay");
            if (latest != null && !latest.isAfter(end)) continue;
            ObjectNode shown = strained.addObject().put("contract", id);
            shown.set("subject", contract.get("subject").deepCopy());
            shown.set("lastDay", contract.get("lastDay").deepCopy());
            shown.put("breaks", latest != null && latestBefore != null && !latestBefore.isAfter(end));
            if (latest == null) continue;
            shown.put("milestone", last).put("latest", latest.toString());
            shown.put("daysAfterEnd", ChronoUnit.DAYS.between(end, latest));
        }
        for (ObjectNode benefit : PortfolioReads.all(asked, "benefit")) {
            if (benefit.has("closure")
                    || benefit.has("assessment")
                    || !benefit.at("/subject/value/initiative").asString("").equals(initiative)) continue;
            ObjectNode one = delayed(benefit, from, latestBefore, latest);
            if (one == null) continue;
            if (last != null) one.put("milestone", last).put("latest", String.valueOf(latest));
            delayed.add(one);
        }
        into.put("delayedBenefits", delayed.size());
    }

    /**
     * A benefit that is expected before the last milestone is.
     *
     * @param before the day on which that is expected; null: nobody can tell
     * @param then the same once it has slipped
     * @return null if it comes late enough
     */
    private static @Nullable ObjectNode delayed(
            ObjectNode benefit, LocalDate from, @Nullable LocalDate before, @Nullable LocalDate then) {
        ObjectNode shown = Words.JSON.createObjectNode();
        shown.set("benefit", benefit.get("id"));
        shown.set("title", benefit.get("title").deepCopy());
        if (benefit.has("partOf")) shown.set("partOf", benefit.at("/partOf/value"));
        boolean breaks = false;
        ArrayNode figures = shown.putArray("figures");
        for (ObjectNode figure :
                NaiveBenefit.figures(benefit, "figures", null).counted().values()) {
            if (!figure.has("year")) continue;
            int first = Integer.parseInt(figure.get("year").asString().substring(0, 4));
            LocalDate starts = LocalDate.of(first, 4, 1);
            if (!starts.plusYears(1).isAfter(from)) continue;
            if (then != null && !starts.isBefore(then)) continue;
            boolean newly = before != null && !starts.isBefore(before);
            breaks |= newly;
            figures.add(figure.deepCopy().put("breaks", newly));
        }
        LocalDate by = NaiveBenefit.achievedBy(benefit);
        boolean late = by != null && (then == null ? !by.isBefore(from) : by.isBefore(then));
        if (by != null) shown.put("achievedBy", by.toString());
        if (late && by != null && before != null && !by.isBefore(before)) breaks = true;
        return figures.isEmpty() && !late ? null : shown.put("breaks", breaks);
    }

    private static ObjectNode moved(JsonNode milestone, long days, LocalDate latest) {
        ObjectNode moved = Words.JSON.createObjectNode();
        moved.put("milestone", milestone.get("id").asString());
        moved.set("name", milestone.get("name").deepCopy());
        moved.set("forecast", milestone.get("forecast").deepCopy());
        if (milestone.has("baseline"))
            moved.set("baseline", milestone.get("baseline").deepCopy());
        LocalDate first = LocalDate.parse(milestone.at("/forecast/value/date").asString());
        moved.put("earliest", first.plusDays(days).toString()).put("latest", latest.toString());
        boolean breaks = false;
        if (milestone.has("slippage")) {
            moved.set("slippage", milestone.get("slippage").deepCopy());
            ObjectNode then = moved.putObject("slippageThen");
            milestone
                    .get("slippage")
                    .properties()
                    .forEach(one -> then.put(one.getKey(), one.getValue().asLong() + days));
            breaks = then.get("leastDays").asLong() > 0
                    && milestone.at("/slippage/leastDays").asLong() <= 0;
        }
        return moved.put("breaksBaseline", breaks);
    }

    private static Map<String, ObjectNode> touching(NaiveFold fold, LocalDate day, String portfolio) {
        List<String> members = new NaivePlacement(fold, day).members(portfolio);
        Map<String, ObjectNode> touching = new TreeMap<>();
        for (String id : fold.facts.ids("dependency"))
            fold.state("dependency", id, day)
                    .filter(edge -> PortfolioReads.touches(edge, members))
                    .ifPresent(edge -> touching.put(id, edge));
        return touching;
    }

    private static List<ObjectNode> inForce(Asked asked) {
        return touching(asked.fold(), asked.asOf(), asked.name("portfolio")).values().stream()
                .filter(edge -> !NaiveDependency.isWithdrawn(edge))
                .toList();
    }

    private static Optional<ObjectNode> matrix(Asked asked) {
        Map<String, List<ObjectNode>> cells = new TreeMap<>();
        Map<String, ObjectNode> ends = new TreeMap<>();
        for (ObjectNode edge : inForce(asked)) {
            String place =
                    end(asked, edge.at("/receiver/value"), ends) + "\n" + end(asked, edge.at("/giver/value"), ends);
            cells.computeIfAbsent(place, _ -> new ArrayList<>()).add(edge);
        }
        ObjectNode answer = Words.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        List<String> places = new ArrayList<>(cells.keySet());
        places.sort((one, other) -> {
            String[] first = one.split("\n", -1);
            String[] second = other.split("\n", -1);
            int byReceiver = first[0].compareTo(second[0]);
            return byReceiver == 0 ? first[1].compareTo(second[1]) : byReceiver;
        });
        for (String place : places) {
            String[] of = place.split("\n", -1);
            String part = place.startsWith("0") && of[1].startsWith("0") ? "PROGRAMMES" : "ENABLING_AREAS";
            if (!part.equals(asked.filters().getOrDefault("part", part))) continue;
            ObjectNode cell = items.addObject().put("part", part);
            cell.set("receiver", ends.get(of[0]));
            cell.set("giver", ends.get(of[1]));
            count(cell, Objects.requireNonNull(cells.get(place)));
        }
        return Optional.of(new NaiveGrounds(asked.fold()).seen(answer, asked.asOf()));
    }

    private static String end(Asked asked, JsonNode end, Map<String, ObjectNode> ends) {
        ObjectNode shown = Words.JSON.createObjectNode();
        if (end.has("description")) {
            String key = "1" + folded(end);
            ends.putIfAbsent(key, shown.put("area", end.get("description").asString()));
            return key;
        }
        String at = end.get("initiative").asString();
        Set<String> passed = new HashSet<>();
        ObjectNode state = null;
        while (passed.add(at)) {
            state = asked.fold().state("initiative", at, asked.asOf()).orElse(null);
            if (state == null) break;
            String above = state.at("/placement/value/parent").asString("");
            if (above.isEmpty() || state.at("/level/value").asString().equals("PROGRAMME")) break;
            at = above;
        }
        state = asked.fold().state("initiative", at, asked.asOf()).orElse(null);
        shown.put("programme", at);
        if (state != null) shown.set("name", state.at("/name/value"));
        ends.putIfAbsent("0" + at, shown);
        return "0" + at;
    }

    private static String folded(JsonNode end) {
        return end.get("description").asString().strip().toLowerCase(Locale.ROOT);
    }

    private static void count(ObjectNode into, List<ObjectNode> edges) {
        into.put("count", edges.size());
        ObjectNode byStatus = into.putObject("byStatus");
        ArrayNode conflicts = into.putArray("conflicts");
        ArrayNode dependencies = into.putArray("dependencies");
        ObjectNode worst = null;
        for (ObjectNode edge : edges) {
            String status = edge.at("/status/value").asString();
            byStatus.put(status, byStatus.path(status).asInt(0) + 1);
            if (worst == null
                    || WORST.indexOf(status)
                            < WORST.indexOf(worst.at("/status/value").asString())) worst = edge;
            if (NaiveDependency.isConflict(edge)) one(conflicts, edge, "promisedFor");
            one(dependencies, edge, "status");
        }
        if (worst != null) into.set("worst", worst.get("status").deepCopy());
    }

    private static void one(ArrayNode into, ObjectNode edge, String member) {
        into.addObject()
                .put("dependency", edge.get("id").asString())
                .set("fact", edge.get(member).get("fact"));
    }

    private static Optional<ObjectNode> themes(Asked asked) {
        int least = Integer.parseInt(asked.filters().getOrDefault("atLeast", "2"));
        Map<String, List<ObjectNode>> themes = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        for (ObjectNode edge : inForce(asked)) {
            for (String side : List.of("giver", "receiver")) {
                JsonNode end = edge.get(side).get("value");
                boolean area = end.has("description");
                String theme = area ? "2ENABLING_AREA" : side.equals("giver") ? "0GIVER" : "1RECEIVER";
                String value = area ? folded(end) : end.get("initiative").asString();
                words.putIfAbsent(
                        theme + ":" + value, area ? end.get("description").asString() : value);
                themes.computeIfAbsent(theme + ":" + value, _ -> new ArrayList<>())
                        .add(edge);
            }
            String type = "3TYPE:" + edge.at("/type/value").asString();
            words.put(type, edge.at("/type/value").asString());
            themes.computeIfAbsent(type, _ -> new ArrayList<>()).add(edge);
        }
        List<String> keys = new ArrayList<>(themes.keySet());
        keys.sort((one, other) -> {
            int byCount = Objects.requireNonNull(themes.get(other)).size()
                    - Objects.requireNonNull(themes.get(one)).size();
            int byTheme = one.charAt(0) - other.charAt(0);
            return byCount != 0
                    ? byCount
                    : byTheme != 0
                            ? byTheme
                            : Objects.requireNonNull(words.get(one))
                                    .compareTo(Objects.requireNonNull(words.get(other)));
        });
        ObjectNode answer = Words.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (String key : keys) {
            String theme = key.substring(1, key.indexOf(':'));
            if (Objects.requireNonNull(themes.get(key)).size() < least
                    || !theme.equals(asked.filters().getOrDefault("theme", theme))) continue;
            ObjectNode item = items.addObject().put("theme", theme).put("value", words.get(key));
            count(item, themes.get(key));
        }
        return Optional.of(new NaiveGrounds(asked.fold()).seen(answer, asked.asOf()));
    }

    private static Optional<ObjectNode> conflicts(Asked asked) {
        int within = Integer.parseInt(asked.filters().getOrDefault("within", "90"));
        ObjectNode answer = Words.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (ObjectNode edge : inForce(asked)) {
            String status = edge.at("/status/value").asString();
            if (status.equals("MET")) continue;
            LocalDate needed = date(edge, "neededBy");
            LocalDate promised = date(edge, "promisedFor");
            long late = needed == null ? 0 : asked.asOf().toEpochDay() - needed.toEpochDay();
            if (promised != null && needed != null && NaiveDependency.isConflict(edge))
                conflict(
                        asked,
                        items,
                        edge,
                        "PROMISED_LATER_THAN_NEEDED",
                        promised.toEpochDay() - needed.toEpochDay(),
                        "/promisedFor",
                        "/neededBy");
            if (NaiveDependency.doSidesDisagree(edge))
                conflict(asked, items, edge, "SIDES_DISAGREE", null, "/reviews/GIVER", "/reviews/RECEIVER");
            if (status.equals("MISSED"))
                conflict(asked, items, edge, "MISSED", late > 0 ? late : null, "/status", "/neededBy");
            if (status.equals("MISSED") || needed == null) continue;
            if (late > 0) conflict(asked, items, edge, "NOT_MET_WHEN_NEEDED", late, "/status", "/neededBy");
            boolean near = late <= 0 && -late <= within;
            boolean byGiver = edge.get("agreements").has("GIVER");
            boolean byReceiver = edge.get("agreements").has("RECEIVER");
            if (near && !(byGiver && byReceiver))
                conflict(
                        asked,
                        items,
                        edge,
                        "NOT_AGREED_NEAR_NEED",
                        -late,
                        "/neededBy",
                        byGiver ? "/agreements/GIVER" : "/agreements/RECEIVER");
            if (near && promised == null) conflict(asked, items, edge, "NOT_PROMISED_NEAR_NEED", -late, "/neededBy");
        }
        return Optional.of(answer);
    }

    private static void conflict(
            Asked asked, ArrayNode items, ObjectNode edge, String conflict, @Nullable Long days, String... because) {
        if (!conflict.equals(asked.filters().getOrDefault("mismatch", conflict))) return;
        SortedSet<Long> facts = new TreeSet<>();
        for (String member : because)
            if (edge.at(member).has("fact"))
                facts.add(edge.at(member).get("fact").asLong());
        ObjectNode item =
                items.addObject().put("dependency", edge.get("id").asString()).put("mismatch", conflict);
        for (String member : List.of("giver", "receiver", "importance", "status"))
            item.set(member, edge.get(member).get("value"));
        if (days != null) item.put("days", days);
        item.set("facts", Words.JSON.valueToTree(facts));
    }

    private static Optional<ObjectNode> changes(Asked asked) {
        if (ChangeReads.isReversed(asked.before().facts, asked.fold().facts)) return Optional.empty();
        String portfolio = asked.name("portfolio");
        Map<String, ObjectNode> first = touching(asked.before(), asked.asOfBefore(), portfolio);
        Map<String, ObjectNode> last = touching(asked.fold(), asked.asOf(), portfolio);
        SortedSet<String> ids = new TreeSet<>(first.keySet());
        ids.addAll(last.keySet());
        ObjectNode answer = Words.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (String id : ids) {
            ObjectNode was =
                    asked.before().state("dependency", id, asked.asOfBefore()).orElse(null);
            ObjectNode is = asked.fold().state("dependency", id, asked.asOf()).orElse(null);
            JsonNode shown = is == null ? was : is;
            if (shown == null) continue;
            ArrayNode changes = Words.JSON.createArrayNode();
            if (was == null)
                changes.addObject()
                        .put("change", "ADDED")
                        .put("after", shown.at("/status/value").asString())
                        .set("fact", shown.at("/nature/fact"));
            else if (is == null)
                changes.addObject()
                        .put("change", "REMOVED")
                        .put("before", was.at("/status/value").asString());
            else {
                if (!first.containsKey(id)) changes.addObject().put("change", "JOINED");
                if (!last.containsKey(id)) changes.addObject().put("change", "LEFT");
                Set<String> over = Set.of("MET", "WITHDRAWN");
                boolean ended = !over.contains(was.at("/status/value").asString())
                        && over.contains(is.at("/status/value").asString());
                change(changes, ended ? "ENDED" : "STATUS", was.at("/status"), is.at("/status"));
                change(changes, "PROMISE", was.at("/promisedFor"), is.at("/promisedFor"));
                change(changes, "NEED", was.at("/neededBy"), is.at("/neededBy"));
                change(changes, "IMPORTANCE", was.at("/importance"), is.at("/importance"));
                for (String side : List.of("GIVER", "RECEIVER"))
                    change(
                            changes,
                            "AGREEMENT",
                            side(was.at("/agreements/" + side), side),
                            side(is.at("/agreements/" + side), side));
                for (String side : List.of("GIVER", "RECEIVER"))
                    change(
                            changes,
                            "OUTLOOK",
                            outlook(was.at("/reviews/" + side), side),
                            outlook(is.at("/reviews/" + side), side));
            }
            if (changes.isEmpty()) continue;
            ObjectNode item = items.addObject().put("dependency", id);
            item.set("giver", shown.at("/giver/value"));
            item.set("receiver", shown.at("/receiver/value"));
            item.set("changes", changes);
        }
        return Optional.of(answer);
    }

    private static JsonNode side(JsonNode agreement, String side) {
        return agreement.isMissingNode() ? agreement : ((ObjectNode) agreement.deepCopy()).put("value", side);
    }

    private static JsonNode outlook(JsonNode review, String side) {
        return review.isMissingNode()
                ? review
                : side(review, side + ":" + review.at("/value/outlook").asString());
    }

    private static void change(ArrayNode changes, String change, JsonNode was, JsonNode is) {
        String before = was.path("value").asString("");
        String after = is.path("value").asString("");
        if (before.equals(after)) return;
        ObjectNode shown = changes.addObject().put("change", change);
        if (!before.isEmpty()) shown.put("before", before);
        if (!after.isEmpty()) shown.put("after", after).set("fact", is.get("fact"));
        boolean dates = Set.of("PROMISE", "NEED").contains(change);
        if (dates && !before.isEmpty() && !after.isEmpty())
            shown.put("days", ChronoUnit.DAYS.between(LocalDate.parse(before), LocalDate.parse(after)));
    }
}
