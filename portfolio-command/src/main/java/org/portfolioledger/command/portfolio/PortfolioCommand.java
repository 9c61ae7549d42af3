package org.portfolioledger.command.portfolio;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RatingDefinition;

/** What can be put on record about a portfolio. */
public sealed interface PortfolioCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/portfolios",
                    Set.of(PORTFOLIO_OFFICE),
                    "portfolio",
                    OpenPortfolio.class,
                    PortfolioOpened.class,
                    "Begin a portfolio",
                    """
                        {"id": "PF-HOUSING", "register": "ACME", "name": "Housing portfolio",
                         "office": "Portfolio office", "inclusionCriteria": ["whole-life cost above GBP 1m"]}"""),
            CommandRoute.beginning(
                            "/portfolios/{portfolio}/business-groups",
                            Set.of(PORTFOLIO_OFFICE),
                            "businessGroup",
                            NameBusinessGroup.class,
                            BusinessGroupNamed.class,
                            "Name a business group",
                            """
                        {"id": "HR", "name": "Human Resources"}""")
                    .at("/portfolios/{portfolio}"),
            CommandRoute.changing(
                            "/portfolios/{portfolio}/rating-schemes",
                            Set.of(PORTFOLIO_OFFICE),
                            DefineRatingScheme.class,
                            RatingSchemeDefined.class,
                            "Define a version of a rating scheme",
                            """
                        {"scheme": "ACME_RAG", "criteria": ["OVERALL", "COST"],
                         "ratings": [{"rating": "GREEN", "definition": "on target"},
                                     {"rating": "AMBER", "definition": "slipping, with actions in place"},
                                     {"rating": "RED", "definition": "off target"}]}""")
                    .at("/portfolios/{portfolio}/rating-schemes"));

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
