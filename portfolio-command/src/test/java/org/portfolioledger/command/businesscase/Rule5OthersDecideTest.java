package org.portfolioledger.command.businesscase;

import static org.portfolioledger.command.AppointmentFacts.ended;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.AppointmentFacts.sroByPost;
import static org.portfolioledger.command.AppointmentFacts.sroReplacing;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BusinessCaseFacts.as;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.challenged;
import static org.portfolioledger.command.BusinessCaseFacts.condition;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.discharged;
import static org.portfolioledger.command.BusinessCaseFacts.reevaluated;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;

/** Rule 5: nobody decides on a case that they submitted or own. */
class Rule5OthersDecideTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-sro", "p-next")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"));

    @Test
    void others_approve() {
        given.when(by("2020-03-01", "p-board")).isRecorded();
        given.when(by("2020-03-01", "p-board", "p-next")).isRecorded();
    }

    @Test
    void the_submitter_does_not_approve_not_even_among_others() {
        given.when(by("2020-03-01", "p-board", "p-submitter"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(5L)
                .at("/decidedBy")
                .entry("p-submitter");
        given.when(by("2040-03-01", "p-submitter")).refuses(BusinessCaseRule.SELF_APPROVAL);
    }

    @Test
    void the_owner_does_not_approve() {
        given.when(by("2020-03-01", "p-owner"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(3L)
                .entry("p-owner");
    }

    @Test
    void one_who_approved_does_not_become_the_owner_or_submitter_by_a_correction_or_back_dated() {
        given.facts(with(by("2020-03-01", "p-board"), "outcome", BoardOutcome.APPROVED_IN_PRINCIPLE));
        given.when(with(submitted("BC", 1, "2020-02-20"), "submittedBy", "p-board"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L);
        given.whenReplaced(5, with(submitted("BC", 1, "2020-02-12"), "submittedBy", "p-board"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L);
        var owned =
                with(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"), "owners", List.of("p-board"));
        given.whenReplaced(3, owned).refuses(BusinessCaseRule.SELF_APPROVAL).against(6L);
    }

    @Test
    void the_sro_of_that_day_does_not_approve() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-03-01"));
        given.when(by("2020-03-01", "p-sro"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L)
                .entry("p-sro", "PG");
        given.when(by("2020-02-29", "p-sro")).isRecorded();
        given.when(by("2040-03-01", "p-sro")).refuses(BusinessCaseRule.SELF_APPROVAL);
    }

    @Test
    void the_day_on_which_the_sro_changes_frees_the_old_and_binds_the_new() {
        given.facts(
                sro("PG", "SRO-1", "p-sro", "2020-03-01"),
                sroReplacing("PG", "SRO-2", "p-next", "SRO-1", "2020-06-01"));
        given.when(by("2020-05-31", "p-sro"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L);
        given.when(by("2020-05-31", "p-next")).isRecorded().restsOn(2L, 3L, 4L, 6L);
        given.when(by("2020-06-01", "p-sro")).isRecorded().restsOn(2L, 3L, 4L, 7L);
        given.when(by("2020-06-01", "p-next"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(7L);
    }

    @Test
    void one_who_has_left_or_holds_another_role_may_approve() {
        given.facts(
                sro("PG", "SRO-1", "p-sro", "2020-03-01"),
                ended("PG", "SRO-1", "2020-06-01"),
                with(sro("PG", "PM-1", "p-next", "2020-03-01"), "role", Role.PROGRAMME_MANAGER));
        given.when(by("2020-06-01", "p-sro")).isRecorded().restsOn(2L, 3L, 4L, 7L);
        given.when(by("2020-06-01", "p-next")).isRecorded();
    }

    @Test
    void an_sro_held_by_a_post_names_no_person() {
        given.facts(with(sro("PG", "SRO-1", "p-sro", "2020-03-01"), "holder", new Holder(null, "Director")));
        given.when(by("2020-04-01", "p-sro")).isRecorded();
    }

    @Test
    void who_holds_the_post_of_the_sro_that_day_does_not_approve() {
        given.facts(
                post("PO", "2020-01-01"),
                filled("PO", "p-sro", "2020-03-01"),
                filled("PO", "p-next", "2020-06-01"),
                sroByPost("PG", "SRO-1", "PO", "2020-03-01"));
        given.when(by("2020-05-31", "p-sro")).refuses(BusinessCaseRule.SELF_APPROVAL);
        given.when(by("2020-06-01", "p-sro")).isRecorded().restsOn(2L, 3L, 4L, 8L, 9L);
        given.when(by("2040-06-01", "p-next")).refuses(BusinessCaseRule.SELF_APPROVAL);
        given.when(by("2020-02-29", "p-sro")).isRecorded();
    }

    @ParameterizedTest
    @EnumSource(value = BoardOutcome.class, names = "WITHDRAWN", mode = EnumSource.Mode.EXCLUDE)
    void whoever_has_a_stake_takes_part_in_no_decision(BoardOutcome outcome) {
        given.facts(
                board("TOP", "2020-01-01"),
                parent("BD", "TOP", "2020-01-01"),
                sro("PG", "SRO-1", "p-sro", "2020-03-01"));
        for (String person : List.of("p-owner", "p-submitter", "p-sro")) {
            given.when(with(
                            as(outcome, by("2020-03-01", person)),
                            "conditions",
                            outcome == BoardOutcome.APPROVED_WITH_CONDITIONS ? List.of(condition("BD")) : List.of()))
                    .refuses(BusinessCaseRule.SELF_APPROVAL)
                    .at("/decidedBy")
                    .entry(person);
        }
    }

    @Test
    void that_a_board_lets_a_case_go_is_what_its_submitter_asks_for() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-03-01"));
        for (String person : List.of("p-owner", "p-submitter", "p-sro"))
            given.recordedBy(person)
                    .when(as(BoardOutcome.WITHDRAWN, by("2020-03-01", person)))
                    .isRecorded();
    }

    @Test
    void ultra_vires_is_no_way_round() {
        given.when(with(by("2020-03-01", "p-owner"), "ultraVires", "Urgent repairs"))
                .refuses(BusinessCaseRule.SELF_APPROVAL);
    }

    @Test
    void who_owns_submitted_or_is_the_sro_does_not_record_the_approval_either() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-03-01"));
        for (String person : List.of("p-owner", "p-submitter", "p-sro"))
            given.recordedBy(person)
                    .when(by("2020-03-01", "p-board"))
                    .refuses(BusinessCaseRule.SELF_APPROVAL)
                    .entry(person, "records the decision");
        given.recordedBy("p-sro").when(by("2020-02-29", "p-board")).isRecorded();
        given.recordedBy("p-owner")
                .when(as(BoardOutcome.DEFERRED, by("2020-03-01", "p-board")))
                .refuses(BusinessCaseRule.SELF_APPROVAL);
        given.recordedBy("p-next").when(by("2020-03-01", "p-board")).isRecorded();
    }

    @Test
    void who_put_the_case_a_version_or_a_submission_on_record_neither_decides_nor_records_the_approval() {
        var opening = caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01");
        var first = version("BC", 1, "2020-02-10");
        var submission = submitted("BC", 1, "2020-02-12");
        var approval = by("2020-03-01", "p-board");
        List<GovernanceFact> steps = List.of(opening, first, submission);
        for (GovernanceFact own : steps) {
            Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-office")
                    .facts(initiative("PG", "2020-01-01"), board("BD", "2020-01-01"));
            for (GovernanceFact step : steps)
                given.recordedBy(step.equals(own) ? "p-office" : "p-other").and(step);
            long position = 3L + steps.indexOf(own);
            given.recordedBy("p-office")
                    .when(approval)
                    .refuses(BusinessCaseRule.SELF_APPROVAL)
                    .against(position)
                    .entry("p-office", "records the decision");
            given.recordedBy("p-secretary")
                    .when(by("2020-03-01", "p-board", "p-office"))
                    .refuses(BusinessCaseRule.SELF_APPROVAL)
                    .against(position)
                    .at("/decidedBy")
                    .entry("p-office", "decides");
            given.recordedBy("p-secretary").when(approval).isRecorded();
        }
    }

    @Test
    void who_recorded_an_approval_puts_nothing_of_the_case_on_record_afterwards() {
        given.recordedBy("p-secretary")
                .and(with(by("2020-03-01", "p-board"), "outcome", BoardOutcome.APPROVED_IN_PRINCIPLE));
        given.when(version("BC", 2, "2020-03-02"))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L)
                .entry("p-secretary", "put version 2 on record");
        given.recordedBy("p-clerk").when(version("BC", 2, "2020-03-02")).isRecorded();
    }

    @Test
    void a_correction_in_between_does_not_take_the_first_recorder_out() {
        Given given = Given.persons("p-board", "p-submitter", "p-owner")
                .facts(
                        initiative("PG", "2020-01-01"),
                        board("BD", "2020-01-01"),
                        caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-02-01"),
                        version("BC", 1, "2020-02-10"));
        given.recordedBy("p-office").and(submitted("BC", 1, "2020-02-12"));
        given.recordedBy("p-other").and(given.whenReplaced(5, submitted("BC", 1, "2020-02-13")));
        for (String person : List.of("p-office", "p-other"))
            given.recordedBy(person)
                    .when(by("2020-03-01", "p-board"))
                    .refuses(BusinessCaseRule.SELF_APPROVAL)
                    .against(6L)
                    .entry(person);
    }

    @Test
    void who_copies_papers_into_a_register_that_migrates_takes_no_part_in_what_they_state() {
        given.recordedBy("p-submitter")
                .whenMigrating(by("2020-03-01", "p-board"))
                .unmet();
        given.recordedBy("p-clerk")
                .whenMigrating(by("2020-03-01", "p-submitter"))
                .unmet(BusinessCaseRule.SELF_APPROVAL);
    }

    @Test
    void a_decision_is_not_corrected_by_who_has_a_stake_in_the_case() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-02-01"));
        given.recordedBy("p-office").and(version("BC", 2, "2020-02-15"));
        given.recordedBy("p-secretary").and(with(by("2020-03-01", "p-board"), "outcome", BoardOutcome.REJECTED));
        long rejection = given.head();
        var deferred = as(BoardOutcome.DEFERRED, by("2020-03-01", "p-board"));
        for (String person : List.of("p-submitter", "p-owner", "p-sro", "p-office")) {
            given.recordedBy(person)
                    .whenStruck(rejection)
                    .refuses(BusinessCaseRule.SELF_CORRECTION)
                    .entry(person);
            given.recordedBy(person)
                    .whenReplaced(rejection, deferred)
                    .refusesAll(BusinessCaseRule.SELF_CORRECTION, BusinessCaseRule.SELF_APPROVAL);
        }
        given.recordedBy("p-secretary").whenReplaced(rejection, deferred).isRecorded();
        given.recordedBy("p-assurance").and(given.whenStruck(rejection));
        given.recordedBy("p-submitter").whenStruck(given.head()).refuses(BusinessCaseRule.SELF_CORRECTION);
    }

    @Test
    void a_discharge_or_an_evaluation_is_not_corrected_by_who_has_a_stake_in_the_case() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-02-01"));
        given.and(with(
                as(BoardOutcome.APPROVED_WITH_CONDITIONS, by("2020-03-01", "p-board")),
                "conditions",
                List.of(condition("BD"))));
        given.and(discharged("BC", "C-BD", "2020-04-01"));
        long discharge = given.head();
        for (String person : List.of("p-submitter", "p-owner", "p-sro"))
            given.recordedBy(person)
                    .whenStruck(discharge)
                    .refuses(BusinessCaseRule.SELF_CORRECTION)
                    .entry(person);
        given.recordedBy("p-secretary").whenStruck(discharge).isRecorded();
        given.and(reevaluated("BC", ReevaluationResult.LAPSED, "2020-09-01"));
        long lapsed = given.head();
        for (String person : List.of("p-submitter", "p-owner", "p-sro"))
            given.recordedBy(person)
                    .whenStruck(lapsed)
                    .refuses(BusinessCaseRule.SELF_CORRECTION)
                    .entry(person);
        given.recordedBy("p-secretary").whenStruck(lapsed).isRecorded();
    }

    @Test
    void nobody_challenges_a_case_in_which_they_have_a_stake() {
        given.facts(sro("PG", "SRO-1", "p-sro", "2020-02-20"));
        for (String person : List.of("p-submitter", "p-owner", "p-sro")) {
            given.recordedBy("p-clerk")
                    .when(challenged("BC", 1, person, "2020-02-20"))
                    .refuses(BusinessCaseRule.SELF_CHALLENGE)
                    .at("/challengedBy")
                    .entry(person);
            given.recordedBy(person)
                    .when(challenged("BC", 1, "p-next", "2020-02-20"))
                    .refuses(BusinessCaseRule.SELF_CHALLENGE)
                    .entry("records the challenge");
        }
        given.recordedBy("p-clerk")
                .when(challenged("BC", 1, "p-sro", "2020-02-19"))
                .isRecorded();
        given.when(challenged("BC", 1, "p-next", "2020-02-20")).isRecorded();
        given.when(with(challenged("BC", 1, "p-next", "2020-02-20"), "challengedBy", List.of()))
                .refuses(BusinessCaseRule.CHALLENGE_WITHOUT_PERSONS)
                .at("/challengedBy");
    }

    @Test
    void who_has_a_stake_does_not_waive_the_stage_before() {
        given.facts(
                caseOpened("BC-2", "PG", CaseStage.OBC, List.of("BD"), "2020-03-01"),
                version("BC-2", 1, "2020-03-10"),
                submitted("BC-2", 1, "2020-03-12"));
        var waived = decided("BC-2", "BD", 1, BoardOutcome.APPROVED, "2020-04-01");
        given.when(with(waived, "waiver", new Waiver("p-next", "Urgent"))).isRecorded();
        given.when(with(waived, "waiver", new Waiver("p-owner", "Urgent")))
                .refuses(BusinessCaseRule.SELF_APPROVAL)
                .against(6L)
                .at("/waiver/waivedBy");
    }

    private static BusinessCaseDecided by(String day, String... persons) {
        return with(decided("BC", "BD", 1, BoardOutcome.APPROVED, day), "decidedBy", List.of(persons));
    }
}
