package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanClosed;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanStarted;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAchieved;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAdded;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemAssigned;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemDropped;
import org.portfolioledger.events.DeliveryPlanFact.PlanItemProgressed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a plan and what is in it. */
final class NaiveDeliveryPlan {

    private NaiveDeliveryPlan() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof DeliveryPlanOpened opened) {
            state.put("id", opened.deliveryPlan()).put("register", opened.register());
            words.put(state, "name", opened.name());
            words.put(state, "days", opened.days());
            words.put(state, "initiative", opened.initiative());
            words.put(state, "review", opened.review());
            words.put(state, "owner", opened.owner());
            words.put(state, "attributes", opened.attributes());
            state.withObject("/items");
        }
        if (words.content() instanceof DeliveryPlanStarted) {
            ObjectNode period =
                    Words.JSON.createObjectNode().put("firstDay", words.from().toString());
            JsonNode days = state.at("/days/value");
            if (days.isNumber())
                period.put(
                        "lastDay",
                        words.from().plusDays(days.asLong()).minusDays(1).toString());
            words.put(state, "period", period);
        }
        if (words.content() instanceof DeliveryPlanClosed closed) words.put(state, "closure", closed.outcome());
        item(state.withObject("/items"), words);
    }

    private static void item(ObjectNode all, Words words) {
        if (words.content() instanceof PlanItemAdded added) {
            ObjectNode item = all.putObject(added.item());
            item.put("item", added.item());
            words.put(item, "kind", added.kind());
            words.put(item, "text", added.text());
            words.put(item, "partOf", added.partOf());
            words.put(item, "owner", added.owner());
            words.put(item, "dueOn", added.dueOn());
            words.put(item, "state", "OPEN");
            return;
        }
        if (!(all.get(words.members().path("item").asString("")) instanceof ObjectNode known)) return;
        if (words.content() instanceof PlanItemAssigned assigned) {
            words.put(known, "owner", assigned.owner());
            if (assigned.dueOn() != null) words.put(known, "dueOn", assigned.dueOn());
        }
        if (words.content() instanceof PlanItemProgressed progressed) {
            words.put(known, "state", "IN_PROGRESS");
            words.put(known, "progress", progressed.progress());
        }
        if (words.content() instanceof PlanItemAchieved) {
            words.put(known, "state", "ACHIEVED");
            words.put(known, "achievement", words.members("deliveryPlan", "item"));
        }
        if (words.content() instanceof PlanItemDropped dropped) {
            words.put(known, "state", "DROPPED");
            words.put(known, "dropped", dropped.reason());
        }
    }

    /** What is in a plan as it is listed on a day, by id. */
    static ArrayNode items(ObjectNode plan, LocalDate day) {
        ArrayNode listed = Words.JSON.createArrayNode();
        for (JsonNode item : byId(plan.get("items"))) {
            ObjectNode grounds = ((ObjectNode) item.get("state")).deepCopy();
            grounds.remove("value");
            listed.addObject()
                    .put("id", item.get("item").asString())
                    .put("deliveryPlan", plan.get("id").asString())
                    .put("overdue", isOverdue(plan, item, day))
                    .setAll((ObjectNode) item)
                    .setAll(grounds);
        }
        return listed;
    }

    private static List<JsonNode> byId(JsonNode items) {
        return items.propertyNames().stream().sorted().map(items::get).toList();
    }

    /** Whether the plan itself or something in it is late. */
    static boolean isOverdue(JsonNode plan, LocalDate day) {
        return hasPassed(plan, day) || plan.get("items").valueStream().anyMatch(item -> isOverdue(plan, item, day));
    }

    static boolean hasPassed(JsonNode plan, LocalDate day) {
        return !plan.has("closure") && NaiveAlerts.hasPassed(plan.at("/period/value/lastDay"), day);
    }

    static boolean isOverdue(JsonNode plan, JsonNode item, LocalDate day) {
        JsonNode due = item.has("dueOn") ? item.at("/dueOn/value") : plan.at("/period/value/lastDay");
        return !plan.has("closure")
                && List.of("OPEN", "IN_PROGRESS")
                        .contains(item.at("/state/value").asString())
                && NaiveAlerts.hasPassed(due, day);
    }

    /** Whether it is what filters ask for. */
    static boolean isAskedFor(Asked asked, JsonNode item) {
        return asked.is("kind", item.at("/kind/value"))
                && asked.is("state", item.at("/state/value"))
                && asked.isOverdue(item.path("overdue").asBoolean(false));
    }
}
