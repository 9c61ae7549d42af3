package org.portfolioledger.ledger;

/**
 * The database could not be reached, so that nobody knows what became of a request: sending the command again with the
 * same key is safe and shows it.
 */
public final class LedgerUnavailable extends RuntimeException {

    LedgerUnavailable(Throwable cause) {
        super(
                "The ledger's database cannot be reached: send the command again with the same key to learn what"
                        + " became of it",
                cause);
    }
}
