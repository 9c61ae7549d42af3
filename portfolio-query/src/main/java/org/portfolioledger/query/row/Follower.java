package org.portfolioledger.query.row;

import java.util.List;
import java.util.Optional;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.row.ProjectionStore.Place;

/**
 * Brings a generation of rows up to the ledger, one batch of whole units after another; the live one and one that is being
 * built alike. One thread at a time.
 */
final class Follower {

    private static final int NONE = -1;

    private final Facts facts;
    private final Fold fold;
    private final ProjectionStore kept;
    private final int batch;
    private int generation = NONE;

    Follower(Facts facts, Fold fold, ProjectionStore kept, int batch) {
        this.facts = facts;
        this.fold = fold;
        this.kept = kept;
        this.batch = batch;
    }

    /**
     * Applies the next batch, or tries a blocked entity again where that was asked for.
     *
     * @return whether there was anything to do
     * @throws InconsistentRows if the ledger is not whole
     */
    boolean step() {
        Place place = kept.place().orElse(null);
        if (place == null) return false;
        if (place.generation() != generation) fold.forget();
        generation = place.generation();
        Optional<BlockedEntity> again =
                place.blocked().stream().filter(BlockedEntity::retry).findFirst();
        again.ifPresent(blocked -> tryAgain(place, blocked));
        return again.isPresent() || goesOn(place);
    }

    private boolean goesOn(Place place) {
        List<StoredEvent> next = nextUnits(place.position(), batch);
        if (next.isEmpty()) return false;
        try {
            FoldResult folded = fold.changes(place.position(), next, place.blocked());
            // Another follower was faster: what this one folded was not written, so it begins anew from there.
            if (!kept.move(place, next.getLast().position(), folded)) fold.forget();
        } catch (RuntimeException e) {
            fold.forget();
            throw e;
        }
        return true;
    }

    private void tryAgain(Place place, BlockedEntity blocked) {
        List<StoredEvent> stream = facts.stream(blocked.stream()).stream()
                .filter(fact -> fact.position() <= place.position())
                .toList();
        FoldResult folded = fold.again(stream, blocked.fact());
        if (folded.failed().isEmpty())
            folded.changes().values().forEach(missed -> kept.recover(place, blocked, missed));
        else kept.failsAgain(place, blocked, folded.failed().getFirst());
    }

    /**
     * The next facts, without cutting through a unit: a position within one is no moment at which the organisation knew
     * half of what a command decided.
     */
    private List<StoredEvent> nextUnits(long position, int limit) {
        List<StoredEvent> next = facts.after(position, limit);
        if (next.size() < limit) return next;
        CommandKey last = next.getLast().command();
        List<StoredEvent> whole =
                next.stream().filter(fact -> !fact.command().equals(last)).toList();
        return whole.isEmpty() ? nextUnits(position, limit * 2) : whole;
    }
}
