package org.portfolioledger.ledger.proof;

import org.portfolioledger.ledger.LedgerDamaged;

/** The ledger does not fit the tree over it: nothing is added or signed until an operator has looked. */
public final class TreeNotSound extends LedgerDamaged {

    private static final long serialVersionUID = 1L;

    TreeNotSound(String message) {
        super(message);
    }
}
