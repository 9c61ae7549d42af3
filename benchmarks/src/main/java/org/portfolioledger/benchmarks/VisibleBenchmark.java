package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.portfolioledger.command.axon.CommandProcessor;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long after a command was recorded its rows are there, at 1,000 commands a second whether or not the ones before have
 * ended: by a query half in this process, against one in a process of its own. A fact is stamped before its commit, so the
 * times hold the commit as well. {@code -Drate=1000 -Dseconds=4 -Drounds=5}.
 */
public final class VisibleBenchmark {

    private static final int RATE = Integer.getInteger("rate", 1_000);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int WARM_UP = Integer.getInteger("warmup", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int INITIATIVES = 1_000;
    private static final long BETWEEN_LOOKS = 500_000;

    private final CommandProcessor processor;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private long sent;

    private VisibleBenchmark(CommandProcessor processor, HikariDataSource pool) {
        this.processor = processor;
        this.ledger = new Ledger(pool);
        this.jdbc = JdbcClient.create(pool);
    }

    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start();
                HikariDataSource pool = server.pool();
                Office office = Office.open(server)) {
            office.openInitiatives(INITIATIVES);
            VisibleBenchmark benchmark = new VisibleBenchmark(CommandBenchmark.processor(office, pool), pool);
            System.out.printf("milliseconds from recorded to visible, %s s at %s commands a second%n", SECONDS, RATE);
            for (int round = 0; round < ROUNDS; round++) {
                office.startReads(server);
                benchmark.measure("same process");
                office.endReads();
                Process apart = Office.startReadsApart(server);
                try {
                    benchmark.measure("other process");
                } finally {
                    apart.destroy();
                    apart.waitFor();
                }
            }
        }
    }

    private void measure(String name) throws InterruptedException, ExecutionException {
        awaitRows();
        load(WARM_UP);
        awaitRows();
        long first = ledger.head().position() + 1;
        FutureTask<List<Look>> watching = new FutureTask<>(() -> watch(first + (long) RATE * SECONDS - 1));
        Thread.ofPlatform().start(watching);
        double took = load(SECONDS);
        double[] millis = times(first, watching.get());
        System.out.printf(
                Locale.ROOT,
                "%14s  p50 %.1f p99 %.1f most %.1f; %.0f a second reached%n",
                name,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1],
                millis.length / took);
    }

    /** Begins a command every so often, each in a thread of its own; gives the seconds until all have ended. */
    private double load(int seconds) throws InterruptedException {
        int many = RATE * seconds;
        CountDownLatch ended = new CountDownLatch(many);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long begun = System.nanoTime();
        for (int n = 0; n < many; n++) {
            long due = begun + n * TimeUnit.SECONDS.toNanos(1) / RATE;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            long number = sent++;
            Thread.startVirtualThread(() -> {
                try {
                    String initiative = Office.initiative((int) (number % INITIATIVES));
                    CommandBenchmark.assess(processor, initiative, number / INITIATIVES);
                } catch (Throwable fault) {
                    failure.set(fault);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        if (failure.get() != null) throw new IllegalStateException(failure.get());
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Up to which position the rows were there at a moment of the database's clock, by which facts are stamped too. */
    private record Look(long position, Instant at) {}

    private Look look() {
        return jdbc.sql("""
                        select s.position, clock_timestamp() from query.generation g
                        join query.subscription s on s.name = 'rows-' || g.number where g.state = 'LIVE'""")
                .query((row, _) -> new Look(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    private void awaitRows() {
        long head = ledger.head().position();
        while (look().position < head) LockSupport.parkNanos(BETWEEN_LOOKS);
    }

    private List<Look> watch(long last) {
        List<Look> looks = new ArrayList<>();
        do {
            looks.add(look());
            LockSupport.parkNanos(BETWEEN_LOOKS);
        } while (looks.getLast().position < last);
        return looks;
    }

    private double[] times(long first, List<Look> looks) {
        double[] millis = new double[Math.toIntExact(looks.getLast().position - first + 1)];
        Iterator<Look> later = looks.iterator();
        Look look = later.next();
        for (StoredEvent fact : ledger.between(first, looks.getLast().position)) {
            while (look.position < fact.position()) look = later.next();
            millis[Math.toIntExact(fact.position() - first)] =
                    Duration.between(fact.recordedAt(), look.at).toNanos() / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }
}
