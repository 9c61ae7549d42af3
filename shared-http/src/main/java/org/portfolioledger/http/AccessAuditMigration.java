package org.portfolioledger.http;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code ops}, the record of accesses, to the version that this code needs; run it as the owner. */
public final class AccessAuditMigration {

    public static final String SCHEMA = "ops";

    /** Its last migration. */
    public static final String VERSION = "1";

    private AccessAuditMigration() {}

    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/ops")
                .schemas(SCHEMA)
                .table("schema_history")
                .load()
                .migrate();
    }
}
