package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a risk. */
final class NaiveRisk {

    /** The lowest first. */
    static final List<String> LEVELS = List.of("PROJECT", "PROGRAMME", "BUSINESS_GROUP", "PORTFOLIO", "STRATEGIC");

    private NaiveRisk() {}

    static void replay(ObjectNode state, Words words) {
        switch (words.content()) {
            case RiskRaised raised -> raise(state, raised, words);
            case RiskScored scored -> {
                ObjectNode score = words.members("risk", "score", "proximity");
                score.put("score", scored.probability() * scored.impact());
                words.put(state.withObject("/scores"), scored.score().name(), score);
                if (scored.proximity() != null) words.put(state, "proximity", scored.proximity());
            }
            case RiskResponseChosen _ -> words.put(state, "response", words.members("risk"));
            case RiskOwnerChanged changed -> words.put(state, "owner", changed.owner());
            case RiskReviewed reviewed -> {
                words.put(state, "review", reviewed.summary());
                words.put(state, "reviewBy", reviewed.reviewBy());
            }
            case RiskEscalated escalated ->
                place(state, words, "ESCALATED", words.members("risk", "escalatedBy"), escalated.escalatedBy());
            case RiskDeescalated back ->
                place(state, words, "DEESCALATED", words.members("risk", "deescalatedBy"), back.deescalatedBy());
            case RiskAdmissionDecided decided -> answer(state, decided, words);
            case RiskMaterialised materialised -> {
                words.put(state, "kind", "ISSUE");
                words.put(state, "materialisation", materialised.description());
                settle(state, words);
            }
            case RiskLinked linked ->
                words.put(
                        state.withObject("/links"),
                        linked.link() + ":" + other(linked.otherRisk(), linked.dependency()),
                        words.members("risk"));
            case RiskUnlinked unlinked ->
                state.withObject("/links")
                        .remove(unlinked.link() + ":" + other(unlinked.otherRisk(), unlinked.dependency()));
            case RiskClosed closed -> {
                ObjectNode closure = Words.JSON.createObjectNode().put("reason", closed.reason());
                words.put(state, "closure", closure.put("admitted", isAdmitted(state)));
                settle(state, words);
            }
            case RiskReopened reopened -> {
                state.remove("closure");
                words.put(state, "reopening", reopened.reason());
                ObjectNode raising = (ObjectNode) state.at("/placements/0/value");
                if (raising.at("/answer/value/outcome").asString("").equals("NOT_ADMITTED")) raising.remove("answer");
                settle(state, words);
            }
            default -> throw new AssertionError(words);
        }
    }

    private static String other(@Nullable String risk, @Nullable String dependency) {
        return risk == null ? "dependency-" + dependency : "risk-" + risk;
    }

    private static void raise(ObjectNode state, RiskRaised raised, Words words) {
        boolean again = state.has("placements");
        state.put("id", raised.risk()).put("register", raised.register());
        if (!state.has("materialisation")) words.put(state, "kind", raised.kind());
        words.put(state, "title", raised.title());
        words.put(state, "cause", raised.cause());
        words.put(state, "event", raised.event());
        words.put(state, "effect", raised.effect());
        words.put(state, "subject", raised.subject());
        words.put(state, "attributes", raised.attributes());
        // What was stated for an earlier day stays where this states nothing.
        if (raised.owner() != null) words.put(state, "owner", raised.owner());
        if (raised.reviewBy() != null) words.put(state, "reviewBy", raised.reviewBy());
        if (!again || state.get("placements").size() == 1) words.put(state, "level", raised.level());
        if (again) return;
        ObjectNode placement = Words.JSON.createObjectNode().put("placing", "RAISED");
        placement.put("to", raised.level().name());
        if (raised.gatekeeper() != null) placement.set("gatekeeper", Words.JSON.valueToTree(raised.gatekeeper()));
        state.putArray("placements").add(words.ground(placement));
        words.put(state, "status", raised.gatekeeper() == null ? "OPEN" : "PROPOSED");
        state.putObject("scores");
        state.putObject("links");
    }

    private static void place(ObjectNode state, Words words, String placing, ObjectNode members, @Nullable String by) {
        String to = members.remove("level").asString();
        members.put("placing", placing).put("to", to);
        members.set("from", state.at("/level/value"));
        if (by != null) members.put("by", by);
        state.withArray("/placements").add(words.ground(members));
        if (members.has("gatekeeper")) return;
        words.put(state, "level", to);
        settle(state, words);
    }

    private static void answer(ObjectNode state, RiskAdmissionDecided decided, Words words) {
        boolean raising = true;
        for (JsonNode placement : state.get("placements")) {
            ObjectNode value = (ObjectNode) placement.get("value");
            if (value.has("gatekeeper") && !value.has("answer")) {
                value.set("answer", words.ground(words.members("risk")));
                if (decided.outcome().name().equals("ADMITTED"))
                    words.put(state, "level", value.get("to").asString());
                else if (raising) {
                    ObjectNode closure = Words.JSON.createObjectNode().put("admitted", false);
                    if (decided.reason() != null) closure.put("reason", decided.reason());
                    words.put(state, "closure", closure);
                }
                settle(state, words);
                return;
            }
            raising = false;
        }
    }

    private static boolean isAdmitted(ObjectNode state) {
        JsonNode raising = state.at("/placements/0/value");
        return !raising.has("gatekeeper")
                || raising.at("/answer/value/outcome").asString("").equals("ADMITTED");
    }

    private static void settle(ObjectNode state, Words words) {
        String status = "OPEN";
        int raised = LEVELS.indexOf(state.at("/placements/0/value/to").asString());
        if (LEVELS.indexOf(state.at("/level/value").asString()) > raised) status = "ESCALATED";
        if (state.has("materialisation")) status = "MATERIALISED";
        if (!isAdmitted(state)) status = "PROPOSED";
        if (state.has("closure")) status = "CLOSED";
        if (!state.at("/status/value").asString().equals(status)) words.put(state, "status", status);
    }

    /** The residual score, or else the inherent one. */
    private static JsonNode present(JsonNode state) {
        JsonNode residual = state.at("/scores/RESIDUAL/value");
        return residual.isObject() ? residual : state.at("/scores/INHERENT/value");
    }

    static SortedSet<String> alerts(JsonNode state, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        if (state.has("closure")) return alerts;
        if (NaiveAlerts.hasPassed(state.at("/reviewBy/value"), day)) alerts.add("RISK_REVIEW_OVERDUE");
        if (!state.has("owner") && present(state).path("critical").asBoolean(false))
            alerts.add("CRITICAL_RISK_WITHOUT_OWNER");
        if (state.at("/kind/value").asString().equals("RISK")
                && NaiveAlerts.hasPassed(state.at("/proximity/value/on"), day)) alerts.add("RISK_PROXIMITY_PASSED");
        for (JsonNode placement : state.get("placements"))
            if (placement.get("value").has("gatekeeper")
                    && !placement.get("value").has("answer")) alerts.add("RISK_WAITS_FOR_GATEKEEPER");
        return alerts;
    }

    /** Adds what is shown of a risk besides: whether it is open, its present score, and the actions that respond to it. */
    static void show(Asked asked, ObjectNode risk) {
        risk.put("open", !risk.has("closure"));
        if (present(risk).isObject()) risk.set("score", present(risk).get("score"));
        boolean late = false;
        for (String id : asked.fold().facts.ids("action")) {
            ObjectNode action = asked.fold().state("action", id, asked.asOf()).orElse(null);
            if (action == null
                    || !action.at("/origin/value/risk")
                            .asString("")
                            .equals(risk.get("id").asString())) continue;
            boolean overdue = !action.has("closure") && NaiveAlerts.hasPassed(action.at("/dueOn/value"), asked.asOf());
            late |= overdue;
            ObjectNode shown = action.deepCopy().retain("subject", "owner", "dueOn", "status");
            new NaiveGrounds(asked.fold()).seen(shown, asked.asOf());
            risk.withArray("/actions").add(shown.put("action", id).put("overdue", overdue));
        }
        if (!risk.has("actions")) risk.putArray("actions");
        if (late) risk.withArray("/alerts").add("RISK_ACTION_OVERDUE");
    }
}
