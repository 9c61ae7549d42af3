package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.MilestoneFact;
import org.portfolioledger.events.MilestoneFact.BaselineDate;
import org.portfolioledger.events.MilestoneFact.BaselineSet;
import org.portfolioledger.events.MilestoneFact.ForecastCause;
import org.portfolioledger.events.MilestoneFact.MilestoneAchieved;
import org.portfolioledger.events.MilestoneFact.MilestoneDropped;
import org.portfolioledger.events.MilestoneFact.MilestoneForecastChanged;
import org.portfolioledger.events.MilestoneFact.MilestonePlanned;
import org.portfolioledger.events.MilestoneFact.MilestoneReinstated;
import org.portfolioledger.events.MilestoneFact.MilestoneStatus;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.StatedDate;

class MilestonesStateTest {

    private static final LocalDate DUE = LocalDate.parse("2011-06-30");

    private final Story<MilestoneFact, MilestonesState> planned = Story.<MilestoneFact, MilestonesState>of(
                    Kinds.MILESTONES)
            .then(new MilestonePlanned(
                    "PG", "M", "Live", null, new StatedDate(DUE, null), new TreeMap<>(), on("2011-01-01")))
            .then(baseline(1, DUE, null, "2011-02-01"));

    private static BaselineSet baseline(int number, LocalDate date, @Nullable DatePrecision precision, String day) {
        return new BaselineSet(
                "PG", number, List.of(new BaselineDate("M", date, precision)), null, null, null, on(day));
    }

    private static MilestoneForecastChanged expected(String date, @Nullable DatePrecision precision, String day) {
        return new MilestoneForecastChanged(
                "PG", "M", new StatedDate(LocalDate.parse(date), precision), ForecastCause.FUNDING, "late", on(day));
    }

    private static Milestone milestone(MilestonesState state) {
        return Objects.requireNonNull(state.milestones().get("M"));
    }

    private static @Nullable Slippage slippage(MilestonesState state) {
        return state.slippage(milestone(state), state.lastBaseline());
    }

    @Test
    void a_date_less_precise_than_a_day_is_any_day_of_its_period() {
        StatedDate quarter = new StatedDate(LocalDate.parse("2011-05-17"), DatePrecision.QUARTER);
        assertThat(quarter.firstDay()).isEqualTo("2011-04-01");
        assertThat(quarter.lastDay()).isEqualTo("2011-06-30");
        assertThat(new StatedDate(DUE, DatePrecision.DAY)).isEqualTo(new StatedDate(DUE, null));
    }

    @Test
    void slippage_has_days_only_between_exact_dates() {
        assertThat(slippage(planned.state("2011-02-01"))).isEqualTo(new Slippage(0, 0, 0));
        assertThat(slippage(
                        planned.then(expected("2011-07-10", null, "2011-03-01")).state("2011-03-01")))
                .isEqualTo(new Slippage(10, 10, 10));
        assertThat(slippage(
                        planned.then(expected("2011-06-20", null, "2011-03-01")).state("2011-03-01")))
                .isEqualTo(new Slippage(-10, -10, -10));
        assertThat(slippage(planned.then(expected("2011-07-01", DatePrecision.MONTH, "2011-03-01"))
                        .state("2011-03-01")))
                .isEqualTo(new Slippage(null, 1, 31));
        assertThat(slippage(planned.then(expected("2011-06-01", DatePrecision.MONTH, "2011-03-01"))
                        .state("2011-03-01")))
                .isEqualTo(new Slippage(null, -29, 0));
    }

    @Test
    void only_a_slip_that_is_certain_is_an_alert_and_none_of_what_is_over() {
        LocalDate day = LocalDate.parse("2011-03-01");
        var certain = planned.then(expected("2011-07-01", DatePrecision.MONTH, "2011-03-01"));
        assertThat(certain.state("2011-03-01").alerts(day)).containsExactly(Alert.MILESTONE_SLIPPED);
        var possible = planned.then(expected("2011-04-01", DatePrecision.QUARTER, "2011-03-01"));
        assertThat(possible.state("2011-03-01").alerts(day)).isEmpty();
        var achieved = certain.then(new MilestoneAchieved("PG", "M", on("2011-07-05")));
        assertThat(achieved.state("2011-07-05").alerts(LocalDate.parse("2012-01-01")))
                .isEmpty();
        assertThat(slippage(achieved.state("2011-07-05"))).isEqualTo(new Slippage(5, 5, 5));
    }

    @Test
    void it_is_overdue_from_the_day_after_the_last_on_which_it_is_expected() {
        MilestonesState state = planned.state("2011-02-01");
        assertThat(state.alerts(DUE)).isEmpty();
        assertThat(state.alerts(DUE.plusDays(1))).containsExactly(Alert.MILESTONE_OVERDUE);
        var month = planned.then(expected("2011-06-01", DatePrecision.MONTH, "2011-03-01"));
        assertThat(month.state("2011-03-01").alerts(DUE)).isEmpty();
        assertThat(month.state("2011-03-01").alerts(DUE.plusDays(1))).containsExactly(Alert.MILESTONE_OVERDUE);
        var dropped = planned.then(new MilestoneDropped("PG", "M", "needless", on("2011-03-01")));
        assertThat(dropped.state("2011-03-01").alerts(DUE.plusDays(1))).isEmpty();
        assertThat(slippage(dropped.state("2011-03-01"))).isNull();
        var again = dropped.then(new MilestoneReinstated("PG", "M", null, "needed", on("2011-04-01")));
        assertThat(again.state("2011-04-01").alerts(DUE.plusDays(1))).containsExactly(Alert.MILESTONE_OVERDUE);
        assertThat(milestone(again.state("2011-04-01")).dropped()).isNull();
    }

    @Test
    void earlier_baselines_stay_and_each_can_be_compared_with() {
        MilestonesState state = planned.then(expected("2011-07-10", null, "2011-03-01"))
                .then(baseline(2, LocalDate.parse("2011-07-10"), null, "2011-04-01"))
                .state("2011-04-01");
        assertThat(state.lastBaseline()).isEqualTo(2);
        assertThat(slippage(state)).isEqualTo(new Slippage(0, 0, 0));
        assertThat(state.slippage(milestone(state), 1)).isEqualTo(new Slippage(10, 10, 10));
        assertThat(state.slippage(milestone(state), 3)).isNull();
        assertThat(state.rebaselines()).hasSize(1);
    }

    @Test
    void a_change_shows_what_was_expected_before_and_the_actual_date_its_precision() {
        MilestonesState state =
                planned.then(expected("2011-07-10", null, "2011-03-01")).state("2011-03-01");
        Grounded<Milestone.ForecastChange> change =
                Objects.requireNonNull(milestone(state).lastChange());
        assertThat(change.value())
                .isEqualTo(new Milestone.ForecastChange(new StatedDate(DUE, null), ForecastCause.FUNDING, "late"));
        assertThat(milestone(state).status().value()).isEqualTo(MilestoneStatus.PLANNED);
        assertThat(planned.state("2011-02-01").baselines()).hasSize(1);
    }
}
