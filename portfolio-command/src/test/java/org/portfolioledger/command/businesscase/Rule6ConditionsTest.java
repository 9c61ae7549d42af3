package org.portfolioledger.command.businesscase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.condition;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.discharged;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.Shape.with;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED_WITH_CONDITIONS;
import static org.portfolioledger.vocabulary.BoardOutcome.ENDORSED;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;

/** Rule 6, condition by condition: an approval is final once each of them is discharged, with evidence and by others. */
class Rule6ConditionsTest {

    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-sro")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("B1", "2020-01-01"),
                    board("B2", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("B1", "B2"), "2020-02-01"),
                    version("BC", 1, "2020-02-10"),
                    submitted("BC", 1, "2020-02-12"),
                    by("B1", APPROVED_WITH_CONDITIONS, "2020-03-01"));

    @Test
    void a_discharge_lets_the_next_board_give_the_final_approval_from_its_day_on() {
        given.and(discharged("BC", "C-B1", "2020-03-20"));
        given.when(by("B2", APPROVED, "2020-03-19")).refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING);
        given.when(by("B2", APPROVED, "2020-03-20")).isRecorded();
        given.when(by("B2", APPROVED, "2040-03-20")).isRecorded();
    }

    @Test
    void the_condition_of_a_retracted_approval_is_nowhere() {
        given.and(given.whenStruck(7));
        given.when(discharged("BC", "C-B1", "2020-03-20")).refuses(ReferenceRule.NOT_FOUND);
        given.and(by("B1", APPROVED_WITH_CONDITIONS, "2020-04-01"));
        given.when(discharged("BC", "C-B1", "2020-03-20")).refuses(BusinessCaseRule.CONDITION_NOT_SET_YET);
        given.when(discharged("BC", "C-B1", "2020-04-02")).isRecorded();
    }

    @Test
    void the_discharge_under_a_final_approval_is_not_struck_or_put_off() {
        given.and(discharged("BC", "C-B1", "2020-03-20")).and(by("B2", APPROVED, "2020-04-01"));
        given.whenStruck(8).refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING).against(7L, 9L);
        given.whenReplaced(8, discharged("BC", "C-B1", "2020-04-01")).isRecorded();
        given.whenReplaced(8, discharged("BC", "C-B1", "2020-04-02")).refuses(BusinessCaseRule.CONDITIONS_OUTSTANDING);
    }

    @Test
    void an_approval_with_conditions_by_the_last_board_becomes_final_with_the_last_discharge() {
        given.and(with(
                by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"),
                "conditions",
                List.of(new CaseCondition("X", "A lender"), new CaseCondition("Y", "A plan"))));
        given.and(discharged("BC", "X", "2020-05-01")).and(discharged("BC", "Y", "2020-05-02"));
        assertThat(finalSince("2040-01-01")).isNull();
        given.and(discharged("BC", "C-B1", "2020-05-03"));
        assertThat(finalSince("2020-05-02")).isNull();
        assertThat(finalSince("2020-05-03")).isEqualTo("2020-05-03");
        given.when(by("B2", ENDORSED, "2020-05-04")).refuses(BusinessCaseRule.ALREADY_FINAL);
        given.when(by("B2", ENDORSED, "2020-05-02")).isRecorded();
        given.when(submitted("BC", 1, "2040-05-02")).refuses(BusinessCaseRule.ALREADY_FINAL);
    }

    @Test
    void a_back_dated_discharge_makes_final_from_its_day_and_not_before_the_approval() {
        given.and(by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01")).and(discharged("BC", "C-B2", "2020-06-01"));
        given.and(discharged("BC", "C-B1", "2020-03-02"));
        assertThat(finalSince("2020-05-31")).isNull();
        assertThat(finalSince("2020-06-01")).isEqualTo("2020-06-01");
    }

    @Test
    void a_board_that_thinks_better_of_it_keeps_the_last_discharge_from_making_it_final() {
        given.and(discharged("BC", "C-B1", "2020-03-20"))
                .and(by("B2", APPROVED_WITH_CONDITIONS, "2020-04-01"))
                .and(by("B1", BoardOutcome.DEFERRED, "2020-04-10"))
                .and(discharged("BC", "C-B2", "2020-04-20"));
        assertThat(finalSince("2040-01-01")).isNull();
        given.and(by("B1", ENDORSED, "2020-05-20"));
        assertThat(finalSince("2020-05-19")).isNull();
        assertThat(finalSince("2040-01-01")).isEqualTo("2020-05-20");
    }

    @Test
    void a_condition_is_discharged_from_the_day_on_which_it_is_set_and_once() {
        given.when(discharged("BC", "C-B1", "2020-03-01")).isRecorded().restsOn(7L);
        given.when(discharged("BC", "C-B1", "2020-02-29"))
                .refuses(BusinessCaseRule.CONDITION_NOT_SET_YET)
                .against(7L)
                .at("/effectiveOn");
        given.when(discharged("BC", "C-9", "2020-03-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(discharged("BC", "c-b1", "2020-03-01")).records(discharged("BC", "C-B1", "2020-03-01"));
        given.and(discharged("BC", "C-B1", "2020-03-20"));
        for (String other : List.of("2020-03-19", "2020-03-21", "2040-03-20"))
            given.when(discharged("BC", "C-B1", other)).refuses(BusinessCaseRule.CONDITION_ENDED_ALREADY);
    }

    @Test
    void the_decision_under_a_discharge_is_not_struck() {
        given.and(discharged("BC", "C-B1", "2020-03-20"));
        given.whenStruck(7).refuses(BusinessCaseRule.CONDITION_NOT_SET_YET).against(8L);
        given.whenReplaced(7, by("B1", APPROVED_WITH_CONDITIONS, "2020-03-20")).isRecorded();
        given.whenReplaced(7, by("B1", APPROVED_WITH_CONDITIONS, "2020-03-21"))
                .refuses(BusinessCaseRule.CONDITION_NOT_SET_YET);
    }

    @Test
    void a_condition_that_its_board_lifted_is_not_discharged_any_more() {
        given.and(by("B1", APPROVED, "2020-04-01"));
        given.when(discharged("BC", "C-B1", "2020-03-31")).isRecorded();
        given.when(discharged("BC", "C-B1", "2020-04-01"))
                .refuses(BusinessCaseRule.CONDITION_ENDED_ALREADY)
                .against(8L);
    }

    @Test
    void a_discharge_needs_evidence() {
        var bare = with(discharged("BC", "C-B1", "2020-03-20"), "evidence", List.of());
        given.when(bare).refuses(BusinessCaseRule.DISCHARGE_WITHOUT_EVIDENCE).at("/evidence");
        given.whenMigrating(bare).unmet(BusinessCaseRule.DISCHARGE_WITHOUT_EVIDENCE);
        given.when(with(bare, "evidence", List.of(new Citation("DOC-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/evidence/0/document");
    }

    @Test
    void nobody_discharges_a_condition_of_a_case_in_which_they_have_a_stake() {
        for (String person : List.of("p-owner", "p-submitter"))
            given.when(with(discharged("BC", "C-B1", "2020-03-20"), "dischargedBy", person))
                    .refuses(BusinessCaseRule.SELF_DISCHARGE)
                    .at("/dischargedBy")
                    .entry(person);
        given.facts(sro("PG", "A", "p-sro", "2020-01-01"));
        given.when(with(discharged("BC", "C-B1", "2020-03-20"), "dischargedBy", "p-sro"))
                .refuses(BusinessCaseRule.SELF_DISCHARGE)
                .entry("SRO");
        given.recordedBy("p-submitter")
                .when(discharged("BC", "C-B1", "2040-03-20"))
                .refuses(BusinessCaseRule.SELF_DISCHARGE)
                .entry("records the discharge");
    }

    @Test
    void each_condition_has_an_id_of_its_own_in_the_case() {
        var again = with(by("B2", ENDORSED, "2020-04-01"), "conditions", List.of(new CaseCondition("c-b1", "Again")));
        given.when(again).refuses(BusinessCaseRule.CONDITION_TAKEN).against(7L).at("/conditions/0/condition");
        var twice = List.of(new CaseCondition("X", "One"), new CaseCondition("X", "Other"));
        given.when(with(again, "conditions", twice))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/conditions/1/condition");
        given.whenReplaced(
                        7,
                        with(by("B1", APPROVED_WITH_CONDITIONS, "2020-03-02"), "conditions", List.of(condition("B1"))))
                .isRecorded();
    }

    private @Nullable LocalDate finalSince(String asOf) {
        return given.history(Kinds.BUSINESS_CASE, "BC")
                .timeline()
                .on(day(asOf))
                .map(state -> state.finalApproval())
                .map(approval -> approval.since())
                .orElse(null);
    }

    private static BusinessCaseDecided by(String board, BoardOutcome outcome, String day) {
        return decided("BC", board, 1, outcome, day);
    }
}
