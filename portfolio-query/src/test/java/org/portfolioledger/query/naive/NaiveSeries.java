package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of a portfolio at the ends of months, or at the meetings of its boards. */
final class NaiveSeries {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private NaiveSeries() {}

    static Optional<ObjectNode> read(Asked asked) {
        LocalDate from = LocalDate.parse(asked.filters().get("from"));
        LocalDate to = LocalDate.parse(asked.filters().get("to"));
        String every = asked.filters().getOrDefault("every", "MONTH").toUpperCase(Locale.ROOT);
        String known = asked.filters().getOrDefault("known", "THEN").toUpperCase(Locale.ROOT);
        ObjectNode page = Words.JSON
                .createObjectNode()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("every", every)
                .put("known", known);
        ArrayNode items = page.putArray("items");
        LocalDate before = from.minusDays(1);
        Asked last = null;
        SortedMap<LocalDate, SortedSet<String>> days = every.equals("BOARD") ? meetings(asked) : monthEnds(from, to);
        for (LocalDate day : days.keySet()) {
            if (day.isBefore(from) || day.isAfter(to)) continue;
            Asked then = known.equals("NOW") ? on(asked, day, asked.fold()) : on(asked, day, knownThen(asked, day));
            ObjectNode item = items.addObject()
                    .put("asOf", day.toString())
                    .put("position", then.position())
                    .put("href", "/api/v1/portfolios/" + asked.name("portfolio") + "/status?asOf=" + day);
            if (every.equals("BOARD")) item.set("meetings", Words.JSON.valueToTree(days.get(day)));
            JsonNode figures = figures(then, before);
            boolean there = last != null
                    && last.fold()
                            .state("portfolio", asked.name("portfolio"), last.asOf())
                            .isPresent();
            if (last != null && there && figures instanceof ObjectNode shown)
                shown.set("movement", movement(last, then));
            item.set("figures", figures);
            before = day;
            last = then;
        }
        return Optional.of(page);
    }

    private static Asked on(Asked asked, LocalDate day, NaiveFold fold) {
        return new Asked(fold, day, fold, day, asked.names(), Map.of());
    }

    private static NaiveFold knownThen(Asked asked, LocalDate day) {
        return new NaiveFold(new KnownFacts(asked.fold().facts.all().stream()
                .filter(fact -> !LocalDate.ofInstant(fact.knownAt(), LONDON).isAfter(day))
                .toList()));
    }

    private static SortedMap<LocalDate, SortedSet<String>> monthEnds(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, SortedSet<String>> days = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1))
            if (day.equals(YearMonth.from(day).atEndOfMonth())) days.put(day, new TreeSet<>());
        return days;
    }

    private static SortedMap<LocalDate, SortedSet<String>> meetings(Asked asked) {
        List<String> boards = new ArrayList<>();
        if (asked.filters().containsKey("board")) boards.add(asked.filters().get("board"));
        else
            for (String id : asked.fold().facts.ids("reporting-cycle"))
                asked.fold()
                        .state("reporting-cycle", id, ANY_DAY)
                        .filter(cycle -> cycle.at("/portfolio/value").asString().equals(asked.name("portfolio")))
                        .ifPresent(cycle -> cycle.at("/reports/value")
                                .forEach(
                                        report -> boards.add(report.get("board").asString())));
        SortedMap<LocalDate, SortedSet<String>> held = new TreeMap<>();
        for (String id : asked.fold().facts.ids("meeting"))
            asked.fold()
                    .state("meeting", id, ANY_DAY)
                    .filter(meeting -> boards.contains(meeting.get("board").asString()) && meeting.has("attendance"))
                    .ifPresent(meeting -> held.computeIfAbsent(
                                    LocalDate.parse(
                                            meeting.at("/attendance/since").asString()),
                                    _ -> new TreeSet<>())
                            .add(id));
        return held;
    }

    /** How many ratings are better or worse than they were, and still compare. */
    private static ObjectNode movement(Asked before, Asked now) {
        int improved = 0;
        int worsened = 0;
        for (String id : PortfolioReads.openMembers(now)) {
            if (!isThere(now, id)
                    || !isThere(before, id)
                    || !PortfolioReads.openMembers(before).contains(id)) continue;
            JsonNode was =
                    NaiveShownRatings.of(before.fold(), id, before.asOf()).orElse(null);
            JsonNode is = NaiveShownRatings.of(now.fold(), id, now.asOf()).orElse(null);
            if (was == null || is == null) continue;
            for (Map.Entry<String, JsonNode> rating : is.properties()) {
                JsonNode earlier = was.path(rating.getKey()).path("value");
                ObjectNode later = (ObjectNode) rating.getValue().get("value");
                if (earlier.isMissingNode()
                        || earlier.has("ending")
                        || !NaiveShownRatings.isInForce(later)
                        || !NaiveRatings.scheme(earlier).equals(NaiveRatings.scheme(later))) continue;
                later.putObject("previous").set("rating", earlier.get("rating"));
                String trend = NaiveShownRatings.trend(later, portfolio(now, id));
                if ("IMPROVED".equals(trend)) improved++;
                if ("WORSENED".equals(trend)) worsened++;
            }
        }
        return Words.JSON
                .createObjectNode()
                .put("improved", improved)
                .put("worsened", worsened)
                .put(
                        "href",
                        "/api/v1/portfolios/%s/changes?from=%s&kind=rag&to=%s"
                                .formatted(now.name("portfolio"), point(before), point(now)));
    }

    private static String point(Asked asked) {
        return asked.asOf() + "@position:" + asked.position();
    }

    private static boolean isThere(Asked asked, String initiative) {
        return asked.fold().state("initiative", initiative, asked.asOf()).isPresent();
    }

    private static ObjectNode portfolio(Asked asked, String initiative) {
        return new NaivePlacement(asked.fold(), asked.asOf())
                .portfolioOf(initiative)
                .orElseGet(Words.JSON::createObjectNode);
    }

    private static JsonNode figures(Asked then, LocalDate before) {
        ObjectNode portfolio = then.fold()
                .state("portfolio", then.name("portfolio"), then.asOf())
                .orElse(null);
        if (portfolio == null) return Words.JSON.nullNode();
        ObjectNode figures = Words.JSON.createObjectNode();
        figures.set("countsByRating", PortfolioReads.countsByRating(then));
        ArrayNode breaks = figures.putArray("schemeBreaks");
        SortedMap<String, JsonNode> schemes = new TreeMap<>();
        portfolio.get("schemes").properties().forEach(scheme -> schemes.put(scheme.getKey(), scheme.getValue()));
        for (JsonNode scheme : schemes.values()) {
            JsonNode replacement = scheme.at("/value/replacement");
            String on = replacement.path("since").asString("");
            if (on.compareTo(before.toString()) <= 0 || on.compareTo(then.asOf().toString()) > 0) continue;
            ObjectNode shown = breaks.addObject().put("replacedOn", on);
            shown.set("scheme", scheme.at("/value/scheme"));
            shown.set("version", scheme.at("/value/version"));
            shown.set("by", replacement.at("/value/by"));
            shown.set("byVersion", replacement.at("/value/version"));
            shown.set("fact", replacement.get("fact"));
        }
        figures.set("totals", NaiveTotals.of(then));
        return figures;
    }
}
