package org.portfolioledger.query.naive;

import java.util.Map;
import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about who is accountable for an initiative. */
final class NaiveAppointments {

    private NaiveAppointments() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof RoleAppointed role) {
            state.put("initiative", role.initiative());
            ObjectNode holding = words.members("initiative", "role");
            if (role.kind() == AppointmentKind.VACANT) holding.retain("appointment", "kind", "expectedEnd", "replaces");
            words.put(state.withObject("/roles"), role.role().name(), holding);
        }
        if (words.content() instanceof AppointmentEnded ended && state.has("roles")) end(state, ended, words);
    }

    /** The first running appointment of that id. */
    private static void end(ObjectNode state, AppointmentEnded ended, Words words) {
        for (Role role : Role.values()) {
            JsonNode holding = state.at("/roles/" + role + "/value");
            if (!isRunning(holding) || !holding.get("appointment").asString().equals(ended.appointment())) continue;
            words.put(
                    state.withObject("/roles"),
                    role.name(),
                    Map.of("appointment", ended.appointment(), "kind", "ENDED"));
            return;
        }
    }

    static boolean isRunning(JsonNode holding) {
        return holding.isObject() && !holding.get("kind").asString().equals("ENDED");
    }

    static boolean isHeld(JsonNode holding) {
        return isRunning(holding) && !holding.get("kind").asString().equals("VACANT");
    }
}
