package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.StalledCommits;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A moment is not answered while an append is open that may be known by then. */
class OpenAppendTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Served served = Served.start();
    private final History history = served.history();
    private final JdbcClient owner = JdbcClient.create(served.database().owner());
    private CompletableFuture<Long> append = new CompletableFuture<>();

    @BeforeEach
    void record() {
        served.get("/api/v1/initiatives/A", history.append(initiative("A", "Alpha", "PF", "2011-05-01")));
    }

    @AfterEach
    void stop() {
        callers.close();
        served.close();
    }

    @Test
    void a_read_waits_until_it_is_over_and_its_answer_stays() throws SQLException {
        CompletableFuture<HttpResponse<byte[]>> read;
        String question;
        try (StalledCommits stalled = new StalledCommits(served.database(), "%")) {
            question = afterAnAppendBegan(stalled);
            String request = question;
            read = CompletableFuture.supplyAsync(() -> served.ask(request, "Prefer", "wait=30"), callers);
            await().until(() -> read.isDone() || readsThatWait() == 1);
            assertThat(read).isNotDone();
        }

        String answer = text(read.join());
        assertThat(answer).contains("\"position\":%s".formatted(append.join()), "Beta");
        served.get("/api/v1/initiatives", history.append(renamed("A", "Gamma", "2013-01-01")));
        assertThat(text(served.ask(question))).isEqualTo(answer);
    }

    @Test
    void a_read_whose_patience_ends_before_is_told_to_come_again() throws SQLException {
        try (StalledCommits stalled = new StalledCommits(served.database(), "%")) {
            String question = afterAnAppendBegan(stalled);
            assertThat(served.refusal(question, "Prefer", "wait=1")).isEqualTo("503 not-caught-up");
        }
        append.join();
    }

    /** A question as known after that, and before now. */
    private String afterAnAppendBegan(StalledCommits stalled) {
        append = CompletableFuture.supplyAsync(() -> history.append(renamed("A", "Beta", "2012-01-01")), callers);
        stalled.awaitOne();
        return "/api/v1/initiatives/A?asOf=2012-06-01&knownAt="
                + served.ledger().now();
    }

    private int readsThatWait() {
        return owner.sql("""
                        select count(*) from pg_stat_activity where datname = current_database()
                        and state = 'active' and pid <> pg_backend_pid()
                        and query like '%await_in_flight_appends%'""").query(Integer.class).single();
    }

    private static String text(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        return text;
    }
}
