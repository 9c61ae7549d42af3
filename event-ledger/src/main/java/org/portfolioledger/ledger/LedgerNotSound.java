package org.portfolioledger.ledger;

/** Says in one sentence why a ledger must not be used as it stands. */
public final class LedgerNotSound extends RuntimeException {

    LedgerNotSound(String sentence) {
        super(sentence);
    }
}
