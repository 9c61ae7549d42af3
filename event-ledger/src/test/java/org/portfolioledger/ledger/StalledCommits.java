package org.portfolioledger.ledger;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds up appends in their commit, when they have their lock, their positions and their moment, until it is closed. */
public final class StalledCommits implements AutoCloseable {

    private static final int GATE = 42;

    private final JdbcClient owner;
    private final Connection gate;

    /** @param streams which appends, by the streams to which they add, as for {@code like} */
    public StalledCommits(LedgerDatabase database, String streams) throws SQLException {
        owner = JdbcClient.create(database.owner());
        gate = database.owner().getConnection();
        try (Statement close = gate.createStatement()) {
            close.execute("select pg_advisory_lock(%s)".formatted(GATE));
            close.execute("drop trigger if exists stall on ledger.event");
            close.execute("""
                    create or replace function public.stall() returns trigger language plpgsql as $$ begin
                        if new.stream like '%s' then perform pg_advisory_xact_lock_shared(%s); end if;
                        return null;
                    end $$""".formatted(streams, GATE));
            close.execute("""
                    create constraint trigger stall after insert on ledger.event deferrable initially deferred
                    for each row execute function public.stall()""");
        }
    }

    /** Returns when an append is held up. */
    public void awaitOne() {
        await().until(() -> owner.sql("""
                        select count(*) from pg_locks where locktype = 'advisory' and not granted
                        and database = (select oid from pg_database where datname = current_database())""").query(Long.class).single() == 1);
    }

    @Override
    public void close() throws SQLException {
        gate.close();
    }
}
