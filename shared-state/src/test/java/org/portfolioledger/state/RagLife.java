package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.vocabulary.RagRating;

/** One full life of the ratings of an initiative: every fact of the family, and every field of its state. */
final class RagLife {

    private RagLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.RAG)
                .then(RagStateTest.schemed("MPS_2011", 1, "2011-06-13"), List.of("A_RULE"), List.of())
                .then(new RagFact.RagAssessed(
                        "PG-DRM", "DCA_FIVE", 1, "OVERALL", RagRating.RESET, null, null, 9_007_199_254_740_993L, VAGUE))
                .then(new RagFact.RagAssessmentEnded(
                        "PG-DRM", "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on("2012-06-12")))
                .then(RagStateTest.schemed("DCA_FIVE", 2, "2012-06-13"))
                .then(new RagFact.RagAssessmentEnded(
                        "PG-DRM", "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", on("2013-06-13")));
    }
}
