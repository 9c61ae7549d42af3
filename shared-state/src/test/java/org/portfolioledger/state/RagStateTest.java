package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.events.RagFact.Assessor.INDEPENDENT;
import static org.portfolioledger.events.RagFact.Assessor.PORTFOLIO_OFFICE;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.RagFact;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessed;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.state.RagState.PreviousRating;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.vocabulary.RagRating;

class RagStateTest {

    private static final String OVERALL = "OVERALL:PORTFOLIO_OFFICE";

    private final Story<RagFact, RagState> story = Story.of(Kinds.RAG);

    @Test
    void a_rating_keeps_all_that_its_fact_states() {
        RagAssessed assessed = new RagAssessed(
                "PG-DRM",
                "DCA_FIVE",
                2,
                "OVERALL",
                RagRating.RESET,
                PORTFOLIO_OFFICE,
                "re-baselined",
                7L,
                on("2014-09-30"));

        assertThat(rating(story.then(assessed), OVERALL, "2014-09-30"))
                .isEqualTo(new Rating(
                        "OVERALL",
                        PORTFOLIO_OFFICE,
                        "DCA_FIVE",
                        2,
                        RagRating.RESET,
                        "re-baselined",
                        7L,
                        null,
                        null,
                        null,
                        LocalDate.parse("2014-09-30"),
                        null));
    }

    @Test
    void a_rating_stands_until_the_next_of_the_same_criterion_by_the_same_assessor() {
        var told = story.then(rated("OVERALL", PORTFOLIO_OFFICE, RagRating.GREEN, "2011-06-13"))
                .then(rated("COST", PORTFOLIO_OFFICE, RagRating.RED, "2011-07-01"))
                .then(rated("OVERALL", INDEPENDENT, RagRating.AMBER, "2011-08-01"))
                .then(rated("OVERALL", PORTFOLIO_OFFICE, RagRating.RED, "2011-09-01"));

        assertThat(rating(told, OVERALL, "2011-08-31").rating()).isEqualTo(RagRating.GREEN);
        assertThat(rating(told, OVERALL, "2011-09-01").rating()).isEqualTo(RagRating.RED);
        assertThat(told.state("2011-09-01").ratings())
                .containsOnlyKeys("COST:PORTFOLIO_OFFICE", "OVERALL:INDEPENDENT", OVERALL);
    }

    @Test
    void an_ended_rating_keeps_its_grounds_and_shows_when_and_why_it_ended() {
        var told = story.then(rated("OVERALL", INDEPENDENT, RagRating.AMBER, "2020-03-31"))
                .then(ended(INDEPENDENT, "2021-03-31"));

        assertThat(rating(told, "OVERALL:INDEPENDENT", "2021-03-30").ending()).isNull();
        assertThat(told.state("2021-03-31").ratings().get("OVERALL:INDEPENDENT"))
                .hasFieldOrPropertyWithValue("fact", 1L)
                .hasFieldOrPropertyWithValue("since", LocalDate.parse("2020-03-31"))
                .hasFieldOrPropertyWithValue("value.givenOn", LocalDate.parse("2020-03-31"))
                .hasFieldOrPropertyWithValue("value.ending.value", "rates no more")
                .hasFieldOrPropertyWithValue("value.ending.since", LocalDate.parse("2021-03-31"))
                .hasFieldOrPropertyWithValue("value.ending.fact", 2L);
    }

    @Test
    void a_rating_after_an_ending_begins_again_and_shows_the_break() {
        var told = story.then(rated("OVERALL", null, RagRating.AMBER, "2020-03-31"))
                .then(ended(null, "2021-03-31"))
                .then(rated("OVERALL", null, RagRating.RED, "2022-03-31"))
                .then(rated("OVERALL", null, RagRating.GREEN, "2022-04-30"));

        Rating again = rating(told, "OVERALL:NOT_STATED", "2022-03-31");
        assertThat(again.ending()).isNull();
        assertThat(again).hasFieldOrPropertyWithValue("endingBefore.since", LocalDate.parse("2021-03-31"));
        assertThat(rating(told, "OVERALL:NOT_STATED", "2022-04-30").endingBefore())
                .isNull();
    }

    @Test
    void an_ending_of_what_nobody_rated_leaves_nothing() {
        assertThat(story.then(ended(INDEPENDENT, "2021-03-31")).isNothing("2021-03-31"))
                .isTrue();
    }

    @Test
    void an_assessor_whom_the_source_does_not_name_is_kept_apart() {
        var told = story.then(rated("OVERALL", null, RagRating.GREEN, "2011-06-13"));

        assertThat(rating(told, "OVERALL:NOT_STATED", "2011-06-13").assessor()).isNull();
    }

    @Test
    void the_first_rating_and_one_of_the_same_scheme_and_version_are_no_break() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13")).then(schemed("MPS_2011", 1, "2012-06-13"));

        assertThat(rating(told, OVERALL, "2011-06-13").schemeBreak()).isNull();
        assertThat(rating(told, OVERALL, "2012-06-13").schemeBreak()).isNull();
    }

    @Test
    void a_rating_of_another_scheme_is_a_break_that_names_the_scheme_before() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13")).then(schemed("DCA_FIVE", 1, "2012-06-13"));

        assertThat(rating(told, OVERALL, "2012-06-13").schemeBreak()).isEqualTo("MPS_2011:1");
    }

    @Test
    void a_rating_keeps_the_one_before_it_unless_a_break_or_an_ending_lies_between_them() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13"))
                .then(schemed("MPS_2011", 1, "2012-06-13"))
                .then(schemed("DCA_FIVE", 1, "2013-06-13"))
                .then(ended(PORTFOLIO_OFFICE, "2014-06-13"))
                .then(schemed("DCA_FIVE", 1, "2015-06-13"));

        assertThat(rating(told, OVERALL, "2012-06-12").previous()).isNull();
        assertThat(rating(told, OVERALL, "2012-06-13").previous())
                .isEqualTo(new PreviousRating(
                        rating(told, OVERALL, "2011-06-13").rating(), LocalDate.parse("2011-06-13"), 1));
        assertThat(rating(told, OVERALL, "2013-06-13").previous())
                .as("another scheme")
                .isNull();
        assertThat(rating(told, OVERALL, "2015-06-13").previous()).as("ended").isNull();
    }

    @Test
    void a_rating_of_another_version_of_the_scheme_is_a_break() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13")).then(schemed("MPS_2011", 2, "2012-06-13"));

        assertThat(rating(told, OVERALL, "2012-06-13").schemeBreak()).isEqualTo("MPS_2011:1");
    }

    @Test
    void the_rating_after_a_break_is_no_break_again() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13"))
                .then(schemed("DCA_FIVE", 1, "2012-06-13"))
                .then(schemed("DCA_FIVE", 1, "2013-06-13"));

        assertThat(rating(told, OVERALL, "2013-06-13").schemeBreak()).isNull();
    }

    @Test
    void another_criterion_or_assessor_in_another_scheme_is_no_break() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13"))
                .then(new RagAssessed(
                        "PG-DRM", "DCA_FIVE", 1, "OVERALL", RagRating.RED, INDEPENDENT, null, null, on("2012-06-13")))
                .then(new RagAssessed(
                        "PG-DRM",
                        "DCA_FIVE",
                        1,
                        "COST",
                        RagRating.RED,
                        PORTFOLIO_OFFICE,
                        null,
                        null,
                        on("2012-06-13")));

        assertThat(rating(told, "OVERALL:INDEPENDENT", "2012-06-13").schemeBreak())
                .isNull();
        assertThat(rating(told, "COST:PORTFOLIO_OFFICE", "2012-06-13").schemeBreak())
                .isNull();
    }

    @Test
    void a_back_dated_rating_of_another_scheme_breaks_on_both_sides() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13"))
                .then(schemed("MPS_2011", 1, "2013-06-13"))
                .then(schemed("DCA_FIVE", 1, "2012-06-13"));

        assertThat(rating(told, OVERALL, "2012-06-13").schemeBreak()).isEqualTo("MPS_2011:1");
        assertThat(rating(told, OVERALL, "2013-06-13").schemeBreak()).isEqualTo("DCA_FIVE:1");
    }

    @Test
    void when_the_rating_of_another_scheme_is_corrected_the_break_is_gone() {
        var told = story.then(schemed("MPS_2011", 1, "2011-06-13"))
                .then(schemed("DCA_FIVE", 1, "2012-06-13"))
                .replaced(2, schemed("MPS_2011", 1, "2012-06-13"));

        assertThat(told.state("2012-06-13", 2).ratings().get(OVERALL))
                .hasFieldOrPropertyWithValue("value.schemeBreak", "MPS_2011:1");
        assertThat(rating(told, OVERALL, "2012-06-13").schemeBreak()).isNull();
    }

    private static RagAssessmentEnded ended(@Nullable Assessor assessor, String day) {
        return new RagAssessmentEnded("PG-DRM", "OVERALL", assessor, "rates no more", on(day));
    }

    private static Rating rating(Story<RagFact, RagState> told, String key, String day) {
        return Objects.requireNonNull(told.state(day).ratings().get(key)).value();
    }

    private static RagAssessed rated(String criterion, @Nullable Assessor assessor, RagRating rating, String day) {
        return new RagAssessed("PG-DRM", "MPS_2011", 1, criterion, rating, assessor, "why", null, on(day));
    }

    static RagAssessed schemed(String scheme, int version, String day) {
        return new RagAssessed(
                "PG-DRM", scheme, version, "OVERALL", RagRating.GREEN, PORTFOLIO_OFFICE, "why", null, on(day));
    }
}
