package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.query.PortfolioQueryApplication;
import org.portfolioledger.standalone.ComposeFile;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The distributed shape, service by service as the compose file starts it, over a server of its own. */
class DeploymentJourneyTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final List<ConfigurableApplicationContext> RUNNING = new ArrayList<>();

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static ComposeFile compose;
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() throws IOException {
        compose = ComposeFile.of(Files.readString(CHECKOUT.resolve("docker-compose.yml")));
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        JdbcClient.create(server.getPostgresDatabase()).sql(roles()).update();
        for (int twice = 0; twice < 2; twice++) {
            PortfolioCommandApplication.main(arguments("migrate-ledger"));
            PortfolioQueryApplication.main(arguments("migrate-rows"));
        }
        command = serve("command", PortfolioCommandApplication.class, "portfolio-command");
        query = serve("query", PortfolioQueryApplication.class, "portfolio-query");
    }

    @AfterAll
    static void stop() throws IOException {
        RUNNING.reversed().forEach(ConfigurableApplicationContext::close);
        server.close();
    }

    @Test
    void both_halves_serve_as_users_of_their_own() {
        Reply opened = command.post("office", "/registers", Bodies.register("ACME"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(query.getAfter(opened.position(), "/registers").json().path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "command, update ledger.event set actor = 'p-forger'",
        "command, delete from ledger.event",
        "command, drop schema ledger cascade",
        "command, select * from query.generation",
        "command, select * from ops.access",
        "command, delete from ops.access",
        "query, update ops.access set account = 'other'",
        "query, update ledger.head set position = 0",
        "query, delete from ledger.event",
        "query, drop schema query cascade",
        "query, insert into directory.person (id) values ('p-forger')"
    })
    void neither_may_do_what_is_not_its_work(String service, String statement) {
        JdbcClient signedIn = JdbcClient.create(server.getDatabase(compose.user(service), "postgres"));
        assertThatThrownBy(() -> signedIn.sql(statement).update())
                .rootCause()
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).containsAnyOf("permission denied", "must be owner"));
    }

    @Test
    void the_owner_is_no_superuser_and_makes_no_roles() {
        assertThat(JdbcClient.create(server.getPostgresDatabase())
                        .sql("select rolname from pg_roles where rolname like 'portfolio%'"
                                + " and not (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls) order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("portfolio_command", "portfolio_owner", "portfolio_query");
    }

    /** The script as psql reads it, which puts the passwords in. */
    private static String roles() throws IOException {
        String script = Files.readString(CHECKOUT.resolve("docs/roles.sql"))
                .replaceAll("(?m)^\\\\.*$", "")
                .replaceAll(":'(\\w+)_password'", "'of-$1'");
        assertThat(script).contains("login password 'of-command'").doesNotContain(":'");
        return script;
    }

    private static Caller serve(String service, Class<?> application, String config) {
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(application).run(arguments(service, "--spring.config.name=" + config));
        RUNNING.add(context);
        return Caller.withTokens(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What the compose file starts a service with, but for the addresses of this test. */
    private static String[] arguments(String service, String... more) {
        return Stream.of(
                        compose.arguments(service).stream().filter(word -> !word.startsWith("--server.port")),
                        Stream.of(
                                "--spring.datasource.url=" + server.getJdbcUrl(compose.user(service), "postgres"),
                                "--spring.datasource.username=" + compose.user(service),
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn",
                                "--" + TestIssuer.shared().setting()),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
