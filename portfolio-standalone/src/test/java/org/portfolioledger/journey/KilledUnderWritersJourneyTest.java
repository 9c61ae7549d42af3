package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.SuiteSize;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever kills the application under its writers, with or without its database, takes nothing away and doubles nothing. */
class KilledUnderWritersJourneyTest {

    private static final int KILLS = SuiteSize.LONG ? 20 : 1;
    private static final int WRITERS = 16;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String INSIDE = """
            select count(*) from pg_stat_activity
            where usename = 'portfolio_command' and state = 'active' and query like '%ledger.append%'""";

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private final List<String> story = new ArrayList<>();
    private volatile Caller application = new Caller("http://127.0.0.1:1");
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger sentAgain = new AtomicInteger();

    /** The position that each key was told. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void no_acknowledged_command_is_lost_and_none_is_doubled() throws Exception {
        Path data = folder.resolve("data");
        String history = "--portfolio-ledger.history="
                + Files.createFile(folder.resolve("nothing.ndjson")).toUri();
        RunAsUsers run = start(data, history);
        found();
        int inside = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> write(writer)))
                    .toList();
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    if (kill(run, kill)) inside++;
                    run = start(data, history);
                }
            } finally {
                going.set(false);
            }
            for (Future<?> writer : writers) writer.get();
            requireNothingLostOrDoubled(run);
        } finally {
            run.close();
        }
        System.out.printf(
                Locale.ROOT,
                "%s kills under %s writers (seed %s), %s inside an append: %,d commands acknowledged, %,d sendings unanswered; %s%n",
                KILLS,
                WRITERS,
                SEED,
                inside,
                acknowledged.size(),
                sentAgain.get(),
                story);
        assertThat(inside * 2).as(story.toString()).isGreaterThanOrEqualTo(KILLS);
        assertThat(sentAgain).hasPositiveValue();
    }

    private RunAsUsers start(Path data, String history) throws Exception {
        RunAsUsers run = RunAsUsers.on(data, history);
        application = run.caller();
        return run;
    }

    private void found() {
        send("register", "/registers", Bodies.register("ACME"));
        send("portfolio", "/portfolios", Bodies.portfolio("PF", "ACME"));
        for (int writer = 0; writer < WRITERS; writer++)
            send("initiative-" + writer, "/initiatives", Bodies.initiative("PG-" + writer, "Homes", "PF"));
    }

    /** Two of three on an initiative of its own, the others on that of a neighbour, who writes there too. */
    private void write(int writer) {
        for (int number = 0; going.get(); number++) {
            int initiative = number % 3 == 2 ? (writer + 1) % WRITERS : writer;
            send(
                    "write-%s-%s".formatted(writer, number),
                    "/initiatives/PG-%s/renames".formatted(initiative),
                    Bodies.rename("Name %s of %s".formatted(number, writer), "2020-03-02"));
        }
    }

    /** Until it is acknowledged, always under the same key. */
    private void send(String key, String path, String body) {
        while (true) {
            try {
                Reply reply = application.post("office", path, body, "Idempotency-Key", key);
                if (reply.status() == 201) {
                    acknowledged.put(key, reply.position());
                    return;
                }
                assertThat(reply.status() + reply.problem())
                        .as("seed %d: %s", SEED, reply.text())
                        .isIn("409changed-meanwhile", "503" + reply.problem());
            } catch (UncheckedIOException killed) {
                pause();
            }
            sentAgain.incrementAndGet();
        }
    }

    /** Nobody hears it for seconds: it need not be asked at once. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Half of the kills come while an append is held up in its middle, the others at any moment; says whether inside one. */
    private boolean kill(RunAsUsers run, int kill) throws Exception {
        boolean databaseToo = kill % 2 == 1;
        boolean anyMoment = kill % 4 == 3 || kill % 4 == 0;
        int some = acknowledged.size() + 16 + random.nextInt(300);
        await("seed " + SEED).atMost(PATIENCE).until(() -> acknowledged.size() >= some);

        PGSimpleDataSource database = database(run);
        long inside;
        try (Connection held = database.getConnection();
                Statement lock = held.createStatement()) {
            if (!anyMoment) {
                held.setAutoCommit(false);
                lock.execute("select 1 from ledger.head for update");
                await().atMost(PATIENCE).until(() -> inside(database) > 0);
            }
            inside = inside(database);
            if (databaseToo && random.nextBoolean()) run.killDatabase();
            run.kill();
            if (databaseToo) run.killDatabase();
        } catch (SQLException gone) {
            throw new IllegalStateException(story.toString(), gone);
        }
        story.add("%s%s%s"
                .formatted(
                        anyMoment ? "any moment" : "held up",
                        databaseToo ? ", with its database" : "",
                        inside > 0 ? ", inside" : ""));
        return inside > 0;
    }

    private static long inside(PGSimpleDataSource database) {
        return JdbcClient.create(database).sql(INSIDE).query(Long.class).single();
    }

    private static PGSimpleDataSource database(RunAsUsers run) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:%s/postgres".formatted(run.databasePort()));
        source.setUser("postgres");
        return source;
    }

    private void requireNothingLostOrDoubled(RunAsUsers run) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database(run));
        Map<String, Long> recorded = new ConcurrentHashMap<>();
        jdbc.sql("select key, last_position from ledger.command where first_position = last_position")
                .query(row -> {
                    recorded.put(row.getString(1), row.getLong(2));
                });
        int commands = acknowledged.size();
        assertThat(recorded).as("seed %d, %s", SEED, story).isEqualTo(acknowledged);
        assertThat(jdbc.sql("select min(position) || '..' || max(position) || ' of ' || count(*) || ' by '"
                                + " || count(distinct command) from ledger.event")
                        .query(String.class)
                        .single())
                .as("seed %d, %s", SEED, story)
                .isEqualTo("1..%1$s of %1$s by %1$s".formatted(commands));
        Reply verified = run.caller().verifiedAfter(commands);
        assertThat(verified.json().path("done").asLong()).as(verified.text()).isEqualTo(commands);
        assertThat(verified.json().path("differing").asInt(-1)).isZero();
        requireRowsAsRebuilt(run.caller());
    }

    private static void requireRowsAsRebuilt(Caller caller) {
        Reply asked = caller.post("operator", "/rows/generations", "{\"reason\": \"After kills\"}");
        String generation = asked.header("Location").replace("/api/v1", "");
        await().atMost(PATIENCE)
                .until(() -> !caller.get("operator", generation)
                        .json()
                        .path("state")
                        .asString("")
                        .equals("BUILDING"));
        Reply built = caller.get("operator", generation);
        assertThat(built.json().path("same").asBoolean(false)).as(built.text()).isTrue();
    }

    @AfterEach
    void nothing_is_left_running() throws IOException {
        String home = folder.toRealPath().toString();
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        assertThat(left).as(story.toString()).isEmpty();
    }
}
