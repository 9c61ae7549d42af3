package org.portfolioledger.query.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.Importance;

/** Cycles of dependencies: each once, the shortest first, and never none where there is one. */
class ElementaryCyclesTest {

    @Test
    void two_ways_between_two_ends_are_two_cycles() {
        ElementaryCycles cycles =
                cycles(List.of(edge("1", 0, 1), edge("2", 1, 0), edge("3", 1, 0), edge("4", 1, 1), edge("5", 1, 2)));
        assertThat(cycles.complete()).isTrue();
        assertThat(ids(cycles)).containsExactly("4", "1 2", "1 3");
    }

    @Test
    void what_was_withdrawn_closes_no_cycle() {
        DependencyEdge withdrawn =
                new DependencyEdge("2", end(1), end(0), Importance.HIGH, DependencyStatus.WITHDRAWN, null, null);
        assertThat(cycles(List.of(edge("1", 0, 1), withdrawn)).cycles()).isEmpty();
    }

    @Test
    void random_graphs_have_the_cycles_that_a_walk_over_all_ways_finds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int ends = 1 + random.nextInt(6);
            List<DependencyEdge> edges = new ArrayList<>();
            for (int n = 0; n < random.nextInt(14); n++)
                edges.add(edge("E" + (10 + n), random.nextInt(ends), random.nextInt(ends)));
            Set<Set<String>> walked =
                    new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
            for (DependencyEdge edge : edges) walk(edges, edge.giver(), List.of(edge), walked);
            ElementaryCycles found = cycles(edges);
            Set<Set<String>> told = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
            for (List<DependencyEdge> cycle : found.cycles()) told.add(ids(cycle));
            assertThat(told).as(edges.toString()).isEqualTo(walked).hasSameSizeAs(found.cycles());
            assertThat(found.complete()).isTrue();
            assertThat(found.cycles().stream().map(List::size)).isSorted();
            for (List<DependencyEdge> cycle : found.cycles())
                for (int n = 0; n < cycle.size(); n++)
                    assertThat(cycle.get(n).receiver())
                            .isEqualTo(cycle.get((n + 1) % cycle.size()).giver());
        }
    }

    @Test
    void a_ring_of_ten_thousand_is_found_although_nobody_looks_that_far() {
        List<DependencyEdge> edges = new ArrayList<>(ring(0, 10_000));
        ElementaryCycles cycles = cycles(edges);
        assertThat(cycles.complete()).isFalse();
        assertThat(cycles.cycles()).hasSize(1);
        assertThat(cycles.cycles().getFirst()).hasSize(10_000);
    }

    @Test
    void where_there_are_too_many_each_knot_has_one_and_the_shortest_come_first() {
        List<DependencyEdge> edges = new ArrayList<>();
        for (int n = 0; n < 40; n++)
            for (int m = 0; m < 40; m++) if (n != m) edges.add(edge("E-%s-%s".formatted(10 + n, 10 + m), n, m));
        edges.addAll(ring(100, 700));
        ElementaryCycles cycles = cycles(edges);
        assertThat(cycles.complete()).isFalse();
        assertThat(cycles.cycles().subList(0, 780)).allMatch(cycle -> cycle.size() == 2);
        assertThat(cycles.cycles().getLast()).hasSize(700);
        assertThat(cycles.cycles()).hasSizeLessThanOrEqualTo(ElementaryCycles.MOST + 1);
    }

    @Test
    void only_those_through_certain_ends_are_told_however_many_others_there_are() {
        List<DependencyEdge> edges = new ArrayList<>(ring(0, 3));
        edges.addAll(ring(10, 4));
        edges.add(edge("there", 2, 10));
        ElementaryCycles cycles = DependencyNetwork.of(edges).cycles(end(12)::equals);
        assertThat(cycles.cycles()).hasSize(1);
        assertThat(cycles.cycles().getFirst()).hasSize(4);
        assertThat(cycles.cycles().getFirst().getFirst().giver())
                .as("from the end that comes first")
                .isEqualTo(end(10));
    }

    private static ElementaryCycles cycles(List<DependencyEdge> edges) {
        return DependencyNetwork.of(edges).cycles(_ -> true);
    }

    private static List<DependencyEdge> ring(int first, int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> edge("R-" + (10_000 + first + n), first + n, first + (n + 1) % size))
                .toList();
    }

    private static void walk(
            List<DependencyEdge> edges, DependencyEnd start, List<DependencyEdge> way, Set<Set<String>> found) {
        DependencyEnd at = way.getLast().receiver();
        if (at.equals(start)) {
            found.add(ids(way));
            return;
        }
        if (way.stream().anyMatch(edge -> edge.giver().equals(at))) return;
        for (DependencyEdge edge : edges) {
            if (!edge.giver().equals(at)) continue;
            List<DependencyEdge> longer = new ArrayList<>(way);
            longer.add(edge);
            walk(edges, start, longer, found);
        }
    }

    private static Set<String> ids(List<DependencyEdge> cycle) {
        Set<String> ids = new TreeSet<>();
        cycle.forEach(edge -> ids.add(edge.id()));
        return ids;
    }

    private static List<String> ids(ElementaryCycles cycles) {
        return cycles.cycles().stream()
                .map(cycle ->
                        String.join(" ", cycle.stream().map(DependencyEdge::id).toList()))
                .toList();
    }

    private static DependencyEdge edge(String id, int giver, int receiver) {
        return new DependencyEdge(id, end(giver), end(receiver), Importance.HIGH, DependencyStatus.AGREED, null, null);
    }

    private static DependencyEnd end(int number) {
        return new DependencyEnd("PG-" + (10_000 + number), null);
    }
}
