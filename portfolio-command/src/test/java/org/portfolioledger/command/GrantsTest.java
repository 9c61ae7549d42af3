package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.ActionFacts.action;
import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BoardFacts.revoked;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.DependencyFacts.status;
import static org.portfolioledger.command.DocumentFacts.document;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.exited;
import static org.portfolioledger.command.InitiativeFacts.initiativeIn;
import static org.portfolioledger.command.InitiativeFacts.initiativeUnder;
import static org.portfolioledger.command.InitiativeFacts.moved;
import static org.portfolioledger.command.InitiativeFacts.renamed;
import static org.portfolioledger.command.InitiativeFacts.split;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.PortfolioFacts.portfolio;
import static org.portfolioledger.command.PortfolioFacts.scheme;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.RagFacts.rated;
import static org.portfolioledger.command.RegisterFacts.live;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.AppointmentFact.RoleAppointed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.vocabulary.ActorRole;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;

/** How far a role reaches: as it was granted, or by what is on record of the person. Today is 1 January 2026. */
class GrantsTest {

    private final Given given = Given.persons("p1", "p2", "p3", "p-board", "p-owner")
            .facts(
                    portfolio("PF", "2020-01-01"),
                    scheme("PF", "ACME_RAG", 1, "2020-01-01"),
                    portfolio("PF-2", "2020-01-01"),
                    initiativeIn("PG", "PF", "2020-01-01"),
                    initiativeUnder("PJ", "PG", "2020-01-01"),
                    initiativeIn("PX", "PF-2", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    board("BX", "2020-01-01"));

    private Given as(String person, String... grants) {
        return given.sentBy(sender(person, grants));
    }

    private static Sender sender(String person, String... grants) {
        Set<Grant> all = Stream.of(grants).map(Grant::of).collect(Collectors.toSet());
        return new Sender(person, all, day("2026-01-01"), false);
    }

    private static RoleAppointed managing(String initiative, Role role, String person, String day) {
        return with(sro(initiative, "PM-1", person, day), "role", role);
    }

    private static GovernanceFact ratedBy(Assessor assessor, String initiative, String day) {
        return with(rated(initiative, RagRating.AMBER, day), "assessor", assessor);
    }

    /** Three sit there, and one is the secretary. */
    private static BoardMembershipChanged membership(String board, Seat secretary, String day) {
        return with(sitting(board, List.of("p-board", "p2", "p-owner"), day), "secretary", secretary);
    }

    private static Seat person(String person) {
        return new Seat(person, null, null, null);
    }

    @Test
    void a_role_within_a_portfolio_reaches_what_lies_in_it_at_any_depth_and_nothing_else() {
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF");
        for (String own : List.of("PG", "PJ")) {
            given.when(renamed(own, "Later", "2021-01-01")).isRecorded();
            given.when(ratedBy(Assessor.PORTFOLIO_OFFICE, own, "2021-01-01")).isRecorded();
        }
        given.when(scheme("PF", "OTHER", 1, "2021-01-01")).isRecorded();
        given.when(initiativeIn("PN", "PF", "2021-01-01")).isRecorded();
        given.when(renamed("PX", "Later", "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(sro("PX", "SRO-1", "p1", "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(scheme("PF-2", "OTHER", 1, "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(initiativeIn("PN", "PF-2", "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(post("PO", "2020-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void an_id_in_a_grant_is_one_whatever_the_case_of_its_letters() {
        as("p3", "PORTFOLIO_OFFICE@portfolio-pf")
                .when(renamed("PG", "Later", "2021-01-01"))
                .isRecorded();
    }

    @Test
    void what_is_moved_is_within_the_grant_before_and_afterwards() {
        Placement other = new Placement(null, "PF-2");
        for (String one : List.of("PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2"))
            as("p3", one).when(moved("PG", other, "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        for (String wide : List.of("PORTFOLIO_OFFICE@initiative-PG", "PORTFOLIO_OFFICE@*", "PORTFOLIO_OFFICE"))
            as("p3", wide).when(moved("PG", other, "2021-01-01")).isRecorded();
        for (String one : List.of("PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2"))
            assertThat(as("p3", one)
                            .when(exited("PG", null, "2021-01-01"))
                            .rules()
                            .contains(AccessRule.OUTSIDE_GRANT))
                    .isEqualTo(one.endsWith("PF-2"));
    }

    @Test
    void grants_within_two_portfolios_add_up_for_what_is_moved_from_one_to_the_other() {
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2");
        given.when(moved("PG", new Placement(null, "PF-2"), "2021-01-01")).isRecorded();
        given.when(moved("PX", new Placement("PG", null), "2021-01-01")).isRecorded();
        given.facts(portfolio("PF-3", "2020-01-01"));
        given.when(moved("PG", new Placement(null, "PF-3"), "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF", "REPORTING_READER@portfolio-PF-2")
                .when(moved("PG", new Placement(null, "PF-2"), "2021-01-01"))
                .refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF", "SRO@portfolio-PF-2")
                .when(moved("PG", new Placement(null, "PF-2"), "2021-01-01"))
                .refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void grants_within_two_portfolios_add_up_for_the_past_of_what_was_moved() {
        given.facts(moved("PG", new Placement(null, "PF-2"), "2024-01-01"));
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2");
        given.when(sro("PG", "SRO-1", "p1", "2023-12-31")).isRecorded();
        given.when(renamed("PG", "Later", "2024-01-01")).isRecorded();
    }

    @Test
    void what_is_to_be_moved_later_is_within_the_portfolio_in_which_it_still_lies() {
        given.facts(moved("PG", new Placement(null, "PF-2"), "2027-01-01"));
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF");
        given.when(renamed("PG", "Later", "2025-12-31")).isRecorded();
        given.when(renamed("PG", "Later", "2027-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF-2");
        given.when(renamed("PG", "Later", "2025-12-31")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(renamed("PG", "Later", "2027-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void what_was_moved_is_renamed_for_the_past_by_none_of_the_two_alone() {
        given.facts(moved("PG", new Placement(null, "PF-2"), "2024-01-01"));
        for (String one : List.of("PORTFOLIO_OFFICE@portfolio-PF", "PORTFOLIO_OFFICE@portfolio-PF-2"))
            as("p3", one).when(renamed("PG", "Later", "2023-12-31")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void grants_of_one_role_add_up_and_those_of_two_do_not() {
        given.facts(moved("PG", new Placement(null, "PF-2"), "2024-01-01"));
        for (String others : List.of("PROGRAMME_MANAGER@portfolio-PF-2", "PORTFOLIO_OFFICE@portfolio-PF-2"))
            as("p3", "SRO@portfolio-PF", others)
                    .when(ratedBy(Assessor.PROJECT, "PG", "2023-12-31"))
                    .refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "SRO@portfolio-PF", "SRO@portfolio-PF-2")
                .when(ratedBy(Assessor.PROJECT, "PG", "2023-12-31"))
                .isRecorded();
    }

    @Test
    void what_has_left_a_portfolio_is_no_longer_within_it_and_was_not_within_the_other_before() {
        given.facts(moved("PG", new Placement(null, "PF-2"), "2024-01-01"));
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF")
                .when(sro("PG", "SRO-1", "p1", "2023-12-31"))
                .refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF-2");
        given.when(sro("PG", "SRO-1", "p1", "2023-12-31")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(sro("PG", "SRO-1", "p1", "2024-01-01")).isRecorded();
    }

    @Test
    void a_role_within_an_initiative_reaches_those_below_it_and_not_those_that_take_over_its_work() {
        given.facts(split("PG", "PX", "2021-01-01"));
        as("p3", "PORTFOLIO_OFFICE@initiative-PG");
        given.when(renamed("PJ", "Later", "2021-02-01")).isRecorded();
        given.when(renamed("PX", "Later", "2021-02-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(scheme("PF", "OTHER", 1, "2021-01-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void within_an_initiative_a_dependency_is_agreed_for_its_own_side() {
        given.facts(dependency("D", new DependencyEnd("PG", null), new DependencyEnd("PX", null), "2021-03-01"));
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF");
        given.when(agreed("D", DependencySide.GIVER, "2021-03-02")).isRecorded();
        given.when(agreed("D", DependencySide.RECEIVER, "2021-03-02")).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.when(promised("D", "2021-05-01", "2021-03-02")).isRecorded();
        given.when(status("D", DependencyStatus.AT_RISK, "2021-03-02")).isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SRO@initiative-PX", "SRO@portfolio-PF-2", "SRO@*"})
    void an_sro_by_a_grant_needs_no_appointment_and_records_what_an_sro_does(String grant) {
        as("p3", grant);
        given.facts(scheme("PF-2", "ACME_RAG", 1, "2020-01-01"));
        given.when(ratedBy(Assessor.SRO, "PX", "2021-03-01")).isRecorded();
        given.when(ratedBy(Assessor.INDEPENDENT, "PX", "2021-03-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
        if (!grant.equals("SRO@*"))
            given.when(ratedBy(Assessor.SRO, "PG", "2021-03-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void the_right_of_an_sro_whose_term_ended_yesterday_has_ended() {
        given.facts(sro("PG", "SRO-1", "p1", "2021-02-01"));
        as("p1", "SRO");
        Given today = given.copy().facts(ended("PG", "SRO-1", "2026-01-02"));
        today.when(ratedBy(Assessor.SRO, "PG", "2025-12-31")).isRecorded();
        Given yesterday = given.copy().facts(ended("PG", "SRO-1", "2026-01-01"));
        yesterday.when(ratedBy(Assessor.SRO, "PG", "2025-12-31")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void two_accounts_of_one_person_have_each_its_own_roles() {
        given.facts(sro("PG", "SRO-1", "p1", "2021-02-01"));
        as("p1", "SRO").when(ratedBy(Assessor.SRO, "PG", "2021-03-01")).isRecorded();
        as("p1", "REPORTING_READER")
                .when(ratedBy(Assessor.SRO, "PG", "2021-03-01"))
                .refusesAll(AccessRule.NOT_ALLOWED);
        as("p1", "BOARD_SECRETARY@*")
                .when(ratedBy(Assessor.SRO, "PG", "2021-03-01"))
                .refusesAll(AccessRule.NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROGRAMME_DIRECTOR", "PROGRAMME_MANAGER", "PROJECT_MANAGER", "SRO", "RISK_OWNER"})
    void a_programme_manager_acts_for_what_they_manage_and_the_decision_rests_on_the_appointment(Role role) {
        given.facts(managing("PG", role, "p1", "2021-02-01"));
        as("p1", "PROGRAMME_MANAGER");
        if (role == Role.SRO || role == Role.RISK_OWNER)
            given.when(ratedBy(Assessor.PROJECT, "PG", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        else given.when(ratedBy(Assessor.PROJECT, "PG", "2021-03-01")).restsOn(2L, 9L);
        given.when(ratedBy(Assessor.PROJECT, "PJ", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void a_programme_manager_acts_from_the_first_day_to_the_last_also_through_a_post() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p1", "2021-02-01"),
                with(with(managing("PG", Role.PROJECT_MANAGER, "", "2020-02-01"), "holder", null), "heldByPost", "PO"));
        as("p1", "PROGRAMME_MANAGER");
        given.when(ratedBy(Assessor.PROJECT, "PG", "2021-01-31")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(ratedBy(Assessor.PROJECT, "PG", "2021-02-01")).restsOn(2L, 10L, 11L);
        given.facts(ended("PG", "PM-1", "2026-01-01"));
        given.when(ratedBy(Assessor.PROJECT, "PG", "2025-12-31")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
    }

    @Test
    void a_programme_manager_neither_rates_as_sro_nor_agrees_nor_promises() {
        given.facts(
                managing("PG", Role.PROGRAMME_MANAGER, "p1", "2021-02-01"),
                dependency("D", new DependencyEnd("PG", null), new DependencyEnd("PX", null), "2021-03-01"));
        as("p1", "PROGRAMME_MANAGER");
        given.when(ratedBy(Assessor.SRO, "PG", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_INITIATIVE);
        given.when(agreed("D", DependencySide.GIVER, "2021-03-02")).refusesAll(AccessRule.NOT_ALLOWED);
        given.when(promised("D", "2021-05-01", "2021-03-02")).refusesAll(AccessRule.NOT_ALLOWED);
        given.when(status("D", DependencyStatus.AT_RISK, "2021-03-02")).isRecorded();
        given.when(with(action("ACT", "p1", null, "2021-03-01"), "initiative", "PG"))
                .isRecorded();
    }

    @Test
    void a_secretary_acts_for_the_own_board_from_the_day_on_and_the_decision_rests_on_the_membership() {
        given.facts(membership("BD", person("p1"), "2021-02-01"), membership("BX", person("p3"), "2021-02-01"));
        as("p1", "BOARD_SECRETARY");
        given.when(limit("BD", "1000", "2021-02-01")).restsOn(9L);
        given.when(limit("BD", "1000", "2021-01-31")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(limit("BX", "1000", "2021-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(meeting("M", "BD", "2021-04-01", "2021-03-01")).isRecorded();
        given.when(meeting("M", "BX", "2021-04-01", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.facts(meeting("MX", "BX", "2021-04-01", "2021-03-01"));
        given.when(meetingHeld("MX", List.of("p2"), "2021-04-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.facts(membership("BD", person("p3"), "2026-01-01"));
        given.when(limit("BD", "1000", "2021-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
    }

    @Test
    void the_secretary_may_be_whoever_holds_a_post() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p1", "2021-03-01"),
                membership("BD", new Seat(null, null, "PO", null), "2021-02-01"));
        as("p1", "BOARD_SECRETARY");
        given.when(limit("BD", "1000", "2021-02-28")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(limit("BD", "1000", "2021-03-01")).restsOn(10L, 11L);
        given.facts(filled("PO", "p3", "2026-01-01"));
        given.when(limit("BD", "1000", "2021-03-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
    }

    @Test
    void a_secretary_records_what_concerns_no_board_and_nobody_makes_themselves_the_secretary_of_a_new_one() {
        as("p1", "BOARD_SECRETARY");
        given.when(document("DOC", 1, "2021-03-01")).isRecorded();
        GovernanceFact own = with(board("BN", "2021-03-01"), "secretary", person("p1"));
        given.when(own).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(membership("BD", person("p1"), "2021-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        as("p1", "BOARD_SECRETARY@*").when(own).isRecorded();
        as("p1", "BOARD_SECRETARY@board-BD").when(own).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void a_member_records_what_the_own_board_decides_and_the_decision_rests_on_the_seat() {
        given.facts(membership("BD", person("p3"), "2020-02-01"));
        as("p2", "BOARD_MEMBER");
        given.when(with(deciding("BD", "2020-02-01"), "decidedBy", List.of("p-board", "p2", "p-owner")))
                .restsOn(7L, 9L);
        given.when(deciding("BD", "2020-01-31")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(deciding("BX", "2020-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.when(limit("BD", "1000", "2020-02-01")).refusesAll(AccessRule.NOT_ALLOWED);
        as("p3", "BOARD_MEMBER").when(deciding("BD", "2020-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        given.facts(sitting("BD", List.of("p-board", "p3", "p-owner"), "2026-01-01"));
        as("p2", "BOARD_MEMBER").when(deciding("BD", "2020-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
    }

    @Test
    void where_nobody_states_who_sits_there_nobody_acts_as_a_member_by_that() {
        as("p2", "BOARD_MEMBER").when(deciding("BD", "2020-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        as("p2", "BOARD_MEMBER@board-BD").when(deciding("BD", "2020-02-01")).isRecorded();
        as("p2", "BOARD_MEMBER@board-BX").when(deciding("BD", "2020-02-01")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void one_to_whom_a_board_delegated_acts_until_that_is_revoked_or_has_ended() {
        given.facts(delegated("BD", "DG", "p2", "2020-02-01"));
        as("p2", "BOARD_MEMBER");
        assertThat(given.when(deciding("BD", "2020-02-01")).facts().getFirst().restsOn())
                .contains(9L);
        given.when(deciding("BD", "2020-01-31")).refusesAll(AccessRule.NOT_OWN_BOARD);
        Given revoked = given.copy().facts(revoked("BD", "DG", "2026-01-01"));
        revoked.when(deciding("BD", "2020-02-01")).refusesAll(AccessRule.NOT_OWN_BOARD);
        Given ended =
                given.copy().facts(with(delegated("BD", "DG-2", "p3", "2020-02-01"), "validUntil", day("2025-12-31")));
        ended.sentBy(sender("p3", "BOARD_MEMBER"))
                .when(deciding("BD", "2020-02-01"))
                .refusesAll(AccessRule.NOT_OWN_BOARD);
        Given lasting =
                given.copy().facts(with(delegated("BD", "DG-2", "p3", "2020-02-01"), "validUntil", day("2026-01-01")));
        lasting.sentBy(sender("p3", "BOARD_MEMBER"))
                .when(deciding("BD", "2020-02-01"))
                .isRecorded();
    }

    private static BoardDecided deciding(String board, String day) {
        return boardDecided(board, "D-1", "POLICY", day);
    }

    @Test
    void a_decision_concerns_its_board_alone() {
        GovernanceFact onPg = with(boardDecided("BD", "D-1", "POLICY", "2020-02-01"), "initiative", "PG");
        as("p3", "BOARD_SECRETARY@initiative-PG").when(onPg).refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "BOARD_SECRETARY@portfolio-PF").when(onPg).refusesAll(AccessRule.OUTSIDE_GRANT);
        as("p3", "BOARD_SECRETARY@board-BD").when(onPg).isRecorded();
    }

    @Test
    void an_action_from_a_meeting_concerns_the_board_that_met() {
        given.facts(membership("BD", person("p1"), "2021-02-01"), meeting("M", "BX", "2021-04-01", "2021-03-01"));
        GovernanceFact fromBx = with(with(action("ACT", "p1", null, "2021-04-01"), "initiative", "PG"), "meeting", "M");
        as("p1", "BOARD_SECRETARY").when(fromBx).refusesAll(AccessRule.NOT_OWN_BOARD);
        as("p1", "BOARD_SECRETARY@board-BX").when(fromBx).isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIGRATOR", "MIGRATOR@*", "MIGRATOR@portfolio-PF"})
    void a_migrator_writes_into_no_live_register_however_the_role_is_granted(String grant) {
        Given ledger = Given.persons();
        ledger.and(ledger.when(register("ACME", "2011-01-01")));
        ledger.and(ledger.when(portfolio("PF", "2011-01-01")));
        ledger.sentBy(sender("p1", grant))
                .whenMigrating(initiativeIn("PG", "PF", "2011-02-01"))
                .refuses(AccessRule.REGISTER_NOT_MIGRATING);
    }

    @Test
    void within_a_portfolio_a_migrator_writes_what_is_of_it() {
        Given ledger = Given.persons().sentBy(sender("p1", "MIGRATOR"));
        ledger.and(ledger.whenMigrating(register("ACME", "2011-01-01")));
        ledger.and(ledger.whenMigrating(portfolio("PF", "2011-01-01")));
        ledger.and(ledger.whenMigrating(portfolio("PF-2", "2011-01-01")));
        ledger.sentBy(sender("p1", "MIGRATOR@portfolio-PF"));
        ledger.whenMigrating(initiativeIn("PG", "PF", "2011-02-01")).isRecorded();
        ledger.whenMigrating(initiativeIn("PG", "PF-2", "2011-02-01")).refuses(AccessRule.OUTSIDE_GRANT);
        ledger.whenMigrating(live("ACME", "2011-06-01")).refuses(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void what_is_corrected_is_within_the_grant_and_so_is_what_takes_its_place() {
        given.facts(ratedBy(Assessor.PORTFOLIO_OFFICE, "PG", "2021-03-01"));
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF");
        given.whenStruck(9).isRecorded();
        given.whenReplaced(9, ratedBy(Assessor.INDEPENDENT, "PG", "2021-03-02")).isRecorded();
        as("p3", "PORTFOLIO_OFFICE@portfolio-PF-2");
        given.whenStruck(9).refusesAll(AccessRule.OUTSIDE_GRANT);
        given.whenReplaced(9, ratedBy(Assessor.INDEPENDENT, "PG", "2021-03-02")).refusesAll(AccessRule.OUTSIDE_GRANT);
    }

    @Test
    void the_scope_of_every_role_that_writes_is_stated() {
        for (ActorRole role : ActorRole.values())
            assertThat(AccessScope.of(role).meaning()).as(role.name()).isNotBlank();
    }
}
