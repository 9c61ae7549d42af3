package org.portfolioledger.query.row;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes all rows anew from the ledger, beside the live ones, and puts them in their place in one transaction, while
 * reads go on.
 */
public final class Rebuild {

    private static final String NEXT = "row_next";
    private static final int BATCH = 2_000;

    private final Ledger ledger;
    private final Supplier<Fold> folds;
    private final Progress progress;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebuild(Ledger ledger, Supplier<Fold> folds, Progress progress, JdbcClient jdbc, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.folds = folds;
        this.progress = progress;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What a rebuild found.
     *
     * @param position the last position that the rows hold
     * @param digest of the new rows
     * @param replacedDigest of the rows that they replace; another one means that those were not what the facts come to
     */
    public record Rebuilt(long position, String digest, String replacedDigest) {

        /** Whether the replaced rows were what the ledger makes them. */
        public boolean same() {
            return digest.equals(replacedDigest);
        }
    }

    /**
     * Rebuilds; one at a time.
     *
     * @throws IllegalStateException if rectangles of one entity would overlap; the live rows stay
     */
    public synchronized Rebuilt run() {
        Fold fold = folds.get();
        RowTable next = new RowTable(jdbc, NEXT);
        jdbc.sql("drop table if exists query." + NEXT).update();
        call("create_generation");
        long reached = fill(fold, next, 0, progress.position());
        call("index_generation");
        return Objects.requireNonNull(transaction.execute(_ -> swap(fold, next, reached)));
    }

    /** Holds the follower up, because the position is locked; reads go on until the moment of the swap. */
    private Rebuilt swap(Fold fold, RowTable next, long reached) {
        long position = fill(fold, next, reached, progress.lockedPosition());
        long overlaps = Objects.requireNonNull(jdbc.sql("select query.overlaps(?)")
                .param(NEXT)
                .query(Long.class)
                .single());
        if (overlaps > 0) throw new IllegalStateException(overlaps + " pairs of rows of one entity overlap");
        Rebuilt rebuilt = new Rebuilt(position, digest(NEXT), digest(RowTable.LIVE));
        call("promote_generation");
        return rebuilt;
    }

    private long fill(Fold fold, RowTable next, long from, long to) {
        long position = from;
        while (position < to) {
            long last = Math.min(to, position + BATCH);
            List<StoredEvent> facts = ledger.between(position + 1, last);
            if (facts.size() != last - position) throw new RowsDoNotFit(position, position + facts.size());
            next.write(fold.changes(position, facts));
            position = last;
        }
        return position;
    }

    /** Digest over all rows of the live generation, whatever their order. */
    public String digest() {
        return digest(RowTable.LIVE);
    }

    private String digest(String generation) {
        return jdbc.sql("select query.digest(?)")
                .param(generation)
                .query(String.class)
                .single();
    }

    private void call(String function) {
        jdbc.sql("select query.%s(?)".formatted(function))
                .param(NEXT)
                .query((row, _) -> row.getString(1) == null)
                .list();
    }
}
