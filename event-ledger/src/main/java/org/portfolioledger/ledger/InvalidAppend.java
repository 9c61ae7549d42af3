package org.portfolioledger.ledger;

/**
 * A call that {@code ledger.append} refuses with the SQL state {@value #STATE}: the caller is at fault, nothing was
 * appended, and the same call fails again. What clients may send wrongly is to be refused before.
 */
public final class InvalidAppend extends RuntimeException {

    /** As it is documented in the schema. */
    static final String STATE = "LG001";

    InvalidAppend(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** For a model of the ledger. */
    public InvalidAppend(String message) {
        super(message);
    }
}
