package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;
import static org.portfolioledger.vocabulary.BoardOutcome.APPROVED;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PriceBasis;

class BusinessCaseStateTest {

    private final Story<BusinessCaseFact, BusinessCaseState> story = Story.of(Kinds.BUSINESS_CASE);
    private final Story<BusinessCaseFact, BusinessCaseState> opened =
            story.then(opened("2010-11-01", "BD-GB", "BD-MB"));

    @Test
    void a_case_begins_with_its_route_and_nothing_written_put_or_decided() {
        BusinessCaseState state = opened.state("2010-11-01");

        assertThat(state.route().value()).containsExactly("BD-GB", "BD-MB");
        assertThat(Story.value(state.stage())).isEqualTo(CaseStage.OBC);
        assertThat(state.versions()).isEmpty();
        assertThat(state.submissions()).isEmpty();
        assertThat(state.outcomes()).isEmpty();
        assertThat(state.finalApproval()).isNull();
    }

    @Test
    void a_case_whose_stage_the_source_does_not_name_has_none() {
        var told = story.then(new BusinessCaseOpened(
                "BC-1", "MPS", "PJ-038", null, "CRIB", List.of(), null, List.of(), new TreeMap<>(), on("2010-11-01")));

        assertThat(told.state("2010-11-01").stage()).isNull();
    }

    @Test
    void every_version_is_kept_by_its_number() {
        var told = opened.then(versioned(1, "10.10", "2010-11-10")).then(versioned(2, "12.40", "2010-11-20"));

        assertThat(told.state("2010-11-19").versions()).containsOnlyKeys(1);
        assertThat(told.state("2010-11-20").versions()).containsOnlyKeys(1, 2);
        assertThat(Story.value(told.state("2010-11-20").versions().get(1))
                        .cost()
                        .amount())
                .isEqualTo("10.10");
    }

    @Test
    void submissions_are_kept_in_the_order_of_their_dates() {
        var told = opened.then(submitted(2, "2010-12-20")).then(submitted(1, "2010-12-01"));

        assertThat(told.state("2010-12-20").submissions())
                .extracting(Grounded::value)
                .containsExactly(new Submission(1, "PN-031", null, null), new Submission(2, "PN-031", null, null));
    }

    @Test
    void an_approval_by_a_board_before_the_last_of_the_route_is_not_final() {
        var told = opened.then(decided("BD-GB", APPROVED, "2010-12-01"));

        assertThat(told.state("2010-12-01").outcomes()).hasSize(1);
        assertThat(told.state("2010-12-01").finalApproval()).isNull();
    }

    @Test
    void an_approval_by_the_last_board_of_the_route_is_final_from_its_date() {
        var told = opened.then(decided("BD-GB", APPROVED, "2010-12-01")).then(decided("BD-MB", APPROVED, "2010-12-08"));

        assertThat(told.state("2010-12-07").finalApproval()).isNull();
        assertThat(told.state("2010-12-08").finalApproval())
                .isNotNull()
                .hasFieldOrPropertyWithValue("fact", 3L)
                .hasFieldOrPropertyWithValue("value.board", "BD-MB");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void any_other_outcome_of_the_last_board_is_no_final_approval(BoardOutcome outcome) {
        assertThat(opened.then(decided("BD-MB", outcome, "2010-12-08"))
                        .state("2010-12-08")
                        .finalApproval())
                .isNull();
    }

    @Test
    void the_only_board_of_a_route_is_its_last() {
        var told = story.then(opened("2010-11-01", "BD-MB")).then(decided("BD-MB", APPROVED, "2010-12-08"));

        assertThat(told.state("2010-12-08").finalApproval()).isNotNull();
    }

    @Test
    void an_approval_by_a_board_that_the_source_does_not_name_or_without_a_route_is_not_final() {
        var unnamed = opened.then(decided(null, APPROVED, "2010-12-08"));
        var routeless = story.then(opened("2010-11-01")).then(decided("BD-MB", APPROVED, "2010-12-08"));

        assertThat(unnamed.state("2010-12-08").finalApproval()).isNull();
        assertThat(routeless.state("2010-12-08").finalApproval()).isNull();
    }

    @Test
    void of_two_final_approvals_the_later_counts() {
        var told = opened.then(decided("BD-MB", APPROVED, "2011-12-08")).then(decided("BD-MB", APPROVED, "2010-12-08"));

        assertThat(told.state("2011-12-07").finalApproval()).hasFieldOrPropertyWithValue("fact", 3L);
        assertThat(told.state("2011-12-08").finalApproval()).hasFieldOrPropertyWithValue("fact", 2L);
    }

    @Test
    void an_approval_dated_before_the_paper_that_describes_the_case_is_final_by_the_route_that_reaches_back() {
        var told = story.then(decided("BD-MB", APPROVED, "2010-12-08")).then(opened("2011-06-13", "BD-GB", "BD-MB"));

        assertThat(told.state("2010-12-08").finalApproval()).hasFieldOrPropertyWithValue("fact", 1L);
        assertThat(told.state("2010-12-08").title().since()).isEqualTo("2011-06-13");
        assertThat(told.state("2011-06-13").finalApproval()).hasFieldOrPropertyWithValue("fact", 1L);
    }

    @Test
    void when_the_route_is_corrected_what_was_final_is_judged_anew_and_stays_known_as_it_was() {
        var told = opened.then(decided("BD-MB", APPROVED, "2010-12-08"))
                .replaced(1, opened("2010-11-01", "BD-MB", "BD-PIB"));

        assertThat(told.state("2010-12-08", 2).finalApproval()).isNotNull();
        assertThat(told.state("2010-12-08").finalApproval()).isNull();
    }

    @Test
    void an_approval_entered_in_error_counts_no_more_and_stays_listed_as_retracted() {
        var told = opened.then(decided("BD-MB", APPROVED, "2010-12-08")).retracted(2);

        assertThat(told.state("2010-12-08").outcomes()).isEmpty();
        assertThat(told.state("2010-12-08").finalApproval()).isNull();
        var listed = told.state("2010-12-08").decided();
        assertThat(listed).singleElement().satisfies(decision -> {
            assertThat(decision.value().retracted()).isNotBlank();
            assertThat(decision.value().outcome()).isEqualTo(APPROVED);
            assertThat(decision.value().finalApproval()).isFalse();
            assertThat(decision.place()).isEqualTo(2);
            assertThat(decision.fact()).isEqualTo(3);
        });
        assertThat(told.state("2010-12-08", 2).outcomes()).hasSize(1);
        assertThat(told.state("2010-12-08", 2).retractedOutcomes()).isEmpty();
    }

    @Test
    void a_retraction_that_is_retracted_lets_the_decision_count_again() {
        var told = opened.then(decided("BD-MB", APPROVED, "2010-12-08"))
                .retracted(2)
                .retracted(3);

        assertThat(told.state("2010-12-08").finalApproval()).hasFieldOrPropertyWithValue("fact", 2L);
        assertThat(told.state("2010-12-08").retractedOutcomes()).isEmpty();
    }

    @Test
    void of_a_case_that_no_fact_opens_nothing_holds() {
        assertThat(story.then(decided("BD-MB", APPROVED, "2010-12-08"))
                        .then(versioned(1, "1.00", "2010-11-10"))
                        .then(submitted(1, "2010-11-20"))
                        .isNothing("2010-12-08"))
                .isTrue();
    }

    private static BusinessCaseOpened opened(String day, String... route) {
        return new BusinessCaseOpened(
                "BC-1",
                "MPS",
                "PJ-038",
                CaseStage.OBC,
                "CRIB",
                List.of(route),
                null,
                List.of("PN-014"),
                new TreeMap<>(),
                on(day));
    }

    private static BusinessCaseVersionRecorded versioned(int version, String cost, String day) {
        return new BusinessCaseVersionRecorded(
                "BC-1",
                version,
                new Money(new BigDecimal(cost), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED),
                new Paper("0".repeat(64), "CRIB", null, null),
                List.of(CaseDimension.ECONOMIC),
                List.of(),
                on(day));
    }

    private static BusinessCaseSubmitted submitted(int version, String day) {
        return new BusinessCaseSubmitted("BC-1", version, "PN-031", null, null, on(day));
    }

    private static BusinessCaseDecided decided(@Nullable String board, BoardOutcome outcome, String day) {
        return new BusinessCaseDecided(
                "BC-1",
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
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }
}
