package org.portfolioledger.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.vocabulary.DatePrecision;

/** When a value is too old, and which form it has. */
class DataStandardsTest {

    private static final LocalDate STATED = LocalDate.parse("2012-01-31");

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2012-02-07",
        "MONTHLY, 2012-02-29",
        "QUARTERLY, 2012-04-30",
        "HALF_YEARLY, 2012-07-31",
        "YEARLY, 2013-01-31"
    })
    void a_value_is_fresh_until_the_same_day_of_the_next_period(UpdateFrequency updated, LocalDate until) {
        assertThat(DataStandards.freshUntil(attribute(null, null, updated, null, List.of()), stated(null)))
                .isEqualTo(until);
    }

    @Test
    void or_for_a_number_of_days_or_for_ever() {
        assertThat(DataStandards.freshUntil(attribute(null, 1, null, null, List.of()), stated(null)))
                .isEqualTo("2012-02-01");
        assertThat(DataStandards.freshUntil(attribute(null, null, null, null, List.of()), stated(null)))
                .isNull();
    }

    @Test
    void a_date_less_precise_than_a_day_counts_from_the_last_day_of_its_period() {
        assertThat(DataStandards.freshUntil(attribute(null, 1, null, null, List.of()), stated(DatePrecision.QUARTER)))
                .isEqualTo("2012-04-01");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, anything, true",
        "DATE, 2012-02-29, true",
        "DATE, 2012-02-30, false",
        "DATE, 2012-02, false",
        "DATE, 2012-Q1, false",
        "WHOLE_NUMBER, 12, true",
        "WHOLE_NUMBER, -3, true",
        "WHOLE_NUMBER, 12.0, false",
        "WHOLE_NUMBER, 1e3, false",
        "NUMBER, 12.50, true",
        "NUMBER, 12, true",
        "NUMBER, 1e400, false",
        "NUMBER, '1,000', false"
    })
    void a_value_has_a_form_or_not(DataFormat format, String text, boolean fits) {
        assertThat(DataStandards.malformed(attribute(format, null, null, null, List.of()), text) == null)
                .isEqualTo(fits);
    }

    @Test
    void a_value_is_no_longer_than_allowed_and_one_of_those_allowed() {
        DataAttribute short3 = attribute(null, null, null, 3, List.of());
        assertThat(DataStandards.malformed(short3, "abc")).isNull();
        assertThat(DataStandards.malformed(short3, "abcd")).isEqualTo("it is longer than 3 characters");
        DataAttribute some = attribute(null, null, null, null, List.of("Red", "Green"));
        assertThat(DataStandards.malformed(some, "RED")).isNull();
        assertThat(DataStandards.malformed(some, "AMBER")).isEqualTo("it is not one of the allowed values");
        assertThat(DataStandards.malformed(
                        attribute(DataFormat.WHOLE_NUMBER, null, null, null, List.of()), "9".repeat(1_000_000)))
                .isNotNull();
    }

    @Test
    void the_default_has_all_seven_entities_and_reads_paths_that_there_are() {
        assertThat(DefaultDataStandard.TABLES.entities())
                .extracting(DataEntityTable::entity)
                .containsExactlyInAnyOrder(DataEntity.values());
        for (DataEntityTable table : DefaultDataStandard.TABLES.entities()) {
            assertThat(table.attributes()).extracting(DataAttribute::name).doesNotHaveDuplicates();
            for (DataAttribute attribute : table.attributes())
                assertThat(DataSources.isKnown(table.entity(), attribute.path()))
                        .as(attribute.path())
                        .isTrue();
        }
    }

    @Test
    void every_entity_has_paths_each_once() {
        for (DataEntity entity : DataEntity.values()) {
            List<String> paths = DataSources.paths().stream()
                    .filter(path -> path.entity() == entity)
                    .map(DataSources.DataPathMeaning::path)
                    .toList();
            assertThat(paths).as(entity.name()).isNotEmpty().doesNotHaveDuplicates();
        }
        assertThat(new TreeSet<>(Arrays.asList(DataEntity.values()))).hasSize(7);
    }

    private static Grounded<String> stated(@Nullable DatePrecision precision) {
        LocalDate since = precision == null ? STATED : precision.firstDay(STATED);
        return new Grounded<>("x", since, 1L, null, precision, null, null, null, null);
    }

    private static DataAttribute attribute(
            @Nullable DataFormat format,
            @Nullable Integer withinDays,
            @Nullable UpdateFrequency updated,
            @Nullable Integer longest,
            List<String> allowed) {
        return new DataAttribute("A", true, "name", format, allowed, longest, withinDays, updated);
    }
}
