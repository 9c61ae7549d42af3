package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.state.MeasureState.MeasureTarget;
import org.portfolioledger.state.MeasureState.MeasureValue;
import org.portfolioledger.vocabulary.NumberQualifier;

class MeasureStateTest {

    /** What is reached is what every number that may be meant reaches; open is what some do and some do not. */
    @ParameterizedTest(name = "{0} {1} against {2} {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 99, AT_LEAST, 100, false",
                "-, 100, AT_LEAST, 100, true",
                "-, 100.0, AT_LEAST, 100, true",
                "-, 100, MORE_THAN, 100, false",
                "-, 100.01, MORE_THAN, 100, true",
                "MORE_THAN, 99, AT_LEAST, 100, -",
                "MORE_THAN, 100, AT_LEAST, 100, true",
                "MORE_THAN, 100, MORE_THAN, 100, true",
                "AT_LEAST, 100, MORE_THAN, 100, -",
                "AT_LEAST, 100, AT_LEAST, 100, true",
                "AT_LEAST, 99, AT_LEAST, 100, -",
                "LESS_THAN, 100, AT_LEAST, 100, false",
                "LESS_THAN, 101, AT_LEAST, 100, -",
                "AT_MOST, 100, AT_LEAST, 100, -",
                "AT_MOST, 99, AT_LEAST, 100, false",
                "AT_MOST, 100, MORE_THAN, 100, false",
                "ABOUT, 1000, AT_LEAST, 100, -",
                "-, 101, AT_MOST, 100, false",
                "-, 100, AT_MOST, 100, true",
                "-, 100, LESS_THAN, 100, false",
                "-, 99.99, LESS_THAN, 100, true",
                "LESS_THAN, 101, AT_MOST, 100, -",
                "LESS_THAN, 100, AT_MOST, 100, true",
                "LESS_THAN, 100, LESS_THAN, 100, true",
                "AT_MOST, 100, LESS_THAN, 100, -",
                "MORE_THAN, 100, AT_MOST, 100, false",
                "MORE_THAN, 99, AT_MOST, 100, -",
                "AT_LEAST, 101, AT_MOST, 100, false",
                "AT_LEAST, 100, LESS_THAN, 100, false",
                "AT_LEAST, 100, AT_MOST, 100, -",
                "ABOUT, 1, AT_MOST, 100, -",
                "-, 100, -, 100.0, true",
                "-, 101, -, 100, -",
                "ABOUT, 100, -, 100, -",
                "-, 100, ABOUT, 100, -"
            })
    void a_value_reaches_a_target_as_far_as_both_say(
            @Nullable NumberQualifier qualifier,
            BigDecimal number,
            @Nullable NumberQualifier wanted,
            BigDecimal target,
            @Nullable Boolean reached) {
        MeasureValue value = new MeasureValue(number, qualifier, null, null);
        assertThat(value.reaches(new MeasureTarget(target, wanted, null, null))).isEqualTo(reached);
    }
}
