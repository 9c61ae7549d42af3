package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who held a role of an initiative from one day to another, asked day by day. */
final class NaiveTenures {

    private NaiveTenures() {}

    /**
     * That somebody held it.
     *
     * @param to null: still on the day asked about
     * @param held how, each grounded
     */
    record Held(LocalDate from, @Nullable LocalDate to, List<JsonNode> held) {

        JsonNode last() {
            return held.getLast();
        }

        JsonNode holder() {
            return last().at("/value/holder");
        }

        LocalDate end(LocalDate asOf) {
            return to == null ? asOf.plusDays(1) : to;
        }

        long days(LocalDate asOf) {
            return ChronoUnit.DAYS.between(from, end(asOf));
        }

        boolean overlaps() {
            return held.stream()
                    .flatMap(each -> each.path("unmetRules").valueStream())
                    .anyMatch(rule -> rule.asString().equals("OVERLAPPING_APPOINTMENT"));
        }
    }

    static List<Held> of(NaiveFold fold, String initiative, String role, LocalDate asOf) {
        SortedSet<LocalDate> days = new TreeSet<>(fold.days("appointments", initiative));
        for (String post : fold.facts.ids("post")) days.addAll(fold.days("post", post));
        List<Held> tenures = new ArrayList<>();
        for (LocalDate day : days) {
            if (day.isAfter(asOf)) break;
            Held running = tenures.isEmpty() || tenures.getLast().to() != null ? null : tenures.getLast();
            JsonNode now = on(fold, initiative, role, day).orElse(null);
            if (running != null && now != null && isSame(running.holder(), now.at("/value/holder"))) {
                running.held().add(now);
                continue;
            }
            if (running != null) tenures.set(tenures.size() - 1, new Held(running.from(), day, running.held()));
            if (now != null) tenures.add(new Held(day, null, new ArrayList<>(List.of(now))));
        }
        return tenures;
    }

    private static Optional<JsonNode> on(NaiveFold fold, String initiative, String role, LocalDate day) {
        return NaiveAppointments.at(fold, initiative, day)
                .map(state -> state.at("/roles/" + role))
                .filter(holding -> NaiveAppointments.isHeld(holding.path("value")));
    }

    /** The same person, or a post of which nobody names one. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return name(one).equals(name(other));
    }

    private static String name(JsonNode holder) {
        return holder.has("person")
                ? "person " + holder.get("person").asString()
                : "post " + holder.path("post").asString("");
    }
}
