package org.portfolioledger.ledger.axon;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds up appends to streams named {@code held-…} between their insert, which took a number, and their commit. */
final class Gate implements AutoCloseable {

    private final JdbcClient owner;
    private final Connection connection;

    Gate(Store store) throws SQLException {
        owner = JdbcClient.create(store.database().owner());
        owner.sql("""
                        create or replace function public.hold_up() returns trigger language plpgsql as $$
                        begin
                            perform pg_catalog.pg_advisory_xact_lock_shared(1);
                            return null;
                        end $$""").update();
        owner.sql("""
                        create or replace trigger hold_up after insert on %s for each row when (new.%s like 'held-%%')
                        execute function public.hold_up()""".formatted(store.table().name(), store.table().stream())).update();
        connection = store.database().owner().getConnection();
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(1)");
        }
    }

    /** How many are held up. */
    int waiting() {
        return owner.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
