package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.RagRating;

/** What tests record of ratings. */
public final class RagFacts {

    private RagFacts() {}

    public static RagAssessed rated(String initiative, RagRating rating, String day) {
        return new RagAssessed(
                initiative,
                "ACME_RAG",
                1,
                "OVERALL",
                rating,
                Assessor.PORTFOLIO_OFFICE,
                "Ground works are late",
                null,
                on(day));
    }

    /** The portfolio office rates the overall criterion no more. */
    public static RagAssessmentEnded unrated(String initiative, String day) {
        return new RagAssessmentEnded(initiative, "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on(day));
    }
}
