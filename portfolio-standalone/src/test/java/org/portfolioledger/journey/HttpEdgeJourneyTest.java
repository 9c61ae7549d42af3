package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire is one request with one answer, and an answer says what it is. */
class HttpEdgeJourneyTest {

    private static final byte[] NOTHING = {};
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 \\d{3}");

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        // The first to ask for the API document waits until it is made.
        query = HALVES.query("portfolio-ledger.http.answer-within=1m");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 40",
                "Content-Length: 4\r\nContent-Length: 40",
                "Content-Length: 4, 40",
                "Content-Length: +4",
                "Transfer-Encoding: identity\r\nContent-Length: 4",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, chunked"
            })
    void a_request_of_two_lengths_brings_no_second_one_with_it(String lengths) throws IOException {
        String first = "POST /api/v1/registers HTTP/1.1\r\nHost: localhost\r\n" + NoFault.AS_OFFICE
                + "Content-Type: application/json\r\n" + lengths + "\r\n\r\n0\r\n\r\n";
        String answers = raw(command, first + "GET /problems/not-found HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(STATUS_LINE.matcher(answers).results())
                .as(answers)
                .singleElement()
                .satisfies(line -> assertThat(line.group()).startsWith("HTTP/1.1 4"));
    }

    @Test
    void no_request_is_sent_back_as_it_came() {
        for (Caller half : List.of(command, query)) {
            Bare.Answer answer =
                    send(half, "TRACE", "/api/v1/registers", NoFault.as("reader") + "X-Mine: ours-alone\r\n");
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("ours-alone");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/",
                "/webjars/",
                "/static/",
                "/META-INF/MANIFEST.MF",
                "/BOOT-INF/",
                "/.git/HEAD",
                "/db/ledger/V1__ledger.sql",
                "/portfolio-query.yaml"
            })
    void neither_folders_nor_files_of_the_build_are_shown(String path) {
        for (Caller half : List.of(command, query))
            assertThat(send(half, "GET", path, NoFault.as("operator")).status()).isEqualTo(404);
    }

    /** JSON and YAML are UTF-8 by their definitions, and name no characters. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/registers, application/json",
        "/api/v1/registers/NONE, application/problem+json",
        "/problems, application/json",
        "/v3/api-docs, application/json",
        "/v3/api-docs.yaml, application/vnd.oai.openapi",
        "/swagger-ui/index.html, text/html;charset=utf-8",
        "/swagger-ui/swagger-initializer.js, text/javascript;charset=utf-8",
        "/swagger-ui/index.css, text/css;charset=utf-8",
        "/actuator/health, application/vnd.spring-boot.actuator.v3+json",
        "/actuator/prometheus, text/plain;version=0.0.4;charset=utf-8"
    })
    void every_answer_says_of_what_type_it_is_and_a_text_in_what_characters(String path, String type) {
        Bare.Answer answer = send(query, "GET", path, NoFault.as("operator"));
        assertThat(answer.header("content-type").replace(" ", "")).isEqualToIgnoringCase(type);
    }

    private static Bare.Answer send(Caller half, String method, String path, String headers) {
        return new Bare(half).send("%s %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(method, path, headers), NOTHING);
    }

    /** Whatever is answered until the connection ends. */
    private static String raw(Caller half, String sent) throws IOException {
        URI base = URI.create(half.base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
