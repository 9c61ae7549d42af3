package org.portfolioledger.state;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.Assessor;
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
     * @param schemeBreak null, or the "scheme:version" of the assessment before it where that is another: no order,
     *     average or trend may be computed across it
     */
    public record Rating(
            String criterion,
            @Nullable Assessor assessor,
            String scheme,
            int schemeVersion,
            RagRating rating,
            @Nullable String rationale,
            @Nullable Long rebaselineDecision,
            @Nullable String schemeBreak) {}

    static RagState evolve(@Nullable RagState before, RagFact fact, Grounds grounds) {
        return switch (fact) {
            case RagAssessed assessed -> {
                RagState state = before == null ? new RagState(assessed.initiative(), new TreeMap<>()) : before;
                yield new RagState(
                        state.initiative,
                        Copies.with(
                                state.ratings,
                                key(assessed.criterion(), assessed.assessor()),
                                grounds.ground(state.rating(assessed))));
            }
        };
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
        return new Rating(
                assessed.criterion(),
                assessed.assessor(),
                assessed.scheme(),
                assessed.schemeVersion(),
                assessed.rating(),
                assessed.rationale(),
                assessed.rebaselineDecision(),
                schemeBefore == null || schemeBefore.equals(scheme) ? null : schemeBefore);
    }
}
