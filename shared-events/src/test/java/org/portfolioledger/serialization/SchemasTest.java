package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of every revision is kept for ever. With {@code -Dschemas=record} those of new revisions are written, and
 * new words of the old ones: {@code ./mvnw -pl shared-events test -Dtest=SchemasTest -Dschemas=record}.
 */
class SchemasTest {

    private static final String CATALOGUE = "https://ledger.example/event-types/";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(SchemasTest::served)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    @BeforeAll
    static void record() throws IOException {
        if ("record".equals(System.getProperty("schemas"))) SchemaFiles.record();
    }

    static Stream<FactSchema> schemas() {
        return FactSchema.all();
    }

    @Test
    void every_revision_of_every_type_has_a_schema_and_there_is_no_other() {
        assertThat(SchemaFiles.names())
                .containsExactlyInAnyOrderElementsOf(
                        schemas().map(FactSchema::file).toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_contract_of_the_present_revision_is_what_its_record_says(FactType type) {
        contract(type).requireOf(type, type.revision(), RecordSchema.of(type));
    }

    @ParameterizedTest
    @EnumSource
    void the_words_of_the_present_revision_are_those_of_its_source(FactType type) {
        assertThat(present(type))
                .as("where the contract is kept, record the words anew: -Dtest=SchemasTest -Dschemas=record")
                .isEqualTo(RecordSchema.of(type));
    }

    @Test
    void no_contract_has_changed_since_it_was_recorded() {
        SortedMap<String, String> seals = new TreeMap<>();
        schemas()
                .forEach(schema -> seals.put(
                        schema.file(), Contract.of(SchemaFiles.read(schema)).seal()));

        assertThat(seals)
                .as("a schema of a revision that is on record was changed: restore it, and raise the revision instead")
                .isEqualTo(SchemaFiles.seals());
    }

    @ParameterizedTest
    @MethodSource("org.portfolioledger.serialization.Sample#all")
    void a_sample_fits_the_schema_of_its_revision(Sample sample) {
        assertThat(misfits(sample, text(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.portfolioledger.serialization.Sample#all")
    void what_has_a_field_too_many_or_lacks_one_that_is_required_fits_no_schema(Sample sample) {
        JsonNode schema = SchemaFiles.read(new FactSchema(sample.type(), sample.revision()));

        assertThat(misfits(sample, text(sample).replaceFirst("\\{", "{\"unheardOf\":1,")))
                .isNotEmpty();
        for (JsonNode required : schema.required("required")) {
            ObjectNode lacking = (ObjectNode) FactSerializer.mapper().readTree(sample.bytes());
            lacking.remove(required.asString());
            assertThat(misfits(sample, lacking.toString()))
                    .as(required.asString())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"effectiveOn\":\"2011-06-13\" > \"effectiveOn\":\"13 June 2011\"",
                "\"replacementType\":\"dependency-proposed\" > \"replacementType\":\"dependency-agreed\"",
                "\"replacementType\":\"dependency-proposed\" > \"replacementType\":\"unheard-of\"",
                "\"replacementRevision\":1, > \"replacementRevision\":9,",
                "\"replacementRevision\":1, > ",
                "\"importance\":\"NOT_STATED\" > \"importance\":\"HUGE\"",
                "\"fact\":412 > \"fact\":\"412\""
            })
    void a_correction_that_is_written_wrongly_does_not_fit(String wrong) {
        Sample sample = Sample.of(FactType.CORRECTED);
        String[] instead = wrong.split(" > ", -1);
        assertThat(text(sample)).contains(instead[0]);

        assertThat(misfits(sample, text(sample).replace(instead[0], instead[1])))
                .isNotEmpty();
    }

    @Test
    void a_correction_may_have_no_replacement() {
        assertThat(
                        misfits(
                                Sample.of(FactType.CORRECTED),
                                "{\"fact\":412,\"reason\":\"entered in error\",\"provenance\":{\"effectiveOn\":\"2011-06-13\"}}"))
                .isEmpty();
    }

    record Same(String register, Provenance provenance) {}

    record Turned(Provenance provenance, String register) {}

    record OneFieldMore(String register, @Nullable String reason, Provenance provenance) {}

    record OneFieldLess(Provenance provenance) {}

    record AnotherName(String organisation, Provenance provenance) {}

    record AnotherType(int register, Provenance provenance) {}

    record AnotherVocabulary(RagRating register, Provenance provenance) {}

    record NoLongerRequired(@Nullable String register, Provenance provenance) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                OneFieldMore.class,
                OneFieldLess.class,
                AnotherName.class,
                AnotherType.class,
                AnotherVocabulary.class,
                NoLongerRequired.class
            })
    void a_record_that_was_changed_without_a_new_revision_is_found_out_and_told_what_to_do(Class<?> twin) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> contract(FactType.REGISTER_WENT_LIVE)
                        .requireOf(FactType.REGISTER_WENT_LIVE, 1, RecordSchema.of(twin)))
                .withMessageContainingAll(
                        "give REGISTER_WENT_LIVE the revision 2 in FactType",
                        "upcast revision 1 in Upcasters",
                        "samples/register-went-live.2.json",
                        "-Dschemas=record");
    }

    @Test
    void other_words_and_another_order_of_fields_are_no_change() {
        for (Class<?> same : List.of(Same.class, Turned.class))
            assertThatCode(() -> contract(FactType.REGISTER_WENT_LIVE)
                            .requireOf(FactType.REGISTER_WENT_LIVE, 1, RecordSchema.of(same)))
                    .doesNotThrowAnyException();
    }

    @Test
    void a_field_that_is_called_title_is_part_of_the_contract() {
        ObjectNode untitled = (ObjectNode) present(FactType.BUSINESS_CASE_OPENED);
        Contract contract = Contract.of(untitled);
        untitled.withObject("properties").remove("title");

        assertThat(Contract.of(untitled)).isNotEqualTo(contract);
    }

    private static Contract contract(FactType type) {
        return Contract.of(present(type));
    }

    private static JsonNode present(FactType type) {
        return SchemaFiles.read(new FactSchema(type, type.revision()));
    }

    private static String text(Sample sample) {
        return new String(sample.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Error> misfits(Sample sample, String stored) {
        return SCHEMAS.getSchema(SchemaLocation.of(CATALOGUE + sample.type().typeName() + "/" + sample.revision()))
                .validate(stored, InputFormat.JSON);
    }

    /** The schema at an address: as a caller finds it who follows a reference. */
    private static @Nullable String served(String address) {
        if (!address.startsWith(CATALOGUE)) return null;
        String[] way = address.substring(CATALOGUE.length()).split("/", -1);
        return SchemaFiles.read(new FactSchema(FactType.named(way[0]), Integer.parseInt(way[1])))
                .toString();
    }
}
