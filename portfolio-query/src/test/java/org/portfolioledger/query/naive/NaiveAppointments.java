package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
            if (holding.has("heldByPost")) words.put(holding, "heldByPost", role.heldByPost());
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
                    words.members("initiative", "reason").put("kind", "ENDED"));
            return;
        }
    }

    /** The roles of an initiative on a day; those that a post holds are held by whoever holds it that day. */
    static Optional<ObjectNode> at(NaiveFold fold, String initiative, LocalDate day) {
        return fold.state("appointments", initiative, day).map(state -> {
            for (JsonNode role : state.get("roles")) {
                JsonNode holding = role.get("value");
                if (isHeld(holding) && holding.has("heldByPost")) follow(fold, (ObjectNode) role, day);
            }
            return state;
        });
    }

    private static void follow(NaiveFold fold, ObjectNode role, LocalDate day) {
        ObjectNode holding = (ObjectNode) role.get("value");
        ObjectNode post = fold.state("post", holding.at("/heldByPost/value").asString(), day)
                .orElseGet(Words.JSON::createObjectNode);
        Stream.of("holder", "vacancy", "closure")
                .filter(post::has)
                .findFirst()
                .ifPresent(how -> restOnBoth(role, post.get(how)));
        JsonNode holder = post.at("/holder/value");
        if (!holder.isObject()) {
            holding.retain("appointment", "heldByPost", "expectedEnd", "replaces")
                    .put("kind", "VACANT");
            return;
        }
        holding.putObject("holder")
                .put("person", holder.get("person").asString())
                .put("post", post.at("/title/value").asString());
        if (!holding.get("kind").asString().equals("SUBSTANTIVE")) return;
        holding.set("kind", holder.get("kind"));
        List<String> ends = Stream.of(holding, holder)
                .filter(each -> each.has("expectedEnd"))
                .map(each -> each.get("expectedEnd").asString())
                .sorted()
                .toList();
        if (!ends.isEmpty()) holding.put("expectedEnd", ends.getFirst());
    }

    /** Of two facts, it began with the one that came last, and has what is wrong with either. */
    static void restOnBoth(ObjectNode role, JsonNode other) {
        SortedSet<String> unmet = new TreeSet<>();
        SortedSet<Long> basis = new TreeSet<>();
        for (JsonNode grounds : List.of(role, other)) {
            for (JsonNode rule : grounds.path("unmetRules")) unmet.add(rule.asString());
            for (JsonNode position : grounds.path("restsOn")) basis.add(position.asLong());
        }
        int order = role.get("since").asString().compareTo(other.get("since").asString());
        if (order < 0 || (order == 0 && PartReads.place(role) < PartReads.place(other))) {
            JsonNode holding = role.get("value");
            role.removeAll();
            role.setAll((ObjectNode) other.deepCopy());
            role.set("value", holding);
        }
        role.remove(List.of("unmetRules", "restsOn"));
        if (!unmet.isEmpty()) role.set("unmetRules", Words.JSON.valueToTree(unmet));
        if (!basis.isEmpty()) role.set("restsOn", Words.JSON.valueToTree(basis));
    }

    static boolean isRunning(JsonNode holding) {
        return holding.isObject() && !holding.get("kind").asString().equals("ENDED");
    }

    static boolean isHeld(JsonNode holding) {
        return isRunning(holding) && !holding.get("kind").asString().equals("VACANT");
    }
}
