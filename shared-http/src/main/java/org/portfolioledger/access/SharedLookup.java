package org.portfolioledger.access;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Looks up together what many ask for at once. One lookup runs at a time, and whoever asks meanwhile waits for the next: an
 * answer is never from before its question. What goes wrong in a lookup concerns only those who wait for it.
 */
final class SharedLookup<K, V> implements AutoCloseable {

    private final Function<Set<K>, Map<K, V>> source;
    private final Duration patience;
    private final ExecutorService worker;

    /** The lookup that has not begun yet; null if nobody has asked since the last one began. */
    private @Nullable Lookup<K, V> next;

    /**
     * @param source gives of some keys what there is; called on one thread, one call after another
     * @param patience how long to wait for an answer at most
     */
    SharedLookup(String name, Function<Set<K>, Map<K, V>> source, Duration patience) {
        this.source = source;
        this.patience = patience;
        this.worker = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private record Lookup<K, V>(Set<K> keys, CompletableFuture<Map<K, V>> found) {}

    /**
     * What there is of a key.
     *
     * @throws DataAccessException if it cannot be looked up, or not in time
     */
    Optional<V> find(K key) {
        CompletableFuture<Map<K, V>> found = join(key);
        try {
            return Optional.ofNullable(
                    found.get(patience.toNanos(), TimeUnit.NANOSECONDS).get(key));
        } catch (ExecutionException fault) {
            // Thrown to several callers, each on its own thread; the trace is the lookup's.
            if (fault.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(fault.getCause());
        } catch (TimeoutException _) {
            throw new QueryTimeoutException("no answer within " + patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while waiting for an answer");
        }
    }

    private synchronized CompletableFuture<Map<K, V>> join(K key) {
        if (next == null) {
            worker.execute(this::lookUp);
            next = new Lookup<>(new HashSet<>(), new CompletableFuture<>());
        }
        next.keys().add(key);
        return next.found();
    }

    private void lookUp() {
        Lookup<K, V> begun = begin();
        try {
            begun.found().complete(source.apply(begun.keys()));
        } catch (Throwable fault) {
            begun.found().completeExceptionally(fault);
        }
    }

    /** From now on nobody joins it. */
    private synchronized Lookup<K, V> begin() {
        Lookup<K, V> begun = Objects.requireNonNull(next);
        next = null;
        return begun;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
