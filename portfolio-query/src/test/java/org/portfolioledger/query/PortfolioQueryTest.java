package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The read half runs alone. */
class PortfolioQueryTest {

    @Test
    void it_starts_on_an_empty_database_that_it_may_migrate_and_describes_what_it_can_be_asked()
            throws SQLException, IOException, InterruptedException {
        LedgerDatabase database = LedgerDatabase.bare();
        String url;
        try (Connection connection = database.owner().getConnection()) {
            url = connection.getMetaData().getURL();
        }
        try (var application = new SpringApplicationBuilder(PortfolioQuery.class)
                .properties("spring.config.name=portfolio-query")
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--portfolio-ledger.query.migrate=true",
                        "--server.port=0")) {
            String base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            String pages = get(base + "/v3/api-docs");
            assertThat(pages)
                    .contains("\"/api/v1/portfolios/{portfolio}/status\"", "\"name\":\"asOf\"", "countsByRating")
                    .doesNotContain("\"name\":\"asked\"");
            assertThat(get(base + "/actuator/health")).contains("\"status\":\"UP\"");
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
