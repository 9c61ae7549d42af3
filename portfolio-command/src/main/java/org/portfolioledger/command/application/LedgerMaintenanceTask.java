package org.portfolioledger.command.application;

import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.people.SignInTables;
import org.portfolioledger.command.web.ImportLog;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.ledger.backup.MaintenanceTask;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backs up, restores or migrates the database of the command half, and ends. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
final class LedgerMaintenanceTask {

    static void run(String... arguments) {
        new SpringApplicationBuilder(LedgerMaintenanceTask.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=portfolio-command", "logging.level.root=warn")
                .properties("spring.main.banner-mode=off")
                .run(arguments)
                .close();
    }

    @Bean
    ApplicationRunner task(JdbcConnectionDetails database) {
        return (ApplicationArguments arguments) -> {
            MaintenanceTask task = MaintenanceTask.of(arguments.getSourceArgs());
            System.out.println(task.run(unpooled(database), Directory.PART, ImportLog.PART, SignInTables.PART));
            // The record of accesses is no part of a backup.
            if (task.kind() != MaintenanceTask.Kind.BACKUP) AccessAuditMigration.migrate(unpooled(database));
        };
    }

    /** A pool would give up on what takes longer than a command may. */
    private static DriverManagerDataSource unpooled(JdbcConnectionDetails database) {
        DriverManagerDataSource unpooled = new DriverManagerDataSource(database.getJdbcUrl());
        unpooled.setUsername(database.getUsername());
        unpooled.setPassword(database.getPassword());
        return unpooled;
    }
}
