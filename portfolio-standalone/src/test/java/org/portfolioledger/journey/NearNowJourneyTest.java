package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is asked near now is answered as it will be answered for ever. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NearNowJourneyTest {

    private static final int GATE = 42;
    private static final int OTHERS = 10;
    private static final Halves HALVES = Halves.fresh();
    private static final JdbcClient OWNER = JdbcClient.create(HALVES.database().owner());
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query("portfolio-ledger.query.poll=60s");
        sent("/registers", Bodies.register("ACME"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/portfolios/PF/rating-schemes", Bodies.scheme());
        sent("/initiatives", Bodies.initiative("PG", "Homes", "PF"));
        for (int n = 0; n < OTHERS; n++) {
            sent("/initiatives", Bodies.initiative("PG-" + n, "Roads " + n, "PF"));
        }
        sent("/initiatives/PG-1/appointments", Bodies.sro("SRO", "p-sro1", "2020-01-06"));
        sent("/initiatives/PG-1/rag-assessments", Bodies.rating("AMBER", "2020-02-03"));
        sent("/boards", Bodies.board("BD", 1_000));
        letAppendsStallAtTheirCommit();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** While the gate is held, an append has its lock, its position and its moment, and does not come to an end. */
    private static void letAppendsStallAtTheirCommit() {
        OWNER.sql("""
                        create function public.stall() returns trigger language plpgsql set lock_timeout = 0 as
                        $$ begin perform pg_advisory_xact_lock_shared(42); return null; end $$""").update();
        OWNER.sql("""
                        create constraint trigger stall after insert on ledger.event deferrable initially deferred
                        for each row execute function public.stall()""").update();
    }

    /** An append that is under way until it is let go. */
    private static final class OpenAppend implements AutoCloseable {

        private final Connection gate;
        private final CompletableFuture<Reply> answer;

        OpenAppend(String name) throws SQLException {
            gate = HALVES.database().owner().getConnection();
            gate.createStatement().execute("select pg_advisory_lock(" + GATE + ")");
            answer = later(() -> command.post("office", "/initiatives/PG/renames", Bodies.rename(name, "2020-07-01")));
            await().until(() -> OWNER.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                    == 1);
        }

        Reply letGo() throws SQLException {
            gate.createStatement().execute("select pg_advisory_unlock(" + GATE + ")");
            return answer.join();
        }

        @Override
        public void close() throws SQLException {
            gate.close();
        }
    }

    @Test
    void a_read_at_a_moment_waits_for_the_append_that_is_under_way() throws Exception {
        try (OpenAppend append = new OpenAppend("Waited for")) {
            String moment = moment();
            CompletableFuture<Reply> read = later(() -> nameAt(moment, "Prefer", "wait=20"));
            Thread.sleep(400);
            assertThat(read).as("it does not answer what may still change").isNotDone();

            Reply renamed = append.letGo();
            assertThat(Instant.parse(renamed.json().get("knownAt").asString())).isBefore(Instant.parse(moment));
            assertThat(read.join().json().at("/name/value").asString()).isEqualTo("Waited for");
            assertThat(nameAt(moment).text()).isEqualTo(read.join().text());
        }
    }

    @Test
    void a_read_that_cannot_wait_for_the_append_says_so_in_time() throws Exception {
        try (OpenAppend append = new OpenAppend("Too slow")) {
            long began = System.nanoTime();
            Reply read = nameAt(moment(), "Prefer", "wait=1");
            assertThat(read.problem()).isEqualTo("not-caught-up");
            assertThat(read.header("Retry-After")).isNotEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            append.letGo();
        }
    }

    @Test
    void however_long_an_append_takes_no_answer_about_its_moment_is_given_before_its_end() throws Exception {
        try (OpenAppend append = new OpenAppend("Slow")) {
            String moment = moment();
            Thread.sleep(5_500);
            Reply during = nameAt(moment, "Prefer", "wait=1");
            append.letGo();
            Reply after = nameAt(moment);
            assertThat(after.json().at("/name/value").asString()).isEqualTo("Slow");
            if (during.status() == 200) assertThat(during.text()).isEqualTo(after.text());
            else assertThat(during.problem()).isEqualTo("not-caught-up");
        }
    }

    @Test
    void the_present_is_answered_at_once_and_its_echo_is_the_same_after_the_append() throws Exception {
        try (OpenAppend append = new OpenAppend("Not yet")) {
            Reply present = query.get("reader", "/initiatives/PG");
            assertThat(present.status()).isEqualTo(200);
            append.letGo();
            Reply again = query.get("reader", "/initiatives/PG?" + echo(present.json()));
            assertThat(again.text()).isEqualTo(present.text());
        }
    }

    @Test
    void the_moment_that_a_command_answers_can_be_asked_for_at_once() {
        for (int round = 0; round < 100; round++) {
            String name = "At once " + round;
            Reply renamed = sent("/initiatives/PG/renames", Bodies.rename(name, "2020-07-01"));
            Reply read = nameAt(renamed.json().get("knownAt").asString());
            assertThat(read.json().at("/name/value").asString()).isEqualTo(name);
            assertThat(read.json().get("position").asLong()).isEqualTo(renamed.position());
        }
    }

    @Test
    void a_lost_listener_comes_back_and_looks() {
        OWNER.sql("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'")
                .query(Boolean.class)
                .list();
        Reply renamed = sent("/initiatives/PG/renames", Bodies.rename("Relistened", "2020-07-01"));
        assertThat(query.get(
                                "reader",
                                "/initiatives/PG",
                                "Sync-Token",
                                Long.toString(renamed.position()),
                                "Prefer",
                                "wait=20")
                        .json()
                        .at("/name/value")
                        .asString())
                .isEqualTo("Relistened");
    }

    /** A question and the bytes with which it was answered. */
    record Answered(String question, String answer) {}

    @Test
    void what_was_answered_for_a_point_stays_so_whatever_is_recorded_later() {
        long head = LEDGER.head().position();
        query.getAfter(head, "/registers");
        List<Answered> answered = Stream.of(
                        "/initiatives/PG-1",
                        "/initiatives/PG-2",
                        "/initiatives",
                        "/initiatives?name=o",
                        "/initiatives/PG-1/appointments",
                        "/initiatives/PG-1/rag-assessments",
                        "/portfolios/PF/status",
                        "/portfolios",
                        "/boards",
                        "/registers",
                        "/initiatives/PG-1/history",
                        "/initiatives/PG-1/timeline",
                        "/audit/facts")
                .flatMap(NearNowJourneyTest::asked)
                .toList();
        assertThat(answered).hasSizeGreaterThan(30);

        Reply report = command.imports("office", fiveHundredFacts(head), "");
        assertThat(report.json().get("recorded").asInt()).as(report.text()).isEqualTo(500);
        query.getAfter(head + 500, "/registers");

        for (Answered before : answered) {
            assertThat(query.get("reader", before.question()).text())
                    .as(before.question())
                    .isEqualTo(before.answer());
        }
    }

    /** Now, and at points that name one axis or both; of each its echo is what must stay. */
    private static Stream<Answered> asked(String path) {
        boolean history = path.endsWith("history") || path.endsWith("timeline") || path.endsWith("facts");
        List<String> points =
                history ? List.of("", "knownAt=" + moment()) : List.of("", "asOf=2020-06-15", "knownAt=" + moment());
        return points.stream().map(point -> {
            String separator = path.contains("?") ? "&" : "?";
            Reply first = query.get("reader", point.isEmpty() ? path : path + separator + point);
            assertThat(first.status()).as(first.text()).isEqualTo(200);
            String question = path + separator + echo(first.json());
            assertThat(query.get("reader", question).text()).as(question).isEqualTo(first.text());
            return new Answered(question, first.text());
        });
    }

    /** Back-dated, of one day, ahead, corrections and corrections of those. */
    private static String fiveHundredFacts(long head) {
        StringBuilder lines = new StringBuilder();
        for (int n = 1; n <= 500; n++) {
            String initiative = "PG-" + n % OTHERS;
            long last = head + n - 1;
            String on = "20%s-0%s-1%s".formatted(18 + n % 12, 1 + n % 9, n % 10);
            lines.append(
                    switch (n % 5) {
                        case 1, 2 ->
                            Bodies.line(
                                    "f" + n, "/initiatives/" + initiative + "/renames", Bodies.rename("Name " + n, on));
                        case 3 -> Bodies.line("f" + n, "/corrections", """
                                    {"fact": %s, "reason": "misread", "replacement": {"name": "Corrected %s"}}""".formatted(last, n));
                        case 4 -> Bodies.line("f" + n, "/corrections", """
                                    {"fact": %s, "reason": "it was right"}""".formatted(last));
                        default ->
                            Bodies.line(
                                    "f" + n,
                                    "/initiatives/" + initiative + "/rag-assessments",
                                    Bodies.rating(
                                                    List.of("GREEN", "AMBER", "RED")
                                                            .get(n / 5 % 3),
                                                    on)
                                            .replace("As reported", "Report " + n));
                    });
        }
        return lines.toString();
    }

    private static String echo(JsonNode answer) {
        String knownAt = "knownAt=" + answer.get("knownAt").asString();
        return answer.has("asOf") ? "asOf=" + answer.get("asOf").asString() + "&" + knownAt : knownAt;
    }

    private static Reply nameAt(String moment, String... headers) {
        return query.get("reader", "/initiatives/PG?knownAt=" + moment, headers);
    }

    /** Now, by the clock of the database. */
    private static String moment() {
        return OWNER.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .toString();
    }

    private static <T> CompletableFuture<T> later(Supplier<T> act) {
        CompletableFuture<T> later = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                later.complete(act.get());
            } catch (RuntimeException fault) {
                later.completeExceptionally(fault);
            }
        });
        return later;
    }

    private static Reply sent(String path, String body) {
        Reply reply = command.record(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
