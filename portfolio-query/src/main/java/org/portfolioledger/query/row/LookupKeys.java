package org.portfolioledger.query.row;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.OfInitiative;
import org.portfolioledger.state.Placed;

/** What a row is found by: the initiative that it concerns, the portfolio and the entity above it. */
record LookupKeys(
        @Nullable String initiative,
        @Nullable String portfolio,
        @Nullable String parent) {

    /** An index takes keys up to some 2,700 bytes; ids have 64 characters. */
    private static final int LONGEST = 500;

    LookupKeys {
        requireFindable(initiative);
        requireFindable(portfolio);
        requireFindable(parent);
    }

    static void requireFindable(@Nullable String key) {
        if (key != null && key.length() > LONGEST)
            throw new IllegalArgumentException(
                    "no row is found by %s characters: %s…".formatted(key.length(), key.substring(0, 40)));
    }

    static final LookupKeys NONE = new LookupKeys(null, null, null);

    /** What the type of a state gives. */
    static LookupKeys of(Object state) {
        return new LookupKeys(
                state instanceof OfInitiative one ? one.initiative() : null,
                state instanceof Placed placed ? placed.inPortfolio() : null,
                state instanceof Placed placed ? placed.above() : null);
    }
}
