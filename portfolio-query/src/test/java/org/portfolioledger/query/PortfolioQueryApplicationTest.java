package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.LedgerNotSound;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The read half runs alone. */
class PortfolioQueryApplicationTest {

    @Test
    void it_migrates_an_empty_database_then_starts_on_it_and_describes_what_it_can_be_asked()
            throws SQLException, IOException, InterruptedException {
        LedgerDatabase database = LedgerDatabase.bare();
        String url;
        try (Connection connection = database.owner().getConnection()) {
            url = connection.getMetaData().getURL();
        }
        PortfolioQueryApplication.main(
                new String[] {"--migrate", "--spring.datasource.url=" + url, "--spring.datasource.username=postgres"});
        try (var application = new SpringApplicationBuilder(PortfolioQueryApplication.class)
                .properties("spring.config.name=portfolio-query")
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--server.port=0",
                        "--" + TestIssuer.shared().setting())) {
            String base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
            String pages = get(base + "/v3/api-docs");
            assertThat(pages)
                    .contains("\"/api/v1/portfolios/{portfolio}/status\"", "\"name\":\"asOf\"", "countsByRating")
                    .doesNotContain("\"name\":\"request\"");
            assertThat(get(base + "/actuator/health")).contains("\"status\":\"UP\"");
        }
    }

    @Test
    void it_does_not_start_on_a_database_without_a_ledger() throws SQLException {
        String url;
        try (Connection connection = LedgerDatabase.bare().owner().getConnection()) {
            url = connection.getMetaData().getURL();
        }

        assertThatThrownBy(() -> new SpringApplicationBuilder(PortfolioQueryApplication.class)
                        .properties("spring.config.name=portfolio-query")
                        .run(
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=postgres",
                                "--server.port=0",
                                "--" + TestIssuer.shared().setting())
                        .close())
                .hasRootCauseInstanceOf(LedgerNotSound.class)
                .hasRootCauseMessage(
                        "The database has no ledger: start this with --migrate as the owner of the database.");
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
