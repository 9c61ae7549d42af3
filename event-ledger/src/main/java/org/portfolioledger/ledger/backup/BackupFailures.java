package org.portfolioledger.ledger.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Lets a backup or a restore that is refused show why, instead of a stack trace. */
@Order(0) // Before Spring's own.
final class BackupFailures extends AbstractFailureAnalyzer<BackupRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BackupRefused refused) {
        return new FailureAnalysis(refused.getMessage(), null, failure);
    }
}
