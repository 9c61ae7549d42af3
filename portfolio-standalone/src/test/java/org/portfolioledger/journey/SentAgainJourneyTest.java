package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.SuiteSize;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However often a command is sent, at once, to several applications, before and after they restart: it happens once. */
class SentAgainJourneyTest {

    private static final int COMMANDS = SuiteSize.LONG ? 100_000 : 400;
    private static final int OF_ONE_INITIATIVE = 25;
    private static final int ROUNDS = SuiteSize.LONG ? 5 : 2;
    private static final int INITIATIVES_AT_ONCE = 16;
    private static final int SENT_AT_MOST = 5;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private final Halves halves = Halves.fresh();
    private final JdbcClient jdbc = JdbcClient.create(halves.database().owner());
    private final AtomicReferenceArray<Caller> nodes =
            new AtomicReferenceArray<>(new Caller[] {halves.command(), halves.command()});
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> firstAnswers = new ConcurrentHashMap<>();
    private final AtomicInteger sendings = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private int restarts;

    @AfterEach
    void stop() {
        halves.close();
    }

    /** A command under its key. */
    private record Command(String key, String path, String body) {}

    @Test
    void a_command_sent_one_to_five_times_has_one_effect_and_one_answer() throws Exception {
        nodes.get(0).post("office", "/registers", Bodies.register("ACME"));
        nodes.get(0).post("office", "/portfolios", Bodies.portfolio("PF", "ACME"));
        nodes.get(0).post("office", "/portfolios/PF/rating-schemes", Bodies.scheme());
        long before = head();
        long begun = System.nanoTime();

        int each = COMMANDS / OF_ONE_INITIATIVE / ROUNDS;
        for (int round = 0; round < ROUNDS; round++) round(round, round * each, each);

        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d commands sent %,d times over %s restarts (seed %s): %,d unanswered and sent again, %.0f s, %,.0f answers/s%n",
                COMMANDS,
                sendings.get(),
                restarts,
                SEED,
                unanswered.get(),
                seconds,
                sendings.get() / seconds);
        assertThat(answers).as("seed %d", SEED).hasSize(COMMANDS);
        assertThat(firstAnswers.values())
                .as("only one is answered as the first; seed %d", SEED)
                .allMatch(firsts -> firsts.get() <= 1);
        assertThat(jdbc.sql(
                                "select count(*) from ledger.command where key like 'again-%' and first_position = last_position")
                        .query(Integer.class)
                        .single())
                .isEqualTo(COMMANDS);
        assertThat(jdbc.sql("select count(distinct command) from ledger.event where command like 'again-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(COMMANDS);
        assertThat(head()).isEqualTo(before + COMMANDS);
        assertThat(jdbc.sql("select min(position) || '..' || max(position) || ' of ' || count(*) from ledger.event")
                        .query(String.class)
                        .single())
                .isEqualTo("1..%1$s of %1$s".formatted(before + COMMANDS));
    }

    /** Some copies are sent at once, while one application restarts; the others when it has. */
    private void round(int round, int first, int many) throws Exception {
        ConcurrentLinkedQueue<Command> later = new ConcurrentLinkedQueue<>();
        CountDownLatch half = new CountDownLatch(many / 2);
        Semaphore places = new Semaphore(INITIATIVES_AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int initiative = first; initiative < first + many; initiative++) {
                int number = initiative;
                all.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        live(number, later);
                    } finally {
                        places.release();
                        half.countDown();
                    }
                }));
            }
            half.await();
            restart(round % nodes.length());
            for (Future<?> one : all) one.get();
            List<Future<?>> rest = new ArrayList<>();
            for (Command command : later)
                rest.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        send(command, command.key().hashCode() & 1);
                    } finally {
                        places.release();
                    }
                }));
            for (Future<?> one : rest) one.get();
        }
    }

    private void restart(int node) {
        Caller old = nodes.get(node);
        halves.end(old);
        nodes.set(node, halves.command());
        restarts++;
    }

    /** The life of one initiative: its commands one after another, the copies of each at one moment. */
    private void live(int initiative, ConcurrentLinkedQueue<Command> later) {
        Random random = new Random(SEED + initiative);
        commands(initiative, random).forEach(command -> {
            int times = 1 + random.nextInt(SENT_AT_MOST);
            int now = 1 + random.nextInt(times);
            for (int copy = now; copy < times; copy++) later.add(command);
            if (now == 1) send(command, random.nextInt(2));
            else
                Together.act(now, copy -> {
                    send(command, copy % 2);
                    return copy;
                });
        });
    }

    /** Each says something new, so that each has an effect. */
    private static List<Command> commands(int initiative, Random random) {
        String id = "PG-" + initiative;
        return IntStream.range(0, OF_ONE_INITIATIVE)
                .mapToObj(number -> {
                    String key = "again-%s-%s".formatted(initiative, number);
                    String day = LocalDate.of(2020, 2 + random.nextInt(11), 1 + random.nextInt(28))
                            .toString();
                    if (number == 0) return new Command(key, "/initiatives", Bodies.initiative(id, "Homes", "PF"));
                    return switch (random.nextInt(5)) {
                        case 0 ->
                            new Command(key, "/boards", Bodies.board("BD-%s-%s".formatted(initiative, number), 1_000));
                        case 1 ->
                            new Command(
                                    key,
                                    "/initiatives",
                                    "{\"register\": \"ACME\", \"level\": \"PROJECT\", \"name\": \"Unnamed\"}");
                        case 2 ->
                            new Command(
                                    key,
                                    "/initiatives/" + id + "/rag-assessments",
                                    Bodies.rating("AMBER", day).replace("As reported", "Report " + number));
                        default ->
                            new Command(key, "/initiatives/" + id + "/renames", Bodies.rename("Name " + number, day));
                    };
                })
                .toList();
    }

    /** Until it is answered: an application that ends or begins answers nobody, or sends away. */
    private void send(Command command, int node) {
        for (int attempt = node; ; attempt++) {
            Reply reply;
            sendings.incrementAndGet();
            try {
                reply = nodes.get(attempt % 2).record(command.path(), command.body(), "Idempotency-Key", command.key());
            } catch (UncheckedIOException stopping) {
                unanswered.incrementAndGet();
                continue;
            }
            if (reply.status() == 503 || reply.problem().equals("changed-meanwhile")) {
                unanswered.incrementAndGet();
                continue;
            }
            String told = told(reply);
            assertThat(reply.status())
                    .as("%s, seed %d: %s", command, SEED, told)
                    .isEqualTo(201);
            String before = answers.putIfAbsent(command.key(), told);
            if (before != null)
                assertThat(told).as("%s, seed %d", command, SEED).isEqualTo(before);
            if (reply.header("Idempotency-Replayed").isEmpty())
                firstAnswers
                        .computeIfAbsent(command.key(), _ -> new AtomicInteger())
                        .incrementAndGet();
            return;
        }
    }

    /** All of it but when it was told, whether it was told before, and how much the account may still ask. */
    private static String told(Reply reply) {
        Map<String, List<String>> headers =
                new TreeMap<>(reply.response().headers().map());
        List.of("date", "idempotency-replayed", "connection", "keep-alive", "ratelimit")
                .forEach(headers::remove);
        return reply.status() + " " + headers + " " + reply.text();
    }

    private long head() {
        return jdbc.sql("select position from ledger.head").query(Long.class).single();
    }
}
