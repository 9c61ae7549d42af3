package org.portfolioledger.ledger;

import java.util.Set;

/**
 * A call that {@code ledger.append} refuses, or an event id that is taken: the caller is at fault, nothing was
 * appended, and the same call fails again. What clients may send wrongly is to be refused before.
 */
public final class InvalidAppend extends RuntimeException {

    /** Of the function itself, and of an event id that is taken. */
    static final Set<String> STATES = Set.of("LG001", "23505");

    InvalidAppend(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** For a model of the ledger. */
    public InvalidAppend(String message) {
        super(message);
    }
}
