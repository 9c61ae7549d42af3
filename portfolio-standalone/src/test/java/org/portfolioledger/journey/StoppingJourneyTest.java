package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.GroupAppender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of commands that wait for the ledger when there are too many of them, or when their node stops. */
@Timeout(60)
class StoppingJourneyTest {

    private static final int QUEUE = 3;

    private final Halves halves = Halves.fresh();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private Caller command = halves.command("portfolio-ledger.command.queue=" + QUEUE);

    @BeforeEach
    void settle() {
        command.post("office", "/registers", Bodies.register("ACME"));
    }

    @AfterEach
    void stop() {
        callers.close();
        halves.close();
    }

    @Test
    void a_command_that_finds_the_queue_full_is_recorded_once_when_it_is_sent_again() throws Exception {
        List<Future<Reply>> waiting;
        try (Connection _ = heldHead()) {
            waiting = fillTheQueue();

            Reply busy = open("LATE");
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.problem()).isEqualTo("busy");
            assertThat(Integer.parseInt(busy.header("Retry-After"))).isPositive();
        }

        for (Future<Reply> waited : waiting) assertThat(waited.get().status()).isEqualTo(201);
        recordedOnce("LATE");
    }

    @Test
    void what_waits_is_recorded_before_its_node_ends_and_who_comes_meanwhile_is_sent_elsewhere() throws Exception {
        List<Future<Reply>> waiting;
        Future<?> stopped;
        try (Connection _ = heldHead()) {
            waiting = fillTheQueue();
            stopped = callers.submit(halves::stop);

            Reply refused =
                    await().until(() -> open("LATE"), reply -> reply.problem().equals("ledger-unavailable"));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("detail").asString())
                    .startsWith("This node is stopping and did not record the command.");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(stopped).isNotDone();
        }

        for (Future<Reply> waited : waiting) assertThat(waited.get().status()).isEqualTo(201);
        stopped.get();
        command = halves.command();
        recordedOnce("LATE");
    }

    /** One command under way, held up by the head, and as many behind it as may wait. */
    private List<Future<Reply>> fillTheQueue() {
        GroupAppender appender = halves.bean(GroupAppender.class);
        List<Future<Reply>> waiting = new ArrayList<>();
        waiting.add(callers.submit(() -> open("FIRST")));
        await().until(() -> owner().sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single()
                .equals(1));
        for (int n = 0; n < QUEUE; n++) {
            String id = "WAITS-" + n;
            waiting.add(callers.submit(() -> open(id)));
        }
        await().until(() -> appender.waiting() == QUEUE);
        return waiting;
    }

    private void recordedOnce(String id) {
        Reply first = open(id);
        Reply again = open(id);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(owner().sql("select count(*) from ledger.event")
                        .query(Integer.class)
                        .single())
                .as("the register, what was under way, what waited and what was sent again")
                .isEqualTo(1 + 1 + QUEUE + 1);
    }

    private Reply open(String id) {
        return command.post("office", "/portfolios", Bodies.portfolio(id, "ACME"), "Idempotency-Key", id);
    }

    private Connection heldHead() throws SQLException {
        Connection head = halves.database().owner().getConnection();
        head.setAutoCommit(false);
        head.createStatement().execute("select 1 from ledger.head for update");
        return head;
    }

    private JdbcClient owner() {
        return JdbcClient.create(halves.database().owner());
    }
}
