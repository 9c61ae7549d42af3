package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.ledger.SuiteSize;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of commands and reads while the database is gone, and after it has come back. */
class FaultJourneyTest {

    /** Within this everybody is answered, whatever the database does. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final int CUTS = 20;
    private static final Duration OUTAGE = Duration.ofSeconds(SuiteSize.LONG ? 10 : 3);

    private static final Halves HALVES = Halves.fresh();
    private static Caller command = HALVES.command();
    private static Caller query = HALVES.query();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void settle() {
        Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void while_the_database_refuses_everybody_all_are_told_so_and_nothing_is_lost_or_doubled() throws Exception {
        long before = facts();
        Caller.Reply known = rename("known", "Before");
        List<Callable<Caller.Reply>> asked = List.of(
                () -> rename("during", "During"),
                () -> rename("known", "Before"),
                () -> query.get("reader", "/initiatives/PG-1"),
                () -> query.get("reader", "/audit/facts"),
                () -> query.get("reader", "/people"),
                () -> command.post("office", "/people", "{\"id\": \"p-new\", \"name\": \"New\"}"),
                () -> command.imports("office", line("imported"), ""),
                () -> command.imports("office", line("imported"), "?dryRun=true"));
        server().sql("alter database %s allow_connections false".formatted(name()))
                .update();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            terminateAll();
            assertThat(query.get("reader", "/event-types").status())
                    .as("what is of the program")
                    .isEqualTo(200);
            long end = System.nanoTime() + OUTAGE.toNanos();
            while (System.nanoTime() < end) {
                List<Future<?>> answers = new ArrayList<>();
                for (Callable<Caller.Reply> request : asked) answers.add(threads.submit(() -> unavailable(request)));
                for (Future<?> answer : answers) answer.get();
            }
        } finally {
            server().sql("alter database %s allow_connections true".formatted(name()))
                    .update();
        }

        Caller.Reply during =
                await().atMost(BOUND).until(() -> rename("during", "During"), reply -> reply.status() == 201);
        assertThat(rename("known", "Before").text()).isEqualTo(known.text());
        assertThat(rename("during", "During").text()).isEqualTo(during.text());
        assertThat(facts()).isEqualTo(before + 2);
        followed(during.position());
    }

    @Test
    void while_the_database_stands_still_everybody_is_answered_in_time() throws Exception {
        long before = facts();
        List<ProcessHandle> processes = processes();
        List<Future<Answered>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            signal("STOP", processes);
            try {
                for (int n = 0; n < 6; n++) {
                    String key = "still-" + n;
                    asked.add(threads.submit(() -> timed(() -> rename(key, "Still " + key))));
                    asked.add(threads.submit(() -> timed(() -> query.get("reader", "/initiatives/PG-1"))));
                }
                for (String health : List.of("", "/readiness", "/liveness")) {
                    for (Caller half : List.of(command, query)) {
                        Answered told = timed(() -> half.getBeside("/actuator/health" + health));
                        assertThat(told.took()).as(half.base() + health).isLessThan(BOUND);
                        assertThat(told.reply().status()).isEqualTo(health.equals("/liveness") ? 200 : 503);
                        assertThat(told.reply().header("Content-Type"))
                                .startsWith("application/vnd.spring-boot.actuator.v3+json");
                    }
                }
                Thread.sleep(OUTAGE);
            } finally {
                signal("CONT", processes);
            }
            for (Future<Answered> answered : asked) {
                Caller.Reply reply = answered.get().reply();
                assertThat(answered.get().took()).as(reply.text()).isLessThan(BOUND);
                assertThat(reply.status()).as(reply.text()).isIn(200, 201, 409, 503);
                if (reply.status() == 503)
                    assertThat(reply.header("Retry-After")).isNotEmpty();
            }
        }
        long last = 0;
        for (int n = 0; n < 6; n++) {
            String key = "still-" + n;
            Caller.Reply again =
                    await().atMost(BOUND).until(() -> rename(key, "Still " + key), reply -> reply.status() == 201);
            assertThat(rename(key, "Still " + key).text()).isEqualTo(again.text());
            last = Math.max(last, again.position());
        }
        assertThat(facts()).isEqualTo(before + 6);
        followed(last);
    }

    @Test
    void whose_connection_is_cut_in_the_middle_of_an_append_comes_to_exactly_one_fact() throws Exception {
        long before = facts();
        AtomicInteger sent = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> senders = new ArrayList<>();
            for (int sender = 0; sender < 8; sender++) senders.add(threads.submit(() -> send(sent, done)));
            int cut = 0;
            try {
                for (int time = 0; time < CUTS; time++) cut += cutAnAppend();
            } finally {
                done.set(true);
            }
            List<Integer> refusals = new ArrayList<>();
            for (Future<List<Integer>> sender : senders) refusals.addAll(sender.get());
            assertThat(refusals).as("what senders saw meanwhile").allMatch(status -> status == 503 || status == 409);
            assertThat(cut).as("connections cut").isGreaterThanOrEqualTo(CUTS);
            System.out.printf("%s connections cut, %s answers to be sent again%n", cut, refusals.size());
        }
        assertThat(facts()).isEqualTo(before + sent.get());
        assertThat(owner().sql("select count(*) from ledger.command where key like 'cut-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(sent.get());
        followed(facts());
    }

    /** While the head is held, an append is held up in its middle until it is cut; says how many were. */
    private int cutAnAppend() throws SQLException {
        try (Connection head = HALVES.database().owner().getConnection()) {
            head.setAutoCommit(false);
            head.createStatement().execute("select 1 from ledger.head for update");
            return await().atMost(BOUND)
                    .pollInterval(Duration.ofMillis(2))
                    .until(
                            () -> server().sql("""
                                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                                    where datname = ? and usename = 'portfolio_command' and wait_event_type = 'Lock'""")
                                    .param(name())
                                    .query(Integer.class)
                                    .single(),
                            cut -> cut > 0);
        }
    }

    @Test
    void after_a_restart_the_answers_are_the_same() {
        Caller.Reply first = rename("restart", "Homes again");
        followed(first.position());
        String point = "?asOf=2026-10-01&knownAt=position:" + first.position();
        String initiative = query.get("reader", "/initiatives/PG-1" + point).text();
        String status = query.get("reader", "/portfolios/PF/status" + point).text();
        HALVES.stop();
        command = HALVES.command();
        query = HALVES.query();
        assertThat(query.get("reader", "/initiatives/PG-1" + point).text()).isEqualTo(initiative);
        assertThat(query.get("reader", "/portfolios/PF/status" + point).text()).isEqualTo(status);
        Caller.Reply again = rename("restart", "Homes again");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void everything_in_one_process_lets_no_second_one_in_and_is_not_ready_while_its_database_stands_still()
            throws Exception {
        try (RunAsUsers run = RunAsUsers.on(folder.toRealPath())) {
            Caller caller = run.caller();
            RunAsUsers second = RunAsUsers.on(folder.toRealPath());
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.said())
                    .anyMatch(line -> line.startsWith("Another Portfolio Ledger (process ")
                            && line.endsWith("stop it, or choose another folder with --data=DIR."));
            assertThat(caller.getBeside("/actuator/health/readiness").status()).isEqualTo(200);
            List<ProcessHandle> processes = processes(folder.toRealPath().resolve("postgres"));
            signal("STOP", processes);
            try {
                Answered told = timed(() -> caller.getBeside("/actuator/health/readiness"));
                assertThat(told.reply().status()).as(told.reply().text()).isEqualTo(503);
                assertThat(told.took()).isLessThan(BOUND);
                assertThat(caller.getBeside("/actuator/health/liveness").status())
                        .isEqualTo(200);
            } finally {
                signal("CONT", processes);
            }
            await().atMost(BOUND)
                    .until(() -> caller.getBeside("/actuator/health/readiness").status() == 200);
            assertThat(caller.get("reader", "/registers").status()).isEqualTo(200);
        }
    }

    /** Sends commands with keys, each until it is on record, as long as connections are cut; says what it was answered besides. */
    private List<Integer> send(AtomicInteger sent, AtomicBoolean done) {
        List<Integer> refusals = new ArrayList<>();
        while (!done.get()) {
            int number = sent.incrementAndGet();
            Caller.Reply reply = rename("cut-" + number, "Cut " + number);
            while (reply.status() != 201) {
                refusals.add(reply.status());
                if (refusals.size() > 1_000 || reply.status() == 500) return refusals;
                reply = rename("cut-" + number, "Cut " + number);
            }
        }
        return refusals;
    }

    private Caller.Reply rename(String key, String name) {
        return command.post(
                "office",
                "/initiatives/PG-2/renames",
                "{\"name\": \"%s\", \"effectiveOn\": \"2026-03-01\"}".formatted(name),
                "Idempotency-Key",
                key);
    }

    private static String line(String key) {
        return "{\"key\": \"%s\", \"post\": \"/api/v1/initiatives/PG-2/renames\", \"body\": {\"name\": \"Imported\"}}"
                .formatted(key);
    }

    private record Answered(Caller.Reply reply, Duration took) {}

    private static Answered timed(Callable<Caller.Reply> request) throws Exception {
        long begun = System.nanoTime();
        Caller.Reply reply = request.call();
        return new Answered(reply, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void unavailable(Callable<Caller.Reply> request) {
        try {
            Answered answered = timed(request);
            Caller.Reply reply = answered.reply();
            assertThat(reply.status()).as(reply.text()).isEqualTo(503);
            assertThat(reply.problem()).isEqualTo("ledger-unavailable");
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.header("Retry-After")).matches("[0-9]+");
            assertThat(answered.took()).isLessThan(BOUND);
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private void followed(long position) {
        Caller.Reply read = await().atMost(BOUND)
                .until(() -> query.getAfter(position, "/initiatives/PG-2"), reply -> reply.status() == 200);
        assertThat(read.json().required("position").asLong()).isGreaterThanOrEqualTo(position);
    }

    private long facts() {
        return Objects.requireNonNull(
                owner().sql("select count(*) from ledger.event where position <= (select position from ledger.head)")
                        .query(Long.class)
                        .single());
    }

    private void terminateAll() {
        server().sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                .param(name())
                .query(Integer.class)
                .single();
    }

    private List<ProcessHandle> processes() throws IOException {
        return processes(
                Path.of(owner().sql("show data_directory").query(String.class).single()));
    }

    private static List<ProcessHandle> processes(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        assertThat(postmaster.info().command().orElse("")).endsWith("postgres");
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> kill.add(Long.toString(process.pid())));
        new ProcessBuilder(kill).redirectErrorStream(true).start().waitFor();
    }

    private String name() {
        String url = HALVES.database().url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private JdbcClient owner() {
        return JdbcClient.create(HALVES.database().owner());
    }

    /** The server, by way of another database. */
    private JdbcClient server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(HALVES.database().url().replace("/" + name(), "/postgres"));
        source.setUser("postgres");
        return JdbcClient.create(source);
    }
}
