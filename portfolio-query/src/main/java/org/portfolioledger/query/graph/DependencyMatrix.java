package org.portfolioledger.query.graph;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.InitiativeState;

/**
 * The dependencies of a portfolio, receivers by givers: initiatives are counted with their programme.
 *
 * @param initiatives those that are an end, and all above them, by id
 */
record DependencyMatrix(Map<String, InitiativeState> initiatives) {

    /** What is at both ends. */
    enum MatrixPart {
        /** A programme gives to a programme, or to itself. */
        PROGRAMMES,
        /** One end is no initiative: an enabling area, a party outside, a decision or a contract. */
        ENABLING_AREAS
    }

    /**
     * What is counted together at one end: a programme, or an area.
     *
     * @param programme id of the nearest initiative at or above the end that is a programme, or else of the topmost; null: it
     *     is an area
     * @param name of the programme; null: it was not in effect then, or it is an area
     * @param area in the words of the first dependency that names it, whatever the case of its letters; null: it is a
     *     programme
     */
    record MatrixEnd(
            @Nullable String programme,
            @Nullable String name,
            @Nullable String area) {

        private String key() {
            return programme == null ? "1" + folded(String.valueOf(area)) : "0" + programme;
        }
    }

    /** What one programme or area gives to another. */
    record MatrixCell(
            MatrixEnd receiver,
            MatrixEnd giver,
            MatrixPart part,
            @JsonUnwrapped CountedDependencies counted) {}

    private record Place(String receiver, String giver) {
        static final Comparator<Place> ORDER =
                Comparator.comparing(Place::receiver).thenComparing(Place::giver);
    }

    /** A description without what two spellings of it may differ in. */
    static String folded(String description) {
        return description.strip().toLowerCase(Locale.ROOT);
    }

    /** The cells that are not empty: by receiver, then by giver, programmes before areas. */
    List<MatrixCell> cells(Collection<DependencyState> dependencies) {
        SortedMap<Place, List<DependencyState>> cells = new TreeMap<>(Place.ORDER);
        Map<String, MatrixEnd> ends = new TreeMap<>();
        for (DependencyState one : dependencies)
            cells.computeIfAbsent(
                            new Place(
                                    key(one.receiver().value(), ends),
                                    key(one.giver().value(), ends)),
                            _ -> new ArrayList<>())
                    .add(one);
        List<MatrixCell> shown = new ArrayList<>();
        cells.forEach((place, some) -> {
            MatrixEnd receiver = Objects.requireNonNull(ends.get(place.receiver()));
            MatrixEnd giver = Objects.requireNonNull(ends.get(place.giver()));
            boolean both = receiver.programme() != null && giver.programme() != null;
            shown.add(new MatrixCell(
                    receiver,
                    giver,
                    both ? MatrixPart.PROGRAMMES : MatrixPart.ENABLING_AREAS,
                    CountedDependencies.of(some)));
        });
        return shown;
    }

    private String key(DependencyEnd end, Map<String, MatrixEnd> ends) {
        MatrixEnd counted =
                end.initiative() == null ? new MatrixEnd(null, null, end.description()) : programme(end.initiative());
        ends.putIfAbsent(counted.key(), counted);
        return counted.key();
    }

    private MatrixEnd programme(String initiative) {
        Set<String> passed = new HashSet<>();
        String at = initiative;
        while (passed.add(at)) {
            InitiativeState state = initiatives.get(at);
            String above = state == null ? null : state.placement().value().parent();
            if (state == null || state.level().value() == InitiativeLevel.PROGRAMME || above == null) break;
            at = above;
        }
        InitiativeState state = initiatives.get(at);
        return new MatrixEnd(at, state == null ? null : state.name().value(), null);
    }
}
