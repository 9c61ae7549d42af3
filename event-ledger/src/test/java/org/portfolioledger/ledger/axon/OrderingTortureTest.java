package org.portfolioledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.SuiteSize.LONG;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What makes readers of Axon's own JDBC engine lose events, done to it and to the ledger's at the same time. */
class OrderingTortureTest {

    /** Axon's default. */
    private static final Duration GAP_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration PAUSE = LONG ? Duration.ofSeconds(60) : Duration.ofSeconds(1);
    private static final Duration BETWEEN_APPENDS = LONG ? Duration.ofMillis(600) : Duration.ofMillis(40);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int APPENDS = LONG ? 200 : 50;
    private static final int REFUSED = 300;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What a reader had not seen of what was committed when it had seen a last event. */
    private record Result(String scenario, Store store, int committed, List<String> lost, boolean inOrder) {

        String line() {
            return "%-64s %-6s committed %4s lost %s".formatted(scenario, store.name(), committed, lost.size());
        }
    }

    private interface Scenario {
        List<Result> of(Store store) throws Exception;
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void readers_of_the_ledger_lose_nothing_and_never_stall() {
        List<Result> results = results(List.of(
                on(new LedgerStore(), this::aNeighbourOlderThanTheGapTimeout),
                on(new LedgerStore(), this::aWriterPausedLongerThanTheGapTimeout),
                on(new LedgerStore(), this::othersIdleInTransactions),
                on(new LedgerStore(), this::aClockSteppedAnHourBothWays)));

        assertThat(results).hasSize(5).allSatisfy(result -> {
            assertThat(result.lost()).as(result.line()).isEmpty();
            assertThat(result.inOrder()).as(result.line()).isTrue();
        });
    }

    /** What the scenarios are for: the same events, in the engine that the ledger takes the place of. */
    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void readers_of_the_stock_engine_lose_events_in_all_scenarios_but_one() {
        List<Result> results = results(List.of(
                on(new StockStore(GAP_TIMEOUT), this::aNeighbourOlderThanTheGapTimeout),
                on(new StockStore(PAUSE), this::aWriterPausedLongerThanTheGapTimeout),
                on(new StockStore(GAP_TIMEOUT), this::othersIdleInTransactions),
                on(new StockStore(GAP_TIMEOUT), this::aClockSteppedAnHourBothWays)));

        assertThat(results)
                .extracting(result -> !result.lost().isEmpty())
                .as("neighbour; reader that tails and one that began meanwhile; idle; clock")
                .containsExactly(true, true, true, false, true);
    }

    private List<Result> results(List<Callable<List<Result>>> scenarios) {
        List<Future<List<Result>>> running =
                scenarios.stream().map(threads::submit).toList();
        List<Result> results =
                running.stream().flatMap(each -> result(each).stream()).toList();
        results.forEach(result -> System.out.println("Ordering: " + result.line()));
        return results;
    }

    private static Callable<List<Result>> on(Store store, Scenario scenario) {
        return () -> scenario.of(store);
    }

    private List<Result> aNeighbourOlderThanTheGapTimeout(Store store) throws Exception {
        try (var reader = new TailingReader(store.engine())) {
            overtake(store, reader, "0", 20, GAP_TIMEOUT.plusSeconds(1).negated());
            return List.of(result("a neighbour older than the gap time-out", store, reader));
        }
    }

    private List<Result> aClockSteppedAnHourBothWays(Store store) throws Exception {
        try (var reader = new TailingReader(store.engine())) {
            overtake(store, reader, "0", 3, Duration.ZERO);
            overtake(store, reader, "1", 3, HOUR);
            overtake(store, reader, "2", 3, HOUR.negated());
            overtake(store, reader, "3", 3, Duration.ZERO);
            if (store instanceof LedgerStore ledger) {
                assertThat(ledger.recordedOutOfOrder()).isZero();
                assertThat(ledger.ahead()).as("stayed ahead").isGreaterThan(HOUR.minusMinutes(30));
            }
            return List.of(result("the clock stepped an hour forth and back", store, reader));
        }
    }

    /**
     * Holds up appends that have taken their numbers, steps the clock, and lets others come: they are acknowledged and seen
     * before those that are held up, or wait behind them.
     */
    private void overtake(Store store, TailingReader reader, String name, int held, Duration off) throws Exception {
        var late = new ArrayList<Future<String>>();
        var others = new ArrayList<Future<String>>();
        try (var gate = new Gate(store)) {
            for (int i = 1; i <= held; i++) {
                late.add(append(store, "held-" + name + "-" + i));
                patiently().until(() -> gate.waiting() + store.queued() == late.size());
            }
            store.step(off);
            for (int i = 1; i <= 5; i++) {
                others.add(append(store, "other-" + name + "-" + i));
                patiently().until(() -> {
                    List<String> acknowledged = done(others);
                    return gate.waiting() + store.queued() + acknowledged.size() == held + others.size()
                            && reader.hasSeen(acknowledged);
                });
            }
        }
        late.forEach(OrderingTortureTest::result);
        others.forEach(OrderingTortureTest::result);
    }

    /** While so many others are refused that the stock engine clears gaps from the token of a reader that keeps up. */
    private List<Result> aWriterPausedLongerThanTheGapTimeout(Store store) throws Exception {
        try (var tailing = new TailingReader(store.engine())) {
            store.append("taken", 0);
            Future<String> paused;
            Future<Integer> refused;
            var others = new ArrayList<Future<String>>();
            TailingReader began;
            try (var gate = new Gate(store)) {
                paused = append(store, "held-1");
                patiently().until(() -> gate.waiting() == 1);
                others.add(append(store, "other-1"));
                patiently().until(() -> others.getFirst().isDone() || store.queued() == 1);
                refused = threads.submit(() -> refused(store));
                patiently().until(() -> refused.isDone() || store.queued() == 2);
                others.add(append(store, "other-2"));
                patiently().until(() -> tailing.hasSeen(done(others)) && (areDone(others) || store.queued() == 3));
                Thread.sleep(PAUSE.plusMillis(1));
                others.add(append(store, "other-3"));
                patiently().until(() -> tailing.hasSeen(done(others)) && (areDone(others) || store.queued() == 4));
                began = new TailingReader(store.engine());
                patiently().until(() -> began.looks() > 0);
            }
            try (began) {
                result(paused);
                others.forEach(OrderingTortureTest::result);
                assertThat(result(refused)).isEqualTo(REFUSED);
                return List.of(
                        result("a writer paused in its append, a reader that tails", store, tailing),
                        result("a writer paused in its append, a reader that began meanwhile", store, began));
            }
        }
    }

    private static int refused(Store store) {
        int refused = 0;
        for (int i = 1; i <= REFUSED; i++) {
            // The stock engine jumps over a hole that is larger than its batch of 100.
            if (i % 50 == 0) store.append("between-" + i, 0);
            try {
                store.append("taken", 0);
            } catch (RuntimeException e) {
                refused++;
            }
        }
        return refused;
    }

    private List<Result> othersIdleInTransactions(Store store) throws Exception {
        try (var reader = new TailingReader(store.engine());
                Connection looked = store.database().owner().getConnection();
                Connection writes = store.database().owner().getConnection()) {
            looked.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            idleAfter(looked, "select count(*) from " + store.table().name());
            idleAfter(writes, "select pg_current_xact_id()");

            List<Future<List<String>>> writers = IntStream.range(0, 4)
                    .mapToObj(writer -> threads.submit(() -> appendSlowly(store, "case-" + writer)))
                    .toList();
            List<String> acknowledged =
                    writers.stream().flatMap(writer -> result(writer).stream()).toList();

            patiently().until(() -> reader.hasSeen(acknowledged));
            assertThat(JdbcClient.create(store.database().owner())
                            .sql("""
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and state = 'idle in transaction'""")
                            .query(Integer.class)
                            .single())
                    .as("still idle when all was seen")
                    .isEqualTo(2);
            return List.of(result("others idle in transactions", store, reader));
        }
    }

    private static List<String> appendSlowly(Store store, String stream) throws InterruptedException {
        var acknowledged = new ArrayList<String>();
        for (int sequence = 0; sequence < APPENDS; sequence++) {
            acknowledged.add(store.append(stream, sequence));
            Thread.sleep(BETWEEN_APPENDS);
        }
        return acknowledged;
    }

    private static void idleAfter(Connection session, String query) throws Exception {
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            statement.execute(query);
        }
    }

    /** After everything is committed: a last event, and what the reader has not seen when it has seen that one. */
    private static Result result(String scenario, Store store, TailingReader reader) {
        String end = store.append("end-" + UUID.randomUUID(), 0);
        patiently().until(() -> reader.hasSeen(List.of(end)));
        reader.close();
        List<String> committed = store.committed();
        List<String> seen = reader.seen();
        return new Result(
                scenario,
                store,
                committed.size(),
                committed.stream()
                        .filter(event -> !reader.hasSeen(List.of(event)))
                        .toList(),
                seen.equals(committed));
    }

    private Future<String> append(Store store, String stream) {
        return threads.submit(() -> store.append(stream, 0));
    }

    private static List<String> done(List<Future<String>> appends) {
        return appends.stream()
                .filter(append -> append.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
    }

    private static boolean areDone(List<Future<String>> appends) {
        return appends.stream().allMatch(Future::isDone);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20));
    }
}
