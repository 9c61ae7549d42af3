package org.portfolioledger.command.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.DependencyFacts.agreed;
import static org.portfolioledger.command.DependencyFacts.dependency;
import static org.portfolioledger.command.DependencyFacts.needed;
import static org.portfolioledger.command.DependencyFacts.noLongerAgreed;
import static org.portfolioledger.command.DependencyFacts.promised;
import static org.portfolioledger.command.DependencyFacts.seen;
import static org.portfolioledger.command.DependencyFacts.status;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.InitiativeFacts.initiative;

import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyOutlook;
import org.portfolioledger.events.DependencyFact.DependencySide;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.state.Alert;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kinds;

/** Rule 11: a dependency counts as agreed only when giver and receiver both agreed; conflicts and cycles are reported. */
class Rule11AgreedByBothTest {

    private static final DependencyEnd HOMES = new DependencyEnd("PG", null);
    private static final DependencyEnd ROADS = new DependencyEnd("PG-2", null);

    private final Given given = Given.persons("p-a")
            .facts(
                    initiative("PG", "2020-01-01"),
                    initiative("PG-2", "2020-01-01"),
                    dependency("DP", ROADS, HOMES, "2020-02-01"));

    @Test
    void it_is_agreed_from_the_day_on_which_the_second_side_agreed() {
        given.and(agreed("DP", DependencySide.GIVER, "2020-03-01"))
                .and(agreed("DP", DependencySide.RECEIVER, "2020-04-01"));
        assertThat(state("2020-03-31").status().value()).isEqualTo(DependencyStatus.PROPOSED);
        assertThat(state("2020-04-01").status().value()).isEqualTo(DependencyStatus.AGREED);
    }

    @Test
    void it_is_called_agreed_when_both_agreed_and_not_one_day_before() {
        given.facts(
                agreed("DP", DependencySide.GIVER, "2020-03-01"), agreed("DP", DependencySide.RECEIVER, "2020-04-01"));
        given.when(status("DP", DependencyStatus.AGREED, "2020-04-01")).isRecorded();
        given.when(status("DP", DependencyStatus.AGREED, "2020-03-31"))
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE)
                .during("2020-03-31", "2020-04-01")
                .at("/status")
                .entry("GIVER");
        given.when(status("DP", DependencyStatus.AGREED, "2020-02-01")).refuses(DependencyRule.AGREED_BY_ONE_SIDE);
    }

    @Test
    void by_one_side_or_none_it_is_never_agreed_not_in_years_to_come_either() {
        given.when(status("DP", DependencyStatus.AGREED, "2020-03-01"))
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE)
                .entry("Neither");
        given.facts(agreed("DP", DependencySide.RECEIVER, "2020-03-01"))
                .when(status("DP", DependencyStatus.AGREED, "2040-03-01"))
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE)
                .entry("RECEIVER");
    }

    @Test
    void an_agreement_is_not_struck_or_put_off_under_a_status_that_rests_on_it() {
        given.facts(
                agreed("DP", DependencySide.GIVER, "2020-03-01"),
                agreed("DP", DependencySide.RECEIVER, "2020-04-01"),
                status("DP", DependencyStatus.AGREED, "2020-05-01"));
        given.whenStruck(5)
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE)
                .against(6L)
                .entry("GIVER");
        given.whenReplaced(5, agreed("DP", DependencySide.RECEIVER, "2020-05-01"))
                .isRecorded();
        given.whenReplaced(5, agreed("DP", DependencySide.RECEIVER, "2020-05-02"))
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE)
                .against(6L)
                .during("2020-05-01", "2020-05-02");
    }

    @Test
    void a_promise_later_than_the_need_is_how_things_stand_and_is_recorded() {
        given.and(promised("DP", "2021-02-01", "2020-03-01"));
        assertThat(state("2020-03-01").isConflict()).isFalse();
        given.and(promised("DP", "2021-02-02", "2020-04-01"));
        assertThat(state("2020-04-01").isConflict()).isTrue();
    }

    @Test
    void an_agreement_is_withdrawn_on_the_day_on_which_it_was_given_and_not_the_day_before() {
        given.facts(agreed("DP", DependencySide.GIVER, "2020-03-01"))
                .when(noLongerAgreed("DP", DependencySide.GIVER, "2020-03-01"))
                .isRecorded();
        given.when(noLongerAgreed("DP", DependencySide.GIVER, "2020-02-29"))
                .refuses(DependencyRule.DEPENDENCY_SIDE_NOT_AGREED)
                .at("/side");
        given.when(noLongerAgreed("DP", DependencySide.RECEIVER, "2040-03-01"))
                .refuses(DependencyRule.DEPENDENCY_SIDE_NOT_AGREED);
    }

    @Test
    void without_one_of_both_agreements_it_is_proposed_only_until_that_side_agrees_again() {
        given.and(agreed("DP", DependencySide.GIVER, "2020-03-01"))
                .and(agreed("DP", DependencySide.RECEIVER, "2020-04-01"))
                .and(noLongerAgreed("DP", DependencySide.GIVER, "2020-05-01"));
        assertThat(state("2020-04-30").status().value()).isEqualTo(DependencyStatus.AGREED);
        assertThat(state("2020-05-01").status().value()).isEqualTo(DependencyStatus.PROPOSED);
        assertThat(state("2020-05-01").agreements()).containsOnlyKeys(DependencySide.RECEIVER);
        given.when(noLongerAgreed("DP", DependencySide.GIVER, "2020-06-01"))
                .refuses(DependencyRule.DEPENDENCY_SIDE_NOT_AGREED);
        given.and(agreed("DP", DependencySide.GIVER, "2020-06-01"));
        assertThat(state("2020-06-01").status().value()).isEqualTo(DependencyStatus.AGREED);
    }

    @Test
    void an_agreement_on_which_a_status_rests_is_not_withdrawn_before_it() {
        given.facts(
                        agreed("DP", DependencySide.GIVER, "2020-03-01"),
                        agreed("DP", DependencySide.RECEIVER, "2020-04-01"),
                        status("DP", DependencyStatus.AGREED, "2020-05-01"))
                .when(noLongerAgreed("DP", DependencySide.GIVER, "2020-04-30"))
                .refuses(DependencyRule.AGREED_BY_ONE_SIDE);
        given.when(noLongerAgreed("DP", DependencySide.GIVER, "2020-05-02")).isRecorded();
    }

    @Test
    void a_need_that_moves_ends_or_begins_a_conflict_on_its_day() {
        given.and(promised("DP", "2021-02-02", "2020-03-01"));
        assertThat(state("2020-03-01").isConflict()).isTrue();
        given.and(needed("DP", "2021-02-02", "2020-04-01"));
        assertThat(state("2020-03-31").isConflict()).isTrue();
        assertThat(state("2020-04-01").isConflict()).isFalse();
        given.and(needed("DP", "2021-02-01", "2040-01-01"));
        assertThat(state("2040-01-01").isConflict()).isTrue();
        given.and(status("DP", DependencyStatus.MET, "2040-02-01"));
        assertThat(state("2040-02-01").isConflict())
                .as("what was met is not late any more")
                .isFalse();
    }

    @Test
    void each_side_says_how_it_sees_it_and_when_it_looks_again() {
        given.when(seen("DP", DependencySide.GIVER, DependencyOutlook.ON_COURSE, "2020-03-01", "2020-03-01"))
                .isRecorded();
        given.when(seen("DP", DependencySide.GIVER, DependencyOutlook.ON_COURSE, "2020-02-29", "2020-03-01"))
                .refuses(DependencyRule.DEPENDENCY_REVIEW_BY_TOO_EARLY)
                .at("/reviewBy");
        given.and(seen("DP", DependencySide.GIVER, DependencyOutlook.ON_COURSE, "2020-03-31", "2020-03-01"));
        assertThat(state("2020-03-31").alerts(day("2020-03-31"))).isEmpty();
        assertThat(state("2020-04-01").alerts(day("2020-04-01"))).containsExactly(Alert.DEPENDENCY_REVIEW_OVERDUE);
        given.and(seen("DP", DependencySide.GIVER, DependencyOutlook.ON_COURSE, null, "2020-04-01"));
        assertThat(state("2020-04-01").alerts(day("2020-04-01"))).isEmpty();
        given.and(seen("DP", DependencySide.RECEIVER, DependencyOutlook.AT_RISK, null, "2020-05-01"));
        assertThat(state("2020-04-30").doSidesDisagree()).isFalse();
        assertThat(state("2020-05-01").alerts(day("2020-05-01"))).containsExactly(Alert.DEPENDENCY_SIDES_DISAGREE);
    }

    @Test
    void a_cycle_is_never_refused() {
        given.when(dependency("DP-2", HOMES, ROADS, "2020-02-01")).isRecorded();
    }

    @Test
    void nothing_depends_on_itself() {
        given.when(dependency("DP-2", HOMES, HOMES, "2020-02-01"))
                .refuses(DependencyRule.DEPENDS_ON_ITSELF)
                .at("/receiver");
        given.when(dependency(
                        "DP-2", new DependencyEnd(null, "Finance"), new DependencyEnd(null, "finance"), "2020-02-01"))
                .refuses(DependencyRule.DEPENDS_ON_ITSELF);
    }

    private DependencyState state(String on) {
        return given.history(Kinds.DEPENDENCY, "DP").timeline().on(day(on)).orElseThrow();
    }
}
