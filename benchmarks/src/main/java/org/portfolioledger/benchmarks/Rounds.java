package org.portfolioledger.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** Lets two take turns in one run, so that both meet the same machine: what counts is the ratio of each pair. */
final class Rounds {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SECONDS = Integer.getInteger("seconds", 4);

    private static final int WARM_UP_SECONDS = Integer.getInteger("warmUp", 20);

    private Rounds() {}

    /** One of the two. */
    interface Contender {

        /** Lets so many write at once for so long. */
        Reached reach(int writers, int seconds) throws Exception;
    }

    /** One whose writers are threads of this process. */
    interface Here extends Contender {

        /** What one writer does over and over, each time for the next number from 0 on. */
        Work writer() throws Exception;

        @Override
        default Reached reach(int writers, int seconds) throws Exception {
            return run(this, writers, seconds);
        }
    }

    /** One writer's work. */
    @FunctionalInterface
    interface Work {
        void once(long number) throws Exception;
    }

    /**
     * What a contender reached in one round.
     *
     * @param rate operations a second
     */
    record Reached(double rate, Duration median, Duration slowest) {

        /** Of the nanoseconds that each operation of a round took. */
        static Reached of(LongStream took, double nanos) {
            long[] all = took.sorted().toArray();
            return new Reached(
                    all.length * 1e9 / nanos,
                    Duration.ofNanos(all[all.length / 2]),
                    Duration.ofNanos(all[(int) (all.length * 0.99)]));
        }
    }

    /** Until the compiler has seen what a server that runs for days has compiled long ago. */
    static void warmUp(Contender... contenders) throws Exception {
        for (Contender contender : contenders) contender.reach(32, WARM_UP_SECONDS);
    }

    static void head(String ours, String theirs) {
        System.out.printf("operations a second, medians of %s interleaved rounds of %s s each%n", ROUNDS, SECONDS);
        System.out.printf("%8s %26s %26s %7s %9s  (ratio by round)%n", "writers", ours, theirs, "ratio", "p99 ratio");
    }

    /** @return median of the ratios */
    static double compare(int writers, Contender ours, Contender theirs) throws Exception {
        List<Reached> a = new ArrayList<>();
        List<Reached> b = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            if (first) a.add(ours.reach(writers, SECONDS));
            b.add(theirs.reach(writers, SECONDS));
            if (!first) a.add(ours.reach(writers, SECONDS));
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(a.get(round).rate / b.get(round).rate);
            tails.add((double) a.get(round).slowest.toNanos()
                    / b.get(round).slowest.toNanos());
        }
        System.out.printf(
                Locale.ROOT,
                "%8d %26s %26s %7.2f %9.2f  %s%n",
                writers,
                told(a),
                told(b),
                median(ratios),
                median(tails),
                ratios.stream()
                        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
                        .toList());
        return median(ratios);
    }

    private static String told(List<Reached> rounds) {
        return String.format(
                Locale.ROOT,
                "%.0f (p50 %.1f p99 %.1f ms)",
                median(rounds.stream().map(Reached::rate).toList()),
                median(rounds.stream().map(each -> each.median.toNanos() / 1e6).toList()),
                median(rounds.stream().map(each -> each.slowest.toNanos() / 1e6).toList()));
    }

    private static Reached run(Here contender, int writers, int seconds) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(writers);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Times> times = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        for (int i = 0; i < writers; i++) {
            Times own = new Times();
            times.add(own);
            Thread.startVirtualThread(() -> {
                try {
                    Work work = contender.writer();
                    for (long number = 0; System.nanoTime() < end; number++) {
                        long before = System.nanoTime();
                        work.once(number);
                        own.add(System.nanoTime() - before);
                    }
                } catch (Throwable fault) {
                    failure.set(fault);
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        if (failure.get() != null) throw new IllegalStateException(failure.get());
        double took = System.nanoTime() - begun;
        return Reached.of(times.stream().flatMapToLong(Times::all), took);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** How long each of one writer's operations took. */
    private static final class Times {

        private long[] nanos = new long[1 << 12];
        private int count;

        void add(long took) {
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
            nanos[count++] = took;
        }

        LongStream all() {
            return Arrays.stream(nanos, 0, count);
        }
    }
}
