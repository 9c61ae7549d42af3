package org.portfolioledger.ledger.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.portfolioledger.ledger.subscription.Batch.Source;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a subscription in the database of what it writes: changes, position and blocked entities share one transaction. */
public final class JdbcSubscriptionStore<C> implements SubscriptionStore<C> {

    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Supplier<Optional<Checkpoint>> followed;
    private final Sink<C> sink;
    private final Runnable moved;

    /**
     * @param followed how far the subscription has come that is to be followed now; empty: none
     * @param moved called after every move that was committed
     */
    public JdbcSubscriptionStore(
            Subscriptions subscriptions,
            TransactionTemplate transaction,
            Supplier<Optional<Checkpoint>> followed,
            Sink<C> sink,
            Runnable moved) {
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.savepoint = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.followed = followed;
        this.sink = sink;
        this.moved = moved;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return followed.get();
    }

    @Override
    public boolean move(Checkpoint from, long to, Batch<C> batch) {
        boolean ours;
        try {
            ours = inTransaction(() -> isBlockedYet(from) && subscriptions.move(from, to) && write(from, batch));
        } catch (DataAccessException | UnwritableChanges refused) {
            if (!DatabaseErrors.isOfData(refused)) throw refused;
            ours = inTransaction(() -> isBlockedYet(from) && subscriptions.move(from, to) && writeApart(from, batch));
        }
        if (ours) moved.run();
        return ours;
    }

    @Override
    public void recover(Checkpoint at, BlockedEntity blocked, C missed) {
        try {
            inTransaction(() -> subscriptions.move(at, at.position()) && unblock(at, blocked, missed));
        } catch (DataAccessException | UnwritableChanges refused) {
            if (!DatabaseErrors.isOfData(refused)) throw refused;
            failsAgain(at, blocked, EntityFailure.of(sourceOf(blocked), refused));
        }
    }

    @Override
    public void failsAgain(Checkpoint at, BlockedEntity blocked, EntityFailure failure) {
        subscriptions.failsAgain(at.subscription(), failure);
    }

    /**
     * Whether all that was blocked is so still. Another process may have unblocked an entity at the same position; the facts
     * that were passed over for it would be lost.
     */
    private boolean isBlockedYet(Checkpoint from) {
        if (from.blocked().isEmpty()) return true;
        subscriptions.lock(from.subscription());
        List<String> now = subscriptions.blocked(from.subscription()).stream()
                .map(BlockedEntity::stream)
                .toList();
        return from.blocked().stream().map(BlockedEntity::stream).allMatch(now::contains);
    }

    private boolean write(Checkpoint at, Batch<C> batch) {
        sink.write(at.subscription(), List.copyOf(batch.changes().values()));
        batch.failed().forEach(failure -> subscriptions.block(at.subscription(), failure));
        return true;
    }

    /** What cannot be written of one entity must not keep the others back. */
    private boolean writeApart(Checkpoint at, Batch<C> batch) {
        batch.changes().forEach((source, changes) -> {
            try {
                savepoint.executeWithoutResult(_ -> sink.write(at.subscription(), List.of(changes)));
            } catch (DataAccessException | UnwritableChanges refused) {
                if (!DatabaseErrors.isOfData(refused)) throw refused;
                subscriptions.block(at.subscription(), EntityFailure.of(source, refused));
            }
        });
        batch.failed().forEach(failure -> subscriptions.block(at.subscription(), failure));
        return true;
    }

    private boolean unblock(Checkpoint at, BlockedEntity blocked, C missed) {
        if (!subscriptions.unblock(at.subscription(), blocked.stream())) return false;
        sink.write(at.subscription(), List.of(missed));
        return true;
    }

    private static Source sourceOf(BlockedEntity blocked) {
        return new Source(blocked.stream(), blocked.register(), blocked.fact());
    }

    private boolean inTransaction(Supplier<Boolean> work) {
        return Boolean.TRUE.equals(transaction.execute(_ -> work.get()));
    }
}
