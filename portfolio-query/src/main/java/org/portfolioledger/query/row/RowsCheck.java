package org.portfolioledger.query.row;

import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses at start-up rows that cannot be those of the ledger beside them. */
final class RowsCheck {

    private RowsCheck() {}

    /** @throws RefusedToStart if there are no rows to keep, or they hold facts that the ledger does not */
    static void requireFitting(JdbcClient rows, Ledger ledger) {
        boolean there = rows.sql("select to_regclass('query.generation') is not null")
                .query(Boolean.class)
                .single();
        if (!there)
            throw new RefusedToStart(
                    "The database has no place for rows: start this with --migrate as the owner of the database.");
        long position = rows.sql("""
                        select s.position from query.generation g
                        join query.subscription s on s.name = 'rows-' || g.number where g.state = 'LIVE'""").query(Long.class).single();
        long head = ledger.head().position();
        if (position > head)
            throw new RefusedToStart(
                    "The rows have reached position %s, but the ledger ends at %s: facts are missing from the ledger. Restore a backup into a new database with --restore FILE, and keep this one: it shows what is missing."
                            .formatted(position, head));
    }
}
