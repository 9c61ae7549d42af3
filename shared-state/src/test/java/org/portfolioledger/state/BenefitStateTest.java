package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.portfolioledger.state.BenefitState.BenefitMeasure;
import org.portfolioledger.state.BenefitState.BenefitStatus;
import org.portfolioledger.state.CountedFigures.CountedFigure;
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

    private List<String> counted(String day) {
        return told.state(day).counted(BenefitMeasure.BENEFIT).counted().stream()
                .filter(figure -> figure.of().posts() == null)
                .map(CountedFigure::number)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
