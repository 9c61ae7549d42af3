package org.portfolioledger.query.graph;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.query.point.TimePoint.Prefix;
import org.portfolioledger.state.Kinds;

/**
 * The networks that were asked about last. Each is true of a day as known at a position. Asked about the same day as known at
 * another position, what has facts between the two is read again. So it never answers what rows would not.
 */
final class NetworkMemory {

    /** Several days, positions or registers at a time. */
    private static final int MOST = 6;

    /** Larger networks are read each time. */
    private static final int LARGEST = 200_000;

    /** With more facts between two positions reading all is quicker. */
    private static final long FEW_FACTS = 20_000;

    private final Rows rows;
    /** The one that was asked about last comes first. */
    private final Deque<Held> held = new ArrayDeque<>();

    NetworkMemory(Rows rows) {
        this.rows = rows;
    }

    /** @param register null: all of them */
    private record Of(String table, @Nullable String register, LocalDate asOf) {}

    private record Held(Of of, long position, DependencyNetwork network) {
        long facts(long other) {
            return Math.abs(other - position);
        }
    }

    /** The dependencies at a point. */
    DependencyNetwork at(TimePoint point) {
        // An entity that waits for an operator gets its rows later, for positions that have passed. And what is
        // remembered is
        // for viewers who see all there is.
        if (point.prefixes().size() != 1
                || !point.rows().blocked().isEmpty()
                || !point.sight().isWhole()) return afresh(point);
        Prefix counts = point.prefixes().getFirst();
        Of of = new Of(point.rows().table(), counts.register(), point.asOf());
        Held near = nearest(of, counts.position());
        DependencyNetwork network = near == null ? afresh(point) : carried(near, point, counts.position());
        keep(new Held(of, counts.position(), network));
        return network;
    }

    private DependencyNetwork afresh(TimePoint point) {
        return DependencyNetwork.of(read(point, Among.ALL));
    }

    /** Some of the dependencies at a point, by id. */
    List<DependencyEdge> read(TimePoint point, Among among) {
        return rows.columns(point, Kinds.DEPENDENCY, DependencyEdge.COLUMNS, among, (row, _) -> DependencyEdge.of(row));
    }

    private DependencyNetwork carried(Held near, TimePoint point, long position) {
        List<String> changed =
                near.position == position ? List.of() : rows.withFactsBetween(point, Kinds.DEPENDENCY, near.position);
        return changed.isEmpty() ? near.network : near.network.with(changed, read(point, Among.ofIds(changed)));
    }

    private @Nullable Held nearest(Of of, long position) {
        synchronized (held) {
            return held.stream()
                    .filter(one -> one.of.equals(of) && one.facts(position) <= FEW_FACTS)
                    .min(Comparator.comparingLong(one -> one.facts(position)))
                    .orElse(null);
        }
    }

    private void keep(Held now) {
        if (now.network.size() > LARGEST) return;
        synchronized (held) {
            held.removeIf(one -> one.of.equals(now.of) && one.position == now.position);
            held.addFirst(now);
            if (held.size() > MOST) held.removeLast();
        }
    }
}
