package org.portfolioledger.command.application;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.command.CommandDatabase;
import org.portfolioledger.command.web.CommandConfiguration;
import org.portfolioledger.http.AccessConfiguration;
import org.portfolioledger.ledger.LedgerCheck;
import org.portfolioledger.ledger.backup.MaintenanceTask;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The command half as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import({CommandConfiguration.class, AccessConfiguration.class})
public class PortfolioCommandApplication {

    public static void main(String[] arguments) {
        if (MaintenanceTask.isAmong(arguments)) LedgerMaintenanceTask.run(arguments);
        else serve(arguments);
    }

    private static void serve(String[] arguments) {
        new SpringApplicationBuilder(PortfolioCommandApplication.class)
                .properties("spring.config.name=portfolio-command")
                .run(arguments);
    }

    @Bean
    CommandDatabase commandDatabase(DataSource dataSource) {
        LedgerCheck.requireSound(dataSource);
        return new CommandDatabase(dataSource);
    }

    @Bean
    AccessDatabase accessDatabase(CommandDatabase sound, HikariDataSource dataSource) {
        return AccessDatabase.beside(dataSource);
    }
}
