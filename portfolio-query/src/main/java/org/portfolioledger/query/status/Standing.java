package org.portfolioledger.query.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one initiative stands on a day.
 *
 * @param initiative its row as it is shown
 * @param appointments the row of its roles; null if nobody was ever appointed
 * @param ratings the row of its ratings; null if it was never rated
 * @param latestCase its business case that began last; null if it has none
 */
record Standing(
        LocalDate asOf,
        ObjectNode initiative,
        @Nullable ObjectNode appointments,
        @Nullable ObjectNode ratings,
        @Nullable ObjectNode latestCase) {

    ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("id", initiative.get("id"));
        for (String member : List.of("name", "level", "placement", "owners")) {
            if (initiative.has(member)) shown.set(member, initiative.get(member));
        }
        JsonNode sro = sro();
        if (sro == null) shown.putNull("sro");
        else shown.set("sro", sro);
        ArrayNode latest = shown.putArray("ratings");
        rated().forEach(latest::add);
        if (latestCase == null) shown.putNull("businessCase");
        else shown.set("businessCase", caseShown(latestCase));
        ArrayNode alerts = shown.putArray("alerts");
        alerts().forEach(alerts::add);
        return shown;
    }

    /** The latest assessments, each with its grounds. */
    List<JsonNode> rated() {
        List<JsonNode> all = new ArrayList<>();
        if (ratings != null) for (JsonNode rating : ratings.path("ratings")) all.add(rating);
        return all;
    }

    private @Nullable JsonNode sro() {
        JsonNode sro = roles().path("SRO");
        return isHeld(sro.path("value")) ? sro : null;
    }

    private List<String> alerts() {
        List<String> alerts = new ArrayList<>();
        if (sro() == null) alerts.add("NO_SRO");
        if (roles().properties().stream().map(Map.Entry::getValue).anyMatch(this::isActingBeyondTerm))
            alerts.add("ACTING_BEYOND_TERM");
        if (anywhere("restsOnCorrected")) alerts.add("RESTS_ON_CORRECTED_FACT");
        if (anywhere("unmetRules")) alerts.add("UNMET_RULES");
        return alerts;
    }

    private boolean anywhere(String member) {
        return Stream.of(initiative, appointments, ratings, latestCase)
                .anyMatch(node -> node != null && node.findValue(member) != null);
    }

    /** The expected end is the first day on which the appointment should no longer hold. */
    private boolean isActingBeyondTerm(JsonNode role) {
        JsonNode holding = role.path("value");
        String kind = holding.path("kind").asString("");
        if (!isHeld(holding) || !(kind.equals("ACTING") || kind.equals("INTERIM"))) return false;
        JsonNode end = holding.path("expectedEnd");
        return end.isString() && !LocalDate.parse(end.asString()).isAfter(asOf);
    }

    private JsonNode roles() {
        return appointments == null ? MissingNode.getInstance() : appointments.path("roles");
    }

    private static boolean isHeld(JsonNode holding) {
        return holding.isObject()
                && !holding.path("ended").asBoolean(false)
                && !holding.path("kind").asString("").equals("VACANT");
    }

    private static ObjectNode caseShown(ObjectNode stored) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("id", stored.get("id"));
        for (String member : List.of("title", "stage")) if (stored.has(member)) shown.set(member, stored.get(member));
        JsonNode outcomes = stored.path("outcomes");
        if (outcomes.isEmpty()) shown.putNull("lastOutcome");
        else shown.set("lastOutcome", outcomes.get(outcomes.size() - 1));
        return shown;
    }
}
