package org.portfolioledger.http;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says on standard error why an application does not start; the process then ends with status 1. */
final class StartupFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }
}
