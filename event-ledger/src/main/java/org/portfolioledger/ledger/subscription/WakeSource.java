package org.portfolioledger.ledger.subscription;

import org.portfolioledger.ledger.HeadListener;

/** Where a worker registers to be woken; {@link HeadListener#onMove} is one. */
@FunctionalInterface
public interface WakeSource {

    /** Calls back whenever there may be something to do, until the registration is closed. */
    HeadListener.Registration onWake(Runnable wake);
}
