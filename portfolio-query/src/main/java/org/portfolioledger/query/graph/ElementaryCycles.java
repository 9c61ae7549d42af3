package org.portfolioledger.query.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.portfolioledger.events.DependencyFact.DependencyEnd;

/**
 * Cycles that pass no end twice. There may be more of them than anybody can read, or any machine can find: they are looked
 * for from the shortest on, until enough are found or enough was looked at. Of ends that depend on one another at least
 * one cycle is always found.
 *
 * @param cycles each once, from the end that comes first; the shortest first, then by the ids of their dependencies
 * @param complete whether these are all
 */
record ElementaryCycles(List<List<DependencyEdge>> cycles, boolean complete) {

    /** So many are listed at most. */
    static final int MOST = 1000;

    /** Longer ones are not looked for, but where ends that depend on one another have no other. */
    private static final int LONGEST = 500;

    /** So many dependencies are looked at, each perhaps many times. */
    private static final int EFFORT = 4_000_000;

    private static final Comparator<List<DependencyEdge>> ORDER =
            Comparator.<List<DependencyEdge>>comparingInt(List::size).thenComparing(ElementaryCycles::ids);

    private static String ids(List<DependencyEdge> cycle) {
        StringBuilder ids = new StringBuilder();
        for (DependencyEdge edge : cycle) ids.append(edge.id()).append(' ');
        return ids.toString();
    }

    /**
     * Those that have a certain end.
     *
     * @param knots dependencies between ends that depend on one another, apart from all others
     * @param through which ends
     */
    static ElementaryCycles in(List<List<DependencyEdge>> knots, Predicate<DependencyEnd> through) {
        List<Knot> searched = new ArrayList<>();
        for (List<DependencyEdge> edges : knots) searched.add(new Knot(edges, through));
        Search search = new Search();
        int longest = searched.stream().mapToInt(Knot::size).max().orElse(0);
        boolean complete = longest <= LONGEST;
        int shorter = 0;
        // One step more at a time while that is little, and then by larger strides.
        for (int length = 1;
                shorter < Math.min(longest, LONGEST) && !search.isOver();
                length += Math.max(1, length / 4)) {
            for (Knot knot : searched) if (shorter < knot.size()) knot.search(search, shorter, length);
            shorter = length;
        }
        complete &= !search.isOver();
        if (!complete) for (Knot knot : searched) knot.one(search);
        search.found.sort(ORDER);
        return new ElementaryCycles(Collections.unmodifiableList(search.found), complete);
    }

    /** What was found, and how much more may be looked at. */
    private static final class Search {

        private final List<List<DependencyEdge>> found = new ArrayList<>();
        private int left = EFFORT;

        boolean isOver() {
            return left <= 0 || found.size() >= MOST;
        }
    }

    /** Ends that depend on one another, by number. */
    private static final class Knot {

        private final List<DependencyEnd> ends;
        private final boolean[] wanted;
        private final List<List<Arc>> given = new ArrayList<>();
        private final List<List<Arc>> received = new ArrayList<>();
        private boolean found;

        /** A dependency between two of the ends. */
        private record Arc(DependencyEdge edge, int giver, int receiver) {}

        // Of one search from one end: which ends it may pass, how many steps lead back, what it has passed.
        private final boolean[] open;
        private final int[] back;
        private final boolean[] passed;
        private final List<Arc> way = new ArrayList<>();

        Knot(List<DependencyEdge> edges, Predicate<DependencyEnd> through) {
            TreeSet<DependencyEnd> all = new TreeSet<>(DependencyNetwork.ORDER);
            edges.forEach(edge -> all.add(edge.giver()));
            ends = List.copyOf(all);
            wanted = new boolean[ends.size()];
            open = new boolean[ends.size()];
            back = new int[ends.size()];
            passed = new boolean[ends.size()];
            Map<DependencyEnd, Integer> numbers = new HashMap<>();
            for (int n = 0; n < ends.size(); n++) {
                numbers.put(ends.get(n), n);
                wanted[n] = through.test(ends.get(n));
                given.add(new ArrayList<>());
                received.add(new ArrayList<>());
            }
            for (DependencyEdge edge : edges) {
                Arc arc = new Arc(
                        edge,
                        Objects.requireNonNull(numbers.get(edge.giver())),
                        Objects.requireNonNull(numbers.get(edge.receiver())));
                given.get(arc.giver()).add(arc);
                received.get(arc.receiver()).add(arc);
            }
        }

        int size() {
            return ends.size();
        }

        /** Finds those with more steps than some, and at most so many. */
        void search(Search search, int shorter, int longest) {
            Arrays.fill(open, true);
            for (int start = 0; start < size() && !search.isOver(); start++) {
                if (!wanted[start] || !open[start]) continue;
                measure(search, start, longest);
                walk(search, start, start, shorter, longest);
                close(search, start);
            }
        }

        /** How many steps lead from each end back to the start; more than may be made: none do. */
        private void measure(Search search, int start, int longest) {
            Arrays.fill(back, Integer.MAX_VALUE);
            Deque<Integer> next = new ArrayDeque<>(List.of(start));
            back[start] = 0;
            while (!next.isEmpty()) {
                int at = next.remove();
                if (back[at] == longest - 1) return;
                for (Arc arc : received.get(at)) {
                    search.left--;
                    int giver = arc.giver();
                    if (!open[giver] || back[giver] != Integer.MAX_VALUE) continue;
                    back[giver] = back[at] + 1;
                    next.add(giver);
                }
            }
        }

        /** Goes on from an end as long as the start can be reached with the steps that are left; no deeper than these. */
        private void walk(Search search, int start, int at, int shorter, int longest) {
            passed[at] = true;
            for (Arc arc : given.get(at)) {
                if (search.isOver()) break;
                search.left--;
                int receiver = arc.receiver();
                way.add(arc);
                if (receiver == start && way.size() > shorter) keep(search);
                else if (receiver != start
                        && !passed[receiver]
                        && open[receiver]
                        && back[receiver] <= longest - way.size()) walk(search, start, receiver, shorter, longest);
                way.removeLast();
            }
            passed[at] = false;
        }

        /** An end through which all were found is passed no more, and neither are those that are on no other cycle. */
        private void close(Search search, int start) {
            Deque<Integer> closed = new ArrayDeque<>(List.of(start));
            open[start] = false;
            while (!closed.isEmpty()) {
                int at = closed.remove();
                for (Arc arc : given.get(at)) shut(search, arc.receiver(), closed);
                for (Arc arc : received.get(at)) shut(search, arc.giver(), closed);
            }
        }

        private void shut(Search search, int other, Deque<Integer> closed) {
            search.left--;
            if (!open[other] || (isOpen(given.get(other)) && isOpen(received.get(other)))) return;
            open[other] = false;
            closed.add(other);
        }

        private boolean isOpen(List<Arc> arcs) {
            for (Arc arc : arcs) if (open[arc.giver()] && open[arc.receiver()]) return true;
            return false;
        }

        private void keep(Search search) {
            found = true;
            int first = 0;
            for (int n = 1; n < way.size(); n++)
                if (way.get(n).giver() < way.get(first).giver()) first = n;
            List<DependencyEdge> cycle = new ArrayList<>();
            for (Arc arc : way) cycle.add(arc.edge());
            Collections.rotate(cycle, -first);
            search.found.add(Collections.unmodifiableList(cycle));
        }

        /** A shortest one through the first of the wanted ends, if none was found. */
        void one(Search search) {
            int start = 0;
            while (start < size() && !wanted[start]) start++;
            if (found || start == size()) return;
            Arrays.fill(open, true);
            measure(search, start, Integer.MAX_VALUE);
            way.clear();
            int at = start;
            do {
                Arc nearest = Collections.min(given.get(at), Comparator.comparingInt(arc -> back[arc.receiver()]));
                way.add(nearest);
                at = nearest.receiver();
            } while (at != start);
            keep(search);
            way.clear();
        }
    }
}
