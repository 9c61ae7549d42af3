package org.portfolioledger.ledger;

/** What the ledger holds is not what it recorded: whoever follows it stops for good, until an operator has restored it. */
public abstract class LedgerDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected LedgerDamaged(String message) {
        super(message);
    }
}
