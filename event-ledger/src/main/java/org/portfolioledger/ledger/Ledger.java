package org.portfolioledger.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * The record of facts on PostgreSQL: appends requests and reads facts back.
 *
 * <p>It needs a connection of the role {@code ledger_appender}, or {@code ledger_reader} if nothing is appended. What the
 * database refuses or cannot do comes as Spring's {@link DataAccessException}.
 */
public final class Ledger implements LedgerReader, AppendTarget {

    static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    public Ledger(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Appends with the usual timeout; see {@link #append(List, Duration)}. */
    public List<Outcome> append(List<AppendRequest> requests) {
        return append(requests, USUAL_TIMEOUT);
    }

    /**
     * Appends requests in one transaction of its own, in their order; one outcome a request. A request that is refused
     * does not disturb the others. Prefer {@link GroupAppender}, which also settles what became of a request if the
     * connection is lost.
     *
     * @param timeout how long to wait for the head of the ledger
     * @throws LedgerBusy if the head was not free in time; nothing was appended then
     * @throws InvalidAppend if the database refuses the call; nothing was appended then
     */
    @Override
    public List<Outcome> append(List<AppendRequest> requests, Duration timeout) {
        return requests.isEmpty()
                ? List.of()
                : withHead(connection -> AppendCall.append(connection, requests, timeout), timeout);
    }

    /**
     * Appends requests that were decided one upon another, in one transaction of its own. Where one is refused, since a
     * stream has moved meanwhile or its key is taken, it has the last outcome: those before it are appended, those after
     * it, which were decided upon it, are not. Repeated after its connection was lost, it answers those that are on record.
     *
     * @throws LedgerBusy if the head was not free in time; nothing was appended then
     * @throws InvalidAppend if the database refuses the call; nothing was appended then
     */
    @Override
    public List<Outcome> append(Continuation continuation, Duration timeout) {
        return withHead(connection -> AppendCall.append(connection, continuation, timeout), timeout);
    }

    /** Whether an append could begin within the time: it takes the head and gives it up at once. */
    public boolean isHeadFree(Duration timeout) {
        try {
            return withHead(connection -> AppendCall.append(connection, List.of(), timeout), timeout)
                    .isEmpty();
        } catch (LedgerBusy busy) {
            return false;
        }
    }

    private List<Outcome> withHead(Work<List<Outcome>> append, Duration timeout) {
        return inOwnTransaction("append", connection -> {
            try {
                return append.on(connection);
            } catch (SQLException e) {
                if (e.getSQLState() != null && InvalidAppend.STATES.contains(e.getSQLState()))
                    throw new InvalidAppend(e);
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) throw LedgerBusy.headNotHadWithin(timeout);
                throw e;
            }
        });
    }

    /** A command that is stored, with or without events. */
    @Override
    public Optional<StoredCommand> command(CommandKey command) {
        return jdbc.sql("select * from ledger.command where actor = ? and key = ?")
                .params(command.actor(), command.key())
                .query((row, n) -> stored(command, row))
                .optional();
    }

    /** Those of the commands that are stored, with or without events. */
    public List<StoredCommand> commands(Collection<CommandKey> commands) {
        List<CommandKey> keys = List.copyOf(commands);
        return jdbc.sql(
                        "select c.* from ledger.command c join unnest(:actors, :keys) as k (actor, key) using (actor, key)")
                .param("actors", keys.stream().map(CommandKey::actor).toArray(String[]::new))
                .param("keys", keys.stream().map(CommandKey::key).toArray(String[]::new))
                .query((row, n) -> stored(new CommandKey(row.getString("actor"), row.getString("key")), row))
                .list();
    }

    private static StoredCommand stored(CommandKey command, ResultSet row) throws SQLException {
        return new StoredCommand(
                command, row.getString("fingerprint"), row.getString("register"), AppendCall.positions(row));
    }

    @Override
    public List<StoredEvent> stream(String stream, long fromSequence) {
        return jdbc.sql("select * from ledger.event where stream = ? and sequence >= ? order by sequence")
                .params(stream, fromSequence)
                .query((row, n) -> StoredEvent.of(row))
                .list();
    }

    /** The facts of some streams up to a position: one stream after the other, each in its order. */
    public List<StoredEvent> streams(Collection<String> streams, long position) {
        return streams(streams, position, Integer.MAX_VALUE);
    }

    @Override
    public List<StoredEvent> streams(Collection<String> streams, long position, int limit) {
        return jdbc.sql("""
                        select * from ledger.event where stream = any(?) and position <= ?
                        order by stream, sequence limit ?""")
                .params(streams.toArray(String[]::new), position, limit)
                .query((row, n) -> StoredEvent.of(row))
                .list();
    }

    @Override
    public Optional<String> registerOf(String stream) {
        return jdbc.sql("select register from ledger.event where stream = ? and sequence = 0")
                .param(stream)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<String> spelling(String stream) {
        // Without a limit, for which all facts would be gone through in the order of their positions.
        return jdbc
                .sql("select stream from ledger.event where lower(stream) = lower(?) and sequence = 0"
                        + " order by position")
                .param(stream)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public long lastSequence(String stream) {
        return number("select coalesce(max(sequence), -1) from ledger.event where stream = ?", stream);
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return LedgerReader.super.at(position);
    }

    @Override
    public List<StoredEvent> between(long first, long last) {
        return jdbc.sql("select * from ledger.event where position between ? and ? order by position")
                .params(first, last)
                .query((row, n) -> StoredEvent.of(row))
                .list();
    }

    /** Reads the register's facts one by one: the search for the name in the bytes leaves few to be parsed. */
    @Override
    public List<StoredEvent> resting(String stream, long first, long last, int limit) {
        return jdbc.sql("""
                        select * from ledger.event
                        where register = (select register from ledger.event where stream = :stream and sequence = 0)
                          and position between :first and :last
                          and position(:guard in basis) > 0
                        order by position limit :limit""")
                .param("stream", stream)
                .param("guard", Basis.naming(stream).getBytes(StandardCharsets.UTF_8))
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query((row, n) -> StoredEvent.of(row))
                .list();
    }

    @Override
    public List<String> askingFor(String absent, String register) {
        return jdbc.sql("""
                        select distinct stream from ledger.event
                        where position('"sequence":-1}'::bytea in basis) > 0 and ledger.absences(basis) @> array[:absent::text]
                          and register = :register""").param("absent", absent).param("register", register).query(String.class).list().stream()
                .sorted()
                .toList();
    }

    /**
     * The facts of a register after a position, by position: those of streams whose names begin with a text, and those of
     * commands whose keys begin with another.
     *
     * @param keys null: whatever their keys, of no other streams
     * @param limit most that are returned
     */
    public List<StoredEvent> ofRegister(
            String register, String streams, @Nullable String keys, long position, int limit) {
        return jdbc.sql("""
                        select * from ledger.event
                        where register = :register and position > :position
                          and (starts_with(stream, :streams) or starts_with(command, :keys::text))
                        order by position limit :limit""")
                .param("register", register)
                .param("position", position)
                .param("streams", streams)
                .param("keys", keys)
                .param("limit", limit)
                .query((row, n) -> StoredEvent.of(row))
                .list();
    }

    @Override
    public Head head() {
        return jdbc.sql("select position, recorded_at from ledger.head")
                .query((row, n) -> new Head(row.getLong("position"), Timestamps.read(row, "recorded_at")))
                .single();
    }

    /** The later of the database's clock and the head's recordedAt. */
    @Override
    public Instant now() {
        return jdbc.sql("select greatest(clock_timestamp(), recorded_at) as now from ledger.head")
                .query((row, n) -> Timestamps.read(row, "now"))
                .single();
    }

    /**
     * Waits for the append that is in flight, and returns the ledger's now. After it no fact can appear that is recorded
     * at or before that moment; without it, one that is being committed could still appear under a knownAt that is not
     * before the head's recordedAt. It takes no lock, so that no reader can hold up an append.
     *
     * @param timeout how long to wait at most
     * @return empty if the append takes longer
     */
    public Optional<Instant> awaitInFlightAppends(Duration timeout) {
        return inOwnTransaction("wait for appends in flight", connection -> {
            try (var call = connection.prepareStatement("select ledger.await_in_flight_appends(?) as now")) {
                call.setInt(1, Math.toIntExact(timeout.toMillis()));
                try (ResultSet answer = call.executeQuery()) {
                    answer.next();
                    return Optional.ofNullable(Timestamps.readOrNull(answer, "now"));
                }
            }
        });
    }

    /** The last position of the register that was known at the instant; 0 if none was. */
    public long positionKnownAt(String register, Instant instant) {
        return jdbc.sql("""
                        select position from ledger.event where register = ? and known_at <= ?
                        order by known_at desc, position desc limit 1""")
                .params(register, Timestamps.parameter(instant))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public long positionRecordedBefore(Instant instant) {
        return number("select ledger.position_recorded_before(?)", Timestamps.parameter(instant));
    }

    /** All registers by name; a register is there from its first request with events on. */
    public List<RegisterProgress> registers() {
        return jdbc.sql("select * from ledger.register order by name")
                .query((row, n) -> new RegisterProgress(
                        row.getString("name"),
                        Timestamps.read(row, "last_known_at"),
                        row.getLong("last_position"),
                        row.getObject("live_position", Long.class)))
                .list();
    }

    /** How far a register had come at a position; empty if it began later. */
    Optional<RegisterProgress> registerAt(String name, long position) {
        return jdbc.sql("""
                        select last.known_at, last.position, r.live_position from (
                            select known_at, position from ledger.event
                            where register = :name and position <= :position
                            order by known_at desc, position desc limit 1) as last
                        left join ledger.register r on r.name = :name and r.live_position <= :position""")
                .param("name", name)
                .param("position", position)
                .query((row, n) -> new RegisterProgress(
                        name,
                        Timestamps.read(row, "known_at"),
                        row.getLong("position"),
                        row.getObject("live_position", Long.class)))
                .optional();
    }

    @Override
    public Optional<Long> livePosition(String register) {
        return jdbc.sql("select live_position from ledger.register where name = ? and live_position is not null")
                .param(register)
                .query(Long.class)
                .optional();
    }

    private long number(String sql, Object parameter) {
        return Objects.requireNonNull(
                jdbc.sql(sql).param(parameter).query(Long.class).single());
    }

    /**
     * On a connection of its own and not on that of a surrounding Spring transaction: the head lock must be given up, and
     * the outcome be on disk, when this returns.
     */
    private <T> T inOwnTransaction(String task, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.on(connection);
        } catch (SQLException e) {
            DataAccessException translated = translator.translate(task, null, e);
            throw translated == null ? new UncategorizedSQLException(task, null, e) : translated;
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
