package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.http.contract.DocumentedAnswers;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.query.row.QueryMigration;
import org.portfolioledger.query.row.RowProjection;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The read half over a ledger of its own, request over HTTP. */
public final class Served implements AutoCloseable {

    private static final JsonMapper JSON = FactSerializer.mapper();

    private final LedgerDatabase database;
    private final ConfigurableApplicationContext application;
    private final HttpClient client = HttpClient.newHttpClient();

    private Served(LedgerDatabase database, ConfigurableApplicationContext application) {
        this.database = database;
        this.application = application;
    }

    /** The application as the tests start it: no component of its own, lest another test scans it. */
    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, DataSourceAutoConfiguration.class})
    @Import(QueryConfiguration.class)
    static class Application {}

    /** Migrated once for all: each test has a copy of it. */
    private static final class Migrated {

        static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

        static {
            QueryMigration.migrate(DATABASE.owner());
            AccessDatabase.migrate(DATABASE.owner());
            AccessAuditMigration.migrate(DATABASE.owner());
        }
    }

    /** A new, empty database for facts and rows. */
    public static LedgerDatabase migrated() {
        return Migrated.DATABASE.copy();
    }

    /** Starts over an empty ledger. */
    public static Served start(String... properties) {
        LedgerDatabase database = migrated();
        QueryDatabase rows = database(database);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("queryDatabase", rows);
                    context.getBeanFactory().registerSingleton("accessDatabase", new AccessDatabase(database.owner()));
                })
                .properties(
                        "spring.config.name=portfolio-query",
                        // The database is no bean of its own here.
                        "management.endpoint.health.validate-group-membership=false",
                        TestIssuer.shared().setting())
                // As arguments, since the file of the half names a port of its own.
                .run(Stream.concat(Stream.of("server.port=0"), Arrays.stream(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
        return new Served(database, application);
    }

    /** The one database that a test has, used as by the read half. */
    public static QueryDatabase database(LedgerDatabase database) {
        return QueryDatabase.one(rows(database), database.owner());
    }

    /** Connections of the role that keeps the rows. */
    public static HikariDataSource rows(LedgerDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.owner());
        pool.setConnectionInitSql("set role query_writer");
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    public History history() {
        return new History(database.appender());
    }

    public LedgerDatabase database() {
        return database;
    }

    public Ledger ledger() {
        return application.getBean(RowProjection.class).ledger();
    }

    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    public <T> T part(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    /** ReadParameters, with headers as name, value, name, value… */
    public HttpResponse<byte[]> ask(String path, String... headers) {
        return send(request("reader", path), headers);
    }

    /** What an account is shown. */
    public HttpResponse<byte[]> askAs(String account, String path, String... headers) {
        return send(request(account, path), headers);
    }

    /** What an operator is shown. */
    public HttpResponse<byte[]> inspect(String path) {
        return send(request("operator", path));
    }

    /** What an operator sends. */
    public HttpResponse<byte[]> operate(String path, String body) {
        return send(request("operator", path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Makes all rows anew, and returns their generation once it is live. */
    public JsonNode rebuild() {
        HttpResponse<byte[]> request =
                operate("/api/v1/rows/generations", "{\"reason\": \"A test\", \"acceptDifferences\": true}");
        assertThat(request.statusCode()).isEqualTo(201);
        String location = request.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !get(location).path("state").asString().equals("BUILDING"));
        JsonNode built = get(location);
        assertThat(built.path("state").asString()).as(built.toString()).isEqualTo("LIVE");
        return built;
    }

    private HttpRequest.Builder request(String user, String path) {
        int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + TestIssuer.shared().token(user));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            DocumentedAnswers.require(response, null);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer's JSON, once the rows have reached a position. */
    public JsonNode get(String path, long position) {
        HttpResponse<byte[]> response = ask(path, "Sync-Token", Long.toString(position));
        JsonNode body = JSON.readTree(response.body());
        if (response.statusCode() != 200) throw new AssertionError(path + " answers " + body);
        return body;
    }

    public JsonNode get(String path) {
        return get(path, 0);
    }

    /** Status and problem type of a refusal, as "404 not-found". */
    public String refusal(String path, String... headers) {
        HttpResponse<byte[]> response = ask(path, headers);
        String type = JSON.readTree(response.body()).path("type").asString("");
        return response.statusCode() + " " + type.replace("/problems/", "");
    }

    @Override
    public void close() {
        application.close();
    }
}
