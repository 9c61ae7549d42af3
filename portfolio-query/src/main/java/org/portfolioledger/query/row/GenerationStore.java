package org.portfolioledger.query.row;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.portfolioledger.query.row.FoldResult.Source;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A generation in the database, as long as it is in one state: live, or being built. */
final class GenerationStore implements ProjectionStore {

    private final Generations generations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Supplier<Optional<Generation>> kept;
    private final Runnable moved;

    /** @param moved told after every move that came through */
    GenerationStore(
            Generations generations,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Supplier<Optional<Generation>> kept,
            Runnable moved) {
        this.generations = generations;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.savepoint = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.kept = kept;
        this.moved = moved;
    }

    @Override
    public Optional<Place> place() {
        return kept.get()
                .map(generation -> new Place(
                        generation.number(), generation.position(), generations.blocked(generation.number())));
    }

    /** Rows and position share one transaction, so a fact is never applied twice. */
    @Override
    public boolean move(Place from, long to, FoldResult folded) {
        boolean ours;
        try {
            ours = inTransaction(() -> standStill(from) && moves(from, to) && written(from, folded));
        } catch (DataAccessException | InconsistentRows refused) {
            if (!DatabaseErrors.isOfRows(refused)) throw refused;
            ours = inTransaction(() -> standStill(from) && moves(from, to) && writtenApart(from, folded));
        }
        if (ours) moved.run();
        return ours;
    }

    @Override
    public void recover(Place at, BlockedEntity blocked, RowChanges missed) {
        try {
            inTransaction(() -> moves(at, at.position()) && recovered(at, blocked, missed));
        } catch (DataAccessException | InconsistentRows refused) {
            if (!DatabaseErrors.isOfRows(refused)) throw refused;
            failsAgain(at, blocked, FoldFailed.because(blocked.stream(), blocked.register(), blocked.fact(), refused));
        }
    }

    @Override
    public void failsAgain(Place at, BlockedEntity blocked, FoldFailed failed) {
        jdbc.sql("""
                        update query.blocked set reason = ?, attempts = attempts + 1, tried_at = clock_timestamp(), retry = false
                        where generation = ? and stream = ?""").params(failed.reason(), at.generation(), blocked.stream()).update();
    }

    /**
     * Whether all that was blocked is so still. Another follower may have let an entity go on at the same position; the facts
     * that were passed over for it would be lost.
     */
    private boolean standStill(Place from) {
        if (from.blocked().isEmpty()) return true;
        jdbc.sql("select position from query.generation where number = ? for update")
                .param(from.generation())
                .query()
                .singleValue();
        List<String> now = generations.blocked(from.generation()).stream()
                .map(BlockedEntity::stream)
                .toList();
        return from.blocked().stream().map(BlockedEntity::stream).allMatch(now::contains);
    }

    /** By compare-and-set, in the surrounding transaction; false if another follower has moved it, or it is over. */
    private boolean moves(Place from, long to) {
        return jdbc.sql("""
                        update query.generation set position = ?, moved_at = clock_timestamp()
                        where number = ? and position = ? and state in ('LIVE', 'BUILDING')""").params(to, from.generation(), from.position()).update() == 1;
    }

    private boolean written(Place at, FoldResult folded) {
        table(at).write(List.copyOf(folded.changes().values()));
        folded.failed().forEach(failed -> note(at, failed));
        return true;
    }

    /** What cannot be written of one entity must not keep the others back. */
    private boolean writtenApart(Place at, FoldResult folded) {
        folded.changes().forEach((source, changes) -> {
            try {
                savepoint.executeWithoutResult(_ -> table(at).write(List.of(changes)));
            } catch (DataAccessException | InconsistentRows refused) {
                if (!DatabaseErrors.isOfRows(refused)) throw refused;
                note(at, failed(source, refused));
            }
        });
        folded.failed().forEach(failed -> note(at, failed));
        return true;
    }

    private static FoldFailed failed(Source source, RuntimeException refused) {
        return FoldFailed.because(source.stream(), source.register(), source.firstFact(), refused);
    }

    /** Once: another follower may have done it at the same position. */
    private boolean recovered(Place at, BlockedEntity blocked, RowChanges missed) {
        int one = jdbc.sql("delete from query.blocked where generation = ? and stream = ?")
                .params(at.generation(), blocked.stream())
                .update();
        if (one == 0) return false;
        table(at).write(List.of(missed));
        return true;
    }

    /** What failed first stands. */
    private void note(Place at, FoldFailed failed) {
        jdbc.sql("""
                        insert into query.blocked (generation, stream, register, fact, reason) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(at.generation(), failed.stream(), failed.register(), failed.fact(), failed.reason())
                .update();
    }

    private RowTable table(Place at) {
        return new RowTable(jdbc, Generation.table(at.generation()));
    }

    private boolean inTransaction(Supplier<Boolean> work) {
        return Boolean.TRUE.equals(transaction.execute(_ -> work.get()));
    }
}
