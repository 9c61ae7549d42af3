package org.portfolioledger.state;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.RagRating;

/**
 * The latest assessments of one initiative.
 *
 * @param ratings by "criterion:assessor"; an assessor whom the source does not name is {@code NOT_STATED}
 */
public record RagState(String initiative, SortedMap<String, Grounded<Rating>> ratings)
        implements OfInitiative, Referring {

    @Override
    public List<Reference> references() {
        return ratings.values().stream()
                .map(rating -> Reference.to(Kinds.INITIATIVE, initiative, rating))
                .toList();
    }

    /**
     * One assessment.
     *
     * @param schemeBreak null, or the "scheme:version" of the assessment before it, if that is a different one: no order, average or trend may be computed across the break
     * @param endingBefore null, or the ending of the assessment before it: nothing may be computed across it either
     * @param previous the assessment before it, with which it may be compared; null: there is none, or a break or an ending lies between them
     * @param givenOn day on which it was given
     * @param ending null, or why the assessor rates the criterion no more
     */
    public record Rating(
            String criterion,
            @Nullable Assessor assessor,
            String scheme,
            int schemeVersion,
            RagRating rating,
            @Nullable String rationale,
            @Nullable Long rebaselineDecision,
            @Nullable String schemeBreak,
            @Nullable Grounded<String> endingBefore,
            @Nullable PreviousRating previous,
            LocalDate givenOn,
            @Nullable Grounded<String> ending) {

        /** The same from the day on which it ends: when and by what it was given stays. */
        private Rating ended(Grounded<String> why) {
            return new Rating(
                    criterion,
                    assessor,
                    scheme,
                    schemeVersion,
                    rating,
                    rationale,
                    rebaselineDecision,
                    schemeBreak,
                    endingBefore,
                    previous,
                    givenOn,
                    why);
        }
    }

    /**
     * An assessment of the same criterion by the same assessor and scheme, before another.
     *
     * @param statedBy position of the fact that states it
     */
    public record PreviousRating(RagRating rating, LocalDate givenOn, long statedBy) {}

    static RagState assessed(RagAssessed assessed, Grounds grounds) {
        return new RagState(assessed.initiative(), new TreeMap<>()).evolve(assessed, grounds);
    }

    RagState evolve(RagFact fact, Grounds grounds) {
        return switch (fact) {
            case RagAssessed assessed ->
                with(key(assessed.criterion(), assessed.assessor()), grounds.ground(rating(assessed)));
            case RagAssessmentEnded ended -> ended(ended, grounds);
        };
    }

    private RagState with(String key, Grounded<Rating> rating) {
        return new RagState(initiative, Copies.with(ratings, key, rating));
    }

    private RagState ended(RagAssessmentEnded ended, Grounds grounds) {
        String key = key(ended.criterion(), ended.assessor());
        Grounded<Rating> rating = ratings.get(key);
        if (rating == null || rating.value().ending() != null) return this;
        return with(key, rating.as(rating.value().ended(grounds.ground(ended.reason()))));
    }

    /** Key of one criterion as assessed by one assessor. */
    public static String key(String criterion, @Nullable Assessor assessor) {
        return criterion + ":" + (assessor == null ? "NOT_STATED" : assessor.name());
    }

    private Rating rating(RagAssessed assessed) {
        String scheme = PortfolioState.schemeKey(assessed.scheme(), assessed.schemeVersion());
        Grounded<Rating> before = ratings.get(key(assessed.criterion(), assessed.assessor()));
        String schemeBefore = before == null
                ? null
                : PortfolioState.schemeKey(
                        before.value().scheme(), before.value().schemeVersion());
        String schemeBreak = schemeBefore == null || schemeBefore.equals(scheme) ? null : schemeBefore;
        return new Rating(
                assessed.criterion(),
                assessed.assessor(),
                assessed.scheme(),
                assessed.schemeVersion(),
                assessed.rating(),
                assessed.rationale(),
                assessed.rebaselineDecision(),
                schemeBreak,
                before == null ? null : before.value().ending(),
                schemeBreak == null ? previous(before) : null,
                assessed.provenance().effectiveOn(),
                null);
    }

    private static @Nullable PreviousRating previous(@Nullable Grounded<Rating> before) {
        if (before == null || before.value().ending() != null) return null;
        return new PreviousRating(before.value().rating(), before.value().givenOn(), before.fact());
    }
}
