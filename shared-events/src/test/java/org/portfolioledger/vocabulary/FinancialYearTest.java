package org.portfolioledger.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** A financial year is two years that follow each other. */
class FinancialYearTest {

    private final JsonMapper json = FactSerializer.mapper();

    @ParameterizedTest
    @ValueSource(strings = {"1900/01", "1999/00", "2009/10", "2013/14", "2099/00", "2199/00"})
    void it_is_read_and_written_in_one_form(String text) {
        FinancialYear year = FinancialYear.parse(text);
        assertThat(year).hasToString(text);
        assertThat(json.writeValueAsString(year)).isEqualTo("\"" + text + "\"");
        assertThat(json.readValue("\"" + text + "\"", FinancialYear.class)).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013/15",
                "2013/13",
                "2013/12",
                "2013/2014",
                "2013-14",
                "13/14",
                "2013",
                "2013/1",
                "2013/14 ",
                "",
                "1899/00",
                "2200/01",
                "9999/00",
                "٢٠١٣/١٤"
            })
    void anything_else_is_refused(String text) {
        assertThat(FinancialYear.isOne(text)).isFalse();
        assertThatThrownBy(() -> FinancialYear.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two years that follow each other, as 2013/14");
        assertThatThrownBy(() -> json.readValue(json.writeValueAsString(text), FinancialYear.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        fault -> assertThat(fault.getTargetType()).isEqualTo(FinancialYear.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "201314", "true", "{}", "[\"2013/14\"]"})
    void what_is_no_text_is_refused(String value) {
        assertThatThrownBy(() -> json.readValue(value, FinancialYear.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void it_runs_from_the_first_of_april_to_the_last_of_march() {
        FinancialYear year = FinancialYear.parse("2011/12");
        assertThat(year.firstDay()).isEqualTo("2011-04-01");
        assertThat(year.lastDay()).isEqualTo("2012-03-31");
        assertThat(FinancialYear.of(LocalDate.parse("2011-03-31"))).hasToString("2010/11");
        assertThat(FinancialYear.of(LocalDate.parse("2011-04-01"))).isEqualTo(year);
        assertThat(FinancialYear.of(LocalDate.parse("2012-03-31"))).isEqualTo(year);
        assertThat(FinancialYear.of(LocalDate.parse("2012-04-01"))).hasToString("2012/13");
    }

    @Test
    void years_are_in_the_order_of_time() {
        assertThat(new TreeSet<>(Stream.of("2000/01", "1999/00", "2013/14")
                        .map(FinancialYear::parse)
                        .toList()))
                .extracting(FinancialYear::toString)
                .containsExactly("1999/00", "2000/01", "2013/14");
    }

    @Test
    void a_range_of_days_lies_in_one_year_or_in_none() {
        assertThat(containing("2011-04-01", "2012-03-31")).hasToString("2011/12");
        assertThat(containing("2012-03-31", "2012-04-01")).isNull();
        assertThat(containing("1900-04-01", "1900-04-01")).hasToString("1900/01");
        assertThat(containing("1900-03-31", "1900-03-31")).isNull();
        assertThat(containing("2200-03-31", "2200-03-31")).hasToString("2199/00");
        assertThat(containing("2200-04-01", "2200-04-01")).isNull();
    }

    private static @Nullable FinancialYear containing(String first, String last) {
        return FinancialYear.containing(LocalDate.parse(first), LocalDate.parse(last));
    }
}
