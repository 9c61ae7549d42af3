package org.portfolioledger.standalone;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the words of {@code run} that help where each half would name a setting. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EvaluationFailures implements FailureAnalyzer {

    private final boolean evaluation;

    /** The halves may lie on the same class path, and they have other words. */
    EvaluationFailures(BeanFactory beans) {
        this.evaluation = beans.containsBean("embeddedDatabase");
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (!evaluation) return null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException)
                return new FailureAnalysis(
                        "The data in this folder was made by another version: start with empty data (--fresh), or name another"
                                + " folder with --data=DIR.",
                        null,
                        failure);
            if (cause instanceof PortInUseException port)
                return new FailureAnalysis(
                        "Port " + port.getPort() + " is taken: choose another with --port=N.", null, failure);
        }
        return null;
    }
}
