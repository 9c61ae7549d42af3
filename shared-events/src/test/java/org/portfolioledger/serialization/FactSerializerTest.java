package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeLevel;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;

class FactSerializerTest {

    private static final Provenance STATED = Provenance.on(LocalDate.parse("2011-06-13"));

    private final FactSerializer serializer = new FactSerializer();

    @Test
    void a_fact_is_one_line_of_json_in_the_order_of_its_fields_and_what_is_null_is_absent() {
        assertThat(text(serializer.write(new RegisterOpened("MPS", "Metropolitan Police Service – “the Met”", STATED))))
                .isEqualTo("{\"register\":\"MPS\",\"name\":\"Metropolitan Police Service – “the Met”\","
                        + "\"provenance\":{\"effectiveOn\":\"2011-06-13\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "1.1",
                "1.10",
                "0.00",
                "-3.50",
                "12400000.5",
                "0.000000001",
                "9007199254740993.10",
                "123456789012345678901234567890.1234567890"
            })
    void a_decimal_keeps_its_scale_and_every_digit(String amount) {
        BoardLimitSet set = limit(amount);

        byte[] written = serializer.write(set);

        assertThat(text(written)).contains("\"amount\":" + amount + ",");
        assertThat(serializer.read("board-limit-set", 1, written)).isEqualTo(set);
    }

    @Test
    void a_decimal_is_written_plain() {
        assertThat(text(serializer.write(limit("5E+6")))).contains("\"amount\":5000000,");
        assertThat(text(serializer.write(limit("1E-9")))).contains("\"amount\":0.000000001,");
    }

    @Test
    void lists_and_maps_that_are_absent_become_empty() {
        GovernanceFact opened = read("""
                {"initiative": "PG-DRM", "register": "MPS", "level": "PROGRAMME", "name": "DRM",
                 "provenance": {"effectiveOn": "2011-06-13"}}""", "initiative-opened");

        assertThat(opened)
                .isEqualTo(new InitiativeOpened(
                        "PG-DRM",
                        "MPS",
                        InitiativeLevel.PROGRAMME,
                        "DRM",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        STATED));
    }

    @Test
    void lists_and_maps_that_are_null_become_empty() {
        BoardEstablished board = (BoardEstablished) read("""
                {"board": "BD-MB", "register": "MPS", "name": "Management Board", "level": "CORPORATE",
                 "functions": null, "decisionTypes": null, "members": null, "attributes": null,
                 "provenance": {"effectiveOn": "2011-06-13"}}""", "board-established");

        assertThat(board.functions()).isEmpty();
        assertThat(board.decisionTypes()).isEmpty();
        assertThat(board.members()).isEmpty();
        assertThat(board.attributes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_field_is_refused(FactType type) {
        String sample = text(Sample.of(type).bytes());

        refused(type.typeName(), sample.replaceFirst("\\{", "{\"unheardOf\":1,"));
        refused(type.typeName(), sample.replaceFirst("\"provenance\":\\{", "\"provenance\":{\"unheardOf\":1,"));
    }

    @Test
    void an_unknown_field_of_a_replacement_is_refused() {
        String sample = text(Sample.of(FactType.CORRECTED).bytes());

        refused("corrected", sample.replace("\"replacement\":{", "\"replacement\":{\"unheardOf\":1,"));
    }

    @ParameterizedTest
    @EnumSource
    void a_field_that_is_given_twice_is_refused(FactType type) {
        String sample = text(Sample.of(type).bytes());

        refused(type.typeName(), sample.replaceFirst("\\{", "{\"provenance\":{\"effectiveOn\":\"2011-06-13\"},"));
        refused(type.typeName(), sample.replace("\"provenance\":{", "\"provenance\":{\"effectiveOn\":\"2011-06-13\","));
    }

    @ParameterizedTest
    @EnumSource
    void anything_after_the_fact_is_refused(FactType type) {
        String sample = text(Sample.of(type).bytes());

        refused(type.typeName(), sample + "1");
        refused(type.typeName(), sample + "{}");
        refused(type.typeName(), sample + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1\"", "\"\"", "\" \"", "\"amber\"", "\"PURPLE\"", "true", "{}", "[\"AMBER\"]"})
    void what_is_no_name_of_a_rating_is_refused(String rating) {
        refusedSample(FactType.RAG_ASSESSED, "\"rating\":\"RESET\"", "\"rating\":" + rating);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1\"", "1.0", "1.5", "true", "\"\"", "99999999999", "[1]"})
    void what_is_no_whole_number_is_refused_where_one_is_required(String version) {
        refusedSample(FactType.RAG_ASSESSED, "\"schemeVersion\":1", "\"schemeVersion\":" + version);
    }

    @Test
    void a_required_number_that_is_absent_is_refused() {
        refusedSample(FactType.RAG_ASSESSED, "\"schemeVersion\":1,", "");
        refusedSample(FactType.CORRECTED, "\"fact\":412,", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"13 June 2011\"",
                "\"2011-06-31\"",
                "\"2011-06-13T00:00:00\"",
                "\"2011-06-13T23:30:00Z\"",
                "15138",
                "\"15138\""
            })
    void what_is_no_date_is_refused(String date) {
        refusedSample(FactType.REGISTER_WENT_LIVE, "\"effectiveOn\":\"2018-04-01\"", "\"effectiveOn\":" + date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "true", "{}", "[]", "[\"DRM\"]"})
    void what_is_no_text_is_refused_where_text_is_required(String name) {
        refusedSample(FactType.REGISTER_OPENED, "\"name\":\"Metropolitan Police Service\"", "\"name\":" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5000000.00\"", "\"\"", "true", "NaN", "5e", "[1]"})
    void what_is_no_number_is_refused_for_an_amount(String amount) {
        refusedSample(FactType.BOARD_LIMIT_SET, "\"amount\":1.10", "\"amount\":" + amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"register-opened\"", "1", "{", "{'register':'MPS'}", "{} // end"})
    void what_is_no_json_object_is_refused(String stored) {
        refused("register-opened", stored);
    }

    @Test
    void a_fact_of_an_unknown_type_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializer.read("register-renamed", 1, "{}".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("register-renamed");
    }

    @Test
    void a_correction_without_a_replacement_has_no_type_and_no_revision_of_one() {
        Corrected retracted = new Corrected(412, "entered in error", null, null, STATED);

        byte[] written = serializer.write(retracted);

        assertThat(text(written))
                .isEqualTo(
                        "{\"fact\":412,\"reason\":\"entered in error\",\"provenance\":{\"effectiveOn\":\"2011-06-13\"}}");
        assertThat(serializer.read("corrected", 1, written)).isEqualTo(retracted);
    }

    @Test
    void a_correction_stores_its_replacement_as_the_fact_itself_is_stored_with_its_type_and_revision_beside_it() {
        InitiativeRenamed renamed = new InitiativeRenamed("PG-DRM", "DRM", null, STATED);

        assertThat(text(serializer.write(new Corrected(412, "misread", 1, renamed, STATED))))
                .contains("\"replacementRevision\":1,\"replacement\":" + text(serializer.write(renamed))
                        + ",\"replacementType\":\"initiative-renamed\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {0, 2})
    void a_replacement_in_another_revision_than_the_present_one_is_never_written(@Nullable Integer revision) {
        InitiativeRenamed renamed = new InitiativeRenamed("PG-DRM", "DRM", null, STATED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializer.write(new Corrected(412, "misread", revision, renamed, STATED)));
    }

    @Test
    void a_replacement_without_a_type_or_of_an_unknown_type_is_refused() {
        refusedSample(FactType.CORRECTED, ",\"replacementType\":\"dependency-proposed\"", "");
        refusedSample(FactType.CORRECTED, "Type\":\"dependency-proposed\"", "Type\":\"dependency-renamed\"");
        refusedSample(FactType.CORRECTED, "Type\":\"dependency-proposed\"", "Type\":\"dependency-agreed\"");
        refusedSample(FactType.CORRECTED, "\"replacementRevision\":1,", "");
    }

    private BoardLimitSet limit(String amount) {
        Money money = new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
        return new BoardLimitSet("BD-MB", money, null, null, STATED);
    }

    private void refusedSample(FactType type, String part, String instead) {
        String sample = text(Sample.of(type).bytes());
        assertThat(sample).contains(part);
        refused(type.typeName(), sample.replace(part, instead));
    }

    private void refused(String typeName, String stored) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> read(stored, typeName))
                .isInstanceOf(UnreadableFact.class);
    }

    private GovernanceFact read(String stored, String typeName) {
        return serializer.read(typeName, 1, stored.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
