package org.portfolioledger.command.portfolio;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RatingDefinition;

/** What can be put on record about a portfolio. */
public sealed interface PortfolioCommand extends Command {

    String portfolio();

    @Override
    default String stream() {
        return Kinds.PORTFOLIO.stream(portfolio());
    }

    /** Begins a portfolio. */
    record OpenPortfolio(
            String portfolio,
            String register,
            String name,
            @Nullable String formerName,
            @Nullable String office,
            List<String> inclusionCriteria,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements PortfolioCommand {}

    /** Names a business group, or gives it another name. */
    record NameBusinessGroup(String portfolio, String businessGroup, String name, Provenance provenance)
            implements PortfolioCommand {}

    /**
     * Defines a version of a rating scheme.
     *
     * @param version null: the next one
     * @param ratings best first, each with its written definition
     */
    record DefineRatingScheme(
            String portfolio,
            String scheme,
            @Nullable Integer version,
            List<RatingDefinition> ratings,
            List<String> criteria,
            Provenance provenance)
            implements PortfolioCommand {}
}
