package org.portfolioledger.state;

import static org.portfolioledger.state.Sample.COST;
import static org.portfolioledger.state.Sample.VAGUE;
import static org.portfolioledger.state.Sample.attributes;
import static org.portfolioledger.state.Story.on;

import java.util.List;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.PortfolioFact;
import org.portfolioledger.events.PortfolioFact.ConfidenceTrend;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.RatingDefinition;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** One full life of a portfolio: every fact of the family, and every field of its state. */
final class PortfolioLife {

    private PortfolioLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.PORTFOLIO)
                .then(new PortfolioFact.PortfolioOpened(
                        "PF", "MPS", "Change", "SIP", "the office", List.of("broad"), attributes(), VAGUE))
                .then(new PortfolioFact.BusinessGroupNamed("PF", "DoI", "Directorate of Information", on("2011-06-13")))
                .then(new PortfolioFact.BusinessGroupNamed("PF", "TP", "Territorial Policing", on("2011-06-14")))
                .then(new PortfolioFact.RatingSchemeDefined(
                        "PF",
                        "MPS_2011",
                        1,
                        List.of(
                                new RatingDefinition(RagRating.GREEN, "on track"),
                                new RatingDefinition(RagRating.RED, "off track")),
                        List.of("OVERALL", "COST"),
                        on("2011-06-15")))
                .then(new PortfolioFact.RatingSchemeDefined(
                        "PF",
                        "MPS_2012",
                        1,
                        List.of(new RatingDefinition(RagRating.GREEN, "on track")),
                        List.of("OVERALL"),
                        on("2011-06-16")))
                .then(new PortfolioFact.RatingSchemeReplaced("PF", "MPS_2011", "MPS_2012", 1, on("2012-06-16")))
                .then(new PortfolioFact.RatingValiditySet("PF", 100, on("2012-06-17")))
                .then(new PortfolioFact.RoleDescribed(
                        "PF", Role.SRO, "One of each programme", List.of("delivery", "risks"), on("2012-06-18")))
                .then(new PortfolioFact.RoleDescribed(
                        "PF", Role.RISK_OWNER, "Owns a risk", List.of(), on("2012-06-19")))
                .then(new PortfolioFact.RiskSchemeDefined(
                        "PF",
                        "MPS_RISKS",
                        1,
                        List.of("rare", "unlikely", "possible", "likely", "almost certain"),
                        List.of("minimal", "minor", "moderate", "major", "extreme"),
                        15,
                        on("2012-06-20")))
                .then(new PortfolioFact.RiskGovernanceDescribed(
                        "PF",
                        List.of(RiskFact.RiskLevel.PROGRAMME, RiskFact.RiskLevel.STRATEGIC),
                        new RiskFact.RiskGatekeeper("BD-MB", null, null),
                        List.of("every programme keeps a register"),
                        List.of("BD-GB"),
                        on("2012-06-21")))
                .then(new PortfolioFact.RiskSchemeDefined(
                        "PF",
                        "MPS_RISKS",
                        2,
                        List.of("a", "b", "c", "d", "e"),
                        List.of("v", "w", "x", "y", "z"),
                        12,
                        on("2012-06-20")))
                .then(new PortfolioFact.RiskSchemeReplaced("PF", "MPS_RISKS", "MPS_RISKS", 2, on("2012-06-21")))
                .then(new PortfolioFact.DeliveryConfidenceAssessed(
                        "PF",
                        "the office",
                        ConfidenceTrend.IMPROVED,
                        "last quarter",
                        "two are in delivery",
                        List.of("recruiting", "tracking of benefits"),
                        on("2012-06-21")))
                .then(new PortfolioFact.EqualityRequirementSet(
                        "PF",
                        EqualityAssessmentKind.FULL,
                        List.of(InitiativeLevel.PROJECT),
                        "from the start",
                        on("2012-06-21")))
                .then(BenefitLife.savings("2012-06-22"))
                .then(BenefitLife.savings("2012-06-23"))
                .then(new PortfolioFact.CasePolicySet(
                        "PF",
                        1,
                        List.of(new PolicyRoute(
                                List.of(CaseStage.OBC), List.of(Tier.DMP), COST, List.of("BD-GB"), "Panel")),
                        List.of(new FastRoute("CONTRACT_EXTENSION", List.of("BD-MB"), "Scheme of delegation")),
                        12,
                        List.of(
                                new WaiverAuthority("BD-MB", null, null),
                                new WaiverAuthority(null, "PO-1", null),
                                new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER)),
                        on("2012-06-18")));
    }
}
