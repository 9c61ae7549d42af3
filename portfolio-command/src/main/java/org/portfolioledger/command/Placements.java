package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.state.Kinds;

/** Where initiatives lie on a day: below which others, and in which portfolio. */
public final class Placements {

    private Placements() {}

    /** The portfolio in which an initiative lies that day, directly or through those above it; null: none. */
    public static @Nullable String portfolio(String initiative, LocalDate on, Evidence evidence) {
        return upwards(initiative, on, evidence).stream()
                .map(above -> placement(above, on, evidence))
                .filter(Objects::nonNull)
                .map(Placement::portfolio)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The portfolio to which a placement leads that day; null: none. */
    public static @Nullable String portfolio(@Nullable Placement placement, LocalDate on, Evidence evidence) {
        if (placement == null) return null;
        if (placement.portfolio() != null) return placement.portfolio();
        return placement.parent() == null ? null : portfolio(placement.parent(), on, evidence);
    }

    /** The initiative and those above it that day, from the bottom up. */
    public static Set<String> upwards(String initiative, LocalDate on, Evidence evidence) {
        Set<String> seen = new LinkedHashSet<>();
        String at = initiative;
        while (at != null && seen.add(at)) {
            Placement placement = placement(at, on, evidence);
            at = placement == null ? null : placement.parent();
        }
        return seen;
    }

    /** Where it lies that day; where nothing is known of that day, where it lay first. */
    private static @Nullable Placement placement(String initiative, LocalDate on, Evidence evidence) {
        var timeline = evidence.history(Kinds.INITIATIVE, initiative).timeline();
        return timeline.on(on)
                .or(() -> timeline.segments().stream().findFirst().map(segment -> segment.state()))
                .map(state -> state.placement().value())
                .orElse(null);
    }
}
