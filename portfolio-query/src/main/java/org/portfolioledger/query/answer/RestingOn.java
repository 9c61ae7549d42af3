package org.portfolioledger.query.answer;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portfolioledger.events.Opening;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Referring;
import org.portfolioledger.state.Structure;

/** Finds what rests on a fact. */
public final class RestingOn {

    private static final String REFERS = "r.refs @> array[:referred::text]";

    private RestingOn() {}

    /**
     * Positions of the facts that rest on a fact, or refer to the entity that it opened, as far as any row ever showed
     * them.
     */
    public static SortedSet<Long> of(Rows rows, TimePoint point, StoredEvent fact) {
        long wanted = fact.position();
        SortedSet<Long> resting = new TreeSet<>();
        Structure.forEach(rows.everBegun(point, "r.facts @> array[:fact::bigint]", Map.of("fact", wanted)), part -> {
            if (part instanceof Grounded<?> grounded
                    && grounded.restsOn() != null
                    && grounded.restsOn().contains(wanted)) resting.add(grounded.fact());
        });
        if (opens(fact))
            Structure.forEach(rows.everBegun(point, REFERS, Map.of("referred", fact.stream())), part -> {
                if (part instanceof Referring referring)
                    referring.references().stream()
                            .filter(to -> to.stream().equals(fact.stream()))
                            .forEach(to -> resting.add(to.fact()));
            });
        return resting;
    }

    private static boolean opens(StoredEvent fact) {
        return Arrays.stream(FactType.values())
                .filter(type -> type.typeName().equals(fact.type()))
                .anyMatch(type -> Opening.class.isAssignableFrom(type.factClass()));
    }
}
