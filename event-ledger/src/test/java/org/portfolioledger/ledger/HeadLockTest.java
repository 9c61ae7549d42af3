package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.Outcome.Appended;

class HeadLockTest {

    private static final Duration SECONDS = Duration.ofSeconds(30);

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @Test
    void who_awaits_the_append_in_flight_sees_every_fact_known_by_then() throws Exception {
        var reader = new Ledger(database.reader());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            var underWay = (Appended) AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0))), SECONDS)
                    .getFirst();
            assertThat(reader.positionKnownAt("MPS", reader.now())).isZero();

            var now = CompletableFuture.supplyAsync(
                    () -> reader.awaitInFlightAppends(Duration.ofSeconds(30)).orElseThrow());
            await().until(() -> HeadLock.readersWaiting(database) == 1);
            assertThat(now).isNotDone();
            slow.commit();

            Instant passed = now.join();
            assertThat(passed).isAfterOrEqualTo(underWay.knownAt());
            assertThat(reader.positionKnownAt("MPS", passed)).isEqualTo(1);
        }
    }

    @Test
    void who_waits_no_longer_learns_that_an_append_is_in_flight() throws Exception {
        var reader = new Ledger(database.reader());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0))), SECONDS);

            assertThat(reader.awaitInFlightAppends(Duration.ofMillis(50))).isEmpty();
            assertThat(reader.awaitInFlightAppends(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void what_is_appended_after_the_wait_is_known_later() {
        var ledger = new Ledger(database.appender());
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        Instant passed = ledger.awaitInFlightAppends(Duration.ofSeconds(30)).orElseThrow();
        var after = (Appended)
                ledger.append(List.of(unit("MPS", event("case-1", 1)))).getFirst();

        assertThat(after.recordedAt()).isAfter(passed);
    }

    @Test
    void an_append_that_was_rolled_back_is_awaited_no_longer() throws Exception {
        var reader = new Ledger(database.reader());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0))), SECONDS);
            var now = CompletableFuture.supplyAsync(() -> reader.awaitInFlightAppends(SECONDS));
            await().until(() -> HeadLock.readersWaiting(database) == 1);
            slow.rollback();

            assertThat(now.join()).isPresent();
            assertThat(reader.head().position()).isZero();
        }
    }

    /** Otherwise a reader would not find it: the head carries the id of the subtransaction. */
    @Test
    void nobody_appends_behind_a_savepoint() throws Exception {
        try (Connection connection = database.appender().getConnection()) {
            connection.setAutoCommit(false);
            connection.setSavepoint();

            assertThatThrownBy(() -> AppendCall.append(connection, List.of(unit("MPS", event("case-1", 0))), SECONDS))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("LG001"));
        }
    }

    /** An older snapshot could show a head from before the moment. */
    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void nobody_awaits_appends_in_a_snapshot_of_before(int isolation) throws Exception {
        try (Connection connection = database.reader().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(isolation);

            assertThatThrownBy(() -> statement.execute("select ledger.await_in_flight_appends(1000)"))
                    .hasMessageContaining("isolation level read committed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ledger.await_in_flight_appends(1000)",
                "select 1 from ledger.head for update",
                "select 1 from ledger.head for key share",
                "select 1 from ledger.event for share",
                "select 1 from ledger.register for share",
                "lock table ledger.head in access share mode",
                "lock table ledger.head in share mode",
                "lock table ledger.event in row share mode",
                "lock table ledger.command in access exclusive mode",
                "declare seen cursor for select * from ledger.head, ledger.event; fetch all from seen",
                "select pg_advisory_xact_lock(key) from generate_series(-1000, 1000) key",
                "select pg_advisory_lock('ledger.head'::regclass::oid::bigint)",
                "listen ledger_head; notify ledger_head, '9'"
            })
    void no_reader_can_hold_up_an_append(String attack) throws Exception {
        var ledger = new Ledger(database.appender());
        ledger.append(List.of(unit("MPS", event("case-1", 0))));
        try (Connection reader = database.reader().getConnection();
                Statement open = reader.createStatement()) {
            reader.setAutoCommit(false);
            try {
                open.execute(attack);
            } catch (SQLException refused) {
                assertThat(refused.getMessage()).contains("permission denied");
            }

            assertThat(ledger.append(List.of(unit("MPS", event("case-1", 1))), Duration.ofSeconds(5)))
                    .singleElement()
                    .isInstanceOf(Appended.class);
        }
    }

    @Test
    void an_append_that_cannot_have_the_head_in_time_is_refused_and_stores_nothing() throws Exception {
        var ledger = new Ledger(database.appender());
        try (var _ = new HeadLock(database)) {
            assertThatThrownBy(() -> ledger.append(List.of(unit("MPS", event("case-1", 0))), Duration.ofMillis(50)))
                    .isInstanceOf(LedgerBusy.class)
                    .hasMessageContaining("was not free within PT0.05S");
            assertThat(ledger.isHeadFree(Duration.ofMillis(50))).isFalse();
        }
        assertThat(ledger.isHeadFree(SECONDS)).isTrue();
        assertThat(ledger.head().position()).isZero();
    }

    @Test
    void an_append_that_comes_while_another_is_open_is_numbered_after_it() throws Exception {
        var ledger = new Ledger(database.appender());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0), event("case-1", 1))), SECONDS);
            var second = CompletableFuture.supplyAsync(() ->
                    ledger.append(List.of(unit("MPS", event("case-2", 0)))).getFirst());
            await().until(() -> HeadLock.waiting(database) == 1);
            slow.commit();

            assertThat(((Appended) second.join()).first()).isEqualTo(3);
        }
    }
}
