package org.portfolioledger.ledger.subscription;

import java.util.List;

/**
 * Writes changes in the surrounding transaction, which moves the position of the subscription too: so no fact is applied
 * twice.
 */
public interface Sink<C> {

    /**
     * @param subscription name of the subscription that the changes are of
     * @throws UnwritableChanges if what is kept is not what the changes follow on
     */
    void write(String subscription, List<C> changes);
}
