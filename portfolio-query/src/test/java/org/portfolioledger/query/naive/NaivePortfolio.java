package org.portfolioledger.query.naive;

import java.util.Map;
import java.util.Objects;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.DeliveryConfidenceAssessed;
import org.portfolioledger.events.PortfolioFact.EqualityRequirementSet;
import org.portfolioledger.events.PortfolioFact.PortfolioOpened;
import org.portfolioledger.events.PortfolioFact.RatingSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RatingSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.PortfolioFact.RiskGovernanceDescribed;
import org.portfolioledger.events.PortfolioFact.RiskSchemeDefined;
import org.portfolioledger.events.PortfolioFact.RiskSchemeReplaced;
import org.portfolioledger.events.PortfolioFact.RoleDescribed;
import org.portfolioledger.events.PortfolioFact.SavingsFiguresStated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replays facts about a portfolio. */
final class NaivePortfolio {

    private NaivePortfolio() {}

    static void replay(ObjectNode state, Words words) {
        if (words.content() instanceof PortfolioOpened opened) {
            state.put("id", opened.portfolio()).put("register", opened.register());
            words.put(state, "name", opened.name());
            words.put(state, "formerName", opened.formerName());
            words.put(state, "office", opened.office());
            words.put(state, "inclusionCriteria", opened.inclusionCriteria());
            words.put(state, "attributes", opened.attributes());
            state.withObject("/businessGroups");
            state.withObject("/schemes");
            state.withObject("/riskSchemes");
            state.withArray("/riskGovernance");
            state.withObject("/savings");
            state.withObject("/deliveryConfidence");
            state.withObject("/equalityRequirements");
            state.withObject("/roles");
        }
        if (words.content() instanceof BusinessGroupNamed named)
            words.put(state.withObject("/businessGroups"), named.businessGroup(), named.name());
        if (words.content() instanceof RatingSchemeDefined defined)
            words.put(
                    state.withObject("/schemes"),
                    defined.scheme() + ":" + defined.version(),
                    words.members("portfolio"));
        if (words.content() instanceof RiskSchemeDefined defined)
            words.put(
                    state.withObject("/riskSchemes"),
                    defined.scheme() + ":" + defined.version(),
                    words.members("portfolio"));
        if (words.content() instanceof RiskGovernanceDescribed)
            state.withArray("/riskGovernance").add(words.ground(words.members("portfolio")));
        if (words.content() instanceof SavingsFiguresStated stated)
            NaiveBenefit.state(
                    state,
                    "savings",
                    stated.kind() + ":" + stated.statedIn(),
                    words.ground(words.members("portfolio")));
        if (words.content() instanceof DeliveryConfidenceAssessed assessed)
            words.put(
                    state.withObject("/deliveryConfidence"),
                    Objects.requireNonNullElse(assessed.assessor(), "NOT_STATED"),
                    words.members("portfolio"));
        if (words.content() instanceof EqualityRequirementSet set)
            words.put(state.withObject("/equalityRequirements"), set.kind().name(), words.members("portfolio"));
        if (words.content() instanceof RatingSchemeReplaced replaced)
            replace(state.get("schemes"), replaced.scheme(), replaced.by(), replaced.version(), words);
        if (words.content() instanceof RiskSchemeReplaced replaced)
            replace(state.get("riskSchemes"), replaced.scheme(), replaced.by(), replaced.version(), words);
        if (words.content() instanceof RoleDescribed described)
            words.put(state.withObject("/roles"), described.role().name(), words.members("portfolio"));
        if (words.content() instanceof RatingValiditySet set) words.put(state, "ratingValidityDays", set.days());
        if (words.content() instanceof CasePolicySet) words.put(state, "casePolicy", words.members("portfolio"));
    }

    /** All versions of the scheme that are in use; where a later version takes their place, the earlier ones. */
    private static void replace(JsonNode schemes, String replaced, String by, int version, Words words) {
        for (JsonNode scheme : schemes) {
            ObjectNode value = (ObjectNode) scheme.get("value");
            boolean named = value.get("scheme").asString().equals(replaced);
            boolean other = !replaced.equals(by) || value.get("version").asInt() < version;
            if (named && other && !value.has("replacement"))
                value.set("replacement", words.ground(Map.of("by", by, "version", version)));
        }
    }
}
