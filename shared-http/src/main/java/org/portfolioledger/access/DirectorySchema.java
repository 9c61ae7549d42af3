package org.portfolioledger.access;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema of people: who was erased there signs in no more, at either half. */
public final class DirectorySchema {

    /** The version that this code needs: its last migration. */
    public static final String VERSION = "1";

    private DirectorySchema() {}

    /** Brings the schema {@code directory} to the version that this code needs; run it as the owner of the database. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/directory")
                .schemas("directory")
                .table("schema_history")
                .load()
                .migrate();
    }
}
