package org.portfolioledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;

/** Calls the function {@code ledger.append} and reads its outcomes. */
final class AppendCall {

    private static final String SQL =
            "select * from ledger.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement call;
    private int parameters;

    private AppendCall(Connection connection, PreparedStatement call) {
        this.connection = connection;
        this.call = call;
    }

    /**
     * Appends in the transaction of the connection; one outcome a request, in their order.
     *
     * @param timeout how long to wait for the head, in milliseconds and at least one
     */
    static List<Outcome> append(Connection connection, List<AppendRequest> requests, Duration timeout)
            throws SQLException {
        return append(connection, requests, null, timeout);
    }

    /** Appends a continuation in the transaction of the connection; the outcomes end with the first that is refused. */
    static List<Outcome> append(Connection connection, Continuation continuation, Duration timeout)
            throws SQLException {
        return append(connection, continuation.requests(), continuation.forkedAt(), timeout);
    }

    private static List<Outcome> append(
            Connection connection, List<AppendRequest> requests, @Nullable Long forkedAt, Duration timeout)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            var call = new AppendCall(connection, statement);
            call.set(requests);
            statement.setInt(++call.parameters, Math.toIntExact(Math.max(1, timeout.toMillis())));
            statement.setObject(++call.parameters, forkedAt, Types.BIGINT);
            try (ResultSet answers = statement.executeQuery()) {
                var outcomes = new ArrayList<Outcome>(requests.size());
                while (answers.next()) {
                    outcomes.add(outcome(answers));
                }
                return outcomes;
            }
        }
    }

    /** A guard, and the number of its request, from 1. */
    private record Stated(int request, Guard guard) {}

    private void set(List<AppendRequest> requests) throws SQLException {
        column("text", requests, request -> request.command().actor());
        column("text", requests, request -> request.command().key());
        column("text", requests, AppendRequest::fingerprint);
        column("text", requests, AppendRequest::register);
        column(
                "timestamptz",
                requests,
                request -> request.knownAt() == null ? null : Timestamps.text(request.knownAt()));
        column("boolean", requests, AppendRequest::goesLive);
        column("integer", requests, request -> request.events().size());

        List<Stated> guards = new ArrayList<>();
        for (int request = 0; request < requests.size(); request++)
            for (Guard guard : requests.get(request).guards()) guards.add(new Stated(request + 1, guard));
        column("integer", guards, Stated::request);
        column("text", guards, stated -> stated.guard().stream());
        column("bigint", guards, stated -> stated.guard().lastSequence());

        List<NewEvent> events =
                requests.stream().flatMap(request -> request.events().stream()).toList();
        column("uuid", events, NewEvent::eventId);
        column("text", events, NewEvent::stream);
        column("bigint", events, NewEvent::sequence);
        column("text", events, NewEvent::type);
        column("integer", events, NewEvent::revision);
        bytes(events, NewEvent::payload);
        bytes(events, NewEvent::metadata);
        column("date", events, event -> event.effectiveOn().toString());
        column("text", events, event -> Basis.numbers(event.restsOn()));
    }

    private <T> void column(String type, List<T> rows, Function<T, ?> value) throws SQLException {
        set(connection.createArrayOf(type, rows.stream().map(value).toArray()));
    }

    private <T> void bytes(List<T> rows, Function<T, byte[]> value) throws SQLException {
        set(connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
    }

    private void set(Array array) throws SQLException {
        call.setArray(++parameters, array);
    }

    private static Outcome outcome(ResultSet answer) throws SQLException {
        return switch (answer.getString("outcome")) {
            case "APPENDED" ->
                new Appended(
                        answer.getLong("first_position"),
                        answer.getLong("last_position"),
                        Timestamps.read(answer, "recorded_at"),
                        Timestamps.read(answer, "known_at"));
            case "NO_EVENTS" -> new NoEvents();
            case "REPEATED" -> new Repeated(positions(answer));
            case "KEY_REUSED" -> new KeyReused();
            case "CONFLICT" ->
                new Conflict(answer.getString("stream"), answer.getLong("expected"), answer.getLong("actual"));
            case String reason ->
                new KnownAtRefused(KnownAtRefused.Reason.valueOf(reason), Timestamps.readOrNull(answer, "known_at"));
        };
    }

    /** The columns {@code first_position} and {@code last_position}; null for a command without events. */
    static @Nullable PositionRange positions(ResultSet row) throws SQLException {
        Long first = row.getObject("first_position", Long.class);
        return first == null ? null : new PositionRange(first, row.getLong("last_position"));
    }
}
