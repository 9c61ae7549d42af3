package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;

import java.util.List;
import java.util.TreeMap;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.ConfidenceTrend;
import org.portfolioledger.events.PortfolioFact.DeliveryConfidenceAssessed;
import org.portfolioledger.events.PortfolioFact.EqualityRequirementSet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** What tests record of portfolios. */
public final class PortfolioFacts {

    private PortfolioFacts() {}

    public static PortfolioOpened portfolio(String id, String day) {
        return new PortfolioOpened(id, "ACME", "Housing", null, null, List.of(), new TreeMap<>(), on(day));
    }

    public static BusinessGroupNamed group(String portfolio, String id, String name, String day) {
        return new BusinessGroupNamed(portfolio, id, name, on(day));
    }

    /** A scheme of green, amber and red for OVERALL and COST. */
    public static RatingSchemeDefined scheme(String portfolio, String scheme, int version, String day) {
        return new RatingSchemeDefined(
                portfolio,
                scheme,
                version,
                List.of(
                        new RatingDefinition(RagRating.GREEN, "on target"),
                        new RatingDefinition(RagRating.AMBER, "slipping"),
                        new RatingDefinition(RagRating.RED, "off target")),
                List.of("OVERALL", "COST"),
                on(day));
    }

    public static RatingSchemeReplaced replaced(String portfolio, String scheme, String by, int version, String day) {
        return new RatingSchemeReplaced(portfolio, scheme, by, version, on(day));
    }

    public static RatingValiditySet validity(String portfolio, int days, String day) {
        return new RatingValiditySet(portfolio, days, on(day));
    }

    public static RoleDescribed described(String portfolio, Role role, String day) {
        return new RoleDescribed(portfolio, role, "Is accountable", List.of("Delivery"), on(day));
    }

    /** A policy by which every case of up to five million pounds takes one route, and approvals are good for a year. */
    public static CasePolicySet policy(String portfolio, int version, List<String> boards, String day) {
        return new CasePolicySet(
                portfolio,
                version,
                List.of(new PolicyRoute(List.of(), List.of(), pounds("5000000.00"), boards, null)),
                List.of(new FastRoute("CONTRACT_EXTENSION", List.of(boards.getLast()), "Scheme of delegation, 4.2")),
                12,
                List.of(),
                on(day));
    }

    public static DeliveryConfidenceAssessed confidence(String portfolio, String assessor, String day) {
        return new DeliveryConfidenceAssessed(
                portfolio,
                assessor,
                ConfidenceTrend.IMPROVED,
                "last quarter",
                "Two programmes are in delivery",
                List.of("Recruiting specialists"),
                on(day));
    }

    public static RiskSchemeReplaced riskSchemeReplaced(
            String portfolio, String scheme, String by, int version, String day) {
        return new RiskSchemeReplaced(portfolio, scheme, by, version, on(day));
    }

    public static EqualityRequirementSet equalityRequired(String portfolio, String day) {
        return new EqualityRequirementSet(
                portfolio,
                EqualityAssessmentKind.FULL,
                List.of(InitiativeLevel.PROJECT),
                "From proposal to implementation",
                on(day));
    }
}
