package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.BenefitState.BenefitMeasurement;
import org.portfolioledger.state.BenefitState.BenefitStatus;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;

/** What a benefit is, day by day. */
class BenefitStateTest {

    private final Story<?, BenefitState> told = BenefitLife.told(Provenance.on(LocalDate.parse("2011-06-13")));

    @Test
    void it_is_expected_planned_assessed_and_withdrawn() {
        assertThat(status("2011-06-13")).isEqualTo(BenefitStatus.EXPECTED);
        assertThat(status("2011-06-17")).isEqualTo(BenefitStatus.EXPECTED);
        assertThat(status("2011-06-18")).isEqualTo(BenefitStatus.PLANNED);
        assertThat(status("2011-06-20")).isEqualTo(BenefitStatus.PARTLY_REALISED);
        assertThat(status("2011-06-22")).isEqualTo(BenefitStatus.WITHDRAWN);
    }

    private BenefitStatus status(String day) {
        return told.state(day).status().value();
    }

    @Test
    void restating_keeps_both_and_the_last_counts() {
        assertThat(counted("2011-06-14")).containsExactly("-9400000");
        assertThat(counted("2011-06-15")).containsExactly("-9500000");
        assertThat(Objects.requireNonNull(told.state("2011-06-15").profiles().get("Plan"))
                        .earlier())
                .hasSize(1);
    }

    @Test
    void sources_that_contradict_count_once_one_is_preferred() {
        assertThat(counted("2011-06-16")).isEmpty();
        assertThat(told.state("2011-06-16").alerts(LocalDate.parse("2011-06-16")))
                .containsExactly(Alert.BENEFIT_SOURCES_CONTRADICT);
        assertThat(counted("2011-06-17")).containsExactly("-9500000");
        assertThat(told.state("2011-06-17").alerts(LocalDate.parse("2011-06-17")))
                .isEmpty();
    }

    @Test
    void it_is_overdue_from_the_day_after_the_last_on_which_it_was_to_be_achieved_until_it_is_assessed() {
        BenefitState planned = told.state("2011-06-18");
        assertThat(planned.alerts(LocalDate.parse("2011-12-31"))).isEmpty();
        assertThat(planned.alerts(LocalDate.parse("2012-01-01"))).containsExactly(Alert.BENEFIT_OVERDUE);
        assertThat(told.state("2011-06-20").alerts(LocalDate.parse("2012-01-01")))
                .isEmpty();
    }

    @Test
    void of_measurements_with_a_day_in_common_the_last_counts() {
        BenefitState none = told.state("2011-06-18");
        assertThat(measured(none, period("2011-04-01", "2011-06-30", 1), period("2011-07-01", "2011-07-31", 2)))
                .as("one after the other")
                .containsExactly("2011/12 3");
        assertThat(measured(none, period("2011-04-01", "2011-06-30", 1), period("2011-06-30", "2011-07-31", 2)))
                .as("of one day both")
                .containsExactly("2011/12 2");
        assertThat(measured(none, period("2011-04-01", "2012-03-31", 1), period("2012-04-01", "2012-04-01", 2)))
                .containsExactly("2011/12 1", "2012/13 2");
        assertThat(measured(
                        none,
                        period("2012-03-31", "2012-04-01", 1),
                        period(null, null, 2),
                        period(null, "2012-05-01", 4)))
                .as("of two years, and of no period")
                .containsExactly("null 5");
    }

    private record Period(@Nullable String first, @Nullable String last, int pounds) {}

    private static Period period(@Nullable String first, @Nullable String last, int pounds) {
        return new Period(first, last, pounds);
    }

    private static List<String> measured(BenefitState benefit, Period... periods) {
        List<Grounded<BenefitMeasurement>> measurements = new ArrayList<>();
        for (Period period : periods)
            measurements.add(benefit.title()
                    .as(new BenefitMeasurement(
                            period.first() == null ? null : LocalDate.parse(period.first()),
                            period.last() == null ? null : LocalDate.parse(period.last()),
                            new Money(
                                    BigDecimal.valueOf(period.pounds()),
                                    "GBP",
                                    PriceBasis.NOMINAL,
                                    null,
                                    Confidence.APPROVED),
                            List.of(),
                            List.of(),
                            null)));
        return benefit.withMeasurements(measurements).measured().stream()
                .map(figure -> figure.of().year() + " " + figure.number().toPlainString())
                .toList();
    }

    private List<String> counted(String day) {
        return told.state(day).counted(BenefitMeasure.BENEFIT).counted().stream()
                .filter(figure -> figure.of().posts() == null)
                .map(CountedFigure::number)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
