package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.Facts.board;
import static org.portfolioledger.command.Facts.portfolio;
import static org.portfolioledger.command.RiskFacts.riskGovernance;
import static org.portfolioledger.command.RiskFacts.riskScheme;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;

class RiskSchemesTest {

    private final Given given = Given.persons("p-a").facts(portfolio("PF", "2020-01-01"));

    @Test
    void a_version_is_defined_once_and_the_next_follows() {
        var first = riskScheme("PF", "ACME", 1, "2020-02-01");
        given.when(first).records(first);
        given.facts(first);
        given.when(with(riskScheme("PF", "ACME", 1, "2020-03-01"), "criticalFrom", 12))
                .refuses(PortfolioRule.RISK_SCHEME_VERSION_TAKEN)
                .at("/version");
        given.when(riskScheme("PF", "ACME", 2, "2040-03-01")).isRecorded();
        given.when(riskScheme("PF", "ACME", 0, "2020-03-01")).refuses(PortfolioRule.RISK_SCHEME_VERSION_TAKEN);
    }

    @Test
    void how_risks_are_governed_names_boards_on_record() {
        given.facts(board("BD", "2020-01-01"));
        var described = riskGovernance("PF", "BD", "2020-02-01");
        given.when(described).records(described);
        given.when(with(described, "presentedTo", List.of("BD-9")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/presentedTo/0");
        given.when(with(described, "gatekeeper", new RiskGatekeeper("BD", "p-a", null)))
                .refuses(ReferenceRule.AMBIGUOUS_GATEKEEPER)
                .at("/gatekeeper");
        given.when(with(described, "gatekeeper", null)).isRecorded();
    }

    @Test
    void it_defines_five_of_each_and_from_where_a_risk_is_critical() {
        var scheme = riskScheme("PF", "ACME", 1, "2020-02-01");
        given.when(with(scheme, "probabilities", List.of("a", "b", "c", "d")))
                .refuses(PortfolioRule.RISK_SCHEME_WITHOUT_DEFINITIONS)
                .at("/probabilities");
        given.when(with(scheme, "impacts", List.of("a", "b", "c", "d", "e", "f")))
                .refuses(PortfolioRule.RISK_SCHEME_WITHOUT_DEFINITIONS)
                .at("/impacts");
        for (int from : List.of(1, 25))
            given.when(with(scheme, "criticalFrom", from)).isRecorded();
        for (int from : List.of(0, 26))
            given.whenMigrating(with(scheme, "criticalFrom", from))
                    .refuses(PortfolioRule.RISK_SCHEME_WITHOUT_DEFINITIONS)
                    .at("/criticalFrom");
    }
}
