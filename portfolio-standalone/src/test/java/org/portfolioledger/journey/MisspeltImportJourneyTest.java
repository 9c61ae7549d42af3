package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches: what is misspelt is refused before it does what cannot be undone, and nobody holds the others up. */
class MisspeltImportJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;

    @BeforeAll
    static void begin() {
        command = HALVES.command();
        assertThat(command.post("office", "/registers", "{\"id\": \"ACME\", \"name\": \"Acme\"}")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_misspelt_parameter_is_refused_and_records_nothing() {
        long before = facts();

        Caller.Reply refused = command.imports("office", line("PF-1"), "?dryrun=true");

        assertThat(refused.problem()).isEqualTo("unknown-parameter");
        assertThat(refused.text()).contains("dryrun", "dryRun");
        assertThat(facts()).isEqualTo(before);
        assertThat(command.post("office", "/registers?x=1", "{\"id\": \"R\", \"name\": \"R\"}")
                        .problem())
                .isEqualTo("unknown-parameter");
    }

    @Test
    void a_member_of_a_line_that_is_not_known_stops_the_import_there() {
        long before = facts();

        Caller.Reply report = command.imports(
                "migrator", line("PF-2").replace("\"body\"", "\"knownAt\": \"2012-01-02\", \"body\""), "");

        assertThat(report.json()
                        .at("/report/refusals/0/problem/errors/0/pointer")
                        .asString(""))
                .isEqualTo("/knownAt");
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void what_is_no_utf_8_stops_the_import_there_and_is_not_mended() {
        byte[] latin = line("PF-3").replace("Housing", "Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        Caller.Reply report = command.imports("office", latin, "");

        assertThat(report.json().at("/report/refusals/0/problem/type").asString(""))
                .isEqualTo("/problems/malformed-request");
        assertThat(report.text()).contains("UTF-8");
        byte[] whole = line("PF-3").replace("Housing", "Caf\u00e9").getBytes(StandardCharsets.UTF_8);
        assertThat(command.imports("office", whole, "").json().path("recorded").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_dry_run_whose_sender_stalls_holds_nobody_up() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) stalled.add(stalledDryRun());

            Caller.Reply written = command.post(
                    "office", "/portfolios", "{\"id\": \"PF-4\", \"register\": \"ACME\", \"name\": \"Housing\"}");

            assertThat(written.status()).as(written.text()).isEqualTo(201);
        } finally {
            for (Socket socket : stalled) socket.close();
        }
    }

    /** One whole line is sent, and then nothing. */
    private static Socket stalledDryRun() throws IOException {
        URI base = URI.create(command.base());
        Socket socket = new Socket(base.getHost(), base.getPort());
        String line = line("PF-5") + "\n";
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/v1/imports?dryRun=true HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + Caller.signedIn("office")
                        + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(line.length()) + "\r\n" + line + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String line(String portfolio) {
        return "{\"key\": \"%1$s\", \"post\": \"/api/v1/portfolios\", \"body\": {\"id\": \"%1$s\", \"register\": \"ACME\", \"name\": \"Housing\"}}"
                .formatted(portfolio);
    }

    private static long facts() {
        return JdbcClient.create(HALVES.database().owner())
                .sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }
}
