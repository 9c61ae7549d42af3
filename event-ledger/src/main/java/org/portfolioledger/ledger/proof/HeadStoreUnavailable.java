package org.portfolioledger.ledger.proof;

/** The place of the last signed head does not answer, or holds something else: nothing is signed until it does. */
public final class HeadStoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HeadStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    HeadStoreUnavailable(String message) {
        super(message);
    }
}
