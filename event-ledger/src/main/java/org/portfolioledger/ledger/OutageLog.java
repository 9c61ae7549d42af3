package org.portfolioledger.ledger;

import org.slf4j.Logger;

/** Logs an outage when it begins and when it is over, however often what depends on it tries again meanwhile. */
public final class OutageLog {

    private final Logger log;
    private boolean lasts;

    public OutageLog(Logger log) {
        this.log = log;
    }

    /** One more attempt failed. */
    public void failed(String what, String reason) {
        if (!lasts) log.warn("{} (tried again until it succeeds): {}", what, reason);
        lasts = true;
    }

    /** An attempt succeeded. */
    public void succeeded(String what) {
        if (lasts) log.info("{}", what);
        lasts = false;
    }
}
