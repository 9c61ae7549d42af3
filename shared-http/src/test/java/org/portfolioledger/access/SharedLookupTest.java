package org.portfolioledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Whoever asks is answered by a lookup that began after he asked, and shares it with all who asked before it began. */
class SharedLookupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Lookups that have begun, in that order; each goes on when the test says so. */
    private final BlockingQueue<Begun> begun = new LinkedBlockingQueue<>();

    private final SharedLookup<String, Integer> lookups = shared(PATIENCE);

    private record Begun(Set<String> keys, CompletableFuture<Map<String, Integer>> answer) {}

    private SharedLookup<String, Integer> shared(Duration patience) {
        return new SharedLookup<>(
                "lookups",
                keys -> {
                    Begun one = new Begun(Set.copyOf(keys), new CompletableFuture<>());
                    begun.add(one);
                    try {
                        return one.answer().join();
                    } catch (CompletionException fault) {
                        throw (RuntimeException) fault.getCause();
                    }
                },
                patience);
    }

    @AfterEach
    void stop() {
        lookups.close();
    }

    private CompletableFuture<Optional<Integer>> ask(String key) {
        return ask(lookups, key);
    }

    private static CompletableFuture<Optional<Integer>> ask(SharedLookup<String, Integer> lookups, String key) {
        CompletableFuture<Optional<Integer>> answer = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                answer.complete(lookups.find(key));
            } catch (RuntimeException fault) {
                answer.completeExceptionally(fault);
            }
        });
        // It waits, or it has its answer.
        Awaitility.await()
                .until(() -> answer.isDone()
                        || asking.getState() == Thread.State.TIMED_WAITING
                        || asking.getState() == Thread.State.WAITING);
        return answer;
    }

    @Test
    void a_question_is_not_answered_by_a_lookup_that_ran_when_it_was_asked() throws Exception {
        CompletableFuture<Optional<Integer>> first = ask("a");
        Begun running = begun.take();
        CompletableFuture<Optional<Integer>> second = ask("a");
        running.answer().complete(Map.of("a", 1));
        assertThat(first.get()).contains(1);
        Begun next = begun.take();
        assertThat(second).isNotDone();
        next.answer().complete(Map.of("a", 2));
        assertThat(second.get()).contains(2);
    }

    @Test
    void all_who_ask_while_one_runs_share_the_next() throws Exception {
        CompletableFuture<Optional<Integer>> first = ask("a");
        Begun running = begun.take();
        assertThat(running.keys()).containsExactly("a");
        List<CompletableFuture<Optional<Integer>>> later = new ArrayList<>();
        for (String key : List.of("a", "b", "c", "b")) later.add(ask(key));
        assertThat(begun).isEmpty();
        running.answer().complete(Map.of());
        assertThat(first.get()).isEmpty();
        Begun next = begun.take();
        assertThat(next.keys()).containsExactlyInAnyOrder("a", "b", "c");
        next.answer().complete(Map.of("a", 1, "b", 2));
        assertThat(later.stream().map(CompletableFuture::join))
                .containsExactly(Optional.of(1), Optional.of(2), Optional.empty(), Optional.of(2));
        assertThat(begun).isEmpty();
    }

    @Test
    void a_lookup_that_fails_fails_those_who_wait_for_it_and_nobody_else() throws Exception {
        CompletableFuture<Optional<Integer>> first = ask("a");
        Begun running = begun.take();
        CompletableFuture<Optional<Integer>> later = ask("b");
        running.answer().completeExceptionally(new DataAccessResourceFailureException("gone"));
        assertThatThrownBy(first::join).hasCauseInstanceOf(DataAccessResourceFailureException.class);
        begun.take().answer().complete(Map.of("b", 2));
        assertThat(later.get()).contains(2);
    }

    @Test
    void after_a_lookup_that_broke_down_the_next_is_made() throws Exception {
        CompletableFuture<Optional<Integer>> first = ask("a");
        begun.take().answer().completeExceptionally(new IllegalStateException("a fault of ours"));
        assertThatThrownBy(first::join).hasCauseInstanceOf(IllegalStateException.class);
        CompletableFuture<Optional<Integer>> second = ask("a");
        begun.take().answer().complete(Map.of("a", 1));
        assertThat(second.get()).contains(1);
    }

    @Test
    void who_is_interrupted_leaves_and_the_others_have_their_answer() throws Exception {
        CompletableFuture<Optional<Integer>> staying = ask("a");
        Begun running = begun.take();
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        Thread leaving = Thread.ofVirtual().start(() -> {
            try {
                lookups.find("b");
                left.complete(false);
            } catch (DataAccessResourceFailureException _) {
                left.complete(Thread.currentThread().isInterrupted());
            }
        });
        leaving.interrupt();
        assertThat(left.get()).isTrue();
        CompletableFuture<Optional<Integer>> later = ask("c");
        running.answer().complete(Map.of("a", 1));
        assertThat(staying.get()).contains(1);
        begun.take().answer().complete(Map.of("c", 3));
        assertThat(later.get()).contains(3);
    }

    @Test
    void nobody_waits_longer_than_his_patience_and_what_comes_later_is_answered() throws Exception {
        try (SharedLookup<String, Integer> impatient = shared(Duration.ofMillis(200))) {
            long since = System.nanoTime();
            CompletableFuture<Optional<Integer>> first = ask(impatient, "a");
            Begun hanging = begun.take();
            CompletableFuture<Optional<Integer>> second = ask(impatient, "b");
            assertThatThrownBy(first::join).hasCauseInstanceOf(QueryTimeoutException.class);
            assertThatThrownBy(second::join).hasCauseInstanceOf(QueryTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PATIENCE.dividedBy(2));
            hanging.answer().complete(Map.of());
            begun.take().answer().complete(Map.of());
            CompletableFuture<Optional<Integer>> third = ask(impatient, "a");
            begun.take().answer().complete(Map.of("a", 1));
            assertThat(third.get()).contains(1);
        }
    }

    /** Whoever asks after a change sees it, however many ask and change at once. */
    @Test
    void no_answer_is_older_than_its_question() throws Exception {
        AtomicInteger value = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        int asking = 16;
        int times = 2_000;
        List<String> old = new ArrayList<>();
        try (SharedLookup<String, Integer> real = new SharedLookup<>(
                "real",
                keys -> {
                    made.incrementAndGet();
                    int seen = value.get();
                    Thread.onSpinWait();
                    return Map.of("a", seen);
                },
                PATIENCE)) {
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < asking; n++)
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int time = 0; time < times; time++) {
                        int before = value.incrementAndGet();
                        int found = real.find("a").orElseThrow();
                        if (found < before) {
                            synchronized (old) {
                                old.add(found + " after " + before);
                            }
                        }
                    }
                }));
            for (Thread thread : threads) thread.join();
        }
        assertThat(old).isEmpty();
        assertThat(made.get()).isLessThan(asking * times);
    }
}
