package org.portfolioledger.ledger.simulation;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs virtual threads on the thread that calls {@link #run}, one at a time, from one of their stops to the next; the seed
 * decides who goes on and when the clock moves. Everything random must come from {@link #random}, every pause from
 * {@link #sleep} or {@link #after}, else a seed would not replay. Nothing that they log is written: they would wait for the
 * locks of real threads, and a crash in the middle of a line would keep such a lock for ever.
 */
public final class Simulation {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);
    private static final int MOST_STEPS = 200_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Constructor<?> BUILDER = builder();

    private final Random random;
    private final List<Turn> ready = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::order));
    private final @Nullable List<String> trace;
    private long nanos;
    private long order;
    private int steps;
    private @Nullable Throwable failure;

    /** @param trace takes a line for each step; null: none is kept */
    public Simulation(long seed, @Nullable List<String> trace) {
        this.random = new Random(seed);
        this.trace = trace;
    }

    private record Turn(Machine machine, String name, Runnable task) {}

    private record Timer(long at, long order, String name, Runnable task) {}

    public Random random() {
        return random;
    }

    public boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** At random, up to a time. */
    public Duration within(Duration longest) {
        return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
    }

    public long nanoTime() {
        return nanos;
    }

    public Instant now() {
        return BEGIN.plusNanos(nanos);
    }

    /** How many steps were taken: orders what happened at the same time. */
    public int steps() {
        return steps;
    }

    public void note(String line) {
        if (trace != null) trace.add("%s %s %s".formatted(steps, nanos, line));
    }

    /** Starts a thread, which gets its first turn in {@link #run}. */
    public Thread start(Machine machine, String name, Runnable body) {
        Executor turns = task -> ready.add(new Turn(machine, name, task));
        try {
            return ((Thread.Builder) BUILDER.newInstance(turns))
                    .name(name)
                    .uncaughtExceptionHandler((_, e) -> failure = e)
                    .start(() -> Silence.keep(body));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Does something later, which no crash prevents. */
    public void after(Duration pause, String name, Runnable task) {
        timers.add(new Timer(nanos + pause.toNanos(), order++, name, task));
    }

    /** Lets others go first, if it is a thread of the simulation that calls. */
    @SuppressWarnings("ThreadPriorityCheck") // The scheduler is ours.
    public void pass() {
        if (Thread.currentThread().isVirtual()) Thread.yield();
    }

    public void sleep(Duration pause) throws InterruptedException {
        Thread sleeper = Thread.currentThread();
        var awake = new boolean[1];
        after(pause, "wake " + sleeper.getName(), () -> {
            awake[0] = true;
            LockSupport.unpark(sleeper);
        });
        while (!awake[0]) {
            LockSupport.park();
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }

    /**
     * Goes on until nothing is left to do; who waits then waits for ever.
     *
     * @param law what must hold after each step
     */
    public void run(Runnable law) {
        Silence.begin();
        while (!ready.isEmpty() || !timers.isEmpty()) {
            if (++steps > MOST_STEPS) throw new AssertionError("it does not end");
            if (ready.isEmpty() || isLate()) fire(timers.remove());
            else go(takeAny());
            if (failure != null) throw new AssertionError(failure);
            law.run();
        }
    }

    /** Whether time passes although somebody could go on, as where threads are slow; but nobody is held up for long. */
    private boolean isLate() {
        Timer next = timers.peek();
        return next != null && next.at() - nanos < LONGEST_DELAY.toNanos() && random.nextInt(8) == 0;
    }

    private void fire(Timer timer) {
        nanos = Math.max(nanos, timer.at());
        note(timer.name());
        timer.task().run();
    }

    private void go(Turn turn) {
        if (turn.machine().hasCrashed()) return;
        note(turn.name());
        turn.task().run();
    }

    private Turn takeAny() {
        Collections.swap(ready, random.nextInt(ready.size()), ready.size() - 1);
        return ready.removeLast();
    }

    /** The JDK keeps it for its own tests; it needs {@code --add-opens java.base/java.lang}. */
    private static Constructor<?> builder() {
        try {
            Constructor<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            builder.setAccessible(true);
            return builder;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
