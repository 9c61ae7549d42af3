package org.portfolioledger.query.proof;

import org.portfolioledger.ledger.proof.LedgerLog;
import org.springframework.context.SmartLifecycle;

/** Lets the tree grow, and heads be signed, while the process serves; not where it leaves this to others. */
final class LogLifecycle implements SmartLifecycle {

    private final LedgerLog log;
    private final boolean startsItself;

    LogLifecycle(LedgerLog log, boolean startsItself) {
        this.log = log;
        this.startsItself = startsItself;
    }

    @Override
    public void start() {
        log.start();
    }

    @Override
    public void stop() {
        log.stop();
    }

    @Override
    public boolean isAutoStartup() {
        return startsItself;
    }

    @Override
    public boolean isRunning() {
        return log.isRunning();
    }
}
