package org.portfolioledger.query.row;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portfolioledger.ledger.HeadListener;
import org.portfolioledger.ledger.subscription.DatabaseErrors;
import org.portfolioledger.ledger.subscription.FailureReason;
import org.portfolioledger.ledger.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds a generation of rows beside the live one, by the same fold, and puts it in its place in one transaction, while
 * reads continue. Its position is on disk, so whichever process comes next continues from there.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Generations generations;
    private final Subscription<RowChanges> subscription;
    private final TransactionTemplate transaction;
    private final FoldRevisions revisions;
    private final Fold fold;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();
    private int resumed;

    Rebuild(
            Generations generations,
            Subscription<RowChanges> subscription,
            TransactionTemplate transaction,
            FoldRevisions revisions,
            Fold fold) {
        this.generations = generations;
        this.subscription = subscription;
        this.transaction = transaction;
        this.revisions = revisions;
        this.fold = fold;
    }

    /**
     * Asks for a rebuild with the fold of this program, which may be an earlier one than that of the live rows: so an
     * operator goes back to an earlier release.
     *
     * @param acceptsDifferences whether it may become live although the fold is the same and rows differ
     * @return the generation that will be built; empty if one is being built already
     */
    public Optional<Generation> ask(String askedBy, String reason, boolean acceptsDifferences) {
        if (generations.building().isPresent()) return Optional.empty();
        try {
            Generation begun = generations.begin(revisions, askedBy, reason, acceptsDifferences);
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

    /** A program with a later fold of some kind asks by itself, for rows of that kind; so a changed fold is deployed. */
    public boolean isDue() {
        Optional<Generation> building = generations.building();
        Generation live = generations.adoptedBy(revisions);
        if (revisions.isLaterThan(live.revisions())) {
            building.filter(other -> revisions.isLaterThan(other.revisions()))
                    .ifPresent(other -> generations.fail(other.number(), "A later program took over"));
            if (building.filter(other -> !revisions.isLaterThan(other.revisions()))
                    .isEmpty()) building = askForRelease(live);
        }
        return building.filter(this::isOurs).isPresent();
    }

    /** Rows of kinds whose fold is the same are carried over; the others are made anew. */
    private Optional<Generation> askForRelease(Generation live) {
        if (generations.building().isPresent()) return Optional.empty();
        try {
            List<String> carried = revisions.sameAs(live.revisions());
            String reason = "The folds of this program are " + revisions.json();
            return Optional.of(generations.beginWith(carried, revisions, "release", reason));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(Generation generation) {
        return generation.revisions().equals(revisions);
    }

    /**
     * Does the next piece of it.
     *
     * @return whether there was any
     */
    public boolean step() {
        Generation building = generations.building().filter(this::isOurs).orElse(null);
        if (building == null) return false;
        if (resumed != building.number()) generations.resume(building.number());
        resumed = building.number();
        fold.carry(building.carried(), building.carriedTo());
        try {
            if (!subscription.step()) end(building.number());
        } catch (RuntimeException e) {
            if (DatabaseErrors.isPassing(e)) throw e;
            LOG.error("generation {} of the rows will not be live", building.number(), e);
            generations.fail(building.number(), FailureReason.of(e));
        }
        return true;
    }

    /** It holds what the ledger holds: looked through, compared with the live one, and put in its place. */
    private void end(int number) {
        generations.index(number);
        long overlaps = generations.overlaps(number);
        if (overlaps > 0) throw new RebuildStopped(overlaps + " pairs of rows of one entity overlap");
        Generation live = generations.live();
        requireNoMoreBlocked(number, live);
        compare(number, live);
        Generation over = Objects.requireNonNull(transaction.execute(_ -> swap(number)));
        LOG.info("generation {} of the rows is live in place of generation {}", number, over.number());
    }

    /** A fold that can do less than the one before it is a mistake, not a release. */
    private void requireNoMoreBlocked(int number, Generation live) {
        long blocked = generations.blocked(number).stream()
                .filter(entity -> entity.fact() <= live.position())
                .count();
        int before = generations.blocked(live.number()).size();
        if (blocked > before)
            throw new RebuildStopped("%s entities are blocked in it, %s in the live rows: it would show less"
                    .formatted(blocked, before));
    }

    /** Live rows that cannot be read are no reason to keep them. */
    private void compare(int number, Generation live) {
        Generation built = generations.find(number).orElseThrow();
        long position = Math.min(live.position(), built.position());
        List<String> kinds = built.revisions().sameAs(live.revisions());
        Collection<String> all = built.revisions().byKind().keySet();
        String digest = generations.digest(number, position, all);
        String replaced;
        try {
            replaced = generations.digest(live.number(), position, all);
        } catch (DataAccessException e) {
            if (DatabaseErrors.isPassing(e)) throw e;
            generations.compared(number, position, digest, "cannot be read: " + FailureReason.of(e));
            return;
        }
        generations.compared(number, position, digest, replaced);
        if (!digest.equals(replaced)) requireAccepted(built, live, position, kinds);
    }

    /** The same fold over the same facts makes the same rows: somebody or something else wrote the live ones. */
    private void requireAccepted(Generation built, Generation live, long position, List<String> kinds) {
        long differing = generations.noteDifferences(live, built.number(), position, kinds);
        if (differing == 0) return;
        RowDifference first =
                generations.find(built.number()).orElseThrow().differences().getFirst();
        LOG.warn(
                "{} rows of generation {} differ from the live ones, first {}",
                differing,
                built.number(),
                first.place());
        if (!built.acceptsDifferences())
            throw new RebuildStopped(
                    "%s rows differ from the live ones although the fold is the same; the first is %s. If the live rows are wrong, request a rebuild that accepts differences."
                            .formatted(differing, first.place()));
    }

    /** Somebody called it off while it came to its end. */
    private static RebuildStopped over(int number) {
        return new RebuildStopped("Generation %s is no longer being built".formatted(number));
    }

    /** Holds the follower of the live rows up, so what was recorded meanwhile is little and is applied first. */
    private Generation swap(int number) {
        // Whoever reads the view holds up nobody but this attempt.
        generations.show(number);
        Generation live = generations.lockLive();
        while (generations.find(number).orElseThrow().position() < live.position())
            if (!subscription.step()) throw over(number);
        if (!generations.promote(number)) throw over(number);
        return live;
    }
}
