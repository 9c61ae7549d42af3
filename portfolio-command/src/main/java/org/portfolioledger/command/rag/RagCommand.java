package org.portfolioledger.command.rag;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Assessor;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;

/** What can be put on record about how an initiative goes. */
public sealed interface RagCommand extends Command {

    String initiative();

    @Override
    default String stream() {
        return Kinds.RAG.stream(initiative());
    }

    @Override
    default String registeredWith() {
        return Kinds.INITIATIVE.stream(initiative());
    }

    /**
     * Rates one criterion.
     *
     * @param schemeVersion null: the latest that the portfolio defines
     * @param rebaselineDecision for a {@code RESET}: position of the fact that decided the re-baseline
     */
    record AssessRag(
            String initiative,
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            String criterion,
            RagRating rating,
            @Nullable Assessor assessor,
            @Nullable String rationale,
            @Nullable Long rebaselineDecision,
            Provenance provenance)
            implements RagCommand {}
}
