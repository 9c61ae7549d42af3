package org.portfolioledger.query;

import java.util.List;
import javax.sql.DataSource;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.query.row.QueryMigration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Migrates the database of the query half as its owner, and ends: {@code --migrate}. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
final class RowsMaintenanceTask {

    static boolean isAmong(String... words) {
        return List.of(words).contains("--migrate");
    }

    static void run(String... arguments) {
        new SpringApplicationBuilder(RowsMaintenanceTask.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=portfolio-query", "logging.level.root=warn")
                .properties("spring.main.banner-mode=off")
                .run(arguments)
                .close();
    }

    /** The ledger's schema comes first: the rows' roles may read it. */
    @Bean
    ApplicationRunner task(DataSource owner) {
        return _ -> {
            LedgerMigration.migrate(owner);
            AccessDatabase.migrate(owner);
            QueryMigration.migrate(owner);
            AccessAuditMigration.migrate(owner);
            System.out.println(
                    "Migrated ledger, directory, access, query and ops to the versions that this code needs.");
        };
    }
}
