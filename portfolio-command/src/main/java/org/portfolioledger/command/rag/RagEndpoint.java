package org.portfolioledger.command.rag;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.rag.RagCommand.AssessRag;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.state.RagState;
import org.springframework.stereotype.Component;

/** Paths of the commands on ratings. */
@Component
final class RagEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(new CommandRoute<>(
                "/initiatives/{initiative}/rag-assessments",
                AssessRag.class,
                null,
                RagAssessed.class,
                RagEndpoint::itself,
                "Rate one criterion",
                """
                        {"scheme": "ACME_RAG", "criterion": "OVERALL", "rating": "AMBER", "assessor": "PORTFOLIO_OFFICE",
                         "rationale": "Ground works are three weeks late", "effectiveOn": "2026-05-31"}"""));
    }

    private static String itself(AssessRag assess) {
        return "/initiatives/" + assess.initiative() + "/rag-assessments/"
                + RagState.key(assess.criterion(), assess.assessor());
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(RagRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return RagAggregate.class;
    }
}
