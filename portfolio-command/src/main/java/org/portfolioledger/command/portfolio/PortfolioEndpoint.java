package org.portfolioledger.command.portfolio;

import java.util.List;
import org.portfolioledger.command.Rule;
import org.portfolioledger.command.Shell;
import org.portfolioledger.command.portfolio.PortfolioCommand.DefineRatingScheme;
import org.portfolioledger.command.portfolio.PortfolioCommand.NameBusinessGroup;
import org.portfolioledger.command.portfolio.PortfolioCommand.OpenPortfolio;
import org.portfolioledger.command.web.CommandRoute;
import org.portfolioledger.command.web.FamilyRoutes;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.springframework.stereotype.Component;

/** Paths of the commands on portfolios. */
@Component
final class PortfolioEndpoint implements FamilyRoutes {

    @Override
    public List<CommandRoute<?>> posts() {
        return List.of(
                new CommandRoute<>(
                        "/portfolios",
                        OpenPortfolio.class,
                        "portfolio",
                        PortfolioOpened.class,
                        open -> "/portfolios/" + open.portfolio(),
                        "Begin a portfolio",
                        """
                        {"id": "PF-HOUSING", "register": "ACME", "name": "Housing portfolio",
                         "office": "Portfolio office", "inclusionCriteria": ["whole-life cost above GBP 1m"]}"""),
                new CommandRoute<>(
                        "/portfolios/{portfolio}/business-groups",
                        NameBusinessGroup.class,
                        "businessGroup",
                        BusinessGroupNamed.class,
                        name -> "/portfolios/" + name.portfolio(),
                        "Name a business group",
                        """
                        {"id": "HR", "name": "Human Resources"}"""),
                new CommandRoute<>(
                        "/portfolios/{portfolio}/rating-schemes",
                        DefineRatingScheme.class,
                        null,
                        RatingSchemeDefined.class,
                        define -> "/portfolios/" + define.portfolio() + "/rating-schemes",
                        "Define a version of a rating scheme",
                        """
                        {"scheme": "ACME_RAG", "criteria": ["OVERALL", "COST"],
                         "ratings": [{"rating": "GREEN", "definition": "on target"},
                                     {"rating": "AMBER", "definition": "slipping, with actions in place"},
                                     {"rating": "RED", "definition": "off target"}]}"""));
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(PortfolioRule.values());
    }

    @Override
    public Class<? extends Shell> shell() {
        return PortfolioAggregate.class;
    }
}
