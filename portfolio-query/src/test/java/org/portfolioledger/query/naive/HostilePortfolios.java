package org.portfolioledger.query.naive;

import java.util.List;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.PortfolioFact;
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
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** Makes facts about portfolios. */
final class HostilePortfolios extends HostileFamily {

    HostilePortfolios(HostileFacts all) {
        super(all);
        makers.put(
                PortfolioOpened.class,
                id -> new PortfolioOpened(
                        id,
                        register(id),
                        name(),
                        maybe("Formerly"),
                        maybe("The office"),
                        texts("Big", "New"),
                        attributes(),
                        on()));
        makers.put(BusinessGroupNamed.class, id -> new BusinessGroupNamed(id, any("TP", "SCD"), name(), on()));
        makers.put(
                RatingSchemeDefined.class,
                id -> new RatingSchemeDefined(
                        id,
                        scheme(),
                        1 + random.nextInt(2),
                        List.of(
                                new RatingDefinition(RagRating.GREEN, name()),
                                new RatingDefinition(RagRating.RED, "off")),
                        List.of("OVERALL", "COST"),
                        on()));
        makers.put(
                RatingSchemeReplaced.class,
                id -> new RatingSchemeReplaced(id, scheme(), scheme(), 1 + random.nextInt(2), on()));
        makers.put(
                CasePolicySet.class,
                id -> new CasePolicySet(
                        id,
                        1 + random.nextInt(3),
                        List.of(new PolicyRoute(
                                List.of(CaseStage.OBC),
                                List.of(Tier.DMP),
                                maybe(money()),
                                texts(board(id, 0), board(id, 1)),
                                maybe("Panel"))),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new FastRoute("CONTRACT_EXTENSION", List.of(board(id, 1)), "Scheme")),
                        random.nextBoolean() ? null : 12,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(
                                        new WaiverAuthority(board(id, 0), null, null),
                                        new WaiverAuthority(null, near("post", id), null),
                                        new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER)),
                        on()));
        makers.put(
                RatingValiditySet.class, id -> new RatingValiditySet(id, 1 + random.nextInt(HostileFacts.DAYS), on()));
        makers.put(
                RoleDescribed.class,
                id -> new RoleDescribed(id, any(Role.SRO, Role.RISK_OWNER), name(), texts("Delivery", "Risks"), on()));
        makers.put(
                DeliveryConfidenceAssessed.class,
                id -> new DeliveryConfidenceAssessed(
                        id,
                        maybe(any("Office", "Audit")),
                        maybe(any(ConfidenceTrend.values())),
                        maybe("last quarter"),
                        maybe("in delivery"),
                        random.nextBoolean() ? List.of() : List.of("recruiting", "benefits"),
                        on()));
        makers.put(
                RiskSchemeReplaced.class,
                id -> new RiskSchemeReplaced(id, scheme(), scheme(), 1 + random.nextInt(2), on()));
        makers.put(
                EqualityRequirementSet.class,
                id -> new EqualityRequirementSet(
                        id,
                        any(EqualityAssessmentKind.FULL, EqualityAssessmentKind.INITIAL),
                        random.nextInt(3) == 0 ? List.of() : List.of(InitiativeLevel.PROJECT),
                        maybe("from the start"),
                        on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return PortfolioFact.class;
    }

    @Override
    String kind() {
        return "portfolio";
    }

    @Override
    Some some() {
        return new Some("PF", 2, PortfolioOpened.class);
    }
}
