package org.portfolioledger.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.command.CommandDatabase;
import org.portfolioledger.command.web.ImportLog;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.ledger.LedgerCheck;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.query.row.QueryMigration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one database of both halves, each with a user that may do only what its half does. */
@Configuration(proxyBeanMethods = false)
class Databases {

    private static final int CONNECTIONS = 8;

    @Bean
    EmbeddedDatabase embeddedDatabase(ApplicationArguments arguments) {
        LaunchOptions options = LaunchOptions.of(arguments.getSourceArgs());
        return options.fresh()
                ? EmbeddedDatabase.startAnew(options.dataFolder(), 0)
                : EmbeddedDatabase.start(options.dataFolder(), 0);
    }

    @Bean
    Migrated migrated(EmbeddedDatabase database) {
        DataSource owner = database.dataSource();
        LedgerMigration.migrate(owner);
        ImportLog.migrate(owner);
        QueryMigration.migrate(owner);
        AccessDatabase.migrate(owner);
        AccessAuditMigration.migrate(owner);
        login(owner, "portfolio_command", "ledger_appender, directory_writer, access_writer");
        login(owner, "portfolio_query", "query_writer, directory_reader, access_reader");
        return new Migrated(database);
    }

    /** The database with every schema in it: what uses it is made after it and closed before it. */
    record Migrated(EmbeddedDatabase database) {}

    @Bean
    CommandDatabase commandDatabase(Migrated migrated, HikariDataSource commandPool) {
        LedgerCheck.requireSound(commandPool);
        return new CommandDatabase(commandPool);
    }

    @Bean
    QueryDatabase queryDatabase(Migrated migrated, HikariDataSource queryPool) {
        return QueryDatabase.one(queryPool, listening(migrated.database()));
    }

    @Bean
    AccessDatabase accessDatabase(Migrated migrated, HikariDataSource commandPool) {
        return AccessDatabase.beside(commandPool);
    }

    @Bean
    HikariDataSource commandPool(Migrated migrated) {
        // A command is answered even if its database stands still.
        return pool(migrated.database().jdbcUrl() + "?socketTimeout=30", "portfolio_command");
    }

    @Bean
    HikariDataSource queryPool(Migrated migrated) {
        return pool(migrated.database().jdbcUrl(), "portfolio_query");
    }

    /** Not pooled: one connection is kept for ever, to hear that the ledger moved. */
    private static DataSource listening(EmbeddedDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser("portfolio_query");
        return dataSource;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(user);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    /** The embedded server trusts whoever comes from this machine, so the users need no password. */
    private static void login(DataSource owner, String user, String roles) {
        JdbcClient jdbc = JdbcClient.create(owner);
        boolean there = jdbc.sql("select exists (select from pg_roles where rolname = ?)")
                .param(user)
                .query(Boolean.class)
                .single();
        if (!there) jdbc.sql("create role " + user + " login").update();
        jdbc.sql("grant " + roles + " to " + user).update();
    }
}
