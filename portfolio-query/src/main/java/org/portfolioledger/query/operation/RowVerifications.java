package org.portfolioledger.query.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.query.operation.RowVerification.State;
import org.portfolioledger.query.row.EntityName;
import org.portfolioledger.query.row.Progress;
import org.portfolioledger.query.row.RowDifference;
import org.portfolioledger.query.row.RowProjection;
import org.portfolioledger.query.row.RowVerifier.Compared;
import org.portfolioledger.query.row.RowVerifier.Unfolded;
import org.portfolioledger.query.row.StreamSizes.StreamSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Verifies rows in the background, one verification at a time; this process remembers the last ones. */
@Component
final class RowVerifications implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RowVerifications.class);
    private static final int MOST_REMEMBERED = 20;
    private static final int MOST_SHOWN = 100;
    private static final int FACTS_AT_ONCE = 1_000;

    /** More would leave too few connections to those who read and to the follower. */
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final RowProjection projection;
    private final Map<Integer, Run> runs = new LinkedHashMap<>();
    private int last;

    RowVerifications(RowProjection projection) {
        this.projection = projection;
    }

    /** What is verified; null: all. */
    record Scope(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String register) {

        private boolean isWhole() {
            return kind == null && id == null && register == null;
        }

        private boolean holds(StreamSize stream) {
            EntityName name = EntityName.ofStream(stream.stream());
            return (kind == null || kind.equals(name.kind()))
                    && (id == null || id.equals(name.id()))
                    && (register == null || register.equals(stream.register()));
        }
    }

    /** Begins one; empty while another runs. */
    synchronized Optional<RowVerification> begin(String askedBy, Scope scope) {
        if (runs.values().stream().anyMatch(run -> run.state == State.RUNNING)) return Optional.empty();
        Run run = new Run(++last, askedBy, scope, projection.progress().live());
        runs.put(run.number, run);
        if (runs.size() > MOST_REMEMBERED) runs.remove(runs.keySet().iterator().next());
        Thread.ofVirtual().name("row-verification-" + run.number).start(run::work);
        return Optional.of(run.shown());
    }

    synchronized Optional<RowVerification> find(int number) {
        return Optional.ofNullable(runs.get(number)).map(Run::shown);
    }

    /** Those that this process remembers, the latest first. */
    synchronized List<RowVerification> all() {
        return runs.values().stream().map(Run::shown).toList().reversed();
    }

    /** Ends one early; false if it does not run. */
    synchronized boolean cancel(int number) {
        Run run = runs.get(number);
        return run != null && run.end(State.CANCELLED, null);
    }

    @Override
    public synchronized void destroy() {
        runs.values().forEach(run -> run.end(State.CANCELLED, null));
    }

    /** Streams that are read together. */
    private static List<List<String>> batches(List<StreamSize> streams) {
        List<List<String>> batches = new ArrayList<>();
        long facts = FACTS_AT_ONCE;
        for (StreamSize stream : streams) {
            if (facts >= FACTS_AT_ONCE) {
                batches.add(new ArrayList<>());
                facts = 0;
            }
            batches.getLast().add(stream.stream());
            facts += stream.facts();
        }
        return batches;
    }

    /** One verification while it runs, and what came of it. */
    private final class Run {

        private final int number;
        private final String askedBy;
        private final Scope scope;
        private final Progress.Live live;
        private final Instant begunAt = projection.ledger().now();
        private final List<RowDifference> differences = new ArrayList<>();
        private final List<Unfolded> unfolded = new ArrayList<>();
        private State state = State.RUNNING;
        private long done;
        private long total;
        private long rows;
        private long differing;
        private @Nullable Instant endedAt;
        private @Nullable String failure;

        Run(int number, String askedBy, Scope scope, Progress.Live live) {
            this.number = number;
            this.askedBy = askedBy;
            this.scope = scope;
            this.live = live;
        }

        private void work() {
            try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
                List<StreamSize> all = projection.streamSizes().upTo(live.position());
                List<StreamSize> some = all.stream().filter(scope::holds).toList();
                begin(some.stream().mapToLong(StreamSize::facts).sum());
                Queue<Future<Compared>> ahead = new ArrayDeque<>();
                for (List<String> batch : batches(some)) {
                    ahead.add(workers.submit(() -> verified(batch)));
                    if (ahead.size() > WORKERS && !add(ahead.remove().get())) return;
                }
                while (!ahead.isEmpty()) if (!add(ahead.remove().get())) return;
                if (scope.isWhole()) addStrays(all);
                end(State.DONE, null);
            } catch (ExecutionException e) {
                fail(Objects.requireNonNull(e.getCause()));
            } catch (RuntimeException | InterruptedException e) {
                fail(e);
            }
        }

        private void fail(Throwable fault) {
            LOG.warn("verification {} of the rows ended early", number, fault);
            end(State.FAILED, FailureReason.of(fault));
        }

        private Compared verified(List<String> streams) {
            return isRunning()
                    ? projection.verifier().verify(live.generation(), live.position(), streams)
                    : new Compared(0, 0, List.of(), List.of());
        }

        private void addStrays(List<StreamSize> all) {
            List<String> streams = all.stream().map(StreamSize::stream).toList();
            add(new Compared(
                    0, 0, projection.verifier().strays(live.generation(), live.position(), streams), List.of()));
        }

        private synchronized void begin(long facts) {
            total = facts;
        }

        private synchronized boolean isRunning() {
            return state == State.RUNNING;
        }

        /** Whether it still runs. */
        private synchronized boolean add(Compared found) {
            if (state != State.RUNNING) return false;
            done += found.facts();
            rows += found.rows();
            differing += found.differences().size();
            found.differences().stream().limit(MOST_SHOWN - differences.size()).forEach(differences::add);
            found.unfolded().stream().limit(MOST_SHOWN - unfolded.size()).forEach(unfolded::add);
            return true;
        }

        private synchronized boolean end(State how, @Nullable String why) {
            if (state != State.RUNNING) return false;
            failure = why;
            state = how;
            // Last, for a database that has gone away has no moment to tell.
            endedAt = projection.ledger().now();
            return true;
        }

        private synchronized RowVerification shown() {
            Long rate = state == State.RUNNING ? rate() : null;
            return new RowVerification(
                    number,
                    state,
                    askedBy,
                    scope.kind(),
                    scope.id(),
                    scope.register(),
                    live.generation(),
                    live.position(),
                    done,
                    total,
                    rate,
                    rate == null || rate == 0
                            ? null
                            : Duration.ofSeconds(Math.ceilDiv(total - done, rate))
                                    .toString(),
                    begunAt,
                    endedAt,
                    rows,
                    differing,
                    List.copyOf(differences),
                    List.copyOf(unfolded),
                    failure);
        }

        private long rate() {
            long millis = Math.max(
                    1, Duration.between(begunAt, projection.ledger().now()).toMillis());
            return done * 1000 / millis;
        }
    }
}
