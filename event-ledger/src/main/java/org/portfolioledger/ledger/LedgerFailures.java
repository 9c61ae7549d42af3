package org.portfolioledger.ledger;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;

/** Lets a Spring Boot application that does not start on its ledger show why, instead of a stack trace. */
@Order(0) // Before Spring's own.
final class LedgerFailures implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerNotSound) return new FailureAnalysis(cause.getMessage(), null, failure);
            if (cause instanceof FlywayValidateException)
                return new FailureAnalysis(
                        "The database's schema was made by another version: run the code that fits it, or another database.",
                        null,
                        failure);
        }
        return null;
    }
}
