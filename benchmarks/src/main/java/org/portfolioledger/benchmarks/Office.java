package org.portfolioledger.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.command.web.ImportLog;
import org.portfolioledger.http.AccessAuditMigration;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.query.PortfolioQueryApplication;
import org.portfolioledger.query.row.QueryMigration;
import org.portfolioledger.query.row.RowProjection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The command half, served in this process, and an office that talks to it over HTTP. */
final class Office implements AutoCloseable {

    static final String REGISTER = "BENCH";
    static final String PORTFOLIO = "PF";
    static final String SCHEME = "MPS_2011";

    private static final String OPERATOR = "operator";
    private static final String OFFICE = "office";

    private final ConfigurableApplicationContext application;
    private final HttpClient client = HttpClient.newHttpClient();

    private @Nullable ConfigurableApplicationContext reads;

    private Office(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts the query half beside it, whose rows follow the ledger. */
    void startReads(Server server) {
        QueryMigration.migrate(server.owner());
        reads = new SpringApplicationBuilder(PortfolioQueryApplication.class)
                .properties("spring.config.name=portfolio-query")
                .run(arguments(server));
    }

    /** Starts it in a JVM of its own instead, which ends with this one at the latest. */
    static Process startReadsApart(Server server) throws IOException {
        QueryMigration.migrate(server.owner());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PortfolioQueryApplication.class.getName()));
        command.addAll(List.of(arguments(server)));
        Process apart = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(apart::destroy));
        return apart;
    }

    /** Ends the query half in this process. */
    void endReads() {
        if (reads != null) reads.close();
        reads = null;
    }

    RowProjection projection() {
        return Objects.requireNonNull(reads).getBean(RowProjection.class);
    }

    /** With a live register, a portfolio and a scheme on record. */
    static Office open(Server server) throws IOException, InterruptedException {
        LedgerMigration.migrate(server.owner());
        ImportLog.migrate(server.owner());
        AccessDatabase.migrate(server.owner());
        AccessAuditMigration.migrate(server.owner());
        Office office = new Office(new SpringApplicationBuilder(PortfolioCommandApplication.class)
                .properties("spring.config.name=portfolio-command")
                .run(arguments(server)));
        if (new Ledger(server.owner()).head().position() > 0) return office;
        office.tell("/registers", "{\"id\": \"%s\", \"name\": \"Bench\", \"effectiveOn\": \"2011-01-01\"}", REGISTER);
        office.tell("/people", "{\"id\": \"%s\", \"name\": \"Robin Wells\"}", "p-office");
        office.openPortfolio(PORTFOLIO);
        return office;
    }

    /** With a scheme and a business group. */
    void openPortfolio(String id) throws IOException, InterruptedException {
        tell(
                "/portfolios",
                "{\"id\": \"%s\", \"register\": \"BENCH\", \"name\": \"Change\", \"effectiveOn\": \"2011-01-01\"}",
                id);
        tell("/portfolios/" + id + "/rating-schemes", """
                {"scheme": "%s", "criteria": ["RISKS_AND_MITIGATION"], "effectiveOn": "2011-01-01",
                 "ratings": [{"rating": "GREEN", "definition": "on target"}, {"rating": "AMBER", "definition": "late"},
                             {"rating": "RED", "definition": "off"}]}""", SCHEME);
        tell(
                "/portfolios/" + id + "/business-groups",
                "{\"id\": \"HR\", \"name\": \"%s\", \"effectiveOn\": \"2011-01-01\"}",
                "Human Resources");
    }

    private static String[] arguments(Server server) {
        return new String[] {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--spring.datasource.url=" + server.url(),
            "--spring.datasource.username=postgres",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn",
            "--" + TestIssuer.shared().setting()
        };
    }

    static String initiative(int number) {
        return "PG-" + number;
    }

    void openInitiatives(int many) throws IOException, InterruptedException {
        openInitiatives(PORTFOLIO, 0, many);
    }

    void openInitiatives(String portfolio, int from, int to) throws IOException, InterruptedException {
        String lines = IntStream.range(from, to)
                .mapToObj(number -> """
                        {"key": "open-%s", "post": "/api/v1/initiatives", "body": {"id": "%s", "register": "%s", "level": "PROGRAMME", "name": "Homes", "owners": ["HR"], "placement": {"portfolio": "%s"}, "effectiveOn": "2011-01-05"}}""".formatted(number, initiative(number), REGISTER, portfolio))
                .collect(Collectors.joining("\n"));
        imports(BodyPublishers.ofString(lines));
    }

    /** Sends a file of commands. */
    void imports(BodyPublisher file) throws IOException, InterruptedException {
        send(request(application, "/imports", "application/x-ndjson").POST(file).build(), 200);
    }

    /** Sends a CSV file. */
    void spreadsheet(BodyPublisher file, String query) throws IOException, InterruptedException {
        send(request(application, "/imports/csv" + query, "text/csv").POST(file).build(), 200);
    }

    /** Asks the query half, and gives the length of the answer. */
    int get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request(Objects.requireNonNull(reads), path, "application/json")
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
        if (response.statusCode() != 200)
            throw new IllegalStateException(
                    path + " " + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        return response.body().length;
    }

    /**
     * How an answer came that is sent while it is made.
     *
     * @param first milliseconds until its first byte
     * @param whole milliseconds until its last
     */
    record Streamed(double first, double whole) {}

    /** Asks the query half for a list as a whole. */
    Streamed stream(String path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<InputStream> response = client.send(
                request(Objects.requireNonNull(reads), path, "application/json")
                        .GET()
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (body.read() < 0 || response.statusCode() != 200)
                throw new IllegalStateException(path + " " + response.statusCode());
            double first = (System.nanoTime() - begun) / 1e6;
            body.transferTo(OutputStream.nullOutputStream());
            return new Streamed(first, (System.nanoTime() - begun) / 1e6);
        }
    }

    /** Waits until everything that the ledger holds is in the rows, and says how much that is. */
    long awaitRows(Ledger ledger) throws IOException, InterruptedException {
        long position = ledger.head().position();
        ConfigurableApplicationContext reading = Objects.requireNonNull(reads);
        while (true) {
            HttpRequest asked = request(reading, "/registers", "application/json")
                    .header("Sync-Token", Long.toString(position))
                    .header("Prefer", "wait=25")
                    .GET()
                    .build();
            if (client.send(asked, BodyHandlers.discarding()).statusCode() == 200) return position;
        }
    }

    void post(String path, String body, UUID key) throws IOException, InterruptedException {
        send(
                request(application, path, "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .header("Idempotency-Key", key.toString())
                        .build(),
                201);
    }

    private void tell(String path, String body, String id) throws IOException, InterruptedException {
        post(path, body.formatted(id), UUID.randomUUID());
    }

    /** Verifies all rows against the facts, until that is done. */
    void verify() throws IOException, InterruptedException {
        ConfigurableApplicationContext reading = Objects.requireNonNull(reads);
        HttpResponse<String> begun = send(
                request(reading, OPERATOR, "/audit/row-verifications", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                202);
        String path = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^/api/v1", "");
        String report;
        do {
            Thread.sleep(100);
            report = send(
                            request(reading, OPERATOR, path, "application/json")
                                    .GET()
                                    .build(),
                            200)
                    .body();
        } while (report.contains("\"RUNNING\""));
        if (!report.contains("\"DONE\"") || !report.contains("\"differing\":0,"))
            throw new IllegalStateException(report);
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext half, String path, String type) {
        return request(half, OFFICE, path, type);
    }

    private static HttpRequest.Builder request(
            ConfigurableApplicationContext half, String user, String path, String type) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/api/v1%s"
                        .formatted(half.getEnvironment().getRequiredProperty("local.server.port"), path)))
                .header("Authorization", signedIn(user))
                .header("Content-Type", type);
    }

    private static String signedIn(String user) {
        return "Bearer " + TestIssuer.shared().token(user);
    }

    private HttpResponse<String> send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != expected)
            throw new IllegalStateException(request.uri() + " " + response.statusCode() + " " + response.body());
        return response;
    }

    List<? extends Family<?, ?, ?>> families() {
        return application.getBeansOfType(Family.class).values().stream()
                .<Family<?, ?, ?>>map(family -> (Family<?, ?, ?>) family)
                .toList();
    }

    @Override
    public void close() {
        client.close();
        endReads();
        application.close();
    }
}
