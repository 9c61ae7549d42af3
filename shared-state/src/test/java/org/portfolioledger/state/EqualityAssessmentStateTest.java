package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.EqualityAssessmentFact;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;

class EqualityAssessmentStateTest {

    private static final LocalDate DUE = LocalDate.parse("2012-05-31");
    private static final EqualitySubject INITIATIVE = new EqualitySubject("PG", null, null);
    private static final EqualitySubject CASE = new EqualitySubject(null, "BC", null);

    private final Story<EqualityAssessmentFact, EqualityAssessmentState> opened =
            Story.<EqualityAssessmentFact, EqualityAssessmentState>of(Kinds.EQUALITY_ASSESSMENT)
                    .then(opened(DUE));

    @Test
    void it_is_to_be_reviewed_until_it_was_or_is_kept_up_no_more() {
        assertThat(opened.state("2011-06-01").alerts(DUE)).isEmpty();
        assertThat(opened.state("2011-06-01").alerts(DUE.plusDays(1))).containsExactly(Alert.EQUALITY_REVIEW_OVERDUE);
        var reviewed = opened.then(new EqualityAssessmentReviewed("EIA", null, null, on("2012-01-01")));
        assertThat(reviewed.state("2012-01-01").alerts(DUE.plusYears(9))).isEmpty();
        var ended = opened.then(new EqualityAssessmentEnded("EIA", "merged", on("2012-01-01")));
        assertThat(ended.state("2012-01-01").alerts(DUE.plusYears(9))).isEmpty();
        assertThat(ended.state("2011-12-31").isOpen()).isTrue();
    }

    @Test
    void it_is_of_each_thing_since_the_first_day_on_which_it_is() {
        var tied = opened.then(new EqualityAssessmentTied("EIA", CASE, null, on("2011-08-01")))
                .then(new EqualityAssessmentTied("EIA", CASE, null, on("2011-09-01")))
                .then(new EqualityAssessmentTied("EIA", INITIATIVE, null, on("2011-09-02")));
        assertThat(tied.state("2011-07-31").subjects())
                .extracting(Grounded::value)
                .containsExactly(INITIATIVE);
        assertThat(tied.state("2011-10-01").subjects())
                .extracting(Grounded::value, Grounded::since)
                .containsExactly(
                        tuple(INITIATIVE, LocalDate.parse("2011-06-01")), tuple(CASE, LocalDate.parse("2011-08-01")));
    }

    @Test
    void what_was_stated_for_an_earlier_day_is_kept_where_the_opening_states_nothing() {
        var silent = Story.<EqualityAssessmentFact, EqualityAssessmentState>of(Kinds.EQUALITY_ASSESSMENT)
                .then(opened(null))
                .then(new EqualityAssessmentReviewed("EIA", null, DUE, on("2011-05-01")))
                .then(new EqualityAssessmentTied("EIA", CASE, null, on("2011-05-01")));
        assertThat(silent.state("2011-06-01").alerts(DUE.plusDays(1))).containsExactly(Alert.EQUALITY_REVIEW_OVERDUE);
        assertThat(silent.state("2011-06-01").subjects())
                .extracting(Grounded::value)
                .containsExactly(INITIATIVE, CASE);
    }

    @Test
    void it_refers_to_what_it_is_of() {
        var tied = opened.then(new EqualityAssessmentTied("EIA", CASE, null, on("2011-08-01")));
        assertThat(tied.state("2011-08-01").references())
                .extracting(Referring.Reference::stream, Referring.Reference::openOn)
                .containsExactly(
                        tuple("initiative-PG", LocalDate.parse("2011-06-01")),
                        tuple("business-case-BC", LocalDate.parse("2011-08-01")));
    }

    private static EqualityAssessmentOpened opened(@Nullable LocalDate reviewBy) {
        return new EqualityAssessmentOpened(
                "EIA",
                "MPS",
                EqualityAssessmentKind.INITIAL,
                List.of(INITIATIVE),
                "0f".repeat(32),
                null,
                reviewBy,
                new TreeMap<>(),
                on("2011-06-01"));
    }
}
