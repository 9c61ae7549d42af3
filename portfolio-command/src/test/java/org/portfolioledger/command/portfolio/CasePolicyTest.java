package org.portfolioledger.command.portfolio;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.portfolio.PortfolioCommand.SetCasePolicy;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.FastRoute;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.vocabulary.Role;

/** A portfolio's policy for business cases: its versions, and routes that can be taken. */
class CasePolicyTest {

    private final Given given =
            Given.persons().facts(portfolio("PF", "2020-01-01"), board("B1", "2020-01-01"), board("B2", "2020-01-01"));
    private final CasePolicySet policy = policy("PF", 1, List.of("B1", "B2"), "2020-02-01");

    @Test
    void a_policy_is_set_and_the_next_one_is_numbered() {
        given.when(unnumbered("2020-02-01")).records(policy).reads("board-B1", "board-B2");
        given.and(policy).when(unnumbered("2020-02-01")).changesNothing();
        given.when(unnumbered("2019-02-01")).records(policy("PF", 2, List.of("B1", "B2"), "2019-02-01"));
        given.when(unnumbered("2040-02-01")).isRecorded();
    }

    @Test
    void a_version_is_set_once() {
        given.and(policy);
        given.when(on("2021-01-01", policy))
                .refuses(PortfolioRule.CASE_POLICY_VERSION_TAKEN)
                .at("/version");
        given.when(with(policy, "version", 0)).refuses(PortfolioRule.CASE_POLICY_VERSION_TAKEN);
    }

    @Test
    void each_route_names_boards_on_record_each_once() {
        given.when(with(with(policy, "routes", List.of()), "fastRoutes", List.of()))
                .refuses(PortfolioRule.CASE_POLICY_WITHOUT_BOARDS)
                .at("/routes");
        given.when(with(policy, "routes", List.of(route()))).refuses(PortfolioRule.CASE_POLICY_WITHOUT_BOARDS);
        given.when(with(policy, "routes", List.of(route("B1", "B9"))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/routes/0/boards/1");
        given.when(with(policy, "routes", List.of(route("B1", "B1"))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/routes/0/boards/1");
        FastRoute fast = new FastRoute("RECRUITMENT", List.of("B1"), "Delegation");
        given.when(with(policy, "fastRoutes", List.of(fast, fast)))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/fastRoutes/1/decisionClass");
        given.when(with(policy, "fastRoutes", List.of(with(fast, "boards", List.of()))))
                .refuses(PortfolioRule.CASE_POLICY_WITHOUT_BOARDS)
                .at("/fastRoutes/0/boards");
    }

    @Test
    void who_may_waive_a_stage_is_a_board_or_a_post_on_record_or_a_role_of_initiatives() {
        given.facts(post("PO", "2020-01-01"));
        for (WaiverAuthority one : List.of(
                new WaiverAuthority("B1", null, null),
                new WaiverAuthority(null, "PO", null),
                new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER)))
            given.when(with(policy, "mayWaive", List.of(one))).isRecorded();
        for (WaiverAuthority none : List.of(
                new WaiverAuthority(null, null, null),
                new WaiverAuthority("B1", "PO", null),
                new WaiverAuthority(null, null, Role.PORTFOLIO_DIRECTOR)))
            given.when(with(policy, "mayWaive", List.of(none)))
                    .refuses(PortfolioRule.AMBIGUOUS_WAIVER_AUTHORITY)
                    .at("/mayWaive/0");
        given.when(with(policy, "mayWaive", List.of(new WaiverAuthority("B9", null, null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/mayWaive/0/board");
        given.when(with(policy, "mayWaive", List.of(new WaiverAuthority(null, "PO-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/mayWaive/0/post");
    }

    @Test
    void its_amounts_are_none_below_zero() {
        given.when(with(policy, "routes", List.of(with(route("B1"), "upTo", pounds("0")))))
                .isRecorded();
        given.when(with(policy, "routes", List.of(with(route("B1"), "upTo", pounds("-0.01")))))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/routes/0/upTo/amount");
    }

    @Test
    void an_approval_is_good_for_one_month_at_least_and_ten_years_at_most() {
        for (int months : new int[] {1, 120})
            given.when(with(policy, "approvalMonths", months)).isRecorded();
        for (int months : new int[] {0, 121})
            given.when(with(policy, "approvalMonths", months))
                    .refuses(PortfolioRule.APPROVAL_MONTHS_OUT_OF_RANGE)
                    .at("/approvalMonths");
        given.when(with(policy, "approvalMonths", null)).isRecorded();
    }

    private static PolicyRoute route(String... boards) {
        return new PolicyRoute(List.of(), List.of(), null, List.of(boards), null);
    }

    private SetCasePolicy unnumbered(String day) {
        return new SetCasePolicy(
                "PF", null, policy.routes(), policy.fastRoutes(), policy.approvalMonths(), List.of(), on(day));
    }
}
