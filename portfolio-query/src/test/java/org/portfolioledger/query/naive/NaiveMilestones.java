package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about the milestones of an initiative, and reads their dates. */
final class NaiveMilestones {

    private NaiveMilestones() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof MilestonePlanned planned) {
            state.put("initiative", planned.initiative());
            state.withObject("/baselines");
            ObjectNode milestone = state.withObject("/milestones").putObject(planned.milestone());
            milestone.put("milestone", planned.milestone());
            words.put(milestone, "name", planned.name());
            words.put(milestone, "kind", planned.kind());
            words.put(milestone, "forecast", planned.forecast());
            words.put(milestone, "status", "PLANNED");
            words.put(milestone, "attributes", planned.attributes());
            return;
        }
        if (state.isEmpty()) return;
        if (words.content() instanceof BaselineSet set) {
            ObjectNode baseline = words.members("initiative", "baseline");
            ObjectNode dates = baseline.putObject("dates");
            for (JsonNode date : words.members().get("dates")) {
                ObjectNode stated = ((ObjectNode) date).deepCopy();
                stated.remove("milestone");
                dates.set(date.get("milestone").asString(), stated);
            }
            words.put(state.withObject("/baselines"), Integer.toString(set.baseline()), baseline);
            return;
        }
        String id = words.members().path("milestone").asString();
        if (state.get("milestones").get(id) instanceof ObjectNode known) change(known, words);
    }

    private static void change(ObjectNode milestone, Words words) {
        switch (words.content()) {
            case MilestoneForecastChanged changed -> {
                ObjectNode change = words.members("initiative", "milestone", "forecast");
                if (milestone.has("forecast")) change.set("from", milestone.at("/forecast/value"));
                words.put(milestone, "lastChange", change);
                words.put(milestone, "forecast", changed.forecast());
            }
            case MilestoneAchieved achieved -> {
                ObjectNode actual =
                        Words.JSON.createObjectNode().put("date", words.from().toString());
                JsonNode precision =
                        Words.JSON.<JsonNode>valueToTree(achieved.provenance()).path("precision");
                if (precision.isString() && !precision.asString().equals("DAY")) actual.set("precision", precision);
                words.put(milestone, "status", "ACHIEVED");
                words.put(milestone, "actual", actual);
            }
            case MilestoneDropped gone -> {
                words.put(milestone, "status", "DROPPED");
                words.put(milestone, "dropped", gone.reason());
            }
            case MilestoneReinstated again -> {
                words.put(milestone, "status", "PLANNED");
                milestone.remove("dropped");
                if (again.forecast() != null) words.put(milestone, "forecast", again.forecast());
            }
            default -> throw new AssertionError(words);
        }
    }

    /** Its milestones as they are listed on a day, by id, against a baseline; null: the last. */
    static ArrayNode listed(ObjectNode state, @Nullable String baseline, LocalDate day) {
        return listed(state, baseline, null, day);
    }

    /** The same; against: whose dates are compared with those of the baseline. */
    static ArrayNode listed(ObjectNode state, @Nullable String baseline, @Nullable String against, LocalDate day) {
        ArrayNode listed = Words.JSON.createArrayNode();
        String number = baseline == null ? last(state) : baseline;
        for (JsonNode milestone : byId(state.get("milestones"))) {
            ObjectNode grounds = ((ObjectNode) milestone.get("status")).deepCopy();
            grounds.remove("value");
            ObjectNode shown = listed.addObject()
                    .put("id", milestone.get("milestone").asString())
                    .put("initiative", state.get("initiative").asString());
            shown.setAll((ObjectNode) milestone);
            shown.setAll(grounds);
            JsonNode date = showDate(state, number, milestone, shown, "baseline");
            JsonNode other =
                    against == null ? Words.JSON.missingNode() : showDate(state, against, milestone, shown, "against");
            JsonNode slippage = against == null ? slippage(date, milestone) : between(date, other);
            if (slippage.isObject()) shown.set("slippage", slippage);
            LocalDate due = due(milestone);
            if (due != null) shown.put("dueOn", due.toString());
            shown.put("overdue", due != null && due.isBefore(day));
        }
        return listed;
    }

    /** Adds the date of a milestone in a baseline; missing where there is none. */
    private static JsonNode showDate(
            ObjectNode state, String number, JsonNode milestone, ObjectNode shown, String member) {
        JsonNode set = state.get("baselines").path(number);
        JsonNode date =
                set.path("value").path("dates").path(milestone.get("milestone").asString());
        if (date.isObject()) {
            ObjectNode inBaseline = ((ObjectNode) set).deepCopy();
            inBaseline.set("value", ((ObjectNode) date).deepCopy().put("number", Integer.parseInt(number)));
            shown.set(member, inBaseline);
        }
        return date;
    }

    /** The baselines of an initiative, by number. */
    static ArrayNode baselines(ObjectNode state) {
        ArrayNode listed = Words.JSON.createArrayNode();
        for (String number : numbers(state)) {
            JsonNode set = state.get("baselines").get(number);
            ObjectNode shown = listed.addObject();
            shown.setAll((ObjectNode) set.get("value"));
            for (var member : set.properties())
                if (!member.getKey().equals("value")) shown.set(member.getKey(), member.getValue());
            shown.put("id", number)
                    .put("number", Integer.parseInt(number))
                    .put("initiative", state.get("initiative").asString())
                    .put("inForce", number.equals(last(state)));
        }
        return listed;
    }

    private static List<JsonNode> byId(JsonNode milestones) {
        return milestones.propertyNames().stream().sorted().map(milestones::get).toList();
    }

    private static List<String> numbers(ObjectNode state) {
        List<String> numbers = new ArrayList<>(state.get("baselines").propertyNames());
        numbers.sort(Comparator.comparing(Integer::valueOf));
        return numbers;
    }

    private static String last(ObjectNode state) {
        List<String> numbers = numbers(state);
        return numbers.isEmpty() ? "" : numbers.getLast();
    }

    private static JsonNode slippage(JsonNode from, JsonNode milestone) {
        JsonNode to = switch (milestone.at("/status/value").asString()) {
            case "PLANNED" -> milestone.at("/forecast/value");
            case "ACHIEVED" -> milestone.at("/actual/value");
            default -> Words.JSON.missingNode();
        };
        return between(from, to);
    }

    private static JsonNode between(JsonNode from, JsonNode to) {
        if (!from.isObject() || !to.isObject()) return Words.JSON.missingNode();
        long least = ChronoUnit.DAYS.between(end(from), first(to));
        long most = ChronoUnit.DAYS.between(first(from), end(to));
        ObjectNode slippage =
                Words.JSON.createObjectNode().put("leastDays", least).put("mostDays", most);
        if (!from.has("precision") && !to.has("precision")) slippage.put("days", least);
        return slippage;
    }

    /** First day that a stated date may mean. */
    static LocalDate first(JsonNode date) {
        return LocalDate.parse(date.get("date").asString());
    }

    /** Last day that a stated date may mean. */
    static LocalDate end(JsonNode date) {
        LocalDate first = first(date);
        return switch (date.path("precision").asString("DAY")) {
            case "MONTH" -> first.plusMonths(1).minusDays(1);
            case "QUARTER" -> first.plusMonths(3).minusDays(1);
            case "HALF_YEAR" -> first.plusMonths(6).minusDays(1);
            case "YEAR" -> first.plusYears(1).minusDays(1);
            default -> first;
        };
    }

    private static @Nullable LocalDate due(JsonNode milestone) {
        boolean planned = milestone.at("/status/value").asString().equals("PLANNED");
        return planned && milestone.has("forecast") ? end(milestone.at("/forecast/value")) : null;
    }

    /** What should not be overlooked of a milestone as it is listed. */
    static List<String> alerts(JsonNode listed) {
        List<String> alerts = new ArrayList<>();
        if (listed.path("overdue").asBoolean(false)) alerts.add("MILESTONE_OVERDUE");
        if (!listed.has("against")
                && listed.at("/status/value").asString().equals("PLANNED")
                && listed.at("/slippage/leastDays").asInt(0) > 0) alerts.add("MILESTONE_SLIPPED");
        return alerts;
    }

    /** The same of all of an initiative, against the last baseline. */
    static List<String> alerts(JsonNode state, LocalDate day) {
        List<String> alerts = new ArrayList<>();
        for (JsonNode listed : listed((ObjectNode) state, null, day)) alerts.addAll(alerts(listed));
        return alerts;
    }

    /** Whether it is what filters ask for. */
    static boolean isAskedFor(Asked asked, JsonNode listed) {
        String slippedBy = asked.filters().get("slippedBy");
        return asked.is("kind", listed.at("/kind/value"))
                && asked.is("status", listed.at("/status/value"))
                && asked.isOverdue(listed.get("overdue").asBoolean())
                && NaiveContract.endsWithin(
                        listed.path("dueOn"),
                        asked.filters().get("dueFrom"),
                        asked.filters().get("dueTo"))
                && (slippedBy == null || listed.at("/slippage/leastDays").asInt(0) >= Integer.parseInt(slippedBy));
    }
}
