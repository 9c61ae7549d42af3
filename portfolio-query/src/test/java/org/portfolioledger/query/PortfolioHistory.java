package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.vocabulary.Role;

/** What tests tell of portfolios. */
public final class PortfolioHistory {

    private PortfolioHistory() {}

    public static GovernanceFact portfolio(String id, String day) {
        return new PortfolioOpened(id, "MPS", "Change portfolio", null, null, List.of(), new TreeMap<>(), on(day));
    }

    public static GovernanceFact described(String portfolio, Role role, String description, String day) {
        return new PortfolioFact.RoleDescribed(portfolio, role, description, List.of("Delivery"), on(day));
    }

    public static GovernanceFact group(String portfolio, String id, String name, String day) {
        return new PortfolioFact.BusinessGroupNamed(portfolio, id, name, on(day));
    }
}
