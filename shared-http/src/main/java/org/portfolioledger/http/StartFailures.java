package org.portfolioledger.http;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Knows what may stand in the way of any application's start. What it does not know comes with its stack trace. */
@Order(0) // After those that know their application better, before Spring's own.
final class StartFailures implements FailureAnalyzer {

    private static final String ADDRESS = "jdbc:postgresql://";

    /** Classes of SQLSTATE in PostgreSQL's appendix A: connection, credentials, name, resources, intervention. */
    private static final List<String> REFUSES_CONNECTIONS = List.of("08", "28", "3D", "53", "57");

    private static final String NOT_PERMITTED = "42501";

    private final Environment environment;

    StartFailures(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst()
                .map(sentence -> new FailureAnalysis(sentence, null, failure))
                .orElse(null);
    }

    private Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case RefusedToStart refused -> Optional.of(String.valueOf(refused.getMessage()));
            // Where a setting refuses its value itself, its own sentence comes further down.
            case BindException setting
            when !(root(setting) instanceof RefusedToStart) -> unusable(setting.getName(), firstLine(root(setting)));
            case InvalidConfigurationPropertyValueException setting ->
                unusable(setting.getName(), String.valueOf(setting.getReason()));
            case PortInUseException port ->
                Optional.of("Port %s is taken: choose another with --server.port=N.".formatted(port.getPort()));
            // The pool's own exception says only that it waited in vain; its cause says for what.
            case SQLException refused when !(refused.getCause() instanceof SQLException) -> refused(refused);
            default -> Optional.empty();
        };
    }

    private static Optional<String> unusable(Object setting, String reason) {
        return Optional.of("The setting %s cannot be used (%s): correct it.".formatted(setting, reason));
    }

    private Optional<String> refused(SQLException refused) {
        String url = environment.getProperty("spring.datasource.url", "");
        String state = String.valueOf(refused.getSQLState());
        if (!url.startsWith(ADDRESS)) return Optional.empty();
        String database = url.substring(ADDRESS.length()).replaceFirst("\\?.*", "");
        if (state.equals(NOT_PERMITTED))
            return Optional.of(
                    "The database at %s does not let its user do what is needed (%s): migrate it as its owner and grant the roles."
                            .formatted(database, reason(refused)));
        return REFUSES_CONNECTIONS.stream().anyMatch(state::startsWith)
                ? Optional.of(
                        "The database at %s cannot be reached (%s): start it, or correct spring.datasource.url, username and password."
                                .formatted(database, reason(refused)))
                : Optional.empty();
    }

    private static String reason(SQLException refused) {
        return firstLine(refused).replaceFirst("\\.( .*)?$", "");
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root;
    }
}
