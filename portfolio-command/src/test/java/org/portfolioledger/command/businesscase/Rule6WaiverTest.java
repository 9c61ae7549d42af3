package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BoardFacts.revoked;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.PortfolioFacts.policy;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.vacated;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.PortfolioFact.CasePolicySet;
import org.portfolioledger.events.PortfolioFact.WaiverAuthority;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Role;

/** Rule 6: whoever waives the approval of the stage before has the authority to do so on that day. */
class Rule6WaiverTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-waives", "p-a", "p-b", "p-x")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    with(board("BD", "2020-01-01"), "quorum", null),
                    sitting("BD", List.of("p-board", "p-a", "p-b"), "2020-01-01"),
                    board("UP", "2020-01-01"),
                    sitting("UP", List.of("p-board", "p-a", "p-b"), "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.OBC, List.of("BD"), "2020-01-01"),
                    version("BC", 1, "2020-01-01"),
                    submitted("BC", 1, "2020-01-01"));

    private static BusinessCaseDecided waived(String person, String day) {
        return with(
                decided("BC", "BD", 1, BoardOutcome.APPROVED, day),
                "waiver",
                new Waiver(person, "No strategic case was asked for"));
    }

    private static CasePolicySet allowing(int version, WaiverAuthority authority, String day) {
        return with(policy("PF", version, List.of("BD"), day), "mayWaive", List.of(authority));
    }

    private void mayFromJune() {
        given.when(waived("p-waives", "2020-05-31"))
                .refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY)
                .at("/waiver/waivedBy")
                .entry("p-waives", "2020-05-31");
        given.when(waived("p-waives", "2020-06-01")).isRecorded();
        given.when(waived("p-waives", "2040-06-01")).isRecorded();
    }

    @Test
    void where_no_policy_says_who_may_a_member_of_a_board_on_the_route_may() {
        given.when(waived("p-a", "2020-05-31")).isRecorded();
        given.facts(sitting("BD", List.of("p-board", "p-a", "p-waives"), "2020-06-01"));
        mayFromJune();
        given.whenMigrating(waived("p-waives", "2020-05-31")).unmet(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
        given.facts(sitting("BD", List.of("p-board", "p-a", "p-b"), "2021-01-01"));
        given.when(waived("p-waives", "2020-12-31")).isRecorded();
        given.when(waived("p-waives", "2021-01-01")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
    }

    @Test
    void so_may_a_member_of_a_board_above_one_on_the_route() {
        given.facts(sitting("UP", List.of("p-board", "p-a", "p-waives"), "2020-02-01"));
        given.when(waived("p-waives", "2020-06-01")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
        given.facts(parent("BD", "UP", "2020-06-01"));
        mayFromJune();
    }

    @Test
    void so_may_whoever_has_authority_delegated_by_one() {
        given.facts(delegated("BD", "DG", "p-waives", "2020-06-01"));
        mayFromJune();
        given.facts(revoked("BD", "DG", "2020-07-01"));
        given.when(waived("p-waives", "2020-06-30")).isRecorded();
        given.when(waived("p-waives", "2020-07-01")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
    }

    @Test
    void where_the_policy_in_force_names_a_board_its_members_may_and_nobody_else() {
        given.facts(allowing(1, new WaiverAuthority("UP", null, null), "2020-02-01"));
        given.facts(sitting("UP", List.of("p-board", "p-b", "p-waives"), "2020-06-01"));
        given.when(waived("p-a", "2020-05-31")).isRecorded();
        mayFromJune();
        given.when(waived("p-a", "2020-06-01"))
                .refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY)
                .against(10L)
                .entry("Version 1");
        given.when(waived("p-a", "2020-01-31")).isRecorded();
    }

    @Test
    void where_it_names_a_post_whoever_holds_it_that_day_may() {
        given.facts(
                allowing(1, new WaiverAuthority(null, "PO", null), "2020-02-01"),
                post("PO", "2020-01-01"),
                filled("PO", "p-waives", "2020-06-01"));
        mayFromJune();
        given.facts(vacated("PO", "2020-07-01"));
        given.when(waived("p-waives", "2020-07-01")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
    }

    @Test
    void where_it_names_a_role_whoever_has_it_that_day_may_also_by_a_post() {
        given.facts(
                allowing(1, new WaiverAuthority(null, null, Role.ACCOUNTING_OFFICER), "2020-02-01"),
                with(sro("PG", "AO", "p-waives", "2020-06-01"), "role", Role.ACCOUNTING_OFFICER));
        mayFromJune();
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p-b", "2020-06-15"),
                with(
                        with(
                                with(sro("PG", "AO-2", "p-b", "2020-07-01"), "role", Role.ACCOUNTING_OFFICER),
                                "holder",
                                null),
                        "heldByPost",
                        "PO"));
        given.when(waived("p-b", "2020-06-30")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
        given.when(waived("p-b", "2020-07-01")).isRecorded();
    }

    @Test
    void a_migrated_waiver_is_not_corrected_into_that_of_another_who_may_not() {
        given.migrated(waived("p-waives", "2020-06-01"), BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
        given.whenReplaced(10, with(waived("p-waives", "2020-06-01"), "rationale", "Urgent"))
                .isRecorded();
        given.whenReplaced(10, waived("p-x", "2020-06-01")).refuses(BusinessCaseRule.WAIVER_WITHOUT_AUTHORITY);
        given.whenReplaced(10, waived("p-a", "2020-06-01")).isRecorded();
    }
}
