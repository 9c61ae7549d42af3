package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import tools.jackson.databind.node.ArrayNode;
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
            case RiskOwnerChanged changed -> {
                words.put(state, "owner", changed.owner());
                words.put(state, "heldByPost", changed.heldByPost());
            }
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
        if (raised.owner() != null || raised.heldByPost() != null) {
            words.put(state, "owner", raised.owner());
            words.put(state, "heldByPost", raised.heldByPost());
        }
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
    static JsonNode present(JsonNode state) {
        JsonNode residual = state.at("/scores/RESIDUAL/value");
        return residual.isObject() ? residual : state.at("/scores/INHERENT/value");
    }

    static SortedSet<String> alerts(JsonNode state, LocalDate day) {
        SortedSet<String> alerts = new TreeSet<>();
        if (state.has("closure")) return alerts;
        if (NaiveAlerts.hasPassed(state.at("/reviewBy/value"), day)) alerts.add("RISK_REVIEW_OVERDUE");
        if (!state.has("owner")
                && !state.has("heldByPost")
                && present(state).path("critical").asBoolean(false)) alerts.add("CRITICAL_RISK_WITHOUT_OWNER");
        if (state.at("/kind/value").asString().equals("RISK")
                && NaiveAlerts.hasPassed(state.at("/proximity/value/on"), day)) alerts.add("RISK_PROXIMITY_PASSED");
        for (JsonNode placement : state.get("placements"))
            if (placement.get("value").has("gatekeeper")
                    && !placement.get("value").has("answer")) alerts.add("RISK_WAITS_FOR_GATEKEEPER");
        return alerts;
    }

    /** Those of an initiative that are not closed, by id. */
    static List<ObjectNode> openOf(Asked asked, String initiative) {
        List<ObjectNode> open = new ArrayList<>();
        for (String id : asked.fold().facts.ids("risk"))
            asked.fold()
                    .state("risk", id, asked.asOf())
                    .filter(risk -> !risk.has("closure")
                            && risk.at("/subject/value/initiative").asString("").equals(initiative))
                    .ifPresent(open::add);
        return open;
    }

    /** Whether the last day of an action in response to it has passed. */
    static boolean isLate(Asked asked, JsonNode risk) {
        for (String id : asked.fold().facts.ids("action")) {
            ObjectNode action = asked.fold().state("action", id, asked.asOf()).orElse(null);
            if (action != null
                    && action.at("/origin/value/risk")
                            .asString("")
                            .equals(risk.get("id").asString())
                    && !action.has("closure")
                    && NaiveAlerts.hasPassed(action.at("/dueOn/value"), asked.asOf())) return true;
        }
        return false;
    }

    /** The three highest of an initiative: in a register, with a residual score by the last scheme of its portfolio. */
    static ArrayNode highest(Asked asked, String initiative) {
        List<ObjectNode> found = new ArrayList<>();
        String scheme = scheme(asked, initiative);
        for (ObjectNode risk : openOf(asked, initiative)) {
            JsonNode score = risk.at("/scores/RESIDUAL");
            String by = score.at("/value/scheme").asString("") + ":"
                    + score.at("/value/schemeVersion").asInt(0);
            if (!score.isObject()
                    || !by.equals(scheme)
                    || risk.at("/status/value").asString().equals("PROPOSED")) continue;
            ObjectNode shown = Words.JSON.createObjectNode();
            shown.set("risk", risk.get("id"));
            for (String member : List.of("title", "kind", "level", "owner", "heldByPost"))
                if (risk.has(member)) shown.set(member, risk.get(member));
            holder(asked, risk).ifPresent(holder -> shown.set("holder", holder));
            shown.set("score", score);
            found.add(shown);
        }
        found.sort(Comparator.<ObjectNode>comparingInt(
                        risk -> -risk.at("/score/value/score").asInt())
                .thenComparing(risk -> risk.get("risk").asString()));
        ArrayNode highest = Words.JSON.createArrayNode();
        found.stream().limit(3).forEach(highest::add);
        return highest;
    }

    /** The scheme in use that the portfolio defined last, with its version; ":0" where there is none. */
    private static String scheme(Asked asked, String initiative) {
        ObjectNode portfolio = new NaivePlacement(asked.fold(), asked.asOf())
                .portfolioOf(initiative)
                .orElseGet(Words.JSON::createObjectNode);
        JsonNode last = null;
        for (JsonNode scheme : portfolio.path("riskSchemes")) {
            if (scheme.get("value").has("replacement")) continue;
            int days = last == null
                    ? 1
                    : scheme.get("since").asString().compareTo(last.get("since").asString());
            if (last == null || days > 0 || (days == 0 && PartReads.place(scheme) > PartReads.place(last)))
                last = scheme;
        }
        return last == null
                ? ":0"
                : last.at("/value/scheme").asString() + ":"
                        + last.at("/value/version").asInt();
    }

    /** Who holds the post that owns it that day, on the grounds of both. */
    static Optional<ObjectNode> holder(Asked asked, JsonNode risk) {
        if (!risk.has("heldByPost")) return Optional.empty();
        String post = risk.at("/heldByPost/value").asString();
        return asked.fold()
                .state("post", post, asked.asOf())
                .filter(state -> state.has("holder"))
                .map(state -> {
                    ObjectNode grounded = (ObjectNode) risk.get("heldByPost").deepCopy();
                    ObjectNode holder = Words.JSON
                            .createObjectNode()
                            .put("person", state.at("/holder/value/person").asString())
                            .put("post", state.at("/title/value").asString());
                    NaiveAppointments.restOnBoth(grounded, state.get("holder"));
                    grounded.set("value", holder);
                    return grounded;
                });
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
