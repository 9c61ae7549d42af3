package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.keyed;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.GroupAppender.Limits;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GroupAppenderTest {

    private static final int KILLS = 6;

    /** Longer than any test holds the head. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final GroupAppender appender = new GroupAppender(ledger, new Limits(128, 1024, LONG));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void an_idle_caller_is_answered_after_the_commit() {
        var outcome = (Appended) appender.append(unit("MPS", event("case-1", 0)));

        assertThat(new Ledger(database.reader()).at(outcome.first())).isPresent();
    }

    @Test
    void nobody_is_answered_while_the_commit_of_a_call_is_held_up() throws Exception {
        List<Future<Outcome>> outcomes = new ArrayList<>();
        try (var stalled = new StalledCommits(database, "%")) {
            outcomes.add(callers.submit(() -> appender.append(unit("MPS", event("case-1", 0)))));
            stalled.awaitOne();
            for (int n = 1; n <= 3; n++) {
                String stream = "queued-" + n;
                outcomes.add(callers.submit(() -> appender.append(unit("MPS", event(stream, 0)))));
            }
            await().until(() -> appender.waiting() == 3);

            assertNoneIsAnswered(outcomes);
            assertThat(positions()).isEmpty();
        }

        assertThat(outcomes).map(Threads::result).allMatch(Appended.class::isInstance);
        assertThat(positions()).hasSize(4);
    }

    @Test
    void nobody_of_those_that_went_together_is_answered_while_their_commit_is_held_up() throws Exception {
        List<Future<Outcome>> outcomes;
        try (var stalled = new StalledCommits(database, "queued-%")) {
            try (var _ = new HeadLock(database)) {
                outcomes = queueBehindOne(appender, 5);
            }
            assertThat(Threads.result(outcomes.getFirst())).isInstanceOf(Appended.class);
            stalled.awaitOne();

            assertNoneIsAnswered(outcomes.subList(1, 6));
            assertThat(positions()).containsExactly(1L);
        }

        assertThat(outcomes).map(Threads::result).hasSize(6).allMatch(Appended.class::isInstance);
    }

    /** Whoever answers too early does it long before the pause is over; whoever does not is right however long it is. */
    private static void assertNoneIsAnswered(List<Future<Outcome>> outcomes) {
        await().during(Duration.ofMillis(300))
                .failFast("somebody is answered", () -> outcomes.stream().anyMatch(Future::isDone))
                .until(() -> true);
    }

    @Test
    void units_that_wait_go_into_one_transaction() throws Exception {
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(appender, 20);
        }

        assertThat(outcomes).map(Threads::result).hasSize(21).allMatch(Appended.class::isInstance);
        assertThat(transactions()).isEqualTo(2);
    }

    @Test
    void no_transaction_takes_more_units_than_its_bound() throws Exception {
        var bounded = new GroupAppender(ledger, new Limits(5, 100, LONG));
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(bounded, 20);
        }

        assertThat(outcomes).map(Threads::result).allMatch(Appended.class::isInstance);
        assertThat(transactions()).isEqualTo(1 + 4);
    }

    @Test
    void who_finds_the_queue_full_is_told_at_once_and_nothing_of_it_is_written() throws Exception {
        var small = new GroupAppender(ledger, new Limits(5, 2, LONG));
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(small, 2);
            assertThatThrownBy(() -> small.append(unit("MPS", event("case-9", 0))))
                    .isInstanceOf(LedgerBusy.class)
                    .hasMessage("2 commands wait for the ledger: send the command again in a moment");
        }

        assertThat(outcomes).map(Threads::result).hasSize(3);
        assertThat(ledger.stream("case-9")).isEmpty();
    }

    @Test
    void what_waits_is_appended_before_a_drain_ends_and_nothing_comes_after_it() throws Exception {
        var full = new GroupAppender(ledger, new Limits(5, 20, LONG));
        List<Future<Outcome>> outcomes;
        Future<Boolean> drained;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(full, 20);
            drained = callers.submit(() -> full.drain(Duration.ofSeconds(30)));
            await().until(() -> isRefusedAsStopping(full));
            assertThat(drained).isNotDone();
        }

        assertThat(drained.get()).isTrue();
        assertThat(positions()).as("on disk when the drain ended").hasSize(21);
        assertThat(outcomes).map(Threads::result).hasSize(21).allMatch(Appended.class::isInstance);
        assertThat(isRefusedAsStopping(full)).isTrue();
        assertThat(ledger.stream("case-9")).isEmpty();
    }

    @Test
    void what_waits_longer_than_the_drain_is_refused_unwritten_and_what_is_under_way_still_learns_its_outcome()
            throws Exception {
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(appender, 20);
            assertThat(appender.drain(Duration.ofMillis(50))).isFalse();
            assertThat(outcomes.subList(1, 21))
                    .allSatisfy(refused -> assertThatThrownBy(refused::get).hasCauseInstanceOf(LedgerStopping.class));
            assertThat(outcomes.getFirst()).isNotDone();
        }

        assertThat(Threads.result(outcomes.getFirst())).isInstanceOf(Appended.class);
        assertThat(positions()).containsExactly(1L);
        assertThat(appender.drain(Duration.ofSeconds(30))).isTrue();
    }

    private static boolean isRefusedAsStopping(GroupAppender drained) {
        try {
            drained.append(unit("MPS", event("case-9", 0)));
            return false;
        } catch (LedgerBusy e) {
            return false;
        } catch (LedgerStopping e) {
            return true;
        }
    }

    @Test
    void every_caller_gets_its_own_outcome() throws Exception {
        var key = Units.key();
        appender.append(keyed(key, "f1", event("case-1", 0)));
        var outcomes = new ArrayList<Future<Outcome>>();
        try (var _ = new HeadLock(database)) {
            outcomes.addAll(queueBehindOne(appender, 1));
            outcomes.add(callers.submit(() -> appender.append(keyed(key, "f1", event("case-1", 0)))));
            await().until(() -> appender.waiting() == 2);
            outcomes.add(callers.submit(() -> appender.append(unit("MPS", event("case-1", 5)))));
            await().until(() -> appender.waiting() == 3);
        }

        assertThat(Threads.result(outcomes.get(1))).isInstanceOf(Appended.class);
        assertThat(Threads.result(outcomes.get(2))).isEqualTo(new Repeated(new PositionRange(1, 1)));
        assertThat(Threads.result(outcomes.get(3))).isEqualTo(new Conflict("case-1", 4, 0));
    }

    @Test
    void a_unit_that_the_database_refuses_outright_fails_its_own_caller_only() throws Exception {
        var taken = event("case-1", 0);
        appender.append(unit("MPS", taken));
        var again = new NewEvent(
                taken.eventId(), "case-2", 0, "noted", 1, taken.payload(), taken.metadata(), taken.effectiveOn());
        List<Future<Outcome>> neighbours;
        Future<Outcome> refused;
        try (var _ = new HeadLock(database)) {
            neighbours = queueBehindOne(appender, 2);
            refused = callers.submit(() -> appender.append(unit("MPS", again)));
            await().until(() -> appender.waiting() == 3);
        }

        assertThat(neighbours).map(Threads::result).allMatch(Appended.class::isInstance);
        assertThatThrownBy(refused::get).hasCauseInstanceOf(InvalidAppend.class);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_commit_whose_answer_is_lost_is_found_again_and_not_doubled() {
        var losing = new LosingAnswers(database.appender(), 2);

        Outcome outcome = new GroupAppender(new Ledger(losing)).append(unit("MPS", event("case-1", 0)));

        StoredEvent stored = ledger.at(1).orElseThrow();
        assertThat(outcome).isEqualTo(new Appended(1, 1, stored.recordedAt(), stored.knownAt()));
        assertThat(losing.lost()).isEqualTo(2);
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void a_continuation_whose_answer_is_lost_is_found_again_and_not_doubled() {
        var losing = new LosingAnswers(database.appender(), 2);
        var continuation = new Continuation(
                0,
                List.of(
                        unit("MPS", event("case-1", 0)),
                        Units.empty(Units.key(), "f1", "MPS", null),
                        unit("MPS", event("case-2", 0))));

        List<Outcome> outcomes = new GroupAppender(new Ledger(losing)).append(continuation);

        assertThat(outcomes).hasSize(3).element(1).isInstanceOf(Outcome.NoEvents.class);
        assertThat(((Appended) outcomes.getLast()).first()).isEqualTo(2);
        assertThat(losing.lost()).isEqualTo(2);
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_continuation_goes_in_a_transaction_of_its_own_between_those_who_came_before_and_after() throws Exception {
        List<Future<?>> outcomes = new ArrayList<>();
        try (var _ = new HeadLock(database)) {
            outcomes.addAll(queueBehindOne(appender, 2));
            outcomes.add(callers.submit(() -> appender.append(new Continuation(
                    0, List.of(unit("MPS", event("long-1", 0)), unit("MPS", event("long-1", 1)))))));
            await().until(() -> appender.waiting() == 3);
            outcomes.add(callers.submit(() -> appender.append(unit("MPS", event("behind", 0)))));
            await().until(() -> appender.waiting() == 4);
        }
        for (Future<?> outcome : outcomes) outcome.get();

        assertThat(transactions()).isEqualTo(4);
        assertThat(ledger.stream("long-1")).extracting(StoredEvent::position).containsExactly(4L, 5L);
        assertThat(ledger.stream("behind")).extracting(StoredEvent::position).containsExactly(6L);
    }

    @Test
    void a_backend_that_is_killed_in_mid_append_loses_nothing_and_doubles_nothing() throws Exception {
        Future<Outcome> outcome;
        try (var _ = new HeadLock(database)) {
            outcome = callers.submit(() -> appender.append(unit("MPS", event("case-1", 0))));
            await().until(() -> HeadLock.waiting(database) == 1);
            assertThat(killAppends()).isEqualTo(1);
        }

        assertThat(Threads.result(outcome)).isInstanceOf(Appended.class);
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void backends_killed_again_and_again_under_load_lose_nothing_and_double_nothing() throws Exception {
        var locked = new CountDownLatch(1);
        Future<Integer> killer = callers.submit(() -> {
            int killed = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                try (var _ = new HeadLock(database)) {
                    locked.countDown();
                    await().until(() -> HeadLock.waiting(database) > 0);
                    killed += killAppends();
                }
            }
            return killed;
        });
        locked.await();

        List<List<Outcome>> outcomes = Threads.all(IntStream.range(0, 12)
                .mapToObj(writer -> Threads.task(() -> {
                    List<Outcome> mine = new ArrayList<>();
                    while (mine.size() < 40 || !killer.isDone())
                        mine.add(appender.append(unit("MPS", event("case-" + writer, mine.size()))));
                    return mine;
                }))
                .toList());

        assertThat(killer.get()).isGreaterThanOrEqualTo(KILLS);
        long appended = outcomes.stream().mapToInt(List::size).sum();
        assertThat(positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, appended).boxed().toList());
        for (int writer = 0; writer < 12; writer++) {
            assertThat(recorded().stream("case-" + writer))
                    .extracting(StoredEvent::position)
                    .containsExactlyElementsOf(outcomes.get(writer).stream()
                            .map(outcome -> ((Appended) outcome).first())
                            .toList());
        }
    }

    @Test
    void an_append_inside_a_transaction_of_its_caller_is_refused_and_writes_nothing() {
        var callers = new TransactionTemplate(new JdbcTransactionManager(database.appender()));

        assertThatThrownBy(() -> callers.execute(_ -> appender.append(unit("MPS", event("case-1", 0)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction of its own");
        assertThat(positions()).isEmpty();
    }

    @Test
    void a_database_that_stays_away_is_reported_with_what_to_do_next() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        var hopeless = new GroupAppender(new Ledger(nowhere), new Limits(5, 5, Duration.ofMillis(100)));

        assertThatThrownBy(() -> hopeless.append(unit("MPS", event("case-1", 0))))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("send the command again with the same key");
        assertThat(hopeless.waiting()).isZero();
    }

    @Test
    void who_waits_for_the_head_and_who_waits_behind_him_are_refused_in_time() throws Exception {
        var bounded = new GroupAppender(ledger, new Limits(5, 20, Duration.ofMillis(300)));
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(bounded, 3);

            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThatThrownBy(outcome::get).hasCauseInstanceOf(LedgerBusy.class));
        }
        assertThat(positions()).isEmpty();
        assertThat(bounded.append(unit("MPS", event("case-1", 0)))).isInstanceOf(Appended.class);
    }

    @Test
    void an_interrupted_caller_still_learns_its_outcome_and_stays_interrupted() throws Exception {
        Future<Boolean> interrupted = callers.submit(() -> {
            Thread.currentThread().interrupt();
            return appender.append(unit("MPS", event("case-1", 0))) instanceof Appended
                    && Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted.get()).isTrue();
        assertThat(positions()).containsExactly(1L);
    }

    /** One caller at work, held up by the head lock, and others in the queue, in order. */
    private List<Future<Outcome>> queueBehindOne(GroupAppender busy, int others) {
        var outcomes = new ArrayList<Future<Outcome>>();
        outcomes.add(callers.submit(() -> busy.append(unit("MPS", event("first-1", 0)))));
        await().until(() -> HeadLock.waiting(database) == 1);
        for (int i = 0; i < others; i++) {
            String stream = "queued-" + i;
            outcomes.add(callers.submit(() -> busy.append(unit("MPS", event(stream, 0)))));
        }
        await().until(() -> busy.waiting() == others);
        return outcomes;
    }

    private int killAppends() {
        return owner.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and state = 'active' and query like '%from ledger.append%'
                          and pid <> pg_backend_pid()""").query(Integer.class).single();
    }

    @Test
    void who_leads_while_interrupted_does_not_fail_those_that_wait() throws Exception {
        List<Future<Outcome>> outcomes;
        try (var _ = new HeadLock(database)) {
            outcomes = queueBehindOne(appender, 3);
            outcomes.get(1).cancel(true);
        }

        assertThat(outcomes.get(2).get()).isInstanceOf(Appended.class);
        assertThat(outcomes.get(3).get()).isInstanceOf(Appended.class);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
    }

    private int transactions() {
        return owner.sql("select count(distinct xmin::text) from ledger.event")
                .query(Integer.class)
                .single();
    }

    /** Not through the pool, whose connections a test may just have killed. */
    private Ledger recorded() {
        return new Ledger(database.owner());
    }

    private List<Long> positions() {
        return recorded().after(0, 10_000).stream().map(StoredEvent::position).toList();
    }
}
