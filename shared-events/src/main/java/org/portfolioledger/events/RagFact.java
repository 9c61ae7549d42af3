package org.portfolioledger.events;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/** Facts about how an initiative goes. Stream {@code rag-{initiative}}. */
public sealed interface RagFact extends GovernanceFact {

    /**
     * A RAG assessment of one criterion by one assessor.
     *
     * @param schemeVersion version of the scheme, 1, 2, 3, …
     * @param assessor null only in migrated history: the source does not say who assessed
     * @param rebaselineDecision for a {@code RESET}: position of the fact that decided the re-baseline, or that set the baseline
     */
    record RagAssessed(
            String initiative,
            String scheme,
            int schemeVersion,
            String criterion,
            RagRating rating,
            @Nullable Assessor assessor,
            @Nullable String rationale,
            @Nullable Long rebaselineDecision,
            Provenance provenance)
            implements RagFact {}

    /**
     * An assessor no longer rates a criterion: the rating is history from that day on.
     *
     * @param assessor null: the source names no assessor
     */
    record RagAssessmentEnded(
            String initiative, String criterion, @Nullable Assessor assessor, String reason, Provenance provenance)
            implements RagFact {}

    /** Who assessed. */
    enum Assessor {
        PROJECT,
        SRO,
        PORTFOLIO_OFFICE,
        INDEPENDENT
    }
}
