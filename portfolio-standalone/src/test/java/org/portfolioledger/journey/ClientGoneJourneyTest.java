package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read that nobody waits for any longer ends, its statement too; a command does what it was asked for. */
@Timeout(60)
class ClientGoneJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final JdbcClient OWNER = JdbcClient.create(HALVES.database().owner());
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        // Far longer than the test waits: it is not the time limit that ends the read.
        command = HALVES.command("portfolio-ledger.http.answer-within=5m");
        query = HALVES.query("portfolio-ledger.http.answer-within=5m");
        Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_read_ends_soon_after_its_client_has_gone() throws Exception {
        try (Connection other = HALVES.database().owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table query.row_1 in access exclusive mode");
            try (Socket client = sent(query, "GET /api/v1/initiatives HTTP/1.1\r\n", "")) {
                await().until(() -> waiting() == 1);
                assertThat(client.isConnected()).isTrue();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 0);
            other.rollback();
        }
        assertThat(query.get("reader", "/initiatives").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 0\r\n"})
    void a_reader_who_waits_and_asks_again_on_the_same_connection_is_answered_twice(String header) throws Exception {
        try (Connection other = HALVES.database().owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table query.row_1 in access exclusive mode");
            try (Socket client = sent(query, "GET /api/v1/registers HTTP/1.1\r\n" + header, "")) {
                await().until(() -> waiting() == 1);
                client.getOutputStream()
                        .write(("GET /api/v1/boards HTTP/1.1\r\nHost: localhost\r\n" + NoFault.AS_OFFICE
                                        + "Connection: close\r\n\r\n")
                                .getBytes(ISO_8859_1));
                // Longer than it takes to look at the connection a few times.
                await().during(Duration.ofSeconds(1)).until(() -> waiting() == 1);
                other.rollback();
                String answers = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
                assertThat(answers.split("HTTP/1.1 200", -1)).as(answers).hasSize(3);
            }
        }
    }

    @Test
    void a_command_is_recorded_although_its_client_has_gone() throws Exception {
        Ledger ledger = new Ledger(HALVES.database().owner());
        long before = ledger.head().position();
        try (Connection other = HALVES.database().owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from ledger.head for update");
            String body = Bodies.register("GONE");
            try (Socket client = sent(
                    command,
                    "POST /api/v1/registers HTTP/1.1\r\n",
                    "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
                await().until(() -> waiting() == 1);
                assertThat(client.isConnected()).isTrue();
            }
            await().during(Duration.ofSeconds(1)).until(() -> waiting() == 1);
            other.rollback();
        }
        await().until(() -> ledger.head().position() == before + 1);
    }

    private static Socket sent(Caller half, String request, String rest) throws IOException {
        URI base = URI.create(half.base());
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.getOutputStream()
                .write((request + "Host: localhost\r\n" + NoFault.AS_OFFICE + (rest.isEmpty() ? "\r\n" : rest))
                        .getBytes(ISO_8859_1));
        return socket;
    }

    /** How many statements wait for a lock. */
    private static int waiting() {
        return OWNER.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .query(Integer.class)
                .single();
    }
}
