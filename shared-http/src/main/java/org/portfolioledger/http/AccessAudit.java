package org.portfolioledger.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.AccessTable.Batch;
import org.portfolioledger.http.AccessTable.Counted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records accesses without slowing any: they wait in memory and are written together once a second. While the database
 * cannot be reached so many wait; of more it is recorded how many were lost.
 */
final class AccessAudit implements AutoCloseable {

    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(AccessAudit.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration FORGETS_EVERY = Duration.ofHours(24);
    private static final long PATIENCE_SECONDS = 15;

    private final AccessTable table;
    private final InstantSource clock;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("access-audit").factory());

    private Map<AccessRecord, Counted> waiting = new LinkedHashMap<>();
    private long lost;

    /** Of the writer alone: what may have been written and was not confirmed. */
    private @Nullable Batch unconfirmed;

    private boolean out;

    AccessAudit(AccessTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Writes from now on. */
    AccessAudit start() {
        var _ = writer.scheduleWithFixedDelay(this::write, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var _ = writer.scheduleWithFixedDelay(this::forgetOld, 1, FORGETS_EVERY.toMinutes(), TimeUnit.MINUTES);
        return this;
    }

    synchronized void add(AccessRecord what) {
        Counted before = waiting.get(what);
        if (before == null && waiting.size() >= MOST) lost++;
        else
            waiting.put(
                    what,
                    before == null
                            ? new Counted(what, clock.instant(), 1)
                            : new Counted(what, before.at(), before.times() + 1));
    }

    /** Writes what waits, and tells whether nothing is left of it. For one thread at a time. */
    boolean write() {
        try {
            for (Batch batch = next(); batch != null; batch = next()) {
                unconfirmed = batch;
                table.write(batch);
                unconfirmed = null;
            }
            if (out) LOG.info("accesses are recorded again");
            out = false;
            return true;
        } catch (RuntimeException fault) {
            if (!out) LOG.warn("accesses cannot be recorded, and wait: {}", fault.getMessage());
            out = true;
            return false;
        }
    }

    private @Nullable Batch next() {
        if (unconfirmed != null) return unconfirmed;
        List<Counted> taken = take();
        return taken.isEmpty() ? null : new Batch(UUID.randomUUID(), taken);
    }

    private synchronized List<Counted> take() {
        List<Counted> taken = new ArrayList<>(waiting.values());
        if (lost > 0) taken.add(new Counted(AccessRecord.LOST, clock.instant(), lost));
        waiting = new LinkedHashMap<>();
        lost = 0;
        return taken;
    }

    private void forgetOld() {
        try {
            table.forgetOld();
        } catch (RuntimeException fault) {
            LOG.warn("old accesses cannot be deleted: {}", fault.getMessage());
        }
    }

    /** Writes what waits, where it can. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS) || !write())
                LOG.warn("accesses were lost");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
