package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.query.row.FactDecoder;

/**
 * Replay of a ledger as a subscription reads it, each fact decoded to its type, against a bare JDBC cursor over the same
 * columns, and against the stream of Axon's own JDBC engine over the same events. {@code -Dfacts=50000 -Drounds=5}.
 */
public final class ReplayBenchmark {

    private static final int FACTS = Integer.getInteger("facts", 50_000);
    private static final int PAGE = 500;

    private ReplayBenchmark() {}

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server);
                Connection connection = pool.getConnection()) {
            ImportBenchmark.send(office, "F", FACTS, FACTS / 50);
            Ledger ledger = new Ledger(pool);
            AxonStore axon = AxonStore.create(pool).filledFrom(ledger);
            System.out.printf(
                    "an operation reads %s of %s facts%n", PAGE, ledger.head().position());
            Rounds.Here ours = () -> replay(FactSource.of(ledger));
            Rounds.Here bare = () -> cursor(connection);
            Rounds.Here stream = () -> stream(axon);
            Rounds.warmUp(ours, bare, stream);
            Rounds.head("replay", "bare JDBC cursor");
            Rounds.compare(1, ours, bare);
            Rounds.head("replay", "Axon's JDBC engine");
            Rounds.compare(1, ours, stream);
        }
    }

    private static Rounds.Work replay(FactSource source) {
        FactDecoder decoder = new FactDecoder();
        return new Rounds.Work() {
            private long position;

            @Override
            public void once(long number) {
                List<StoredEvent> page = source.after(position, PAGE);
                for (StoredEvent stored : page) decoder.recorded(stored);
                position = page.size() < PAGE ? 0 : page.getLast().position();
            }
        };
    }

    private static Rounds.Work cursor(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(PAGE);
        return new Rounds.Work() {
            private ResultSet rows = open();

            private ResultSet open() throws SQLException {
                return statement.executeQuery("select * from ledger.event order by position");
            }

            @Override
            public void once(long number) throws SQLException {
                for (int read = 0; read < PAGE; read++) {
                    if (!rows.next()) {
                        rows = open();
                        return;
                    }
                    read(rows);
                }
            }
        };
    }

    private static void read(ResultSet row) throws SQLException {
        row.getLong(1);
        row.getObject(2, UUID.class);
        row.getString(3);
        row.getString(4);
        row.getLong(5);
        row.getString(6);
        row.getInt(7);
        row.getBytes(8);
        row.getBytes(9);
        row.getObject(10, LocalDate.class);
        row.getObject(11, OffsetDateTime.class);
        row.getObject(12, OffsetDateTime.class);
        row.getString(13);
        row.getString(14);
        row.getBytes(15);
        row.getBytes(16);
    }

    private static Rounds.Work stream(AxonStore axon) {
        return new Rounds.Work() {
            private Iterator<? extends TrackedEventMessage<?>> events = open();

            private Iterator<? extends TrackedEventMessage<?>> open() {
                return axon.engine().readEvents(null, false).iterator();
            }

            @Override
            public void once(long number) {
                for (int read = 0; read < PAGE; read++) {
                    if (!events.hasNext()) {
                        events = open();
                        return;
                    }
                    TrackedEventMessage<?> event = events.next();
                    // Both are decoded when they are asked for.
                    if (event.getPayload() == null || event.getMetaData().isEmpty())
                        throw new IllegalStateException("an event without its fact");
                }
            }
        };
    }
}
