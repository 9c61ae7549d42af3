package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.ledger.Ledger;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Clients that are slow, guess passwords or ask for what is not there are let go, told so, and fill no log. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SlowAndHostileJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command("portfolio-ledger.http.read-within=2s");
        query = HALVES.query();
        Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest
    @CsvSource({"200", "60000"})
    void who_trickles_or_stops_sending_is_let_go(int everyMillis) throws IOException {
        URI base = URI.create(command.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort());
                ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/initiatives HTTP/1.1\r\nHost: localhost\r\n" + NoFault.AS_OFFICE
                            + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
                    .getBytes(ISO_8859_1));
            out.flush();
            var dropping = drops.scheduleAtFixedRate(
                    () -> {
                        try {
                            out.write(' ');
                            out.flush();
                        } catch (IOException gone) {
                            throw new IllegalStateException(gone);
                        }
                    },
                    everyMillis,
                    everyMillis,
                    TimeUnit.MILLISECONDS);
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            dropping.cancel(true);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json", "request-too-slow");
        }
    }

    @Test
    void wrong_passwords_are_slowed_and_who_is_signed_in_is_not(CapturedOutput log) throws Exception {
        assertThat(query.get("reader", "/initiatives").status()).isEqualTo(200);
        int before = log.getAll().length();
        HttpResponse<String> refused = guessed(0);
        for (int n = 1; n < 20 && refused.statusCode() == 401; n++) refused = guessed(n);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(refused.body()).contains("/problems/too-many-attempts");
        assertThat(query.get("reader", "/initiatives").status()).isEqualTo(200);
        assertThat(log.getAll().substring(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/initiatives,Accept,text/csv,406",
        "GET,/initiatives,Accept,application/problem+json,406",
        "GET,/initiatives,X-None,none,401",
        "GET,/nothing-here,Accept,*/*,404",
        "GET,/initiatives?limit=-1,Accept,*/*,400",
        "GET,/initiatives?knownAt=2011-13-13,Accept,*/*,400",
        "DELETE,/initiatives,Accept,*/*,405",
        "HEAD,/initiatives,Accept,*/*,200",
        "OPTIONS,/initiatives,Accept,*/*,200"
    })
    void a_request_that_is_refused_writes_no_log(
            String method, String path, String header, String value, int status, CapturedOutput log) throws Exception {
        int before = log.getAll().length();
        HttpResponse<String> reply = header.equals("X-None")
                ? asked(query, method, path)
                : asked(query, method, path, "Authorization", Caller.signedIn("reader"), header, value);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        if (status == 405)
            assertThat(reply.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
        if (status == 400)
            assertThat(reply.body()).containsPattern("must be a whole number from 1 to 1000|is not a date");
        assertThat(log.getAll().substring(before)).isEmpty();
    }

    @Test
    void a_path_of_commands_alone_tells_its_method() throws Exception {
        var reply = asked(command, "OPTIONS", "/initiatives/PG-1/renames", "Authorization", Caller.signedIn("office"));
        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.headers().firstValue("Allow").orElse("")).isEqualTo("OPTIONS, POST");
        var wrong = asked(command, "PUT", "/initiatives/PG-1/renames", "Authorization", Caller.signedIn("office"));
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow").orElse("")).contains("POST");
    }

    @Test
    void a_long_answer_is_compressed_and_found_unchanged_by_the_tag_of_that_form() throws Exception {
        for (int n = 0; n < 20; n++)
            assertThat(command.post("office", "/initiatives", Bodies.initiative("PG-LONG-" + n, "Long " + n, "PF"))
                            .status())
                    .isEqualTo(201);
        query.getAfter(new Ledger(HALVES.database().owner()).head().position(), "/initiatives");
        String[] signedIn = {"Authorization", Caller.signedIn("reader"), "Accept-Encoding", "gzip"};
        var list = asked(query, "GET", "/initiatives", signedIn);
        assertThat(list.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(list.headers().allValues("Vary")).contains("Accept-Encoding");
        String tag = list.headers().firstValue("ETag").orElse("");
        if (!tag.isEmpty()) {
            assertThat(tag).endsWith("-gzip\"");
            var again = asked(
                    query,
                    "GET",
                    "/initiatives",
                    "Authorization",
                    Caller.signedIn("reader"),
                    "Accept-Encoding",
                    "gzip",
                    "If-None-Match",
                    tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
    }

    private static HttpResponse<String> guessed(int n) throws IOException, InterruptedException {
        return asked(
                query,
                "GET",
                "/initiatives",
                "Authorization",
                basic("reader", "plt_AAAAAAAAAAAA_" + "x".repeat(41) + (10 + n)));
    }

    private static HttpResponse<String> asked(Caller half, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(half.base() + "/api/v1" + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return CLIENT.send(request.build(), BodyHandlers.ofString(ISO_8859_1));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(ISO_8859_1));
    }
}
