package org.portfolioledger.query;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.ledger.LedgerCheck;
import org.portfolioledger.query.database.QueryDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The read half as a process of its own. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import(QueryConfiguration.class)
public class PortfolioQueryApplication {

    public static void main(String[] arguments) {
        if (RowsMaintenanceTask.isAmong(arguments)) RowsMaintenanceTask.run(arguments);
        else serve(arguments);
    }

    private static void serve(String[] arguments) {
        new SpringApplicationBuilder(PortfolioQueryApplication.class)
                .properties("spring.config.name=portfolio-query")
                .run(arguments);
    }

    @Bean
    QueryDatabase queryDatabase(HikariDataSource dataSource, JdbcConnectionDetails database) {
        LedgerCheck.requireSound(dataSource);
        return QueryDatabase.one(dataSource, unpooled(database));
    }

    @Bean
    AccessDatabase accessDatabase(QueryDatabase sound, HikariDataSource dataSource) {
        return AccessDatabase.beside(dataSource);
    }

    private static DataSource unpooled(JdbcConnectionDetails database) {
        DriverManagerDataSource unpooled = new DriverManagerDataSource(database.getJdbcUrl());
        unpooled.setUsername(database.getUsername());
        unpooled.setPassword(database.getPassword());
        return unpooled;
    }
}
