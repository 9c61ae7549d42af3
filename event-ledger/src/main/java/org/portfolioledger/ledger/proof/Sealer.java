package org.portfolioledger.ledger.proof;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
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
        String serverStart = heads.serverStart();
        Optional<Kept> kept;
        try {
            kept = store.last();
        } catch (HeadStoreUnavailable e) {
            return rest(Sealing.State.WAITING, sealing.signed(), e.getMessage());
        }
        if (kept.isEmpty() && tree.checkpoint(origin()).isPresent())
            return rest(
                    Sealing.State.WAITING,
                    null,
                    "the store holds no head, though heads of " + origin() + " were signed: bring back what it held");
        TreeHead nothing = new TreeHead(origin(), 0, TreeHash.EMPTY);
        TreeHead last = kept.map(Kept::head).orElse(nothing);
        // The log that forked ends, and another begins.
        if (!last.origin().equals(origin()) && heads.isRecordedAsForked(last)) last = nothing;
        try {
            Optional<Turn> stopped = stopped(last);
            if (stopped.isPresent()) return stopped.get();
            return heads.isConfirmed() || heads.confirm(serverStart) ? seal(kept, last, serverStart) : another(last);
        } catch (NoSuchElementException shorter) {
            return another(last);
        }
    }

    private Turn another(TreeHead last) {
        return rest(Sealing.State.WAITING, last, "another server answers than at the beginning, and is looked at next");
    }

    /** Why nothing can be signed behind a head; empty: something can. */
    private Optional<Turn> stopped(TreeHead last) {
        if (!last.origin().equals(origin()))
            return Optional.of(rest(
                    Sealing.State.WAITING,
                    last,
                    "the last signed head is of " + last.origin() + ", and not of this log, " + origin()));
        long head = heads.ledgerHead();
        if (head < last.size())
            return Optional.of(
                    forked(
                            last,
                            "the ledger ends at position " + head + ", but its head was signed at position "
                                    + last.size()
                                    + ": it was restored from before, and facts are missing. No fact is appended until that is on record"));
        if (tree.size() < last.size())
            return Optional.of(
                    rest(Sealing.State.WAITING, last, "the tree has not come to the head that was signed last"));
        if (!tree.root(last.size()).equals(last.root()))
            return Optional.of(
                    forked(last, "the ledger holds other facts than were signed at position " + last.size()));
        return Optional.empty();
    }

    private Turn seal(Optional<Kept> kept, TreeHead last, String serverStart) {
        long size = tree.size();
        if (size < last.size()) return another(last);
        Optional<SignedNote> before = size == last.size() ? tree.checkpoint(origin(), size) : Optional.empty();
        boolean signed = before.filter(
                        note -> TreeHead.signedAt(note, key.verifier()).isPresent())
                .isPresent();
        if (signed || size == 0) return rest(Sealing.State.SEALED, last, null);
        TreeHead next = new TreeHead(origin(), size, tree.root(size));
        if (!heads.makeSafe(next, serverStart)) return another(last);
        try {
            if (size > last.size() && !store.replace(kept, next))
                return rest(Sealing.State.WAITING, last, "another head was kept meanwhile");
        } catch (HeadStoreUnavailable e) {
            return rest(Sealing.State.WAITING, last, e.getMessage());
        }
        heads.note(key.verifier(), size);
        SignedNote note = key.sign(next);
        heads.keep(next, cosigned(before.map(one -> note.with(one.signatures())).orElse(note), last));
        return rest(Sealing.State.SEALED, next, null);
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

    private Turn forked(TreeHead last, String detail) {
        heads.doubt();
        return rest(Sealing.State.FORKED, last, detail);
    }

    private Turn rest(Sealing.State state, @Nullable TreeHead signed, @Nullable String detail) {
        sealing = new Sealing(state, signed, clock.instant(), detail);
        return Turn.IDLE;
    }
}
