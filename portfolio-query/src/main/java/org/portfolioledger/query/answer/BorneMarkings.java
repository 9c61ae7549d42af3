package org.portfolioledger.query.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ProtectiveMarkingState;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads which protective markings entities bear. */
final class BorneMarkings {

    private final Rows rows;

    /** Up to where nothing was ever marked, so that whoever marks nothing is asked for nothing more. */
    private final AtomicReference<@Nullable Nothing> nothing = new AtomicReference<>();

    BorneMarkings(Rows rows) {
        this.rows = rows;
    }

    /** That nothing is marked in a table up to a position. */
    private record Nothing(String table, long position) {

        boolean holds(TimePoint point) {
            return table.equals(point.table()) && point.position() <= position;
        }
    }

    /**
     * What some entities bear.
     *
     * @param held that of the point, by entity; null: none
     * @param everAny whether one of them ever bore any
     */
    record Borne(@Nullable Seen<List<ProtectiveMarkingState>> held, boolean everAny) {

        static final Borne NONE = new Borne(null, false);
    }

    /** What the entities of a kind with some ids bear. */
    Borne by(TimePoint point, Kind<?, ?> kind, Collection<String> ids) {
        if (ids.isEmpty() || nothingIsMarked(point)) return Borne.NONE;
        Set<String> streams = new TreeSet<>();
        for (String id : ids) streams.add(kind.stream(id));
        List<ProtectiveMarkingState> held = new ArrayList<>();
        List<String> ever = new ArrayList<>();
        point.bind(rows.planned()
                        .sql(
                                "select %s, %s as holds from %s r where r.kind = 'protective-marking' and r.refs && :streams::text[]"
                                        .formatted(Rows.COLUMNS, point.holds("r"), Rows.table(point))))
                .param("streams", streams.toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    ever.add(row.getString("id"));
                    if (row.getBoolean("holds")
                            && rows.known(row).state() instanceof ProtectiveMarkingState state
                            && state.isOpen()) held.add(state);
                });
        if (held.isEmpty()) return new Borne(null, !ever.isEmpty());
        held.sort(Comparator.comparing(
                        (ProtectiveMarkingState state) -> state.entity().value())
                .thenComparing(ProtectiveMarkingState::protectiveMarking));
        return new Borne(new Seen<>(List.copyOf(held), rows.viewpoint(point, held)), true);
    }

    /** Known only of what those see who see everything. Rows of a blocked entity may still come. */
    private boolean nothingIsMarked(TimePoint point) {
        if (!point.sight().isWhole() || !point.rows().blocked().isEmpty()) return false;
        Nothing known = nothing.get();
        if (known != null && known.holds(point)) return true;
        boolean marked = rows.prepared()
                .sql("select exists (select from %s r where r.kind = '%s')"
                        .formatted(point.table(), Kinds.PROTECTIVE_MARKING.name()))
                .query(Boolean.class)
                .single();
        if (!marked) nothing.set(new Nothing(point.table(), point.position()));
        return !marked;
    }
}
