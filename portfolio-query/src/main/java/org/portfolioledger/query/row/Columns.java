package org.portfolioledger.query.row;

import org.jspecify.annotations.Nullable;

/** What a row is found by: the initiative that it concerns, the portfolio and the entity above it. */
public record Columns(
        @Nullable String initiative,
        @Nullable String portfolio,
        @Nullable String parent) {

    public static final Columns NONE = new Columns(null, null, null);

    public static Columns ofInitiative(String initiative) {
        return new Columns(initiative, null, null);
    }
}
