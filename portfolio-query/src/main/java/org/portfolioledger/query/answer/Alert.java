package org.portfolioledger.query.answer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a reader should not overlook. */
public enum Alert {
    /** An open initiative has nobody who is accountable for it. */
    NO_SRO,
    /** A role is held for the time being, and that time is over. */
    ACTING_BEYOND_TERM,
    /** A fact on which it was decided was corrected later. */
    RESTS_ON_CORRECTED_FACT,
    /** The source leaves a rule of governance unmet. */
    UNMET_RULES,
    /** A board knowingly decided outside its powers. */
    ULTRA_VIRES,
    /** A board approved without the stage before, because somebody waived it. */
    WAIVED,
    /** A dependency is promised for later than it is needed. */
    DEPENDENCY_CONFLICT,
    /** A dependency further up the way is promised for later than it is needed. */
    DOWNSTREAM_OF_CONFLICT;

    /** The member of an item that holds its alerts. */
    static final String MEMBER = "alerts";

    /** The alerts that a shown state, or a grounded value of one, gives by itself. */
    public static Set<Alert> of(JsonNode shown) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        Rendering.forEachGrounded(shown, grounded -> {
            if (grounded.has("restsOnCorrected")) alerts.add(RESTS_ON_CORRECTED_FACT);
            if (grounded.has("unmetRules")) alerts.add(UNMET_RULES);
            JsonNode value = grounded.path("value");
            if (isDecision(value) && value.has("ultraVires")) alerts.add(ULTRA_VIRES);
            if (isDecision(value) && value.has("waiver")) alerts.add(WAIVED);
        });
        if (isConflict(shown)) alerts.add(DEPENDENCY_CONFLICT);
        return alerts;
    }

    /** The alerts that an item holds. */
    public static Set<Alert> in(JsonNode item) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        for (JsonNode alert : item.path(MEMBER)) alerts.add(valueOf(alert.asString()));
        return alerts;
    }

    /** The names, in the order in which they are listed here. */
    public static ArrayNode names(Collection<Alert> alerts) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        alerts.stream().sorted().map(Alert::name).forEach(names::add);
        return names;
    }

    /** The attributes of a fact are texts, whatever their names: they never list who decided. */
    private static boolean isDecision(JsonNode value) {
        return value.path("decidedBy").isArray();
    }

    /** Dates are written so that their text is in their order. */
    private static boolean isConflict(JsonNode dependency) {
        String needed = dependency.path("neededBy").path("value").asString("");
        String promised = dependency.path("promisedFor").path("value").asString("");
        boolean withdrawn = dependency.path("status").path("value").asString("").equals("WITHDRAWN");
        return !withdrawn && !needed.isEmpty() && promised.compareTo(needed) > 0;
    }
}
