package org.portfolioledger.ledger.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The smallest subscriber: it counts the facts of each stream. Whatever follows the ledger needs no more than this. */
class CounterSubscriptionTest {

    private static final String NAME = "counter";
    private static final Duration POLL = Duration.ofMillis(50);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final DataSource owner = database.owner();
    private final JdbcClient jdbc = JdbcClient.create(owner);
    private final Subscriptions subscriptions = new Subscriptions(jdbc, "tally");
    private final HeadListener head = new HeadListener(owner);
    private final Set<String> indigestible = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Counts facts; of some streams it cannot. */
    private final class Counter implements FactHandler<int[]> {
        @Override
        public int[] begin() {
            return new int[1];
        }

        @Override
        public void handle(StoredEvent fact, int[] count) {
            if (indigestible.contains(fact.stream())) throw new IllegalStateException("never to be shown");
            count[0]++;
        }

        @Override
        public void forget(String stream) {}

        @Override
        public void forget() {}
    }

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/subscription")
                .schemas("tally")
                .load()
                .migrate();
        jdbc.sql("create table tally.total (facts integer not null check (facts < 100))")
                .update();
        jdbc.sql("insert into tally.total values (0)").update();
        subscriptions.open(NAME);
    }

    @AfterEach
    void close() {
        head.close();
    }

    @Test
    void every_fact_is_counted_once_whoever_leads() {
        LeaderWorker one = worker();
        LeaderWorker other = worker();
        one.start();
        other.start();
        for (int n = 0; n < 10; n++) append("case-" + n % 3);
        await().until(() -> total() == 10);

        assertThat(one.isLeader()).isNotEqualTo(other.isLeader());
        (one.isLeader() ? one : other).stop();
        for (int n = 0; n < 10; n++) append("case-" + n % 3);
        await().until(() -> total() == 20);
        one.stop();
        other.stop();
        assertThat(subscriptions.find(NAME)).contains(new Checkpoint(NAME, 20, List.of()));
    }

    /** Three facts are read at once, of which two are applied, so that no unit is cut. */
    @Test
    void all_units_are_followed_without_another_wake_up() {
        for (int n = 0; n < 3; n++) append("case-1", "case-2");
        LeaderWorker worker = worker(Duration.ofDays(1));
        worker.start();
        await().until(() -> total() == 6);
        worker.stop();
    }

    @Test
    void an_entity_whose_fact_fails_is_blocked_alone_and_makes_up_for_what_it_missed() {
        Subscription<int[]> subscription = subscription();
        append("case-1");
        indigestible.add("case-2");
        append("case-2");
        append("case-2");
        append("case-1");
        followAll(subscription);
        assertThat(total()).isEqualTo(2);
        BlockedEntity blocked = subscriptions.blocked(NAME).getFirst();
        assertThat(blocked.stream()).isEqualTo("case-2");
        assertThat(blocked.fact()).isEqualTo(2);
        assertThat(blocked.reason()).isEqualTo("this release fails at it; its log says where");

        assertThat(subscriptions.retry(NAME, "case-2")).isPresent();
        followAll(subscription);
        assertThat(subscriptions.blocked(NAME).getFirst().attempts()).isEqualTo(2);

        indigestible.clear();
        subscriptions.retry(NAME, "case-2");
        followAll(subscription);
        assertThat(subscriptions.blocked(NAME)).isEmpty();
        assertThat(total()).isEqualTo(4);
        assertThat(subscriptions.retry(NAME, "case-2")).isEmpty();
    }

    @Test
    void changes_that_the_database_refuses_block_their_entity_only() {
        jdbc.sql("update tally.total set facts = 98").update();
        append("case-1");
        append("case-2");
        followAll(subscription());
        assertThat(total()).isEqualTo(99);
        assertThat(subscriptions.blocked(NAME)).hasSize(1);
        assertThat(subscriptions.blocked(NAME).getFirst().reason())
                .startsWith("the database refuses it: new row for relation \"total\" violates check constraint");
    }

    @Test
    void who_was_overtaken_writes_nothing() {
        append("case-1");
        SubscriptionStore<int[]> store = store();
        Checkpoint before = store.checkpoint().orElseThrow();
        Batch<int[]> batch = new Batch<>(Map.of(new Batch.Source("case-1", "MPS", 1), new int[] {1}), List.of());
        assertThat(store.move(before, 1, batch)).isTrue();
        assertThat(store.move(before, 1, batch)).isFalse();
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void one_that_has_ended_is_followed_no_more() {
        Subscription<int[]> subscription = subscription();
        append("case-1");
        Checkpoint before = store().checkpoint().orElseThrow();
        subscriptions.end(NAME);
        assertThat(subscription.isDue()).isFalse();
        assertThat(subscription.step()).isFalse();
        assertThat(store().move(before, 1, new Batch<>(Map.of(), List.of()))).isFalse();
    }

    @Test
    void a_gap_in_the_ledger_stops_it_loudly() {
        append("case-1");
        append("case-2");
        jdbc.sql("alter table ledger.event disable trigger all").update();
        jdbc.sql("delete from ledger.event where position = 1").update();
        Subscription<int[]> subscription = subscription();
        assertThatThrownBy(subscription::step).isInstanceOf(LedgerGap.class).hasMessageContaining("position 2");
        LeaderWorker worker = worker();
        worker.start();
        await().until(() -> worker.failure() != null);
        assertThat(worker.failure()).contains("the ledger has a gap");
        worker.stop();
        assertThat(total()).isZero();
    }

    @Test
    void each_task_has_a_lock_of_its_own() {
        Set<Long> numbers = new HashSet<>();
        for (int n = 0; n < 1000; n++) numbers.add(LeaderLock.number("task " + n));
        assertThat(numbers).hasSize(1000);
        LeaderLock lock = new LeaderLock(owner, NAME);
        assertThat(LeaderLock.isHeld(jdbc, NAME)).isFalse();
        assertThat(lock.hold()).isTrue();
        assertThat(LeaderLock.isHeld(jdbc, NAME)).isTrue();
        assertThat(LeaderLock.isHeld(jdbc, "another")).isFalse();
        assertThat(new LeaderLock(owner, NAME).hold()).isFalse();
        lock.release();
        await().until(() -> !LeaderLock.isHeld(jdbc, NAME));
    }

    private LeaderWorker worker() {
        return worker(POLL);
    }

    private LeaderWorker worker(Duration poll) {
        return new LeaderWorker(NAME, new LeaderLock(owner, NAME), subscription(), head::onMove, poll);
    }

    private Subscription<int[]> subscription() {
        return new Subscription<>(FactSource.of(ledger), new Counter(), store(), 3);
    }

    private SubscriptionStore<int[]> store() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        return new JdbcSubscriptionStore<>(
                subscriptions,
                transaction,
                () -> subscriptions.find(NAME),
                (_, counts) -> counts.forEach(this::add),
                () -> {});
    }

    private void add(int[] count) {
        jdbc.sql("update tally.total set facts = facts + ?").param(count[0]).update();
    }

    private static void followAll(Subscription<int[]> subscription) {
        while (subscription.step()) {}
    }

    private int total() {
        return jdbc.sql("select facts from tally.total").query(Integer.class).single();
    }

    private void append(String... streams) {
        CommandKey key = new CommandKey("a.clerk", UUID.randomUUID().toString());
        List<NewEvent> events = Stream.of(streams).map(this::event).toList();
        ledger.append(List.of(new AppendRequest(key, "f", "MPS", null, events, List.of())));
    }

    private NewEvent event(String stream) {
        long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        return new NewEvent(UUID.randomUUID(), stream, sequence, "noted", 1, json(), json(), LocalDate.of(2026, 4, 1));
    }

    private static byte[] json() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }
}
