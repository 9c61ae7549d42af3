package org.portfolioledger.query.naive;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;

/** Makes facts about reviews. */
final class HostileReviews extends HostileFamily {

    HostileReviews(HostileFacts all) {
        super(all);
        makers.put(
                ReviewOpened.class,
                id -> new ReviewOpened(
                        id,
                        register(id),
                        number(id) == 0 ? ReviewKind.GATE_2 : any(ReviewKind.GATE_2, ReviewKind.AAP, ReviewKind.PAR),
                        number(id) == 0 ? new ReviewSubject(near("initiative", id, 0), null, null) : subject(id),
                        random.nextBoolean() ? day() : null,
                        maybe("Auditors"),
                        random.nextInt(3) == 0 ? near("review", id) : null,
                        attributes(),
                        on()));
        makers.put(ReviewRescheduled.class, id -> new ReviewRescheduled(id, day(), maybe("why"), on()));
        makers.put(ReviewHeld.class, id -> new ReviewHeld(id, random.nextBoolean() ? day() : null, on()));
        makers.put(
                ReviewReported.class,
                id -> new ReviewReported(
                        id,
                        random.nextInt(4) == 0 ? null : any(RagRating.RED, RagRating.RED, RagRating.GREEN),
                        maybe("so"),
                        maybe(near("document", id)),
                        on()));
        makers.put(ReviewCancelled.class, id -> new ReviewCancelled(id, "paused", on()));
        makers.put(FindingMade.class, id -> new FindingMade(id, "F" + random.nextInt(3), name(), on()));
        makers.put(
                RecommendationMade.class,
                id -> new RecommendationMade(
                        id,
                        recommended(),
                        name(),
                        maybe("Strategy"),
                        maybe(any(RecommendationGrade.values())),
                        maybe(holder()),
                        random.nextBoolean() ? day() : null,
                        random.nextInt(3) == 0 ? recommendation(id) : null,
                        attributes(),
                        on()));
        makers.put(
                RecommendationAssigned.class,
                id -> new RecommendationAssigned(
                        id, recommended(), holder(), random.nextBoolean() ? day() : null, maybe("left"), on()));
        makers.put(
                RecommendationAnswered.class,
                id -> new RecommendationAnswered(
                        id, recommended(), any(RecommendationAnswer.values()), maybe("why"), on()));
        makers.put(RecommendationProgressed.class, id -> new RecommendationProgressed(id, recommended(), name(), on()));
        makers.put(
                RecommendationClaimed.class,
                id -> new RecommendationClaimed(id, recommended(), maybe("P-1"), evidence(id), on()));
        makers.put(
                RecommendationVerified.class,
                id -> new RecommendationVerified(id, recommended(), maybe("P-2"), evidence(id), on()));
        makers.put(RecommendationReopened.class, id -> new RecommendationReopened(id, recommended(), "lapsed", on()));
        makers.put(
                RecommendationClosed.class,
                id -> new RecommendationClosed(id, recommended(), "overtaken", evidence(id), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return ReviewFact.class;
    }

    @Override
    String kind() {
        return "review";
    }

    @Override
    Some some() {
        return new Some("RV", 3, ReviewOpened.class);
    }

    private ReviewSubject subject(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> new ReviewSubject(null, near("portfolio", id), null);
            case 1 -> new ReviewSubject(null, null, "The strategy");
            default -> new ReviewSubject(near("initiative", id), null, null);
        };
    }
}
