package org.portfolioledger.command.application;

import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.web.ImportLog;
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
        return (ApplicationArguments arguments) -> System.out.println(
                MaintenanceTask.of(arguments.getSourceArgs()).run(unpooled(database), Directory.PART, ImportLog.PART));
    }

    /** A pool would give up on what takes longer than a command may. */
    private static DriverManagerDataSource unpooled(JdbcConnectionDetails database) {
        DriverManagerDataSource unpooled = new DriverManagerDataSource(database.getJdbcUrl());
        unpooled.setUsername(database.getUsername());
        unpooled.setPassword(database.getPassword());
        return unpooled;
    }
}
