package org.portfolioledger.query.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Alert;
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
 * @param cases its business cases, in the order in which they began
 * @param besides what others' rows say of it that should not be overlooked
 */
record InitiativeStatus(
        LocalDate asOf,
        ObjectNode initiative,
        @Nullable ObjectNode appointments,
        @Nullable ObjectNode ratings,
        List<ObjectNode> cases,
        Set<Alert> besides) {

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
        if (cases.isEmpty()) shown.putNull("businessCase");
        else shown.set("businessCase", caseShown(cases.getLast()));
        shown.set("alerts", Alert.names(alerts()));
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

    private Set<Alert> alerts() {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (sro() == null) alerts.add(Alert.NO_SRO);
        if (roles().properties().stream().map(Map.Entry::getValue).anyMatch(this::isActingBeyondTerm))
            alerts.add(Alert.ACTING_BEYOND_TERM);
        Stream.concat(Stream.of(initiative, appointments, ratings), cases.stream())
                .filter(Objects::nonNull)
                .forEach(item -> alerts.addAll(Alert.in(item)));
        alerts.addAll(besides);
        return alerts;
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
