package org.portfolioledger.query.naive;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.RagRating;

/** Makes facts about ratings. */
final class HostileRag extends HostileFamily {

    HostileRag(HostileFacts all) {
        super(all);
        makers.put(
                RagAssessed.class,
                id -> new RagAssessed(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        any("OVERALL", "COST"),
                        any(RagRating.GREEN, RagRating.AMBER, RagRating.RED),
                        assessor(),
                        maybe("because"),
                        random.nextInt(10) == 0 ? 3L : null,
                        on()));
        makers.put(
                RagAssessmentEnded.class,
                id -> new RagAssessmentEnded(id, any("OVERALL", "COST"), assessor(), "rates no more", on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return RagFact.class;
    }

    @Override
    String kind() {
        return "rag";
    }

    private @Nullable Assessor assessor() {
        return random.nextInt(6) == 0 ? null : any(Assessor.PORTFOLIO_OFFICE, Assessor.SRO);
    }
}
