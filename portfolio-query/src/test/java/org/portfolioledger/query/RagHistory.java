package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.vocabulary.RagRating;

/** What tests tell of ratings. */
public final class RagHistory {

    private RagHistory() {}

    public static GovernanceFact rated(String initiative, String scheme, RagRating rating, String day) {
        return new RagAssessed(
                initiative, scheme, 1, "OVERALL", rating, Assessor.PORTFOLIO_OFFICE, "because", null, on(day));
    }
}
