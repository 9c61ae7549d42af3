package org.portfolioledger.standalone;

import java.io.IOException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.CommandConfiguration;
import org.portfolioledger.edge.AccessConfiguration;
import org.portfolioledger.ledger.LedgerNotSound;
import org.portfolioledger.query.QueryConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
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
        try {
            ConfigurableApplicationContext context = start(arguments);
            context.getBean(MetHistory.class).loadOnce(System.out::println);
            context.getBean(Welcome.class).print(System.out);
        } catch (RuntimeException failed) {
            String known = whatTheUserCanDo(failed);
            if (known == null) throw failed;
            System.err.println(known);
            System.exit(1);
        }
    }

    private static @Nullable String whatTheUserCanDo(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse) return cause.getMessage();
            if (cause instanceof FlywayValidateException)
                return "The data in this folder was made by another version: begin anew with --fresh, or name another"
                        + " folder with --data=DIR.";
            if (cause instanceof LedgerNotSound) return cause.getMessage();
            if (cause instanceof PortInUseException port)
                return "Port " + port.getPort() + " is taken: choose another with --port=N.";
        }
        return null;
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(PortfolioLedger.class)
                .properties("spring.config.name=portfolio-ledger")
                .run(arguments);
    }
}
