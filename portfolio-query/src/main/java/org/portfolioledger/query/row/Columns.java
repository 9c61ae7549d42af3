package org.portfolioledger.query.row;

import org.jspecify.annotations.Nullable;

/** What a row is found by: the initiative that it concerns, the portfolio and the entity above it. */
public record Columns(
        @Nullable String initiative,
        @Nullable String portfolio,
        @Nullable String parent) {

    /** An index takes keys up to some 2,700 bytes; ids have 64 characters. */
    private static final int LONGEST = 500;

    public Columns {
        requireFindable(initiative);
        requireFindable(portfolio);
        requireFindable(parent);
    }

    static void requireFindable(@Nullable String key) {
        if (key != null && key.length() > LONGEST)
            throw new IllegalArgumentException(
                    "no row is found by %d characters: %s…".formatted(key.length(), key.substring(0, 40)));
    }

    public static final Columns NONE = new Columns(null, null, null);

    public static Columns ofInitiative(String initiative) {
        return new Columns(initiative, null, null);
    }
}
