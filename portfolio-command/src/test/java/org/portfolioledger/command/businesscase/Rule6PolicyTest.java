package org.portfolioledger.command.businesscase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.challenged;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.reevaluated;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.BusinessCaseFacts.withdrawn;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;
import static org.portfolioledger.vocabulary.BoardOutcome.ENDORSED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Then;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.InitiativeFact.Tier;
import org.portfolioledger.events.PortfolioFact.PolicyRoute;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

/** Rule 6, by policy: a case takes the route that is in force on the day of its submission. */
class Rule6PolicyTest {

    private static final CaseRoute OF_POLICY = new CaseRoute(List.of("B1", "B2"), null, 12, null);

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-panel")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    board("B1", "2020-01-01"),
                    board("B2", "2020-01-01"),
                    board("B3", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    policy("PF", 1, List.of("B1", "B2"), "2020-02-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of(), "2020-02-01"),
                    version("BC", 1, "2020-02-10"));

    @Test
    void the_policy_gives_a_submission_its_route_and_the_submission_rests_on_it() {
        given.when(submitted("BC", 1, "2020-02-12"))
                .records(by(OF_POLICY, "2020-02-12"))
                .restsOn(6L, 7L);
        given.when(by(OF_POLICY, "2020-02-12")).records(by(OF_POLICY, "2020-02-12"));
        given.when(submitted("BC", 1, "2040-02-12")).records(by(OF_POLICY, "2040-02-12"));
    }

    @Test
    void the_policy_in_force_on_the_day_counts_from_its_first_day_on() {
        given.facts(policy("PF", 2, List.of("B3"), "2020-03-01"));
        given.when(submitted("BC", 1, "2020-02-29")).records(by(OF_POLICY, "2020-02-29"));
        given.when(submitted("BC", 1, "2020-03-01"))
                .records(by(new CaseRoute(List.of("B3"), null, 12, null), "2020-03-01"))
                .restsOn(9L, 7L);
    }

    @Test
    void a_later_policy_leaves_the_route_of_what_was_submitted_before() {
        given.and(submitted("BC", 1, "2020-02-12"));
        given.facts(policy("PF", 2, List.of("B3"), "2020-03-01"));
        given.when(decided("BC", "B3", 1, APPROVED, "2020-04-01")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.and(decided("BC", "B1", 1, ENDORSED, "2020-04-01"))
                .when(decided("BC", "B2", 1, APPROVED, "2020-04-02"))
                .isRecorded();
        given.when(decided("BC", "B2", 1, APPROVED, "2020-03-31"))
                .refusesAll(BusinessCaseRule.ROUTE_OUT_OF_ORDER, BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void a_version_that_is_submitted_anew_takes_the_new_route() {
        given.and(submitted("BC", 1, "2020-02-12")).and(decided("BC", "B1", 1, ENDORSED, "2020-02-20"));
        given.facts(policy("PF", 2, List.of("B3"), "2020-03-01"));
        given.and(version("BC", 2, "2020-03-02")).and(submitted("BC", 2, "2020-03-02"));
        given.when(decided("BC", "B2", 2, APPROVED, "2020-03-03")).refuses(BusinessCaseRule.BOARD_NOT_ON_ROUTE);
        given.when(decided("BC", "B3", 2, APPROVED, "2020-03-03")).isRecorded();
    }

    @Test
    void the_cost_chooses_the_route_up_to_the_pound() {
        given.facts(with(
                policy("PF", 2, List.of("B1"), "2020-02-01"),
                "routes",
                List.of(route(pounds("3999999.99"), "B1"), route(pounds("4000000"), "B2"), route(null, "B3"))));
        assertThat(boards(given.when(submitted("BC", 1, "2020-02-12")))).containsExactly("B2");
        given.facts(with(version("BC", 2, "2020-02-11"), "cost", pounds("4000000.01")));
        assertThat(boards(given.when(submitted("BC", 2, "2020-02-12")))).containsExactly("B3");
        given.facts(with(version("BC", 3, "2020-02-11"), "cost", pounds("3999999.99")));
        assertThat(boards(given.when(submitted("BC", 3, "2020-02-12")))).containsExactly("B1");
    }

    @Test
    void stage_and_tier_choose_the_route() {
        PolicyRoute forObc = new PolicyRoute(List.of(CaseStage.OBC), List.of(), null, List.of("B1"), null);
        PolicyRoute forDmp = new PolicyRoute(List.of(), List.of(Tier.DMP), null, List.of("B2"), null);
        given.facts(with(policy("PF", 2, List.of("B1"), "2020-02-01"), "routes", List.of(forObc, forDmp)));
        given.when(submitted("BC", 1, "2020-02-12"))
                .refuses(BusinessCaseRule.NO_ROUTE_IN_POLICY)
                .at("/version")
                .entry("SOC", "NOT_STATED");
        given.whenMigrating(submitted("BC", 1, "2020-02-12")).unmet(BusinessCaseRule.NO_ROUTE_IN_POLICY);
        given.replaced(5, with(initiativeIn("PG", "PF", "2020-01-01"), "tier", Tier.DMP));
        assertThat(boards(given.when(submitted("BC", 1, "2020-02-12")))).containsExactly("B2");
    }

    @Test
    void a_cost_in_other_prices_than_the_policy_is_not_compared() {
        Money real = new Money(pounds("1").amount(), "GBP", PriceBasis.REAL, "2019/20", Confidence.VALIDATED);
        given.facts(with(version("BC", 2, "2020-02-10"), "cost", real));
        given.when(submitted("BC", 2, "2020-02-12")).refuses(BusinessCaseRule.COST_NOT_COMPARABLE_WITH_POLICY);
    }

    @Test
    void a_class_of_decision_takes_its_fast_route_by_its_authority() {
        var fast = with(submitted("BC", 1, "2020-02-12"), "decisionClass", "CONTRACT_EXTENSION");
        given.when(fast)
                .records(with(fast, "route", new CaseRoute(List.of("B2"), null, 12, "Scheme of delegation, 4.2")));
        given.when(with(fast, "decisionClass", "RECRUITMENT"))
                .refuses(BusinessCaseRule.NO_FAST_ROUTE)
                .at("/decisionClass")
                .entry("RECRUITMENT");
    }

    @Test
    void a_route_that_is_stated_is_that_of_the_policy() {
        given.when(by(new CaseRoute(List.of("B2"), null, 12, null), "2020-02-12"))
                .refuses(BusinessCaseRule.ROUTE_NOT_OF_POLICY)
                .at("/route")
                .entry("B1, B2");
        given.when(by(new CaseRoute(List.of("B9"), null, 12, null), "2020-02-12"))
                .refusesAll(BusinessCaseRule.ROUTE_NOT_OF_POLICY, ReferenceRule.UNKNOWN_REFERENCE);
        given.whenMigrating(by(new CaseRoute(List.of("B2"), null, null, null), "2020-02-12"))
                .unmet(BusinessCaseRule.ROUTE_NOT_OF_POLICY);
    }

    @Test
    void a_case_states_a_route_of_its_own_only_where_there_is_no_policy() {
        var own = caseOpened("BC-2", "PG", CaseStage.SOC, List.of("B3"), "2020-02-01");
        given.when(own)
                .refuses(BusinessCaseRule.ROUTE_GIVEN_BY_POLICY)
                .at("/route")
                .against(6L);
        given.when(on("2020-01-31", own)).isRecorded();
        given.when(on("2020-01-31", with(own, "route", List.of()))).refuses(BusinessCaseRule.ROUTE_WITHOUT_BOARDS);
    }

    @Test
    void without_a_policy_the_submission_states_no_route() {
        given.facts(
                caseOpened("BC-2", "PG", CaseStage.SOC, List.of("B3"), "2020-01-10"), version("BC-2", 1, "2020-01-10"));
        given.when(submitted("BC-2", 1, "2020-01-31")).records(submitted("BC-2", 1, "2020-01-31"));
        given.when(with(submitted("BC-2", 1, "2020-01-31"), "route", OF_POLICY))
                .refuses(BusinessCaseRule.ROUTE_NOT_OF_POLICY);
        given.when(with(submitted("BC-2", 1, "2020-01-31"), "decisionClass", "CONTRACT_EXTENSION"))
                .refuses(BusinessCaseRule.NO_FAST_ROUTE);
        given.when(submitted("BC-2", 1, "2020-02-01"))
                .records(with(submitted("BC-2", 1, "2020-02-01"), "route", OF_POLICY));
        given.when(submitted("BC", 1, "2020-01-31"))
                .refusesAll(BusinessCaseRule.ROUTE_WITHOUT_BOARDS, ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void where_the_policy_has_a_panel_it_challenges_the_version_before_a_board_approves() {
        given.facts(with(
                policy("PF", 2, List.of("B1"), "2020-02-01"),
                "routes",
                List.of(new PolicyRoute(List.of(), List.of(), null, List.of("B1", "B2"), "Challenge panel"))));
        given.and(submitted("BC", 1, "2020-02-12"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-01"))
                .refuses(BusinessCaseRule.CHALLENGE_MISSING)
                .entry("Challenge panel");
        given.when(decided("BC", "B1", 1, BoardOutcome.NOTED, "2020-03-01")).isRecorded();
        given.and(with(challenged("BC", 1, "p-panel", "2020-02-28"), "panel", "Tea round"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-01")).refuses(BusinessCaseRule.CHALLENGE_MISSING);
        given.and(challenged("BC", 1, "p-panel", "2020-03-01"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-02-29")).refuses(BusinessCaseRule.CHALLENGE_MISSING);
        given.and(decided("BC", "B1", 1, APPROVED, "2020-03-01"))
                .whenStruck(given.head() - 1)
                .refuses(BusinessCaseRule.CHALLENGE_MISSING);
    }

    @Test
    void a_challenge_counts_for_the_way_through_the_boards_in_which_it_was_made() {
        given.facts(with(
                policy("PF", 2, List.of("B1"), "2020-02-01"),
                "routes",
                List.of(new PolicyRoute(List.of(), List.of(), null, List.of("B1", "B2"), "Challenge panel"))));
        given.and(submitted("BC", 1, "2020-02-12")).and(challenged("BC", 1, "p-panel", "2020-02-20"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-01")).isRecorded();
        given.and(withdrawn("BC", "2020-03-02")).and(submitted("BC", 1, "2020-03-03"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-04")).refuses(BusinessCaseRule.CHALLENGE_MISSING);
        given.and(challenged("BC", 1, "p-panel", "2020-03-04"));
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-04")).isRecorded();
        given.when(decided("BC", "B1", 1, APPROVED, "2020-03-03")).refuses(BusinessCaseRule.CHALLENGE_MISSING);
    }

    @Test
    void who_owns_or_submitted_a_case_does_not_challenge_it() {
        given.and(submitted("BC", 1, "2020-02-12"));
        for (String person : List.of("p-owner", "p-submitter"))
            given.when(challenged("BC", 1, person, "2020-02-20"))
                    .refuses(BusinessCaseRule.SELF_CHALLENGE)
                    .at("/challengedBy")
                    .entry(person);
        given.when(challenged("BC", 2, "p-panel", "2020-02-20")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.when(challenged("BC", 1, "p-x", "2020-02-20")).refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void an_approval_is_good_for_the_months_of_the_policy_and_then_carries_the_next_stage_no_more() {
        approveUnderPolicy();
        next("NEXT");
        given.when(decided("NEXT", "B2", 3, APPROVED, "2021-03-31")).isRecorded();
        given.when(decided("NEXT", "B2", 3, APPROVED, "2021-04-01"))
                .refuses(BusinessCaseRule.EARLIER_APPROVAL_EXPIRED)
                .entry("2021-04-01");
        given.when(decided("NEXT", "B2", 3, APPROVED, "2040-04-01")).refuses(BusinessCaseRule.EARLIER_APPROVAL_EXPIRED);
    }

    @Test
    void an_approval_that_was_upheld_is_good_for_as_long_again_and_one_that_lapsed_for_nothing() {
        approveUnderPolicy();
        next("NEXT");
        given.and(reevaluated("BC", ReevaluationResult.UPHELD, "2021-03-01"));
        given.when(decided("NEXT", "B2", 3, APPROVED, "2022-02-28")).isRecorded();
        given.when(decided("NEXT", "B2", 3, APPROVED, "2022-03-01")).refuses(BusinessCaseRule.EARLIER_APPROVAL_EXPIRED);
        given.when(with(
                        decided("NEXT", "B2", 3, APPROVED, "2022-03-01"),
                        "waiver",
                        new Waiver("p-panel", "The costs are as approved")))
                .isRecorded();
        given.and(reevaluated("BC", ReevaluationResult.LAPSED, "2021-06-01"));
        given.when(decided("NEXT", "B2", 3, APPROVED, "2021-05-31")).isRecorded();
        given.when(decided("NEXT", "B2", 3, APPROVED, "2021-06-01"))
                .refuses(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED);
    }

    @Test
    void a_corrected_submission_keeps_its_route_or_takes_it_from_the_policy_anew() {
        given.and(submitted("BC", 1, "2020-02-12"));
        long submission = given.head();
        given.whenReplaced(submission, with(by(OF_POLICY, "2020-02-12"), "submittedBy", "p-owner"))
                .isRecorded();
        given.facts(policy("PF", 2, List.of("B3"), "2020-02-12"));
        given.whenReplaced(submission, with(by(OF_POLICY, "2020-02-12"), "submittedBy", "p-owner"))
                .refuses(BusinessCaseRule.ROUTE_NOT_OF_POLICY);
        given.whenReplaced(submission, with(submitted("BC", 1, "2020-02-12"), "submittedBy", "p-owner"))
                .isRecorded();
    }

    private void approveUnderPolicy() {
        given.and(submitted("BC", 1, "2020-02-12"))
                .and(decided("BC", "B1", 1, ENDORSED, "2020-03-01"))
                .and(decided("BC", "B2", 1, APPROVED, "2020-04-01"));
    }

    /** A case of the next stage that B1 endorsed. */
    private void next(String id) {
        given.facts(
                with(caseOpened(id, "PG", CaseStage.OBC, List.of(), "2020-05-01"), "precedingCase", "BC"),
                version(id, 3, "2020-05-02"),
                with(submitted(id, 3, "2020-05-03"), "route", OF_POLICY),
                decided(id, "B1", 3, ENDORSED, "2020-05-04"));
    }

    private static PolicyRoute route(@Nullable Money upTo, String board) {
        return new PolicyRoute(List.of(), List.of(), upTo, List.of(board), null);
    }

    private static List<String> boards(Then then) {
        CaseRoute route = ((BusinessCaseSubmitted) then.fact()).route();
        return route == null ? List.of() : route.boards();
    }

    private static BusinessCaseSubmitted by(CaseRoute route, String day) {
        return with(submitted("BC", 1, day), "route", route);
    }
}
