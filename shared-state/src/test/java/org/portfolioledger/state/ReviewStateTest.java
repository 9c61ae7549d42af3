package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;

class ReviewStateTest {

    private static final LocalDate DUE = LocalDate.parse("2012-03-31");
    private static final List<Citation> EVIDENCE = List.of(new Citation("DOC", null));

    private final Story<ReviewFact, ReviewState> opened =
            Story.<ReviewFact, ReviewState>of(Kinds.REVIEW).then(opened(ReviewKind.GATE_2));
    private final Story<ReviewFact, ReviewState> made = opened.then(made(null));

    @Test
    void a_recommendation_goes_from_state_to_state_each_since_its_own_fact() {
        var told = made.then(
                        new RecommendationAnswered("RV", "R", RecommendationAnswer.ACCEPTED, null, on("2011-11-01")))
                .then(new RecommendationProgressed("RV", "R", "drafted", on("2011-12-01")))
                .then(new RecommendationClaimed("RV", "R", "p-owner", EVIDENCE, on("2012-01-01")))
                .then(new RecommendationVerified("RV", "R", "p-other", List.of(), on("2012-02-01")));
        assertThat(state(told, "2011-10-01")).isEqualTo(RecommendationState.OPEN);
        assertThat(state(told, "2011-11-01")).isEqualTo(RecommendationState.ACCEPTED);
        assertThat(state(told, "2011-12-01")).isEqualTo(RecommendationState.IN_PROGRESS);
        assertThat(state(told, "2012-01-31")).isEqualTo(RecommendationState.CLAIMED_COMPLETE);
        assertThat(state(told, "2012-02-01")).isEqualTo(RecommendationState.VERIFIED);
        assertThat(recommendation(told, "2012-02-01").state().fact()).isEqualTo(6);
        assertThat(recommendation(told, "2012-02-01").text().fact()).isEqualTo(2);
    }

    @Test
    void reopened_it_is_neither_claimed_nor_verified_nor_closed_any_more() {
        var told = made.then(new RecommendationClaimed("RV", "R", "p-owner", EVIDENCE, on("2012-01-01")))
                .then(new RecommendationVerified("RV", "R", "p-other", List.of(), on("2012-02-01")))
                .then(new RecommendationReopened("RV", "R", "lapsed", on("2012-03-01")));
        Recommendation again = recommendation(told, "2012-03-01");
        assertThat(again.state().value()).isEqualTo(RecommendationState.OPEN);
        assertThat(again.claim()).isNull();
        assertThat(again.verification()).isNull();
        assertThat(Objects.requireNonNull(again.reopened()).value()).isEqualTo("lapsed");
        assertThat(recommendation(told, "2012-02-01").verification()).isNotNull();
    }

    @Test
    void it_is_overdue_from_the_day_after_the_last_one_until_its_owner_has_nothing_more_to_do() {
        assertThat(recommendation(made, "2011-10-01").alerts(DUE)).isEmpty();
        assertThat(recommendation(made, "2011-10-01").alerts(DUE.plusDays(1)))
                .containsExactly(Alert.RECOMMENDATION_OVERDUE);
        for (ReviewFact answered : List.<ReviewFact>of(
                new RecommendationAnswered("RV", "R", RecommendationAnswer.REJECTED, null, on("2012-01-01")),
                new RecommendationClaimed("RV", "R", "p-owner", EVIDENCE, on("2012-01-01")),
                new RecommendationClosed("RV", "R", "overtaken", EVIDENCE, on("2012-01-01"))))
            assertThat(recommendation(made.then(answered), "2012-01-01").alerts(DUE.plusYears(1)))
                    .isEmpty();
        var later = made.then(new RecommendationAssigned(
                "RV", "R", new Holder("p-other", null), DUE.plusYears(1), null, on("2012-01-01")));
        assertThat(recommendation(later, "2012-01-01").alerts(DUE.plusYears(1))).isEmpty();
        var kept = made.then(
                new RecommendationAssigned("RV", "R", new Holder("p-other", null), null, null, on("2012-01-01")));
        assertThat(recommendation(kept, "2012-01-01").isOverdue(DUE.plusDays(1)))
                .isTrue();
    }

    @Test
    void one_that_repeats_another_shows_it() {
        var again = opened.then(made(new RecommendationRef("RV-0", "R-7")));
        assertThat(recommendation(again, "2011-10-01").alerts(DUE)).containsExactly(Alert.RECOMMENDATION_RECURS);
        assertThat(again.state("2011-10-01").references())
                .extracting(Referring.Reference::stream)
                .contains("review-RV-0", "initiative-PG");
    }

    @Test
    void what_was_not_made_by_then_changes_nothing() {
        var told = opened.then(new RecommendationClaimed("RV", "R", "p-owner", EVIDENCE, on("2011-09-15")));
        assertThat(told.state("2011-09-15").recommendations()).isEmpty();
    }

    @Test
    void a_review_that_is_planned_for_a_past_day_and_was_not_held_shows_it() {
        LocalDate planned = LocalDate.parse("2011-08-01");
        assertThat(opened.state("2011-06-01").alerts(planned)).isEmpty();
        assertThat(opened.state("2011-06-01").alerts(planned.plusDays(1))).containsExactly(Alert.REVIEW_NOT_HELD);
        var later = opened.then(new ReviewRescheduled("RV", planned.plusDays(1), null, on("2011-07-01")));
        assertThat(later.state("2011-07-01").alerts(planned.plusDays(1))).isEmpty();
        for (ReviewFact over : List.of(
                new ReviewHeld("RV", null, on("2011-07-01")),
                new ReviewReported("RV", null, null, null, on("2011-07-01")),
                new ReviewCancelled("RV", "paused", on("2011-07-01"))))
            assertThat(opened.then(over).state("2011-07-01").alerts(planned.plusYears(1)))
                    .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void only_a_gate_is_a_red_gate(ReviewKind kind) {
        for (RagRating confidence : List.of(RagRating.RED, RagRating.AMBER_RED)) {
            ReviewState state = Story.<ReviewFact, ReviewState>of(Kinds.REVIEW)
                    .then(opened(kind))
                    .then(new ReviewReported("RV", confidence, null, null, on("2011-09-01")))
                    .state("2011-09-01");
            assertThat(state.isRedGate())
                    .as("%s %s", kind, confidence)
                    .isEqualTo(confidence == RagRating.RED && kind.name().contains("GATE"));
        }
    }

    private static RecommendationState state(Story<ReviewFact, ReviewState> told, String day) {
        return recommendation(told, day).state().value();
    }

    private static Recommendation recommendation(Story<ReviewFact, ReviewState> told, String day) {
        return Objects.requireNonNull(told.state(day).recommendations().get("R"));
    }

    private static ReviewOpened opened(ReviewKind kind) {
        return new ReviewOpened(
                "RV",
                "MPS",
                kind,
                new ReviewSubject("PG", null, null),
                LocalDate.parse("2011-08-01"),
                null,
                null,
                new TreeMap<>(),
                on("2011-06-01"));
    }

    private static RecommendationMade made(@Nullable RecommendationRef repeats) {
        return new RecommendationMade(
                "RV",
                "R",
                "plan",
                null,
                RecommendationGrade.ESSENTIAL_DO_BY,
                new Holder("p-owner", null),
                DUE,
                repeats,
                new TreeMap<>(),
                on("2011-10-01"));
    }
}
