package org.portfolioledger.ledger.proof;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.proof.HeadStore.Kept;
import org.portfolioledger.ledger.subscription.LeaderTask;

/**
 * Signs the head of the tree: only what cannot be lost, and never two that do not fit.
 *
 * <p>A head is written to the database first, in a transaction that waits for the disk, and for the synchronous standby where
 * there is one; what was written before is safe then, too. Then it takes the place of the last signed head outside the
 * database. Only then is it signed. Whoever ends between any two of these signs the same head when he begins again.
 */
public final class Sealer implements LeaderTask {

    private final HeadSigner key;
    private final HeadStore store;
    private final TreeRecord tree;
    private final SealedHeads heads;
    private final List<Witness> witnesses;
    private final InstantSource clock;
    private volatile Sealing sealing = Sealing.unknown();

    Sealer(
            HeadSigner key,
            HeadStore store,
            TreeRecord tree,
            SealedHeads heads,
            List<Witness> witnesses,
            InstantSource clock) {
        this.key = key;
        this.store = store;
        this.tree = tree;
        this.heads = heads;
        this.witnesses = List.copyOf(witnesses);
        this.clock = clock;
    }

    /** What it found when it looked last. */
    public Sealing sealing() {
        return sealing;
    }

    @Override
    public boolean isDue() {
        return true;
    }

    @Override
    public Turn turn() {
        Optional<Kept> kept;
        try {
            kept = store.last();
        } catch (HeadStoreUnavailable e) {
            return rest(Sealing.State.WAITING, sealing.signed(), e.getMessage());
        }
        TreeHead last = kept.map(Kept::head).orElseGet(() -> new TreeHead(origin(), 0, TreeHash.EMPTY));
        Optional<Turn> stopped = stopped(last);
        return stopped.isPresent() ? stopped.get() : seal(kept, last);
    }

    /** Why nothing can be signed behind a head; empty: something can. */
    private Optional<Turn> stopped(TreeHead last) {
        if (!last.origin().equals(origin()))
            return Optional.of(rest(
                    Sealing.State.WAITING,
                    last.size(),
                    "the last signed head is of " + last.origin() + ", and not of this log, " + origin()));
        long head = heads.ledgerHead();
        if (head < last.size())
            return Optional.of(rest(
                    Sealing.State.FORKED,
                    last.size(),
                    "the ledger ends at position " + head + ", but its head was signed at position " + last.size()
                            + ": it was restored from before, and facts are missing"));
        if (tree.size() < last.size())
            return Optional.of(
                    rest(Sealing.State.WAITING, last.size(), "the tree has not come to the head that was signed last"));
        if (!tree.root(last.size()).equals(last.root()))
            return Optional.of(rest(
                    Sealing.State.FORKED,
                    last.size(),
                    "the ledger holds other facts than were signed at position " + last.size()));
        return Optional.empty();
    }

    private Turn seal(Optional<Kept> kept, TreeHead last) {
        long size = tree.size();
        boolean signed = size == last.size() && tree.checkpoint(origin(), size).isPresent();
        if (signed || size == 0) return rest(Sealing.State.SEALED, last.size(), null);
        TreeHead next = new TreeHead(origin(), size, tree.root(size));
        heads.makeSafe(next);
        try {
            if (size > last.size() && !store.replace(kept, next)) return Turn.ONE_OF_MANY;
        } catch (HeadStoreUnavailable e) {
            return rest(Sealing.State.WAITING, last.size(), e.getMessage());
        }
        heads.keep(next, cosigned(key.sign(next), last));
        return rest(Sealing.State.SEALED, size, null);
    }

    private SignedNote cosigned(SignedNote note, TreeHead last) {
        List<SignedNote.Line> lines = new ArrayList<>();
        for (Witness witness : witnesses) lines.addAll(shown(witness, note, last.size()));
        return note.with(lines);
    }

    private List<SignedNote.Line> shown(Witness witness, SignedNote note, long last) {
        long size = TreeHead.parse(note.text()).size();
        Witness.Answer answer = witness.show(last, tree.consistency(last, size), note);
        if (answer instanceof Witness.Answer.SawLast saw && saw.size() <= size)
            answer = witness.show(saw.size(), tree.consistency(saw.size(), size), note);
        return answer instanceof Witness.Answer.Cosigned cosigned ? cosigned.lines() : List.of();
    }

    private String origin() {
        return key.verifier().name();
    }

    private Turn rest(Sealing.State state, long signed, @Nullable String detail) {
        sealing = new Sealing(state, signed, clock.instant(), detail);
        return Turn.IDLE;
    }
}
