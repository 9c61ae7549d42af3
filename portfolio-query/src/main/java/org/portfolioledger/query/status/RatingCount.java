package org.portfolioledger.query.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.query.overview.InitiativeOverview;
import org.portfolioledger.query.overview.ShownRating;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.vocabulary.RagRating;

/**
 * How many initiatives are rated how, by what is asserted still: never two schemes, two versions of one, two criteria or two assessors in one.
 *
 * @param assessor null: the sources do not name who assessed
 * @param ratings those that occur
 */
record RatingCount(
        String scheme,
        int version,
        String criterion,
        @JsonInclude @Nullable Assessor assessor,
        List<Count> ratings) {

    /** How many have a rating. */
    @SchemaName("CountOfRating")
    record Count(RagRating rating, int count) {}

    /** What may be counted together. */
    private record Group(
            String scheme,
            int version,
            String criterion,
            @Nullable Assessor assessor) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparing(Group::scheme)
                .thenComparingInt(Group::version)
                .thenComparing(Group::criterion)
                .thenComparing(Group::assessor, Comparator.nullsFirst(Comparator.comparing(Assessor::name)));

        static Group of(Rating rating) {
            return new Group(rating.scheme(), rating.schemeVersion(), rating.criterion(), rating.assessor());
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    static List<RatingCount> of(List<InitiativeOverview> overviews) {
        Map<Group, Map<RagRating, Integer>> counts = new TreeMap<>();
        for (InitiativeOverview status : overviews) {
            status.rated().stream()
                    .map(Grounded::value)
                    .filter(ShownRating::isInForce)
                    .map(ShownRating::rating)
                    .forEach(rating -> counts.computeIfAbsent(Group.of(rating), _ -> new EnumMap<>(RagRating.class))
                            .merge(rating.rating(), 1, Integer::sum));
        }
        List<RatingCount> all = new ArrayList<>();
        counts.forEach((group, byRating) -> all.add(new RatingCount(
                group.scheme(), group.version(), group.criterion(), group.assessor(), counts(byRating))));
        return all;
    }

    private static List<Count> counts(Map<RagRating, Integer> byRating) {
        return byRating.entrySet().stream()
                .map(rated -> new Count(rated.getKey(), rated.getValue()))
                .toList();
    }
}
