package org.portfolioledger.standalone;

import java.io.IOException;
import java.util.Properties;
import org.portfolioledger.command.web.CommandConfiguration;
import org.portfolioledger.edge.AccessConfiguration;
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
    DemoUsers.class
})
public class PortfolioLedger {

    public static void main(String... arguments) throws IOException {
        LaunchOptions options = LaunchOptions.of(arguments);
        try {
            EmbeddedDatabase database = options.fresh()
                    ? EmbeddedDatabase.startAnew(options.dataFolder(), 0)
                    : EmbeddedDatabase.start(options.dataFolder(), 0);
            start(database, arguments);
        } catch (DataFolderInUse inUse) {
            System.err.println(inUse.getMessage());
            System.exit(1);
        }
    }

    /** The context owns the database: it is stopped after the pools are closed, and when the start fails. */
    static ConfigurableApplicationContext start(EmbeddedDatabase database, String... arguments) {
        Properties defaults = new Properties();
        defaults.put("spring.config.name", "portfolio-ledger");
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(PortfolioLedger.class)
                    .properties(defaults)
                    .initializers(starting -> starting.getBeanFactory().registerSingleton("embeddedDatabase", database))
                    .run(arguments);
            context.getBean(MetHistory.class).loadOnce(System.out::println);
            context.getBean(Welcome.class).print(System.out);
            return context;
        } catch (RuntimeException | IOException failed) {
            database.close();
            throw failed instanceof RuntimeException known
                    ? known
                    : new java.io.UncheckedIOException((IOException) failed);
        }
    }
}
