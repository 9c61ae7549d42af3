package org.portfolioledger.query.row;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code query} to the version that this code needs; run it as the owner, after the ledger's. */
public final class QueryMigration {

    private QueryMigration() {}

    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/subscription", "classpath:db/query")
                .schemas("query")
                .table("schema_history")
                .load()
                .migrate();
    }
}
