package org.portfolioledger.ledger;

/** States in one sentence why a ledger must not be used as it is. */
public final class LedgerNotSound extends RuntimeException {

    LedgerNotSound(String sentence) {
        super(sentence);
    }
}
