package org.portfolioledger.query.row;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;
import org.portfolioledger.ledger.subscription.Batch;
import org.portfolioledger.ledger.subscription.Batch.Source;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.EntityFailure;
import org.portfolioledger.ledger.subscription.FactSource;
import org.portfolioledger.ledger.subscription.SubscriptionStore;
import org.springframework.dao.DataAccessResourceFailureException;

/** One follower's way to the model of the database, on which calls, commits and answers are lost. */
final class ModelProjectionStore implements SubscriptionStore<RowChanges>, FactSource {

    private static final Duration CALM = Duration.ofSeconds(1);

    private final Simulation simulation;
    private final ModelLedger ledger;
    private final Supplier<Optional<ModelGeneration>> kept;
    private final int losses;
    private final Moved moved;
    private boolean overtaken;
    private boolean recovered;

    /** Told of every move that was committed, in its transaction. */
    interface Moved {
        void move(ModelGeneration generation, Checkpoint from, long to, Batch<RowChanges> folded);
    }

    /** @param losses in how many of a hundred calls, until it calms down */
    ModelProjectionStore(
            Simulation simulation,
            ModelLedger ledger,
            Supplier<Optional<ModelGeneration>> kept,
            int losses,
            Moved moved) {
        this.simulation = simulation;
        this.ledger = ledger;
        this.kept = kept;
        this.losses = losses;
        this.moved = moved;
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        return call(() -> ledger.after(position, limit));
    }

    @Override
    public List<StoredEvent> streams(Collection<String> streams, long position) {
        return call(() -> streams.stream()
                .flatMap(stream -> ledger.stream(stream).stream())
                .filter(fact -> fact.position() <= position)
                .toList());
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return call(() -> kept.get().map(ModelGeneration::checkpoint));
    }

    @Override
    public boolean move(Checkpoint from, long to, Batch<RowChanges> folded) {
        Source unwritable = unwritable(folded);
        boolean ours = call(() -> of(from).filter(generation -> generation.move(from, to, folded, unwritable))
                .map(generation -> {
                    moved.move(generation, from, to, folded);
                    return true;
                })
                .orElse(false));
        overtaken |= !ours;
        return ours;
    }

    @Override
    public void recover(Checkpoint at, BlockedEntity blocked, RowChanges missed) {
        boolean unwritable = isBad(10);
        call(() -> {
            recovered |= of(at).map(generation -> generation.recover(at, blocked, missed, unwritable))
                    .orElse(false);
            return true;
        });
    }

    @Override
    public void failsAgain(Checkpoint at, BlockedEntity blocked, EntityFailure failed) {
        call(() -> {
            of(at).ifPresent(generation -> generation.failsAgain(blocked));
            return true;
        });
    }

    /** Whether another was ever faster. */
    boolean wasOvertaken() {
        return overtaken;
    }

    /** Whether it ever made up for what a blocked entity had missed. */
    boolean hasRecovered() {
        return recovered;
    }

    private Optional<ModelGeneration> of(Checkpoint place) {
        return kept.get()
                .filter(generation -> generation.checkpoint().subscription().equals(place.subscription()));
    }

    private @Nullable Source unwritable(Batch<RowChanges> folded) {
        if (!isBad(10)) return null;
        List<Source> sources = List.copyOf(folded.changes().keySet());
        return sources.isEmpty() ? null : sources.get(simulation.random().nextInt(sources.size()));
    }

    /** Between any two of its steps others go on, and the process may end. */
    private <T> T call(Supplier<T> transaction) {
        simulation.pass();
        if (isBad(losses)) {
            // It is committed when the caller has long heard that the connection is lost.
            if (simulation.happens(30))
                simulation.after(
                        simulation.within(Duration.ofMillis(100)),
                        "late commit",
                        () -> Objects.requireNonNull(transaction.get()));
            throw lost();
        }
        T answer = transaction.get();
        simulation.pass();
        if (isBad(losses)) throw lost();
        return answer;
    }

    private boolean isBad(int percent) {
        return losses > 0 && simulation.nanoTime() < CALM.toNanos() && simulation.happens(percent);
    }

    private static DataAccessResourceFailureException lost() {
        return new DataAccessResourceFailureException("the connection is lost");
    }
}
