package org.portfolioledger.query.row;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portfolioledger.ledger.HeadListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a generation of rows beside the live one, by the same follower, and puts it in its place in one transaction, while
 * reads go on. What is on disk tells how far it has come, so whichever process comes next goes on from there.
 */
public final class Rebuild implements LeaderTask {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Generations generations;
    private final Follower follower;
    private final TransactionTemplate transaction;
    private final int fold;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();
    private int resumed;

    Rebuild(Generations generations, Follower follower, TransactionTemplate transaction, int fold) {
        this.generations = generations;
        this.follower = follower;
        this.transaction = transaction;
        this.fold = fold;
    }

    /**
     * Asks for a rebuild with the fold of this program, which may be an earlier one than that of the live rows: so an
     * operator goes back to an earlier release.
     *
     * @return the generation that will be built; empty if one is being built already
     */
    public Optional<Generation> ask(String askedBy, String reason) {
        if (generations.building().isPresent()) return Optional.empty();
        try {
            Generation begun = generations.begin(fold, askedBy, reason);
            wakes.forEach(Runnable::run);
            return Optional.of(begun);
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Calls back when a rebuild was asked for in this process; another one sees it by its slow clock. */
    HeadListener.Registration onAsked(Runnable wake) {
        wakes.add(wake);
        return () -> wakes.remove(wake);
    }

    /** A program whose fold is another than that of the live rows asks by itself; so a changed fold is deployed. */
    @Override
    public boolean isDue() {
        Optional<Generation> building = generations.building();
        if (generations.adoptedBy(fold).fold() < fold) {
            building.filter(other -> other.fold() < fold)
                    .ifPresent(other -> generations.fail(
                            other.number(), "A later program, whose fold has revision %s, took over".formatted(fold)));
            if (building.filter(other -> other.fold() >= fold).isEmpty())
                building = ask("release", "The fold of this program has revision " + fold);
        }
        return building.filter(generation -> generation.fold() == fold).isPresent();
    }

    @Override
    public boolean step() {
        Generation building = generations
                .building()
                .filter(generation -> generation.fold() == fold)
                .orElse(null);
        if (building == null) return false;
        if (resumed != building.number()) generations.resume(building.number());
        resumed = building.number();
        try {
            if (!follower.step()) end(building.number());
        } catch (RuntimeException e) {
            if (DatabaseErrors.isPassing(e)) throw e;
            LOG.error("generation {} of the rows will not be live", building.number(), e);
            generations.fail(building.number(), String.valueOf(e.getMessage()));
        }
        return true;
    }

    /** It holds what the ledger holds: looked through, compared with the live one, and put in its place. */
    private void end(int number) {
        generations.index(number);
        long overlaps = generations.overlaps(number);
        if (overlaps > 0) throw new IllegalStateException(overlaps + " pairs of rows of one entity overlap");
        Generation live = generations.live();
        requireNoMoreStale(number, live);
        compare(number, live);
        Generation over = Objects.requireNonNull(transaction.execute(_ -> swap(number)));
        LOG.info("generation {} of the rows is live in place of generation {}", number, over.number());
    }

    /** A fold that can do less than the one before it is a mistake, not a release. */
    private void requireNoMoreStale(int number, Generation live) {
        long blocked = generations.blocked(number).stream()
                .filter(entity -> entity.fact() <= live.position())
                .count();
        int before = generations.blocked(live.number()).size();
        if (blocked > before)
            throw new IllegalStateException("%s entities stand still in it, %s in the live rows: it would show less"
                    .formatted(blocked, before));
    }

    /** Live rows that cannot be read are no reason to keep them. */
    private void compare(int number, Generation live) {
        long position =
                Math.min(live.position(), generations.find(number).orElseThrow().position());
        String replaced;
        try {
            replaced = generations.digest(live.number(), position);
        } catch (DataAccessException e) {
            if (DatabaseErrors.isPassing(e)) throw e;
            replaced = "cannot be read: " + FoldFailed.reason(e);
        }
        String digest = generations.digest(number, position);
        if (!digest.equals(replaced))
            LOG.warn(
                    "generation {} of the rows differs from generation {} at position {}",
                    number,
                    live.number(),
                    position);
        generations.compared(number, position, digest, replaced);
    }

    /** Somebody called it off while it came to its end. */
    private static IllegalStateException over(int number) {
        return new IllegalStateException("Generation %s is not being built any more".formatted(number));
    }

    /** Holds the follower of the live rows up, so what was recorded meanwhile is little and is applied first. */
    private Generation swap(int number) {
        // Whoever reads the view holds up nobody but this attempt.
        generations.show(number);
        Generation live = generations.lockLive();
        while (generations.find(number).orElseThrow().position() < live.position())
            if (!follower.step()) throw over(number);
        if (!generations.promote(number)) throw over(number);
        return live;
    }
}
