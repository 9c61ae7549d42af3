package org.portfolioledger.ledger.subscription;

import org.portfolioledger.ledger.LedgerDamaged;

/** The ledger is not whole: the subscription stops for good, and an operator restores the ledger. */
public final class LedgerGap extends LedgerDamaged {

    private static final long serialVersionUID = 1L;

    LedgerGap(long last, long next) {
        super("after position %s the ledger has position %s: the ledger has a gap, restore it".formatted(last, next));
    }

    /** @param held number of facts that came before */
    public LedgerGap(String stream, long sequence, int held) {
        super("%s has sequence %s where %s was due: the ledger has a gap, restore it"
                .formatted(stream, sequence, held));
    }
}
