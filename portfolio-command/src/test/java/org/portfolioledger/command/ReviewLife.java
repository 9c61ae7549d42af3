package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.owner;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.vocabulary.RagRating;

/** A life of the family {@link ReviewFact}. */
final class ReviewLife implements Life<ReviewState> {

    @Override
    public Kind<?, ReviewState> kind() {
        return Kinds.REVIEW;
    }

    @Override
    public String id() {
        return "RV";
    }

    /** A review in the midst of which it is told: one recommendation was made, another may be. */
    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        ReviewFacts.review("RV", ReviewKind.GATE_2, "PG", "2020-01-01"),
                        ReviewFacts.recommended("RV", "R0", "p0", "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        String id = "R" + sent.which() % 2;
        String person = "p" + sent.other() % 4;
        return switch (sent.kind() % 13) {
            case 0 -> ReviewFacts.recommended("RV", id, person, day);
            case 1 -> ReviewFacts.assigned("RV", id, person, day);
            case 2 -> ReviewFacts.answered("RV", id, RecommendationAnswer.ACCEPTED, day);
            case 3 -> ReviewFacts.progressed("RV", id, day);
            case 4, 5 -> ReviewFacts.claimed("RV", id, person, day);
            case 6, 7 -> ReviewFacts.verified("RV", id, person, day);
            case 8 -> ReviewFacts.reopened("RV", id, day);
            case 9 -> ReviewFacts.closedNotDone("RV", id, day);
            case 10 ->
                sent.other() % 2 == 0 ? ReviewFacts.held("RV", day) : ReviewFacts.reported("RV", RagRating.RED, day);
            case 11 -> ReviewFacts.reviewCancelled("RV", day);
            default -> ReviewFacts.review("RV", ReviewKind.GATE_2, "PG", day);
        };
    }

    /**
     * Recommendations are followed by others than their owners: who owned or claimed a recommendation by then did not
     * verify it, and it was claimed.
     */
    @Override
    public void keepsLaw(Given given) {
        Map<String, Set<String>> involved = new HashMap<>();
        Set<String> claimed = new HashSet<>();
        Set<String> ended = new HashSet<>();
        told(given, Kinds.REVIEW, "RV").forEach(fact -> {
            switch (fact) {
                case RecommendationMade made -> involve(involved, made.recommendation(), owner(made.owner()));
                case RecommendationAssigned assigned -> {
                    assertThat(ended).doesNotContain(assigned.recommendation());
                    involve(involved, assigned.recommendation(), owner(assigned.owner()));
                }
                case RecommendationClaimed claim -> {
                    assertThat(ended).doesNotContain(claim.recommendation());
                    assertThat(claimed.add(claim.recommendation())).isTrue();
                    involve(involved, claim.recommendation(), claim.claimedBy());
                }
                case RecommendationVerified verified -> {
                    assertThat(claimed.remove(verified.recommendation())).isTrue();
                    assertThat(ended.add(verified.recommendation())).isTrue();
                    assertThat(involved.get(verified.recommendation())).doesNotContain(verified.verifiedBy());
                }
                case RecommendationClosed closed -> {
                    claimed.remove(closed.recommendation());
                    assertThat(ended.add(closed.recommendation())).isTrue();
                }
                case RecommendationReopened reopened -> {
                    claimed.remove(reopened.recommendation());
                    ended.remove(reopened.recommendation());
                }
                default -> {}
            }
        });
    }

    private static void involve(Map<String, Set<String>> involved, String recommendation, @Nullable String person) {
        Set<String> all = involved.computeIfAbsent(recommendation, _ -> new HashSet<>());
        if (person != null) all.add(person);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("RECOMMENDATION_ENDED", "REVIEW_CANCELLED_ALREADY", "SELF_VERIFICATION");
    }
}
