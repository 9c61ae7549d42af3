package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The risks of a portfolio: listed, counted, and moved. */
final class RiskReads {

    static final Map<String, NaiveRead> ALL = Map.of(
            "/api/v1/portfolios/{portfolio}/risks", RiskReads::risks,
            "/api/v1/portfolios/{portfolio}/risk-heat-map", RiskReads::heatMap,
            "/api/v1/portfolios/{portfolio}/risk-movements", RiskReads::movements);

    private RiskReads() {}

    private static Optional<ObjectNode> risks(Asked asked) {
        ArrayNode items = Words.JSON.createArrayNode();
        int least = Integer.parseInt(asked.filters().getOrDefault("scoreAtLeast", "0"));
        for (JsonNode risk : own(asked.fold(), asked.asOf(), asked.name("portfolio"))) {
            ObjectNode shown = EntityReads.shown(asked, "risk", id(risk)).orElseThrow();
            String open = asked.filters().get("open");
            if (asked.is("kind", shown.at("/kind/value"))
                    && asked.is("level", shown.at("/level/value"))
                    && asked.is("status", shown.at("/status/value"))
                    && (open == null || open.equals("TRUE") == shown.get("open").asBoolean())
                    && (least == 0 || shown.path("score").asInt(0) >= least)
                    && EntityReads.isOfOwner(asked, shown)) items.add(shown);
        }
        return EntityReads.page(asked, items);
    }

    private static String id(JsonNode risk) {
        return risk.get("id").asString();
    }

    /** Those that concern a portfolio or one of its initiatives. */
    private static List<ObjectNode> own(NaiveFold fold, LocalDate day, String portfolio) {
        List<String> members = new NaivePlacement(fold, day).members(portfolio);
        List<ObjectNode> own = new ArrayList<>();
        for (String id : fold.facts.ids("risk"))
            fold.state("risk", id, day)
                    .filter(risk -> members.contains(
                                    risk.at("/subject/value/initiative").asString(""))
                            || risk.at("/subject/value/portfolio").asString("").equals(portfolio))
                    .ifPresent(own::add);
        return own;
    }

    /** All that are the same as a risk, itself among them. */
    private static Set<String> same(NaiveFold fold, LocalDate day, String id) {
        Set<String> same = new TreeSet<>(Set.of(id));
        boolean more = true;
        while (more) {
            more = false;
            for (String other : fold.facts.ids("risk")) {
                ObjectNode risk = fold.state("risk", other, day).orElse(null);
                if (risk == null) continue;
                for (JsonNode link : risk.get("links")) {
                    String to = link.at("/value/otherRisk").asString("");
                    if (!link.at("/value/link").asString().equals("SAME_AS") || to.isEmpty()) continue;
                    if (same.contains(other)) more |= same.add(to);
                    if (same.contains(to)) more |= same.add(other);
                }
            }
        }
        return same;
    }

    private static boolean counts(JsonNode risk) {
        return !Set.of("PROPOSED", "CLOSED").contains(risk.at("/status/value").asString());
    }

    /** As which of some risks one counts: the highest, then with the score in use, then with a score, then the first. */
    private static JsonNode as(JsonNode portfolio, List<ObjectNode> own, Set<String> same, String score) {
        JsonNode best = null;
        for (ObjectNode risk : own) {
            if (!counts(risk) || !same.contains(id(risk))) continue;
            int higher = best == null ? 1 : Integer.compare(level(risk), level(best));
            if (higher == 0 && best != null)
                higher = Integer.compare(worth(portfolio, risk, score), worth(portfolio, best, score));
            if (best == null || higher > 0 || (higher == 0 && id(risk).compareTo(id(best)) < 0)) best = risk;
        }
        return Objects.requireNonNull(best);
    }

    private static int worth(JsonNode portfolio, JsonNode risk, String score) {
        JsonNode scored = risk.get("scores").path(score).path("value");
        if (!scored.isObject()) return 0;
        return replacedBy(portfolio, scored) == null ? 2 : 1;
    }

    /** Position of the fact by which the portfolio replaced the scheme of a score; null: it did not. */
    private static @Nullable Long replacedBy(JsonNode portfolio, JsonNode scored) {
        for (JsonNode scheme : portfolio.path("riskSchemes"))
            if (scheme.at("/value/scheme").equals(scored.path("scheme"))
                    && scheme.at("/value/version").equals(scored.path("schemeVersion"))
                    && scheme.get("value").has("replacement"))
                return scheme.at("/value/replacement/fact").asLong();
        return null;
    }

    private static JsonNode portfolio(NaiveFold fold, LocalDate day, String portfolio) {
        return fold.state("portfolio", portfolio, day)
                .<JsonNode>map(state -> state)
                .orElseGet(Words.JSON::missingNode);
    }

    private static int level(JsonNode risk) {
        return NaiveRisk.LEVELS.indexOf(risk.at("/level/value").asString());
    }

    private static String score(Asked asked) {
        return asked.filters().getOrDefault("score", "RESIDUAL");
    }

    /** Those of an initiative and of those below it, where one is asked for. */
    private static List<ObjectNode> inProgramme(Asked asked, List<ObjectNode> risks) {
        String programme = asked.filters().get("initiative");
        if (programme == null) return risks;
        NaivePlacement placement = new NaivePlacement(asked.fold(), asked.asOf());
        List<String> members = placement.members(asked.name("portfolio"));
        return risks.stream()
                .filter(risk -> {
                    String id = risk.at("/subject/value/initiative").asString("");
                    return members.contains(id) && placement.isBelow(id, programme);
                })
                .toList();
    }

    private static Optional<ObjectNode> heatMap(Asked asked) {
        String score = score(asked);
        List<ObjectNode> own = inProgramme(asked, own(asked.fold(), asked.asOf(), asked.name("portfolio")));
        JsonNode portfolio = portfolio(asked.fold(), asked.asOf(), asked.name("portfolio"));
        Map<String, Map<Integer, List<ObjectNode>>> maps = new TreeMap<>();
        Map<String, Long> replaced = new HashMap<>();
        ObjectNode answer = Words.JSON.createObjectNode().put("score", score);
        ArrayNode notScored = Words.JSON.createArrayNode();
        int count = 0;
        for (ObjectNode risk : own) {
            if (!counts(risk)) continue;
            Set<String> same = same(asked.fold(), asked.asOf(), id(risk));
            if (!id(as(portfolio, own, same, score)).equals(id(risk))
                    || !asked.is("kind", risk.at("/kind/value"))
                    || !asked.is("level", risk.at("/level/value"))) continue;
            count++;
            ObjectNode shown = Words.JSON.createObjectNode().put("risk", id(risk));
            for (String member : List.of("title", "kind", "level", "subject"))
                shown.set(member, risk.get(member).get("value"));
            same.remove(id(risk));
            shown.set("sameAs", Words.JSON.valueToTree(same));
            JsonNode scored = risk.get("scores").path(score);
            if (!scored.isObject()) {
                notScored.add(shown);
                continue;
            }
            shown.set("fact", scored.get("fact"));
            int cell = scored.at("/value/probability").asInt() * 10
                    + scored.at("/value/impact").asInt();
            Long replacedBy = replacedBy(portfolio, scored.get("value"));
            if (replacedBy != null) replaced.put(scheme(scored.get("value")), replacedBy);
            maps.computeIfAbsent(scheme(scored.get("value")), _ -> new TreeMap<>())
                    .computeIfAbsent(cell, _ -> new ArrayList<>())
                    .add(shown);
        }
        answer.put("count", count).set("notScored", notScored);
        ArrayNode shown = answer.putArray("maps");
        ArrayNode history = answer.putArray("history");
        maps.forEach((scheme, cells) -> {
            ObjectNode map = replaced.containsKey(scheme)
                    ? history.addObject().put("replacedBy", replaced.get(scheme))
                    : shown.addObject();
            String[] of = scheme.split(":", -1);
            if (!of[0].isEmpty()) map.put("scheme", of[0]);
            if (!of[1].isEmpty()) map.put("schemeVersion", Integer.parseInt(of[1]));
            ArrayNode all = map.putArray("cells");
            cells.forEach((cell, risks) -> {
                ObjectNode one = all.addObject().put("probability", cell / 10).put("impact", cell % 10);
                one.put("score", (cell / 10) * (cell % 10)).put("count", risks.size());
                risks.forEach(one.putArray("risks")::add);
            });
        });
        return Optional.of(answer);
    }

    private static String scheme(JsonNode score) {
        return score.path("scheme").asString("") + ":"
                + (score.has("schemeVersion") ? score.get("schemeVersion").asString() : "");
    }

    /** Those that count, each once. */
    static List<ObjectNode> counted(Asked asked) {
        List<ObjectNode> own = own(asked.fold(), asked.asOf(), asked.name("portfolio"));
        return own.stream()
                .filter(RiskReads::counts)
                .filter(risk -> id(as(
                                portfolio(asked.fold(), asked.asOf(), asked.name("portfolio")),
                                own,
                                same(asked.fold(), asked.asOf(), id(risk)),
                                "RESIDUAL"))
                        .equals(id(risk)))
                .toList();
    }

    private static Optional<ObjectNode> movements(Asked asked) {
        if (ChangeReads.isReversed(asked.before().facts, asked.fold().facts)) return Optional.empty();
        String score = score(asked);
        String portfolio = asked.name("portfolio");
        List<ObjectNode> first = own(asked.before(), asked.asOfBefore(), portfolio);
        List<ObjectNode> last = own(asked.fold(), asked.asOf(), portfolio);
        JsonNode then = portfolio(asked.before(), asked.asOfBefore(), portfolio);
        JsonNode now = portfolio(asked.fold(), asked.asOf(), portfolio);
        Set<String> ids = new TreeSet<>();
        first.forEach(risk -> ids.add(id(risk)));
        last.forEach(risk -> ids.add(id(risk)));
        ObjectNode page = Words.JSON.createObjectNode().put("score", score);
        ArrayNode items = page.putArray("items");
        for (String id : ids) {
            JsonNode was = one(first, id);
            JsonNode is = one(last, id);
            String countedBefore = countedAs(then, asked.before(), asked.asOfBefore(), first, was, score);
            String countedAfter = countedAs(now, asked.fold(), asked.asOf(), last, is, score);
            boolean before = id.equals(countedBefore);
            boolean after = id.equals(countedAfter);
            ObjectNode item = Words.JSON.createObjectNode().put("risk", id);
            if (before) item.set("before", place(then, was, score));
            if (after) item.set("after", place(now, is, score));
            String move = null;
            if (after && !before) move = came(was);
            if (before && !after) {
                move = is.at("/status/value").asString("").equals("CLOSED") ? "CLOSED" : "LEFT";
                if (countedAfter != null) {
                    move = "COUNTED_AS_ANOTHER";
                    item.put("countedAs", countedAfter);
                }
            }
            if (before && after) move = moved(item.get("before"), item.get("after"));
            if (move == null) continue;
            item.put("move", move).set("title", (after ? is : was).at("/title/value"));
            items.add(item);
        }
        return Optional.of(page);
    }

    /** Missing where there is none. */
    private static JsonNode one(List<ObjectNode> risks, String id) {
        return risks.stream()
                .<JsonNode>map(risk -> risk)
                .filter(risk -> id(risk).equals(id))
                .findFirst()
                .orElseGet(Words.JSON::missingNode);
    }

    private static @Nullable String countedAs(
            JsonNode portfolio, NaiveFold fold, LocalDate day, List<ObjectNode> own, JsonNode risk, String score) {
        if (risk.isMissingNode() || !counts(risk)) return null;
        return id(as(portfolio, own, same(fold, day, id(risk)), score));
    }

    private static String came(JsonNode was) {
        if (was.isMissingNode()) return "NEW";
        return switch (was.at("/status/value").asString()) {
            case "PROPOSED" -> "ADMITTED";
            case "CLOSED" -> "REOPENED";
            default -> "JOINED";
        };
    }

    /** Null: it stayed where it was. */
    private static @Nullable String moved(JsonNode before, JsonNode after) {
        Set<String> changed = new HashSet<>();
        for (String member : List.of("kind", "level", "probability", "impact", "scheme", "schemeVersion"))
            if (!before.path(member).equals(after.path(member))) changed.add(member);
        if (before.has("schemeReplacedBy") != after.has("schemeReplacedBy")) changed.add("schemeReplacedBy");
        if (changed.isEmpty()) return null;
        boolean both = before.has("fact") && after.has("fact");
        return both && (changed.contains("scheme") || changed.contains("schemeVersion"))
                ? "SCORED_BY_ANOTHER_SCHEME"
                : both && changed.contains("schemeReplacedBy") && after.has("schemeReplacedBy")
                        ? "SCHEME_REPLACED"
                        : "MOVED";
    }

    private static ObjectNode place(JsonNode portfolio, JsonNode risk, String score) {
        ObjectNode place = Words.JSON.createObjectNode();
        place.set("kind", risk.at("/kind/value"));
        place.set("level", risk.at("/level/value"));
        JsonNode scored = risk.get("scores").path(score);
        if (!scored.isObject()) return place;
        for (String member : List.of("probability", "impact", "score", "scheme", "schemeVersion"))
            if (scored.get("value").has(member))
                place.set(member, scored.get("value").get(member));
        place.set("fact", scored.get("fact"));
        Long replacedBy = replacedBy(portfolio, scored.get("value"));
        if (replacedBy != null) place.put("schemeReplacedBy", replacedBy);
        return place;
    }
}
