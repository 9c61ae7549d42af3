package org.portfolioledger.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.portfolioledger.http.RefusedToStart;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where it is looked up at each request whether a token still counts. A bean of whoever starts it.
 *
 * @param dataSource connections of the role {@code access_writer}, or of {@code access_reader}, which issues none
 */
public record AccessDatabase(DataSource dataSource) implements AutoCloseable {

    /** The version of the schema that this code needs: its last migration. */
    public static final String VERSION = "1";

    /** SQLSTATE of a table or a schema that is not there. */
    private static final List<String> UNDEFINED = List.of("42P01", "3F000");

    private static final int CONNECTIONS = 4;
    private static final int WAIT_MILLIS = 1_000;
    private static final int WAIT_SECONDS = 2;

    /** Connections of their own, so that nobody waits at the sign-in for what commands or reads keep busy. */
    public static AccessDatabase beside(HikariDataSource pool) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName("sign-in");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.addDataSourceProperty("socketTimeout", Integer.toString(WAIT_SECONDS));
        AccessDatabase database = new AccessDatabase(new HikariDataSource(config));
        database.requireTables();
        return database;
    }

    private void requireTables() {
        try {
            JdbcClient.create(dataSource)
                    .sql("select from access.token, access.sign_out, directory.person limit 0")
                    .query()
                    .listOfRows();
        } catch (BadSqlGrammarException fault) {
            close();
            if (fault.getRootCause() instanceof SQLException sql && UNDEFINED.contains(sql.getSQLState()))
                throw new RefusedToStart(
                        "The database has no tables for access tokens or people: start this with --migrate as the owner of the database.");
            throw fault;
        }
    }

    /**
     * Brings the schema {@code access}, and {@code directory} on which it depends, to the versions that this code needs; run it
     * as the owner of the database.
     */
    public static void migrate(DataSource owner) {
        DirectorySchema.migrate(owner);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/access")
                .schemas("access")
                .table("schema_history")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        if (dataSource instanceof HikariDataSource pool) pool.close();
    }
}
