package org.portfolioledger.command.rag;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.PositionOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/** What can be put on record about how an initiative goes. */
public sealed interface RagCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.changing(
                            "/initiatives/{initiative}/rag-assessments",
                            Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                            AssessRag.class,
                            RagAssessed.class,
                            "Rate one criterion",
                            """
                        {"scheme": "ACME_RAG", "criterion": "OVERALL", "rating": "AMBER", "assessor": "PORTFOLIO_OFFICE",
                         "rationale": "Ground works are three weeks late", "effectiveOn": "2026-05-31"}""")
                    .at("/initiatives/{initiative}/rag-assessments/{criterion}:{assessor}"),
            CommandRoute.changing(
                    "/initiatives/{initiative}/rag-assessments/{criterion}:{assessor}/endings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    EndRagAssessment.class,
                    RagAssessmentEnded.class,
                    "End the rating of one criterion by an assessor who no longer rates it",
                    """
                        {"reason": "The portfolio office rates this criterion no more", "effectiveOn": "2026-06-30"}"""));

    /**
     * Rates one criterion.
     *
     * @param schemeVersion null: the latest that the portfolio defines
     * @param rebaselineDecision for a {@code RESET}: position of the fact that decided the re-baseline, or that set the baseline
     */
    record AssessRag(
            @IdOf("initiative") String initiative,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            String criterion,
            RagRating rating,
            @Nullable Assessor assessor,
            @Nullable String rationale,

            @PositionOf("a board's decision on a re-baseline, or the re-baseline") @Nullable
            Long rebaselineDecision,

            Provenance provenance)
            implements RagCommand {}

    /**
     * Ends the rating of one criterion: its assessor rates it no more.
     *
     * @param assessor null: the source names no assessor
     */
    record EndRagAssessment(
            @IdOf("initiative") String initiative,
            String criterion,
            @Nullable Assessor assessor,
            String reason,
            Provenance provenance)
            implements RagCommand {}
}
