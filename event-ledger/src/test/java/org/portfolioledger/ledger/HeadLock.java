package org.portfolioledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds up every append until it is closed. */
final class HeadLock implements AutoCloseable {

    private final Connection connection;

    HeadLock(LedgerDatabase database) throws SQLException {
        connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("select 1 from ledger.head for update");
        }
    }

    /** How many readers wait for the append that has it. */
    static int readersWaiting(LedgerDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from pg_stat_activity where datname = current_database() and state = 'active'"
                        + " and pid <> pg_backend_pid() and query like '%await_in_flight_appends%'")
                .query(Integer.class)
                .single();
    }

    /** How many connections wait for it. */
    static int waiting(LedgerDatabase database) {
        return JdbcClient.create(database.owner())
                .sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
