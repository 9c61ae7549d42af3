package org.portfolioledger.state;

import org.jspecify.annotations.Nullable;

/** A state of what closes, and changes no more from then on. */
public interface Closable {

    /**
     * How it was closed; null: it is open. Rows keep it under this name, so that what refers to something closed is found.
     */
    @Nullable
    Grounded<?> closure();

    /** Whether it has not been closed. */
    default boolean isOpen() {
        return closure() == null;
    }
}
