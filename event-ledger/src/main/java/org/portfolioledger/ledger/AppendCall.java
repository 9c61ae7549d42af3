package org.portfolioledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.Repeated;

/** Hands units to the function {@code ledger.append} and reads what it answers. */
final class AppendCall {

    private static final String SQL = "select * from ledger.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement call;
    private int parameters;

    private AppendCall(Connection connection, PreparedStatement call) {
        this.connection = connection;
        this.call = call;
    }

    /** Appends in the transaction of the connection; one outcome a unit, in their order. */
    static List<Outcome> append(Connection connection, List<AppendRequest> units) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            var call = new AppendCall(connection, statement);
            call.set(units);
            try (ResultSet answers = statement.executeQuery()) {
                var outcomes = new ArrayList<Outcome>(units.size());
                while (answers.next()) {
                    outcomes.add(outcome(answers));
                }
                return outcomes;
            }
        }
    }

    private void set(List<AppendRequest> units) throws SQLException {
        column("text", units, unit -> unit.command().actor());
        column("text", units, unit -> unit.command().key());
        column("text", units, AppendRequest::fingerprint);
        column("text", units, AppendRequest::register);
        column("timestamptz", units, unit -> unit.knownAt() == null ? null : Timestamps.text(unit.knownAt()));
        bytes(units, unit -> Basis.of(unit.basis()));
        column("integer", units, unit -> unit.events().size());

        List<NewEvent> events =
                units.stream().flatMap(unit -> unit.events().stream()).toList();
        column("uuid", events, NewEvent::eventId);
        column("text", events, NewEvent::stream);
        column("bigint", events, NewEvent::sequence);
        column("text", events, NewEvent::type);
        column("integer", events, NewEvent::revision);
        bytes(events, NewEvent::payload);
        bytes(events, NewEvent::metadata);
        column("date", events, event -> event.effectiveOn().toString());
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
        long first = answer.getLong("first_position");
        long last = answer.getLong("last_position");
        Instant knownAt = Timestamps.readOrNull(answer, "known_at");
        return switch (answer.getString("outcome")) {
            case "APPENDED" ->
                new Appended(first, last, Timestamps.read(answer, "recorded_at"), Timestamps.read(answer, "known_at"));
            case "REPEATED" -> new Repeated(first, last);
            case "KEY_REUSED" -> new KeyReused(first, last);
            case "CONFLICT" ->
                new Conflict(answer.getString("stream"), answer.getLong("expected"), answer.getLong("actual"));
            case String reason -> new KnownAtRefused(KnownAtRefused.Reason.valueOf(reason), knownAt);
        };
    }
}
