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
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends the requests of many threads in few transactions.
 *
 * <p>A caller that finds nobody at work appends on its own thread. While it does, others queue; then the first of them
 * takes all that wait. Nobody is answered before the commit.
 */
public final class GroupAppender implements Appender {

    /**
     * @param batch how many requests one transaction takes at most
     * @param queue how many requests may wait before {@link LedgerBusy}
     * @param timeout how long a request waits at most, in the queue and for the head of the ledger, before {@link
     *     LedgerBusy}, and for a lost database before {@link LedgerUnavailable}
     */
    public record Limits(int batch, int queue, Duration timeout) {

        public static final Limits USUAL = new Limits(128, 1024, Ledger.USUAL_TIMEOUT);

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
    private final Sleeper sleeper;
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
    GroupAppender(AppendTarget ledger, Limits limits, Sleeper sleeper, ReentrantLock lock) {
        this.ledger = ledger;
        this.limits = limits;
        this.sleeper = sleeper;
        this.lock = lock;
        this.idle = lock.newCondition();
    }

    /**
     * Appends the request and returns when its outcome is on disk; not interruptible, since the outcome must be learnt.
     *
     * @throws IllegalStateException if the caller is in a transaction, which would not include the append
     * @throws LedgerStopping if it is being drained
     * @throws LedgerBusy if too many requests wait already, or the head was not free in time
     * @throws LedgerUnavailable if the database was lost and did not come back in time
     * @throws InvalidAppend if the database refuses the request
     */
    @Override
    public Outcome append(AppendRequest request) {
        return append(new Waiting(List.of(request), null, sleeper.nanoTime())).getFirst();
    }

    /**
     * Appends a continuation in a transaction of its own, when its turn has come, and returns when the outcomes are on disk.
     * Throws as {@link #append(AppendRequest)} does.
     *
     * @return by request; the last may be that of the one that was refused, and those after it have none
     */
    public List<Outcome> append(Continuation continuation) {
        return append(new Waiting(continuation.requests(), continuation, sleeper.nanoTime()));
    }

    private List<Outcome> append(Waiting mine) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("An append is a transaction of its own: call it outside of any other.");
        if (enqueue(mine) || mine.awaitsTurn()) {
            lead();
        }
        return mine.answer();
    }

    /** How many requests wait for the transaction that is under way. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes no request from now on, and waits for those that it has taken. Those that still wait for their turn when the
     * time is up are refused; those under way then are left to learn their outcome from the database.
     *
     * @return whether every request that it had taken has its outcome
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
                throw LedgerBusy.queueOf(queue.size());
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
            // A drain may have refused all that waited, this caller too.
            if (!batch.isEmpty()) settle(batch, false);
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
            while (!queue.isEmpty() && goesWith(batch, queue.peek())) {
                batch.add(queue.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private boolean goesWith(List<Waiting> batch, Waiting next) {
        if (batch.isEmpty()) return true;
        return batch.size() < limits.batch() && next.continuation == null && batch.getFirst().continuation == null;
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
     * Appends until every request has an outcome. Where the connection is lost nobody knows whether the commit came
     * through; appending the same keys again shows it, because the ledger appends a key only once, even if the lost call
     * still runs. The time counts from the arrival of the first, which has waited longest.
     *
     * @param lost whether a connection was lost already with these requests
     */
    private void settle(List<Waiting> batch, boolean lost) {
        long deadline = batch.getFirst().since + limits.timeout().toNanos();
        // An interrupted thread gets no connection, and the others' requests must not fail for that.
        boolean interrupted = Thread.interrupted();
        boolean lostBefore = lost;
        Duration pause = SHORTEST_PAUSE;
        while (!appended(batch, lostBefore, deadline)) {
            lostBefore = true;
            interrupted |= Thread.interrupted() || !slept(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if it is not known what became of the requests and there is time to try again. */
    private boolean appended(List<Waiting> batch, boolean lost, long deadline) {
        try {
            List<Outcome> outcomes = appended(batch, left(deadline));
            if (lost) outcomes = outcomes.stream().map(this::asOwn).toList();
            if (batch.getFirst().continuation != null) batch.getFirst().settle(outcomes);
            else for (int i = 0; i < batch.size(); i++) batch.get(i).settle(List.of(outcomes.get(i)));
            return true;
        } catch (LedgerBusy busy) {
            // It may be an attempt whose connection was lost that still holds the head.
            if (lost && sleeper.nanoTime() < deadline) {
                return false;
            }
            RuntimeException failure = lost ? new LedgerUnavailable(busy) : busy;
            batch.forEach(waiting -> waiting.fail(failure));
            return true;
        } catch (RuntimeException e) {
            if (!mayHavePassed(e)) {
                settleAlone(batch, lost, e);
                return true;
            }
            if (sleeper.nanoTime() < deadline) {
                return false;
            }
            var unavailable = new LedgerUnavailable(e);
            batch.forEach(waiting -> waiting.fail(unavailable));
            return true;
        }
    }

    private List<Outcome> appended(List<Waiting> batch, Duration timeout) {
        Continuation continuation = batch.getFirst().continuation;
        return continuation == null
                ? ledger.append(
                        batch.stream()
                                .flatMap(waiting -> waiting.requests.stream())
                                .toList(),
                        timeout)
                : ledger.append(continuation, timeout);
    }

    private Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - sleeper.nanoTime()));
    }

    private static boolean mayHavePassed(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || Thread.currentThread().isInterrupted();
    }

    /** What the database refuses outright fails its own caller only; a call that was lost may still append the others. */
    private void settleAlone(List<Waiting> batch, boolean lost, RuntimeException refusal) {
        if (batch.size() == 1) {
            batch.getFirst().fail(refusal);
        } else {
            batch.forEach(waiting -> settle(List.of(waiting), lost));
        }
    }

    /** After a lost connection a repetition is most likely our own first attempt, and the answer is the same if not. */
    private Outcome asOwn(Outcome outcome) {
        if (!(outcome instanceof Repeated(PositionRange positions))) {
            return outcome;
        }
        if (positions == null) {
            return new NoEvents();
        }
        StoredEvent event = ledger.at(positions.first()).orElseThrow();
        return new Appended(positions.first(), positions.last(), event.recordedAt(), event.knownAt());
    }

    private boolean slept(Duration pause) {
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** One caller: a request, or a continuation of several, on its way to an outcome. */
    private static final class Waiting {

        private final List<AppendRequest> requests;
        private final @Nullable Continuation continuation;
        private final long since;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private final CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();

        /** @param continuation null: a single request */
        Waiting(List<AppendRequest> requests, @Nullable Continuation continuation, long since) {
            this.requests = requests;
            this.continuation = continuation;
            this.since = since;
        }

        /** True when it is to lead, false when another has settled its request. */
        boolean awaitsTurn() {
            return turn.join();
        }

        void yourTurn() {
            turn.complete(true);
        }

        void wake() {
            turn.complete(false);
        }

        void settle(List<Outcome> settled) {
            outcomes.complete(settled);
        }

        void fail(Throwable failure) {
            outcomes.completeExceptionally(failure);
        }

        List<Outcome> answer() {
            try {
                return outcomes.join();
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
