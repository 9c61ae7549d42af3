package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.events.DependencyFact.DependencySide.GIVER;
import static org.portfolioledger.events.DependencyFact.DependencySide.RECEIVER;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyAgreed;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyPromised;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;

class DependencyStateTest {

    private final Story<DependencyFact, DependencyState> story = Story.of(Kinds.DEPENDENCY);
    private final Story<DependencyFact, DependencyState> proposed = story.then(proposed("2012-03-31", "2011-06-13"));

    @Test
    void a_dependency_begins_as_proposed_and_agreed_by_nobody() {
        DependencyState state = proposed.state("2011-06-13");

        assertThat(state.status().value()).isEqualTo(DependencyStatus.PROPOSED);
        assertThat(state.agreements()).isEmpty();
        assertThat(state.isAgreed()).isFalse();
        assertThat(state.isConflict()).isFalse();
    }

    @Test
    void the_agreement_of_one_side_does_not_make_it_agreed() {
        for (DependencySide side : DependencySide.values()) {
            DependencyState state = proposed.then(agreed(side, "2011-07-01")).state("2011-07-01");

            assertThat(state.isAgreed()).isFalse();
            assertThat(state.status().value()).isEqualTo(DependencyStatus.PROPOSED);
        }
    }

    @Test
    void the_same_side_twice_does_not_make_it_agreed() {
        var told = proposed.then(agreed(GIVER, "2011-07-01")).then(agreed(GIVER, "2011-08-01"));

        assertThat(told.state("2011-08-01").isAgreed()).isFalse();
    }

    @Test
    void it_is_agreed_from_the_day_of_the_second_sides_agreement_whichever_that_is() {
        var giverLast = proposed.then(agreed(RECEIVER, "2011-07-01")).then(agreed(GIVER, "2011-08-01"));
        var receiverLast = proposed.then(agreed(RECEIVER, "2011-08-01")).then(agreed(GIVER, "2011-07-01"));

        for (var told : List.of(giverLast, receiverLast)) {
            assertThat(told.state("2011-07-31").isAgreed()).isFalse();
            assertThat(told.state("2011-08-01").isAgreed()).isTrue();
            assertThat(told.state("2011-08-01").status().value()).isEqualTo(DependencyStatus.AGREED);
            assertThat(told.state("2011-08-01").status().since()).isEqualTo("2011-08-01");
        }
    }

    @Test
    void an_agreement_entered_in_error_leaves_it_proposed() {
        var told = proposed.then(agreed(RECEIVER, "2011-07-01"))
                .then(agreed(GIVER, "2011-08-01"))
                .retracted(2);

        assertThat(told.state("2011-08-01").isAgreed()).isFalse();
        assertThat(told.state("2011-08-01").status().value()).isEqualTo(DependencyStatus.PROPOSED);
    }

    @Test
    void a_stated_status_stands_whatever_is_agreed_after_it() {
        var told = proposed.then(agreed(RECEIVER, "2011-07-01"))
                .then(status(DependencyStatus.AT_RISK, "2011-07-15"))
                .then(agreed(GIVER, "2011-08-01"));

        assertThat(told.state("2011-08-01").isAgreed()).isTrue();
        assertThat(told.state("2011-08-01").status().value()).isEqualTo(DependencyStatus.AT_RISK);
    }

    @Test
    void a_status_follows_the_one_before_and_touches_no_agreement() {
        var told = proposed.then(agreed(RECEIVER, "2011-07-01"))
                .then(agreed(GIVER, "2011-08-01"))
                .then(status(DependencyStatus.MET, "2012-03-01"));

        assertThat(told.state("2012-02-29").status().value()).isEqualTo(DependencyStatus.AGREED);
        assertThat(told.state("2012-03-01").status().value()).isEqualTo(DependencyStatus.MET);
        assertThat(told.state("2012-03-01").isAgreed()).isTrue();
    }

    @Test
    void promised_for_the_day_on_which_it_is_needed_is_no_conflict_and_one_day_later_is() {
        var kept = proposed.then(promised("2012-03-31", "2011-09-01"));
        var slipped = kept.then(promised("2012-04-01", "2011-10-01"));

        assertThat(kept.state("2011-09-01").isConflict()).isFalse();
        assertThat(slipped.state("2011-09-30").isConflict()).isFalse();
        assertThat(slipped.state("2011-10-01").isConflict()).isTrue();
    }

    @Test
    void what_was_withdrawn_is_no_conflict_and_gives_no_alert() {
        var slipped = proposed.then(promised("2012-04-01", "2011-09-01"));
        var withdrawn = slipped.then(status(DependencyStatus.WITHDRAWN, "2011-10-01"));

        assertThat(withdrawn.state("2011-09-30").alerts(LocalDate.parse("2011-09-30")))
                .containsExactly(Alert.DEPENDENCY_CONFLICT);
        assertThat(withdrawn.state("2011-10-01").isConflict()).isFalse();
        assertThat(withdrawn.state("2011-10-01").alerts(LocalDate.parse("2011-10-01")))
                .isEmpty();
    }

    @Test
    void without_a_date_on_which_it_is_needed_there_is_no_conflict() {
        var told = story.then(proposed(null, "2011-06-13")).then(promised("2099-01-01", "2011-09-01"));

        assertThat(told.state("2011-09-01").isConflict()).isFalse();
    }

    @Test
    void what_was_agreed_and_promised_before_the_paper_that_describes_it_stays() {
        var told = story.then(agreed(RECEIVER, "2011-01-01"))
                .then(agreed(GIVER, "2011-02-01"))
                .then(promised("2012-04-01", "2011-03-01"))
                .then(proposed("2012-03-31", "2011-06-13"));

        assertThat(told.state("2011-01-01").giver().since()).isEqualTo("2011-06-13");
        assertThat(told.state("2011-06-13").isAgreed()).isTrue();
        assertThat(told.state("2011-06-13").isConflict()).isTrue();
        assertThat(told.state("2011-06-13").status().value()).isEqualTo(DependencyStatus.AGREED);
    }

    @Test
    void of_a_dependency_that_nobody_proposed_nothing_holds() {
        assertThat(story.then(agreed(GIVER, "2011-07-01"))
                        .then(status(DependencyStatus.MET, "2011-07-01"))
                        .then(promised("2012-03-31", "2011-07-01"))
                        .isNothing("2011-07-01"))
                .isTrue();
    }

    private static DependencyProposed proposed(@Nullable String neededBy, String day) {
        return new DependencyProposed(
                "DP-001",
                "MPS",
                new DependencyEnd("PJ-043", null),
                new DependencyEnd(null, "Property Services"),
                DependencyType.ENABLING_AREA,
                Importance.HIGH,
                "shape of the estate",
                neededBy == null ? null : LocalDate.parse(neededBy),
                "BILATERAL",
                on(day));
    }

    private static DependencyAgreed agreed(DependencySide side, String day) {
        return new DependencyAgreed("DP-001", side, "PN-031", on(day));
    }

    private static DependencyPromised promised(String promisedFor, String day) {
        return new DependencyPromised("DP-001", LocalDate.parse(promisedFor), null, on(day));
    }

    private static DependencyStatusUpdated status(DependencyStatus status, String day) {
        return new DependencyStatusUpdated("DP-001", status, null, on(day));
    }
}
