package org.portfolioledger.query.naive;

import org.portfolioledger.events.AppointmentFact.AppointmentEnded;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about who is accountable for an initiative. */
final class NaiveAppointments {

    private NaiveAppointments() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof RoleAppointed role) {
            state.put("initiative", role.initiative());
            words.put(state.withObject("/roles"), role.role().name(), words.members("initiative", "role"));
        }
        if (words.content() instanceof AppointmentEnded ended && state.has("roles")) {
            for (Role role : Role.values()) {
                if (!ended.appointment()
                        .equals(state.at("/roles/" + role + "/value/appointment")
                                .asString(""))) continue;
                ObjectNode holding = (ObjectNode) state.at("/roles/" + role + "/value");
                words.put(
                        state.withObject("/roles"),
                        role.name(),
                        holding.deepCopy().put("ended", true));
                return;
            }
        }
    }
}
