package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.riskSchemeReplaced;
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
    void a_scheme_is_replaced_by_another_or_by_a_later_version_of_itself_from_the_day_on_which_both_are_defined() {
        given.facts(
                riskScheme("PF", "OLD", 1, "2020-02-01"),
                riskScheme("PF", "OLD", 2, "2020-03-01"),
                riskScheme("PF", "NEW", 1, "2020-04-01"));
        given.when(riskSchemeReplaced("PF", "old", "new", 1, "2020-04-01"))
                .records(riskSchemeReplaced("PF", "OLD", "NEW", 1, "2020-04-01"));
        given.when(riskSchemeReplaced("PF", "OLD", "NEW", 1, "2020-03-31"))
                .refuses(PortfolioRule.SCHEME_NOT_IN_FORCE)
                .at("/effectiveOn");
        given.when(riskSchemeReplaced("PF", "OLD", "NEW", 1, "2040-04-01")).isRecorded();
        given.when(riskSchemeReplaced("PF", "OLD", "OLD", 2, "2020-03-01")).isRecorded();
        given.when(riskSchemeReplaced("PF", "OLD", "OLD", 2, "2020-02-29")).refuses(PortfolioRule.SCHEME_NOT_IN_FORCE);
        given.when(riskSchemeReplaced("PF", "OLD", "OLD", 1, "2020-03-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_BY_ITSELF);
        given.when(riskSchemeReplaced("PF", "OLD", "NEW", 2, "2020-04-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/version");
        given.when(riskSchemeReplaced("PF", "OLD", "NONE", 1, "2020-04-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/by");
    }

    @Test
    void a_scheme_is_replaced_once_and_gets_no_further_version() {
        given.facts(
                riskScheme("PF", "OLD", 1, "2020-02-01"),
                riskScheme("PF", "NEW", 1, "2020-02-01"),
                riskScheme("PF", "LAST", 1, "2020-02-01"),
                riskSchemeReplaced("PF", "OLD", "NEW", 1, "2022-01-01"));
        given.when(riskSchemeReplaced("PF", "OLD", "LAST", 1, "2023-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(5L);
        given.when(riskSchemeReplaced("PF", "NEW", "OLD", 1, "2023-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACEMENT_CIRCULAR)
                .against(5L);
        given.when(riskScheme("PF", "OLD", 2, "2021-12-31")).isRecorded();
        given.when(riskScheme("PF", "OLD", 2, "2022-01-01"))
                .refuses(PortfolioRule.SCHEME_REPLACED_ALREADY)
                .against(5L);
        given.whenStruck(3).refuses(PortfolioRule.SCHEME_NOT_IN_FORCE).against(5L);
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
