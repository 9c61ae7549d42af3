package org.portfolioledger.ledger.subscription;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.LedgerDamaged;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.subscription.Batch.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Follows the ledger for a subscriber, one batch of whole units after another. An entity whose fact cannot be handled is
 * blocked before it, and the others are followed. One thread at a time; {@link LeaderWorker} runs it.
 *
 * @param <C> what the facts of one stream change
 */
public final class Subscription<C> implements LeaderTask {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final long NOWHERE = -1;

    private final FactSource facts;
    private final FactHandler<C> handler;
    private final SubscriptionStore<C> store;
    private final int batch;
    private String name = "";
    private long reached = NOWHERE;

    /** @param batch number of facts that it applies in one transaction, more only where one unit has more */
    public Subscription(FactSource facts, FactHandler<C> handler, SubscriptionStore<C> store, int batch) {
        this.facts = facts;
        this.handler = handler;
        this.store = store;
        this.batch = batch;
    }

    @Override
    public boolean isDue() {
        return store.checkpoint().isPresent();
    }

    /**
     * A turn of whoever need not know what is left.
     *
     * @return whether there was anything to do
     * @throws LedgerGap if the ledger is not whole
     */
    public boolean step() {
        Turn turn = turn();
        return turn == Turn.LAST || turn == Turn.ONE_OF_MANY;
    }

    /**
     * Applies the next batch, or tries a blocked entity again where that was asked for.
     *
     * @throws LedgerGap if the ledger is not whole
     */
    @Override
    public Turn turn() {
        Checkpoint at = store.checkpoint().orElse(null);
        if (at == null) return Turn.NOT_DUE;
        if (!at.subscription().equals(name)) forget();
        name = at.subscription();
        Optional<BlockedEntity> again =
                at.blocked().stream().filter(BlockedEntity::retry).findFirst();
        again.ifPresent(blocked -> tryAgain(at, blocked));
        return again.isPresent() ? Turn.ONE_OF_MANY : applyNext(at);
    }

    private Turn applyNext(Checkpoint at) {
        Next next = nextUnits(at.position(), batch);
        if (next.facts().isEmpty()) return Turn.IDLE;
        boolean moved;
        try {
            Batch<C> handled = handle(at, next.facts());
            moved = store.move(at, next.facts().getLast().position(), handled);
            // Another process was faster: what this one handled was not written, so it begins anew from there.
            if (!moved) forget();
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
        return moved && next.areAll() ? Turn.LAST : Turn.ONE_OF_MANY;
    }

    private Batch<C> handle(Checkpoint at, List<StoredEvent> next) {
        // Another process may have moved it meanwhile: then what the handler remembers is not the end of its streams.
        if (at.position() != reached) forget();
        Set<String> blocked = at.blocked().stream().map(BlockedEntity::stream).collect(Collectors.toSet());
        // What it remembers of them misses the facts that are passed over here, and another process may unblock them.
        blocked.forEach(handler::forget);
        handler.expect(
                next.stream().filter(fact -> !blocked.contains(fact.stream())).toList());
        Handling handling = new Handling(blocked);
        long last = at.position();
        for (StoredEvent fact : next) {
            if (fact.position() != last + 1) throw new LedgerGap(last, fact.position());
            last = fact.position();
            handling.take(fact);
        }
        reached = last;
        return handling.batch();
    }

    private void tryAgain(Checkpoint at, BlockedEntity blocked) {
        handler.forget(blocked.stream());
        Handling handling = new Handling(Set.of());
        facts.streams(List.of(blocked.stream()), at.position()).stream()
                .filter(fact -> blocked.fact() <= fact.position())
                .forEach(handling::take);
        Batch<C> missed = handling.batch();
        if (missed.failed().isEmpty())
            missed.changes().values().forEach(changes -> store.recover(at, blocked, changes));
        else store.failsAgain(at, blocked, missed.failed().getFirst());
    }

    private void forget() {
        handler.forget();
        reached = NOWHERE;
    }

    /**
     * The next facts, without cutting through a unit: at a position within one, half of what a command decided would be
     * known.
     */
    private Next nextUnits(long position, int limit) {
        List<StoredEvent> next = facts.after(position, limit);
        if (next.size() < limit) return new Next(next, true);
        CommandKey last = next.getLast().command();
        List<StoredEvent> whole =
                next.stream().filter(fact -> !fact.command().equals(last)).toList();
        return whole.isEmpty() ? nextUnits(position, limit * 2) : new Next(whole, false);
    }

    /** @param areAll whether the ledger had no more */
    private record Next(List<StoredEvent> facts, boolean areAll) {}

    /** The facts of a batch, as far as they were handled. */
    private final class Handling {

        private final Set<String> blocked;
        private final Map<String, Source> sources = new LinkedHashMap<>();
        private final Map<Source, C> changes = new LinkedHashMap<>();
        private final List<EntityFailure> failed = new ArrayList<>();

        Handling(Set<String> blocked) {
            this.blocked = new HashSet<>(blocked);
        }

        void take(StoredEvent fact) {
            if (blocked.contains(fact.stream())) return;
            try {
                handler.handle(fact, changesOf(fact));
            } catch (LedgerDamaged | DataAccessException e) {
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn("{} is blocked before position {}", fact.stream(), fact.position(), e);
                handler.forget(fact.stream());
                blocked.add(fact.stream());
                failed.add(EntityFailure.of(fact, e));
            }
        }

        private C changesOf(StoredEvent fact) {
            Source source = sources.computeIfAbsent(
                    fact.stream(), stream -> new Source(stream, fact.register(), fact.position()));
            return changes.computeIfAbsent(source, _ -> handler.begin());
        }

        Batch<C> batch() {
            return new Batch<>(changes, failed);
        }
    }
}
