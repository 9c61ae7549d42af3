package org.portfolioledger.command.register;

import static org.portfolioledger.command.DataStandardFacts.attribute;
import static org.portfolioledger.command.DataStandardFacts.standard;
import static org.portfolioledger.command.DataStandardFacts.table;
import static org.portfolioledger.command.RegisterFacts.register;
import static org.portfolioledger.command.Shape.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;

/** Which tables of a data standard can be defined. */
class DataStandardTest {

    private static final String DAY = "2020-02-01";
    private static final DataAttribute NAME = attribute("Name", "name");

    private final Given given = Given.persons("p-a").facts(register("ACME", "2020-01-01"));

    @Test
    void a_version_is_defined_once_for_whatever_day() {
        var first = standard("ACME", 1, DAY);
        given.when(first).records(first);
        given.facts(first);
        for (String day : List.of("2019-01-01", "2020-03-01", "2040-01-01"))
            given.when(with(standard("ACME", 1, day), "title", "Another"))
                    .refuses(RegisterRule.DATA_STANDARD_VERSION_TAKEN)
                    .at("/version");
        for (String day : List.of("2019-01-01", "2020-03-01", "2040-01-01"))
            given.when(standard("ACME", 2, day)).isRecorded();
        given.when(standard("ACME", 0, "2020-03-01")).refuses(RegisterRule.DATA_STANDARD_VERSION_TAKEN);
    }

    @Test
    void it_has_entities_each_once_and_each_has_attributes() {
        given.when(of()).refuses(RegisterRule.DATA_STANDARD_WITHOUT_ATTRIBUTES).at("/entities");
        given.when(of(table(DataEntity.RISK)))
                .refuses(RegisterRule.DATA_STANDARD_WITHOUT_ATTRIBUTES)
                .at("/entities/0/attributes");
        given.when(of(table(DataEntity.PROJECT_FEATURES, NAME), table(DataEntity.PROJECT_FEATURES, NAME)))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/entities/1/entity");
    }

    @Test
    void an_attribute_is_named_once_in_its_entity_whatever_the_case_of_letters() {
        given.when(of(table(DataEntity.PROJECT_FEATURES, NAME, attribute("NAME", "formerName"))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/entities/0/attributes/1/name");
        given.when(of(table(DataEntity.PROJECT_FEATURES, NAME), table(DataEntity.MILESTONE, NAME)))
                .isRecorded();
    }

    @Test
    void a_path_is_one_of_those_that_there_are_for_the_entity() {
        for (String path : List.of("attributes.sector", "aliases.GMPP", "ratings.OVERALL", "end"))
            given.when(of(table(DataEntity.PROJECT_FEATURES, attribute("A", path))))
                    .isRecorded();
        for (String path : List.of("attributes.", "attributes", "forecast", "NAME", "state.name"))
            given.whenMigrating(of(table(DataEntity.PROJECT_FEATURES, attribute("A", path))))
                    .refuses(RegisterRule.UNKNOWN_DATA_PATH)
                    .at("/entities/0/attributes/0/path");
        given.when(of(table(DataEntity.MILESTONE, attribute("A", "forecast")))).isRecorded();
    }

    @ParameterizedTest
    @CsvSource({"withinDays, 1, 3653", "longest, 1, 100000"})
    void limits_have_limits(String limit, int least, int most) {
        DataAttribute plain = with(NAME, "updated", null);
        for (int number : List.of(least, most))
            given.when(of(table(DataEntity.PROJECT_FEATURES, with(plain, limit, number))))
                    .isRecorded();
        for (int number : List.of(least - 1, most + 1, 1_000_000_000, Integer.MIN_VALUE))
            given.whenMigrating(of(table(DataEntity.PROJECT_FEATURES, with(plain, limit, number))))
                    .refuses(RegisterRule.DATA_LIMIT_OUT_OF_RANGE)
                    .at("/entities/0/attributes/0/" + limit);
    }

    @Test
    void it_is_stated_again_within_days_or_at_a_frequency_not_both() {
        given.when(of(table(DataEntity.PROJECT_FEATURES, with(NAME, "withinDays", 30))))
                .refuses(RegisterRule.AMBIGUOUS_UPDATE_FREQUENCY)
                .at("/entities/0/attributes/0/updated");
    }

    @Test
    void an_absurd_number_of_attributes_or_values_is_refused_as_a_whole() {
        given.when(of(table(DataEntity.PROJECT_FEATURES, attributes(500)))).isRecorded();
        for (int number : List.of(501, 10_000))
            given.whenMigrating(of(table(DataEntity.PROJECT_FEATURES, attributes(number))))
                    .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                    .at("/entities");
        given.when(of(table(DataEntity.PROJECT_FEATURES, with(NAME, "allowedValues", values(200)))))
                .isRecorded();
        given.when(of(table(DataEntity.PROJECT_FEATURES, with(NAME, "allowedValues", values(201)))))
                .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                .at("/entities/0/attributes/0/allowedValues");
        List<DataAttribute> many = new ArrayList<>();
        for (DataAttribute each : attributes(26)) many.add(with(each, "allowedValues", values(200)));
        given.when(of(new DataEntityTable(DataEntity.PROJECT_FEATURES, true, many)))
                .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                .at("/entities");
    }

    @Test
    void texts_are_of_one_to_two_hundred_characters() {
        String fits = "n".repeat(200);
        given.when(with(of(table(DataEntity.PROJECT_FEATURES, attribute(fits, "name"))), "title", fits))
                .isRecorded();
        for (String text : List.of("n".repeat(201), "n".repeat(1_000_000))) {
            given.when(of(table(DataEntity.PROJECT_FEATURES, attribute(text, "name"))))
                    .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                    .at("/entities/0/attributes/0/name");
            given.when(with(of(table(DataEntity.PROJECT_FEATURES, NAME)), "title", text))
                    .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                    .at("/title");
            given.when(of(table(DataEntity.PROJECT_FEATURES, with(NAME, "allowedValues", List.of("a", text)))))
                    .refuses(RegisterRule.DATA_STANDARD_TOO_LARGE)
                    .at("/entities/0/attributes/0/allowedValues/1");
        }
        given.when(of(table(DataEntity.PROJECT_FEATURES, with(NAME, "allowedValues", List.of("a", "A")))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/entities/0/attributes/0/allowedValues/1");
    }

    private static DataStandardDefined of(DataEntityTable... tables) {
        return standard("ACME", 1, List.of(tables), DAY);
    }

    private static DataAttribute[] attributes(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> attribute("Attribute " + n, "name"))
                .toArray(DataAttribute[]::new);
    }

    private static List<String> values(int number) {
        return IntStream.range(0, number).mapToObj(n -> "v" + n).toList();
    }
}
