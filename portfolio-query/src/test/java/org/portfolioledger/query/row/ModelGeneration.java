package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.subscription.Batch;
import org.portfolioledger.ledger.subscription.Batch.Source;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.EntityFailure;
import org.portfolioledger.query.row.RowChanges.Opened;

/** A generation of rows as the database holds it, said a second time in plain Java: each call is one transaction. */
final class ModelGeneration {

    private final int number;
    private final Map<Row.Key, Opened> present = new HashMap<>();
    private final Set<Opened> past = new HashSet<>();
    private final Map<String, BlockedEntity> blocked = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();
    private long position;
    private boolean over;

    ModelGeneration(int number) {
        this.number = number;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(Generation.subscription(number), position, List.copyOf(blocked.values()));
    }

    /** Every row that it holds or held. */
    Set<Opened> rows() {
        Set<Opened> rows = new HashSet<>(past);
        rows.addAll(present.values());
        return rows;
    }

    /** No follower moves it from now on. */
    void retire() {
        over = true;
    }

    /** Where a write was refused, by stream: these are blocked although their facts can be folded. */
    Set<String> refused() {
        return refused;
    }

    /** @param unwritable the rows of its stream cannot be written; null: all can */
    boolean move(Checkpoint from, long to, Batch<RowChanges> folded, @Nullable Source unwritable) {
        if (!standsAt(from) || !from.blocked().stream().allMatch(this::isStale)) return false;
        folded.changes().forEach((source, changes) -> {
            requireWithin(changes, from.position(), to);
            if (source.equals(unwritable)) refuse(source);
            else write(changes);
        });
        folded.failed().forEach(this::note);
        position = to;
        return true;
    }

    private boolean standsAt(Checkpoint place) {
        return !over && position == place.position();
    }

    private boolean isStale(BlockedEntity entity) {
        return blocked.containsKey(entity.stream());
    }

    private void refuse(Source source) {
        refused.add(source.stream());
        note(new EntityFailure(source.stream(), source.register(), source.firstFact(), "refused"));
    }

    private void note(EntityFailure failed) {
        BlockedEntity noted = new BlockedEntity(
                failed.stream(),
                failed.register(),
                failed.fact(),
                failed.reason(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                false);
        blocked.putIfAbsent(failed.stream(), noted);
    }

    /** Refused as a whole if the rows are not there that it closes, or those are that it opens. */
    boolean recover(Checkpoint at, BlockedEntity entity, RowChanges missed, boolean unwritable) {
        if (!standsAt(at)) return false;
        if (unwritable || !isStale(entity)) {
            failsAgain(entity);
            return false;
        }
        requireWithin(missed, entity.fact() - 1, position);
        write(missed);
        blocked.remove(entity.stream());
        refused.remove(entity.stream());
        return true;
    }

    void failsAgain(BlockedEntity entity) {
        blocked.computeIfPresent(entity.stream(), (_, noted) -> attempted(noted, noted.attempts() + 1, false));
    }

    void retry(String stream) {
        blocked.computeIfPresent(stream, (_, noted) -> attempted(noted, noted.attempts(), true));
    }

    private static BlockedEntity attempted(BlockedEntity noted, int attempts, boolean retry) {
        return new BlockedEntity(
                noted.stream(),
                noted.register(),
                noted.fact(),
                noted.reason(),
                attempts,
                noted.since(),
                noted.triedAt(),
                retry);
    }

    private void write(RowChanges changes) {
        changes.closed().forEach(closed -> {
            Opened row = present.remove(closed.key());
            if (row == null) throw new AssertionError("no row is to be closed by " + closed);
            past.add(new Opened(row.row(), row.from(), closed.at()));
        });
        changes.opened().forEach(opened -> {
            boolean written =
                    opened.until() == null ? present.putIfAbsent(opened.row().key(), opened) == null : past.add(opened);
            assertThat(written).as("written once: %s", opened).isTrue();
        });
    }

    private static void requireWithin(RowChanges changes, long after, long to) {
        assertThat(changes.opened()).allMatch(opened -> after < opened.from() && opened.from() <= to);
        assertThat(changes.closed()).allMatch(closed -> after < closed.at() && closed.at() <= to);
    }
}
