package org.portfolioledger.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends the units of many threads in few transactions.
 *
 * <p>A caller that finds nobody at work appends on its own thread. While it does, others queue; then the first of them
 * takes all that wait. Nobody is answered before the commit.
 */
public final class GroupAppender {

    /**
     * @param batch how many units one transaction takes at most
     * @param queue how many units may wait before {@link LedgerBusy}
     * @param patience for how long a lost database is tried again before {@link LedgerUnavailable}
     */
    public record Limits(int batch, int queue, Duration patience) {

        public static final Limits USUAL = new Limits(128, 1024, Duration.ofSeconds(5));

        public Limits {
            if (batch < 1 || queue < 1) {
                throw new IllegalArgumentException("batch and queue are at least 1");
            }
        }
    }

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final AppendTarget ledger;
    private final Limits limits;
    private final Sleeper pace;
    private final ReentrantLock lock;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final Condition idle;
    private boolean underWay;
    private boolean draining;

    public GroupAppender(AppendTarget ledger) {
        this(ledger, Limits.USUAL);
    }

    public GroupAppender(AppendTarget ledger, Limits limits) {
        this(ledger, limits, Sleeper.REAL, new ReentrantLock());
    }

    /** For a simulation, which brings its own time and decides at the lock whose turn it is. */
    GroupAppender(AppendTarget ledger, Limits limits, Sleeper pace, ReentrantLock lock) {
        this.ledger = ledger;
        this.limits = limits;
        this.pace = pace;
        this.lock = lock;
        this.idle = lock.newCondition();
    }

    /**
     * Appends the unit and returns when its outcome is on disk; not interruptible, since the outcome must be learnt.
     *
     * @throws IllegalStateException if the caller is in a transaction, which would not include the append
     * @throws LedgerStopping if it is being drained
     * @throws LedgerBusy if too many units wait already
     * @throws LedgerUnavailable if the database was lost and did not come back in time
     */
    public Outcome append(AppendRequest unit) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("An append is a transaction of its own: call it outside of any other.");
        var mine = new Waiting(unit);
        if (enqueue(mine) || mine.awaitsTurn()) {
            lead();
        }
        return mine.answer();
    }

    /** How many units wait for the transaction that is under way. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no unit from now on, and waits for those that it has taken. What still waits for its turn when the time is up
     * is refused; whatever is under way then is left to learn its outcome from the database.
     *
     * @return whether every unit that it had taken came to its outcome
     */
    public boolean drain(Duration longest) {
        List<Waiting> refused = new ArrayList<>();
        lock.lock();
        try {
            draining = true;
            if (isIdleWithin(longest)) return true;
            refused.addAll(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        refused.forEach(waiting -> {
            waiting.fail(new LedgerStopping());
            waiting.wake();
        });
        return false;
    }

    private boolean isIdleWithin(Duration longest) {
        long left = longest.toNanos();
        try {
            while (underWay && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !underWay;
    }

    /** Whether nobody is at work, so that the caller leads. */
    private boolean enqueue(Waiting mine) {
        lock.lock();
        try {
            if (draining) {
                throw new LedgerStopping();
            }
            if (queue.size() >= limits.queue()) {
                throw new LedgerBusy(queue.size());
            }
            queue.add(mine);
            boolean leads = !underWay;
            underWay = true;
            return leads;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        List<Waiting> batch = takeBatch();
        try {
            settle(batch);
        } catch (Throwable e) {
            batch.forEach(waiting -> waiting.fail(e));
            throw e;
        } finally {
            // First, so that the next transaction is under way while this one's callers wake.
            passTheLead();
            batch.forEach(Waiting::wake);
        }
    }

    private List<Waiting> takeBatch() {
        lock.lock();
        try {
            var batch = new ArrayList<Waiting>();
            while (batch.size() < limits.batch() && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void passTheLead() {
        lock.lock();
        try {
            Optional<Waiting> next = Optional.ofNullable(queue.peek());
            underWay = next.isPresent();
            next.ifPresentOrElse(Waiting::yourTurn, idle::signalAll);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends until every unit has an outcome. Where the connection is lost nobody knows whether the commit came through;
     * appending the same keys again tells, because the ledger appends a key only once, even if the lost call still runs.
     */
    private void settle(List<Waiting> batch) {
        long deadline = pace.nanoTime() + limits.patience().toNanos();
        // An interrupted thread gets no connection, and the others' units must not fail for that.
        boolean interrupted = Thread.interrupted();
        boolean lost = false;
        Duration pause = SHORTEST_PAUSE;
        while (!appended(batch, lost, deadline)) {
            lost = true;
            interrupted |= Thread.interrupted() || !slept(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if it is not known what became of the units and there is time to try again. */
    private boolean appended(List<Waiting> batch, boolean lost, long deadline) {
        try {
            List<Outcome> outcomes =
                    ledger.append(batch.stream().map(Waiting::unit).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).settle(lost ? asOwn(outcomes.get(i)) : outcomes.get(i));
            }
            return true;
        } catch (RuntimeException e) {
            if (!mayHavePassed(e)) {
                settleAlone(batch, e);
                return true;
            }
            if (pace.nanoTime() < deadline) {
                return false;
            }
            var unavailable = new LedgerUnavailable(e);
            batch.forEach(waiting -> waiting.fail(unavailable));
            return true;
        }
    }

    private static boolean mayHavePassed(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || Thread.currentThread().isInterrupted();
    }

    /** What the database refuses outright fails its own caller only. */
    private void settleAlone(List<Waiting> batch, RuntimeException refusal) {
        if (batch.size() == 1) {
            batch.getFirst().fail(refusal);
        } else {
            batch.forEach(waiting -> settle(List.of(waiting)));
        }
    }

    /** After a lost connection a repetition is most likely our own first attempt, and the answer is the same if not. */
    private Outcome asOwn(Outcome outcome) {
        if (!(outcome instanceof Repeated(long first, long last))) {
            return outcome;
        }
        StoredEvent event = ledger.at(first).orElseThrow();
        return new Appended(first, last, event.recordedAt(), event.knownAt());
    }

    private boolean slept(Duration pause) {
        try {
            pace.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** One caller: a unit on its way to an outcome. */
    private static final class Waiting {

        private final AppendRequest unit;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Waiting(AppendRequest unit) {
            this.unit = unit;
        }

        AppendRequest unit() {
            return unit;
        }

        /** True when it is to lead, false when another has settled its unit. */
        boolean awaitsTurn() {
            return turn.join();
        }

        void yourTurn() {
            turn.complete(true);
        }

        void wake() {
            turn.complete(false);
        }

        void settle(Outcome settled) {
            outcome.complete(settled);
        }

        void fail(Throwable failure) {
            outcome.completeExceptionally(failure);
        }

        Outcome answer() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    // Thrown to several callers, each on its own thread; the trace is the leader's.
                    throw failure;
                }
                throw e;
            }
        }
    }
}
