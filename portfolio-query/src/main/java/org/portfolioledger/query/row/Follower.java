package org.portfolioledger.query.row;

import java.util.List;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the rows up to the ledger, one batch of whole units after another. One thread at a time. */
final class Follower {

    private final Ledger ledger;
    private final Fold fold;
    private final Progress progress;
    private final RowTable rows;
    private final TransactionTemplate transaction;
    private final int batch;

    Follower(Ledger ledger, Fold fold, Progress progress, RowTable rows, TransactionTemplate transaction, int batch) {
        this.ledger = ledger;
        this.fold = fold;
        this.progress = progress;
        this.rows = rows;
        this.transaction = transaction;
        this.batch = batch;
    }

    /**
     * Applies the next batch.
     *
     * @return whether there was any
     * @throws RowsDoNotFit if ledger or rows are not whole
     */
    boolean step() {
        long position = progress.position();
        List<StoredEvent> facts = nextUnits(ledger, position, batch);
        if (facts.isEmpty()) return false;
        try {
            RowChanges changes = fold.changes(position, facts);
            boolean ours = Boolean.TRUE.equals(
                    transaction.execute(_ -> write(position, facts.getLast().position(), changes)));
            // Another follower was faster: what this one folded was not written, so it begins anew from there.
            if (!ours) fold.forget();
        } catch (RuntimeException e) {
            fold.forget();
            throw e;
        }
        progress.hasMoved();
        return true;
    }

    /** Rows and position share one transaction, so a fact is never applied twice. */
    private boolean write(long from, long to, RowChanges changes) {
        if (!progress.move(from, to)) return false;
        rows.write(changes);
        return true;
    }

    /**
     * The next facts, without cutting through a unit: a position within one is no moment at which the organisation knew
     * half of what a command decided.
     */
    static List<StoredEvent> nextUnits(Ledger ledger, long position, int limit) {
        List<StoredEvent> facts = ledger.after(position, limit);
        if (facts.size() < limit) return facts;
        CommandKey last = facts.getLast().command();
        List<StoredEvent> whole =
                facts.stream().filter(fact -> !fact.command().equals(last)).toList();
        return whole.isEmpty() ? nextUnits(ledger, position, limit * 2) : whole;
    }
}
