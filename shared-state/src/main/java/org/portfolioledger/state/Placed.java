package org.portfolioledger.state;

import org.jspecify.annotations.Nullable;

/** A state of an entity that is below another, and is found by it. */
public interface Placed {

    /** Id of the entity of the same kind above it; null: there is none. */
    @Nullable
    String above();

    /** Id of the portfolio to which it belongs directly; null: to none. */
    default @Nullable String inPortfolio() {
        return null;
    }
}
