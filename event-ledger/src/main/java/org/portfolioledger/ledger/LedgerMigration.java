package org.portfolioledger.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code ledger} to the version that this code needs; run it as the owner of the database. */
public final class LedgerMigration {

    /** The version of the schema that this code needs: its last migration. */
    public static final String VERSION = "1";

    private LedgerMigration() {}

    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/ledger")
                .schemas("ledger")
                .table("schema_history")
                .load()
                .migrate();
    }
}
