package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;
import org.portfolioledger.query.row.ProjectionLifecycle.ProjectionState;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of several followers over one database one keeps the rows. */
class LeaderLockTest {

    private final LedgerDatabase database = Served.migrated();
    private final History history = new History(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final RowProjection projection = projection(database);
    private final RowProjection other = projection(database);
    private final ProjectionLifecycle first = projection.following(true);
    private final ProjectionLifecycle second = other.following(true);

    private record OfInitiative() implements RowType<InitiativeState> {
        @Override
        public Kind<?, InitiativeState> kind() {
            return Kinds.INITIATIVE;
        }
    }

    private static RowProjection projection(LedgerDatabase database) {
        return new RowProjection(
                Served.database(database),
                List.of(new OfInitiative()),
                FactSerializer.mapper(),
                new RowProjection.Pace(500, 1_000, Duration.ofMillis(50), Duration.ofMinutes(10)));
    }

    @BeforeEach
    void start() {
        first.start();
        await().until(() -> first.state() == ProjectionState.ACTIVE);
        second.start();
    }

    @AfterEach
    void stop() {
        first.stop();
        second.stop();
        projection.close();
        other.close();
    }

    @Test
    void the_second_stands_by_and_takes_over_when_the_first_ends() {
        kept(history.append(initiative("A", "Alpha", "PF", "2011-05-01")));
        await().until(() -> second.state() == ProjectionState.STANDBY);

        first.stop();
        await().until(() -> second.state() == ProjectionState.ACTIVE);
        assertThat(first.state()).isEqualTo(ProjectionState.READ_ONLY);
        kept(history.append(renamed("A", "Beta", "2012-01-01")));

        first.start();
        kept(history.append(renamed("A", "Gamma", "2013-01-01")));
        await().until(() -> first.state() == ProjectionState.STANDBY);
    }

    @Test
    void who_loses_the_session_writes_nothing_until_it_holds_the_lock_again() throws SQLException {
        second.stop();
        kept(history.append(initiative("A", "Alpha", "PF", "2011-05-01")));
        long unwritten;
        try (Connection usurper = takesOver()) {
            await().until(() -> first.state() == ProjectionState.STANDBY);
            unwritten = history.append(renamed("A", "Beta", "2012-01-01"));

            await().during(Duration.ofMillis(500))
                    .until(() -> projection.progress().position() == unwritten - 1);
            assertThat(first.state()).isEqualTo(ProjectionState.STANDBY);
            assertThat(usurper.isValid(1)).isTrue();
        }

        kept(unwritten);
        assertThat(first.state()).isEqualTo(ProjectionState.ACTIVE);
    }

    @Test
    void who_holds_the_lock_and_does_nothing_for_long_keeps_no_rows() throws SQLException {
        second.stop();
        kept(history.append(initiative("A", "Alpha", "PF", "2011-05-01")));
        try (Connection usurper = takesOver()) {
            history.append(renamed("A", "Beta", "2012-01-01"));
            assertThat(projection.progress().isKept()).as("it has had no time").isTrue();

            owner.sql("alter table ledger.event disable trigger all").update();
            owner.sql("update ledger.event set recorded_at = recorded_at - interval '1 minute'")
                    .update();
            assertThat(projection.progress().isKept()).as("it moved lately").isTrue();
            owner.sql("update query.subscription set moved_at = moved_at - interval '1 minute'")
                    .update();
            assertThat(projection.progress().isKept()).isFalse();
            assertThat(usurper.isValid(1)).isTrue();
        }
        kept(2);
        assertThat(projection.progress().isKept()).isTrue();
    }

    @Test
    void however_often_sessions_are_lost_every_fact_is_kept_once_and_nobody_stops() {
        long last = history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        for (int n = 0; n < 20; n++) {
            owner.sql("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())")
                    .query()
                    .singleValue();
            last = history.append(renamed("A", "Name " + n, "2012-01-01"));
            kept(last);
        }

        await().until(() -> (first.state() == ProjectionState.ACTIVE) != (second.state() == ProjectionState.ACTIVE));
        assertThat(first.failure()).isNull();
        assertThat(second.failure()).isNull();
        assertThat(Rebuilt.byItsProcess(projection).same()).isTrue();
    }

    @Test
    void who_stops_for_good_lets_the_other_try() {
        owner.sql("alter table ledger.event disable trigger all").update();
        owner.sql("update ledger.head set position = position + 1").update();
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));

        await().until(() -> first.state() == ProjectionState.FAILED && second.state() == ProjectionState.FAILED);
        assertThat(second.failure()).contains("the ledger has a gap");
    }

    /** A session that waits for the lock, and has it as soon as its holder's session is ended. */
    private Connection takesOver() throws SQLException {
        Connection usurper = database.owner().getConnection();
        Thread end = Thread.ofVirtual().start(() -> {
            await().until(() -> locks("not granted") == 1);
            owner.sql("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())")
                    .query()
                    .singleValue();
        });
        try (Statement lock = usurper.createStatement()) {
            long number = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                            .digest(RowProjection.FOLLOWER.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
            lock.execute("select pg_advisory_lock(" + number + ")");
            end.join();
        } catch (InterruptedException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
        return usurper;
    }

    private int locks(String which) {
        return owner.sql("select count(*) from pg_locks where locktype = 'advisory' and " + which
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Integer.class)
                .single();
    }

    private void kept(long position) {
        await().until(() -> projection.progress().position() == position);
    }
}
