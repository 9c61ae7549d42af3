package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.guarded;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.ledger.History.Attempt;
import org.portfolioledger.ledger.History.Reading;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;

/** However many want the same place in a stream, and through however many nodes, it is as if they came one by one. */
class LinearizableTest {

    private static final int WRITERS = 64;
    private static final int BOARDS = 8;
    private static final int ATTEMPTS = SuiteSize.of(100_000);

    private final AtomicInteger begun = new AtomicInteger();

    private final LedgerDatabase database = LedgerDatabase.fresh();

    /** One process that appends: a pool and a group appender of its own. */
    private record Node(Ledger ledger, GroupAppender appender) {

        static Node on(LedgerDatabase database) {
            var ledger = new Ledger(database.appender());
            return new Node(ledger, new GroupAppender(ledger));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void who_wins_a_sequence_and_what_the_others_are_told_is_true_in_real_time(int nodes) throws Exception {
        List<Node> all =
                IntStream.range(0, nodes).mapToObj(_ -> Node.on(database)).toList();

        History history = compete(all);

        List<Attempt> winners = history.winners();
        assertThat(history.attempts())
                .hasSizeGreaterThanOrEqualTo(ATTEMPTS)
                .allMatch(attempt -> attempt.outcome() instanceof Appended || attempt.outcome() instanceof Conflict);
        assertThat(history.unlawful()).isEmpty();
        assertThat(history.outOfRealTime()).isEmpty();
        assertThat(history.withoutPlace("case-1")).isEmpty();
        assertThat(history.withoutPlace("board-1")).isEmpty();
        assertThat(winners)
                .extracting(Attempt::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, winners.size()).boxed().toList());
        assertThat(all.getFirst().ledger().after(0, Integer.MAX_VALUE))
                .extracting(StoredEvent::command)
                .containsExactlyElementsOf(
                        winners.stream().map(won -> won.unit().command()).toList());
        long byGuard = history.conflicts().stream()
                .filter(conflict -> conflict.stream().equals("board-1"))
                .count();
        assertThat(history.conflicts()).hasSizeGreaterThanOrEqualTo(WRITERS - 1);
        assertThat(byGuard).isGreaterThanOrEqualTo(WRITERS / nodes - 1);
        System.out.printf(
                "Linearizable: nodes %s, writers %s, attempts %s, appended %s, conflicts %s (on board-1 %s), readings %s%n",
                nodes,
                WRITERS,
                history.attempts().size(),
                winners.size(),
                history.conflicts().size(),
                byGuard,
                history.readings().size());
    }

    /**
     * All queue for their first attempts before any is decided, those that write the board in front: so of the first 64
     * attempts one wins, and at least the others of one node are in conflict with the board that it moved.
     */
    private History compete(List<Node> nodes) throws Exception {
        var boardsWait = new CountDownLatch(1);
        CompletableFuture<List<History>> seen;
        try (var _ = new HeadLock(database)) {
            seen = CompletableFuture.supplyAsync(
                    () -> Threads.all(IntStream.range(0, WRITERS)
                            .mapToObj(writer -> writer(nodes.get(writer % nodes.size()), writer, boardsWait))
                            .toList()),
                    Thread::startVirtualThread);
            awaitQueued(BOARDS, nodes);
            boardsWait.countDown();
            awaitQueued(WRITERS, nodes);
        }
        List<History> each = seen.join();
        return new History(
                each.stream().flatMap(one -> one.attempts().stream()).toList(),
                each.stream().flatMap(one -> one.readings().stream()).toList());
    }

    /** Each node has at least one under way, and the others queue: they have begun a while ago. */
    private void awaitQueued(int units, List<Node> nodes) {
        await().atMost(Duration.ofMinutes(1))
                .during(Duration.ofMillis(200))
                .until(() -> begun.get() >= units && waiting(nodes) <= units - nodes.size());
    }

    /** How many units queue; more are under way. */
    private static int waiting(List<Node> nodes) {
        return nodes.stream().mapToInt(node -> node.appender().waiting()).sum();
    }

    private Callable<History> writer(Node node, int writer, CountDownLatch boardsWait) {
        return () -> {
            var mine = new History(new ArrayList<>(), new ArrayList<>());
            boolean board = writer < BOARDS;
            if (!board) boardsWait.await();
            while (mine.attempts().size() < (ATTEMPTS + WRITERS - 1) / WRITERS) {
                boolean rests = !board && mine.attempts().size() % 2 == 0;
                var guard = new Guard("board-1", rests ? read(node, "board-1", mine) : Guard.EMPTY);
                String stream = board ? "board-1" : "case-1";
                NewEvent event = event(stream, read(node, stream, mine) + 1);
                begun.incrementAndGet();
                attempt(node, rests ? guarded(guard, event) : unit("MPS", event), mine);
            }
            return mine;
        };
    }

    private static long read(Node node, String stream, History mine) {
        long begun = System.nanoTime();
        long last = node.ledger().lastSequence(stream);
        mine.readings().add(new Reading(stream, last, begun, System.nanoTime()));
        return last;
    }

    private static void attempt(Node node, AppendRequest unit, History mine) {
        long begun = System.nanoTime();
        Outcome outcome = node.appender().append(unit);
        mine.attempts().add(new Attempt(unit, begun, System.nanoTime(), outcome));
    }
}
