package org.portfolioledger.ledger.proof;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the schema {@code proof} to the version that this code needs; run it as the owner, after the ledger's. */
public final class ProofMigration {

    private ProofMigration() {}

    /** Whether a database has the schema; whether it is of this version is for the migration to say. */
    public static boolean isDone(DataSource database) {
        return JdbcClient.create(database)
                .sql("select to_regclass('proof.tile') is not null")
                .query(Boolean.class)
                .single();
    }

    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/subscription", "classpath:db/proof")
                .schemas(TreeRecord.SCHEMA)
                .table("schema_history")
                .load()
                .migrate();
    }
}
