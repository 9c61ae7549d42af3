package org.portfolioledger.query.row;

import javax.sql.DataSource;
import org.portfolioledger.http.RefusedToStart;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses at start-up rows that cannot be those of the ledger beside them. */
final class RowsCheck {

    private RowsCheck() {}

    /** @throws RefusedToStart if there are no rows to keep, or they hold facts that the ledger does not */
    static void requireFitting(DataSource rows) {
        JdbcClient jdbc = JdbcClient.create(rows);
        boolean there = jdbc.sql("select to_regclass('query.generation') is not null")
                .query(Boolean.class)
                .single();
        if (!there)
            throw new RefusedToStart(
                    "The database has no place for rows: start this with --migrate as the owner of the database.");
        jdbc.sql(
                        "select g.position, h.position as head from query.generation g, ledger.head h where g.position > h.position and g.state = 'LIVE'")
                .query((row, _) -> new RefusedToStart(
                        "The rows have reached position %s, but the ledger ends at %s: facts are missing from the ledger. Restore a backup into a new database with --restore FILE, and keep this one: it shows what is missing."
                                .formatted(row.getLong("position"), row.getLong("head"))))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
    }
}
