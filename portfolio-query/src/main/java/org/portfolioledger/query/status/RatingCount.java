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
import org.portfolioledger.query.answer.Href;
import org.portfolioledger.query.answer.PortfolioMembers.CountedRating;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.serialization.SchemaName;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.PortfolioState;
import org.portfolioledger.state.PortfolioState.Scheme;
import org.portfolioledger.vocabulary.RagRating;

/**
 * How many initiatives are rated how, by what is asserted still: never two schemes, two versions of one, two criteria or two assessors in one.
 *
 * @param assessor null: the sources do not name who assessed
 * @param ratings the ratings that occur
 */
record RatingCount(
        String scheme,
        int version,
        String criterion,
        @JsonInclude @Nullable Assessor assessor,
        List<Count> ratings) {

    /**
     * How many have a rating.
     *
     * @param href path of the list of these ratings
     */
    @SchemaName("CountOfRating")
    record Count(RagRating rating, int count, String href) {}

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

        static Group of(CountedRating counted) {
            return new Group(
                    counted.scheme(),
                    counted.version(),
                    counted.criterion(),
                    counted.assessor() == null ? null : Assessor.valueOf(counted.assessor()));
        }

        /** The path of the ratings of this group that are alike. */
        String href(TimePoint point, String portfolio, RagRating rating) {
            return Href.at(
                    point,
                    "/api/v1/portfolios/" + portfolio + "/rag-assessments",
                    Map.of(
                            "scheme",
                            scheme,
                            "schemeVersion",
                            String.valueOf(version),
                            "criterion",
                            criterion,
                            "assessor",
                            assessor == null ? SubResources.NOT_STATED : assessor.name(),
                            "rating",
                            rating.name(),
                            "inForce",
                            "TRUE"));
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Sums up what is asserted still.
     *
     * @param portfolio id of the portfolio whose ratings they are
     * @param portfolios by id those in which the initiatives lie
     */
    static List<RatingCount> of(
            TimePoint point, String portfolio, List<CountedRating> counted, Map<String, PortfolioState> portfolios) {
        Map<Group, Map<RagRating, Integer>> counts = new TreeMap<>();
        for (CountedRating one : counted)
            if (!isReplaced(one, portfolios.get(one.portfolio())))
                counts.computeIfAbsent(Group.of(one), _ -> new EnumMap<>(RagRating.class))
                        .merge(RagRating.valueOf(one.rating()), one.count(), Integer::sum);
        List<RatingCount> all = new ArrayList<>();
        counts.forEach((group, byRating) -> all.add(new RatingCount(
                group.scheme(),
                group.version(),
                group.criterion(),
                group.assessor(),
                byRating.entrySet().stream()
                        .map(rated -> new Count(
                                rated.getKey(), rated.getValue(), group.href(point, portfolio, rated.getKey())))
                        .toList())));
        return all;
    }

    /** Whether another scheme took the place of that of a rating. */
    static boolean isReplaced(CountedRating rating, @Nullable PortfolioState portfolio) {
        Grounded<Scheme> scheme = portfolio == null
                ? null
                : portfolio.schemes().get(PortfolioState.schemeKey(rating.scheme(), rating.version()));
        return scheme != null && scheme.value().replacement() != null;
    }
}
