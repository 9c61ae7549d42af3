package org.portfolioledger.standalone;

import java.io.IOException;
import org.portfolioledger.command.web.CommandConfiguration;
import org.portfolioledger.http.AccessConfiguration;
import org.portfolioledger.ledger.backup.MaintenanceTask;
import org.portfolioledger.query.QueryConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Both halves in one process on an embedded PostgreSQL, with the Met's history loaded. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, DataSourceAutoConfiguration.class})
@Import({
    Databases.class,
    CommandConfiguration.class,
    QueryConfiguration.class,
    AccessConfiguration.class,
    DemoUsers.class,
    BuiltInIssuer.class
})
public class PortfolioLedgerApplication {

    public static void main(String... arguments) throws IOException {
        if (MaintenanceTask.isAmong(arguments)) FolderMaintenanceTask.run(arguments);
        else serve(arguments);
    }

    private static void serve(String... arguments) throws IOException {
        ConfigurableApplicationContext context = start(arguments);
        context.getBean(MetHistory.class).loadOnce(System.out::println);
        context.getBean(Welcome.class).print(System.out);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(PortfolioLedgerApplication.class)
                .properties("spring.config.name=portfolio-ledger")
                .run(arguments);
    }
}
