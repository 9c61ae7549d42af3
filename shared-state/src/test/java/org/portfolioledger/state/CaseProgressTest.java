package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED_WITH_CONDITIONS;
import static org.portfolioledger.vocabulary.BoardOutcome.DEFERRED;
import static org.portfolioledger.vocabulary.BoardOutcome.ENDORSED;
import static org.portfolioledger.vocabulary.BoardOutcome.REFERRED_UP;
import static org.portfolioledger.vocabulary.BoardOutcome.REJECTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.state.BusinessCaseState.ConditionFate;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.vocabulary.BoardOutcome;

/** How far a case has come: whose turn it is, for which boards it waits, and when it is finally approved. */
class CaseProgressTest {

    private final Story<BusinessCaseFact, BusinessCaseState> submitted = Story.of(Kinds.BUSINESS_CASE)
            .then(new BusinessCaseOpened(
                    "BC",
                    "MPS",
                    "PJ",
                    CaseStage.SOC,
                    "Case",
                    List.of("B1", "B2"),
                    null,
                    List.of(),
                    new TreeMap<>(),
                    on("2017-01-01")))
            .then(submission(1, null, "2017-02-01"));

    @Test
    void a_case_waits_for_every_board_of_its_route_and_it_is_the_turn_of_the_first() {
        assertThat(submitted.state("2017-01-31").waiting()).isEmpty();
        assertThat(submitted.state("2017-02-01").waiting())
                .containsExactly(
                        step("B1", "2017-02-01", "2017-02-01", null, null, null),
                        step("B2", "2017-02-01", null, null, null, null));
    }

    @Test
    void the_turn_goes_on_with_the_day_on_which_a_board_decides_in_favour() {
        var told = submitted.then(decided("B1", ENDORSED, "2017-03-01"));
        assertThat(told.state("2017-03-01").waiting())
                .containsExactly(step("B2", "2017-02-01", "2017-03-01", null, null, null));
        assertThat(CaseProgress.of(told.state("2017-03-01")).steps().getFirst().until())
                .isEqualTo("2017-03-01");
        assertThat(told.state("2017-02-28").waiting()).hasSize(2);
    }

    @Test
    void a_board_that_decides_out_of_its_turn_decides_again() {
        var told = submitted.then(decided("B2", ENDORSED, "2017-03-01")).then(decided("B1", ENDORSED, "2017-04-01"));
        assertThat(told.state("2017-04-01").waiting())
                .containsExactly(step("B2", "2017-02-01", "2017-04-01", ENDORSED, "2017-03-01", null));
    }

    @Test
    void a_deferred_case_still_waits_and_a_rejected_one_does_not() {
        var deferred = submitted.then(decided("B1", DEFERRED, "2017-03-01"));
        assertThat(deferred.state("2017-03-01").waiting())
                .extracting(RouteStep::board)
                .containsExactly("B1", "B2");
        var rejected = deferred.then(decided("B1", REJECTED, "2017-04-01"));
        assertThat(rejected.state("2017-04-01").waiting()).isEmpty();
        var anew = rejected.then(submission(2, null, "2017-05-01"));
        assertThat(anew.state("2017-05-01").waiting())
                .extracting(RouteStep::since)
                .containsOnly(LocalDate.parse("2017-05-01"));
    }

    @Test
    void a_case_that_is_referred_up_waits_for_the_board_above_after_the_one_that_referred_it() {
        var told = submitted.then(decided("B1", REFERRED_UP, "TOP", "2017-03-01"));
        assertThat(CaseProgress.of(told.state("2017-03-01")).boards(1)).containsExactly("B1", "TOP", "B2");
        assertThat(told.state("2017-03-01").waiting())
                .extracting(RouteStep::board)
                .containsExactly("TOP", "B2");
        assertThat(told.state("2017-03-01").waiting().getFirst().referredBy()).isEqualTo("B1");
        assertThat(told.state("2017-03-01").waiting().getFirst().since()).isEqualTo("2017-03-01");
        var byTheLast = submitted
                .then(decided("B1", ENDORSED, "2017-03-01"))
                .then(decided("B2", REFERRED_UP, "TOP", "2017-03-02"))
                .then(decided("TOP", APPROVED, "2017-03-03"));
        assertThat(approval(byTheLast, "2017-03-03").board()).isEqualTo("TOP");
        assertThat(byTheLast.state("2017-03-03").waiting()).isEmpty();
        assertThat(byTheLast.state("2017-03-02").finalApproval()).isNull();
    }

    @Test
    void the_route_that_the_policy_gave_counts_and_its_months_end_the_approval() {
        CaseRoute given = new CaseRoute(List.of("B3"), null, 12, null);
        var told = submitted.then(submission(1, given, "2017-02-10")).then(decided("B3", APPROVED, "2017-03-01"));
        assertThat(approval(told, "2017-03-01"))
                .hasFieldOrPropertyWithValue("board", "B3")
                .hasFieldOrPropertyWithValue("expiresOn", LocalDate.parse("2018-03-01"));
        assertThat(Story.value(approval(told, "2017-03-01").submittedOn())).isEqualTo("2017-02-01");
        assertThat(approval(told, "2017-03-01").isExpired(LocalDate.parse("2018-02-28")))
                .isFalse();
        assertThat(approval(told, "2017-03-01").isExpired(LocalDate.parse("2018-03-01")))
                .isTrue();
        var upheld = told.then(
                new BusinessCaseReevaluated("BC", ReevaluationResult.UPHELD, List.of(), "as before", on("2017-12-01")));
        assertThat(approval(upheld, "2017-12-01").expiresOn()).isEqualTo("2018-12-01");
        var lapsed = told.then(new BusinessCaseReevaluated(
                "BC", ReevaluationResult.LAPSED, List.of(), "costs rose", on("2017-12-01")));
        assertThat(lapsed.state("2017-12-01").finalApproval()).isNull();
        assertThat(lapsed.state("2017-12-01").finalApprovals()).hasSize(1);
        assertThat(lapsed.state("2017-12-01").waiting()).isEmpty();
    }

    @Test
    void a_conditional_approval_by_the_last_board_is_final_once_no_condition_is_left() {
        var told = submitted
                .then(decided("B1", ENDORSED, "2017-03-01"))
                .then(decided("B2", APPROVED_WITH_CONDITIONS, "2017-04-01"));
        assertThat(told.state("2017-04-01").outstandingConditions()).containsExactly("C-B2");
        assertThat(told.state("2017-04-01").waiting())
                .extracting(RouteStep::board)
                .containsExactly("B2");
        var met = told.then(new CaseConditionDischarged("BC", "C-B2", null, List.of(), on("2017-05-01")));
        assertThat(met.state("2017-04-30").finalApproval()).isNull();
        assertThat(met.state("2017-05-01").finalApproval()).hasFieldOrPropertyWithValue("fact", 5L);
        assertThat(met.state("2017-05-01").waiting()).isEmpty();
        assertThat(met.state("2017-05-01").outcomes().getLast().value().finalApproval())
                .isTrue();
        assertThat(met.retracted(5).state("2017-05-01").finalApproval()).isNull();
    }

    @Test
    void it_becomes_final_only_while_no_board_thinks_better_of_it_and_no_other_version_is_submitted() {
        var told = submitted
                .then(decided("B1", ENDORSED, "2017-03-01"))
                .then(decided("B2", APPROVED_WITH_CONDITIONS, "2017-04-01"));
        var met = new CaseConditionDischarged("BC", "C-B2", null, List.of(), on("2017-05-01"));
        assertThat(told.then(decided("B1", REJECTED, "2017-04-30"))
                        .then(met)
                        .state("2017-05-01")
                        .finalApproval())
                .isNull();
        assertThat(told.then(submission(2, null, "2017-04-30"))
                        .then(met)
                        .state("2017-05-01")
                        .finalApproval())
                .isNull();
        assertThat(told.then(decided("B1", ENDORSED, "2017-04-30"))
                        .then(met)
                        .state("2017-05-01")
                        .finalApproval())
                .isNotNull();
    }

    @Test
    void a_board_that_defers_later_keeps_the_last_discharge_from_making_it_final() {
        var told = submitted
                .then(decided("B1", ENDORSED, "2017-03-01"))
                .then(decided("B2", APPROVED_WITH_CONDITIONS, "2017-04-01"))
                .then(decided("B1", DEFERRED, "2017-04-10"))
                .then(new CaseConditionDischarged("BC", "C-B2", null, List.of(), on("2017-05-01")));
        assertThat(told.state("2017-05-01").finalApproval()).isNull();
        assertThat(told.then(decided("B1", ENDORSED, "2017-05-02"))
                        .state("2017-05-02")
                        .finalApproval())
                .isNotNull();
    }

    @Test
    void a_board_that_had_its_turn_has_another_when_the_case_comes_back_up_to_it() {
        var told = submitted
                .then(decided("B1", ENDORSED, "2017-03-01"))
                .then(decided("B2", REFERRED_UP, "B1", "2017-04-01"));
        assertThat(told.state("2017-04-01").waiting())
                .containsExactly(
                        new RouteStep("B1", "B2", date("2017-04-01"), date("2017-04-01"), null, null, null, null));
        assertThat(told.then(decided("B2", APPROVED, "2017-04-02"))
                        .state("2017-04-02")
                        .finalApproval())
                .isNull();
        assertThat(told.then(decided("B1", APPROVED, "2017-04-02"))
                        .state("2017-04-02")
                        .finalApproval())
                .isNotNull();
    }

    @Test
    void the_days_at_the_boards_add_up_to_the_lead_time_over_all_submissions_and_versions() {
        var told = submitted
                .then(decided("B1", ENDORSED, "2017-02-10"))
                .then(submission(1, null, "2017-02-20"))
                .then(decided("B2", DEFERRED, "2017-06-01"))
                .then(submission(2, null, "2017-06-11"));
        assertThat(CaseProgress.of(submitted
                                .then(decided("B1", ENDORSED, "2017-02-10"))
                                .then(submission(1, null, "2017-02-20"))
                                .state("2017-02-20"))
                        .steps()
                        .getFirst()
                        .reached())
                .isEqualTo("2017-02-01");
        assertThat(CaseProgress.daysAtBoards(told.state("2017-06-30"), LocalDate.parse("2017-06-30")))
                .isEqualTo(Map.of("B1", 9L + 19L, "B2", 121L));
        assertThat(CaseProgress.daysAtBoards(told.state("2017-06-11"), LocalDate.parse("2017-06-11")))
                .isEqualTo(Map.of("B1", 9L, "B2", 121L));
        var approved =
                submitted.then(decided("B1", ENDORSED, "2017-02-10")).then(decided("B2", APPROVED, "2017-03-01"));
        assertThat(CaseProgress.daysAtBoards(approved.state("2018-01-01"), LocalDate.parse("2018-01-01")))
                .isEqualTo(Map.of("B1", 9L, "B2", 19L));
    }

    @Test
    void a_board_that_approves_without_its_conditions_lifts_them() {
        var told = submitted
                .then(decided("B1", APPROVED_WITH_CONDITIONS, "2017-03-01"))
                .then(decided("B1", APPROVED, "2017-04-01"));
        assertThat(Story.value(told.state("2017-04-01").conditions().get("C-B1"))
                        .ending())
                .hasFieldOrPropertyWithValue("value.fate", ConditionFate.LIFTED)
                .hasFieldOrPropertyWithValue("fact", 4L);
    }

    @Test
    void a_withdrawn_case_waits_for_nobody_and_begins_anew_with_its_next_submission() {
        var told = submitted
                .then(decided("B1", APPROVED_WITH_CONDITIONS, "2017-03-01"))
                .then(new BusinessCaseWithdrawn("BC", null, "sold", on("2017-04-01")));
        assertThat(told.state("2017-04-01").waiting()).isEmpty();
        assertThat(told.state("2017-04-01").outstandingConditions()).isEmpty();
        var anew = told.then(submission(1, null, "2017-05-01"));
        assertThat(anew.state("2017-05-01").waiting())
                .containsExactly(
                        step("B1", "2017-05-01", "2017-05-01", null, null, null),
                        step("B2", "2017-05-01", null, null, null, null));
    }

    private static FinalApproval approval(Story<BusinessCaseFact, BusinessCaseState> told, String day) {
        return Story.value(told.state(day).finalApproval());
    }

    private static RouteStep step(
            String board,
            String since,
            @Nullable String reached,
            @Nullable BoardOutcome outcome,
            @Nullable String decidedOn,
            @Nullable String passedOn) {
        return new RouteStep(board, null, date(since), date(reached), outcome, date(decidedOn), null, date(passedOn));
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static BusinessCaseSubmitted submission(int version, @Nullable CaseRoute route, String day) {
        return new BusinessCaseSubmitted("BC", version, "PN-031", null, route, on(day));
    }

    private static BusinessCaseDecided decided(String board, BoardOutcome outcome, String day) {
        return decided(board, outcome, null, day);
    }

    private static BusinessCaseDecided decided(
            String board, BoardOutcome outcome, @Nullable String referredTo, String day) {
        return new BusinessCaseDecided(
                "BC",
                board,
                null,
                1,
                outcome,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                outcome == APPROVED_WITH_CONDITIONS ? List.of(new CaseCondition("C-" + board, "a plan")) : List.of(),
                null,
                referredTo,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }
}
