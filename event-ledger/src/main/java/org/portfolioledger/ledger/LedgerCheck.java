package org.portfolioledger.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses at start-up a database that could lose or has lost facts. */
public final class LedgerCheck {

    private final JdbcClient jdbc;

    private LedgerCheck(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Reads every position once: about a tenth of a second for a million facts.
     *
     * @throws LedgerNotSound if the database does not keep what it confirms, or schema, head and facts do not fit
     */
    public static void requireSound(DataSource dataSource) {
        var check = new LedgerCheck(dataSource);
        List.of("fsync", "full_page_writes", "synchronous_commit").forEach(check::requireOn);
        check.requireSchema();
        check.requireGapless();
    }

    private void requireOn(String setting) {
        if (text("select current_setting('%s')".formatted(setting)).equals("off")) {
            throw new LedgerNotSound(
                    "PostgreSQL runs with %s off, so facts that were confirmed could be lost: turn it on."
                            .formatted(setting));
        }
    }

    private void requireSchema() {
        if (text("select coalesce(to_regclass('ledger.schema_history')::text, '')")
                .isEmpty()) {
            throw new LedgerNotSound(
                    "The database has no ledger: start this with --migrate as the owner of the database.");
        }
        String version = text("select version from ledger.schema_history where success and version is not null"
                + " order by installed_rank desc limit 1");
        if (!version.equals(LedgerMigration.VERSION)) {
            throw new LedgerNotSound(
                    "The ledger's schema has version %s and this code needs %s: start it with --migrate as the owner, or the"
                                    .formatted(version, LedgerMigration.VERSION)
                            + " code that fits.");
        }
    }

    private void requireGapless() {
        // One statement, so that an append between two looks is not taken for damage.
        jdbc.sql("""
                        select (select position from ledger.head) as head, count(*) as facts,
                               coalesce(max(position), 0) as last from ledger.event""")
                .query((row, n) -> new long[] {row.getLong("head"), row.getLong("facts"), row.getLong("last")})
                .list()
                .forEach(seen -> requireGapless(seen[0], seen[1], seen[2]));
    }

    private static void requireGapless(long head, long facts, long last) {
        if (facts != head || last != head) {
            throw new LedgerNotSound(
                    "The ledger's head is at position %s, but it holds %s facts and the last has position %s: facts are missing. Restore a backup into a new database with --restore FILE, and keep this one: it shows what is missing."
                            .formatted(head, facts, last));
        }
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
