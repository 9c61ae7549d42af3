package org.portfolioledger.command.rag;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.rag.RatingCommand.AssessRag;
import org.portfolioledger.command.web.Post;
import org.portfolioledger.command.web.Posts;
import org.portfolioledger.events.RatingFact.RagAssessed;
import org.portfolioledger.state.RatingsState;
import org.springframework.stereotype.Component;

/** Paths of the commands on ratings. */
@Component
final class RatingEndpoint implements Posts {

    @Override
    public List<Post<?>> posts() {
        return List.of(new Post<>(
                "/initiatives/{initiative}/rag-assessments",
                AssessRag.class,
                null,
                RagAssessed.class,
                RatingEndpoint::itself,
                "Rate one criterion",
                """
                        {"scheme": "ACME_RAG", "criterion": "OVERALL", "rating": "AMBER", "assessor": "PORTFOLIO_OFFICE",
                         "rationale": "Ground works are three weeks late", "effectiveOn": "2026-05-31"}"""));
    }

    private static String itself(AssessRag assess) {
        return "/initiatives/" + assess.initiative() + "/rag-assessments/"
                + RatingsState.key(assess.criterion(), assess.assessor());
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(RatingRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return RatingsAggregate.class;
    }
}
