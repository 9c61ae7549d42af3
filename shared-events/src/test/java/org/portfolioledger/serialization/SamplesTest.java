package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import tools.jackson.databind.JsonNode;

class SamplesTest {

    private final FactSerializer serializer = new FactSerializer();

    @Test
    void every_revision_of_every_type_has_a_sample_and_there_is_no_other() throws Exception {
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        Sample.all().map(Sample::file).toList());
    }

    @ParameterizedTest
    @MethodSource("org.portfolioledger.serialization.Sample#all")
    void a_sample_loads_into_its_record(Sample sample) {
        assertThat(read(sample)).isExactlyInstanceOf(sample.type().factClass());
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_of_the_present_revision_is_written_again_byte_for_byte(FactType type) {
        byte[] stored = Sample.of(type).bytes();

        assertThat(text(serializer.write(read(Sample.of(type))))).isEqualTo(text(stored));
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_of_the_present_revision_fills_every_field(FactType type) {
        JsonNode sample = FactSerializer.mapper().readTree(Sample.of(type).bytes());

        for (var component : type.factClass().getRecordComponents()) {
            assertThat(sample.hasNonNull(component.getName()))
                    .as(component.getName())
                    .isTrue();
            assertThat(sample.get(component.getName()).isContainer()
                            && sample.get(component.getName()).isEmpty())
                    .as(component.getName() + " is empty")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRECTED")
    void every_fact_survives_as_the_replacement_of_a_correction(FactType type) {
        GovernanceFact replacement = read(Sample.of(type));
        Corrected corrected = new Corrected(412, "misread", type.revision(), replacement, replacement.provenance());

        byte[] written = serializer.write(corrected);
        GovernanceFact again = serializer.read("corrected", FactType.CORRECTED.revision(), written);

        assertThat(again).isEqualTo(corrected);
        assertThat(text(serializer.write(again))).isEqualTo(text(written));
    }

    private GovernanceFact read(Sample sample) {
        return serializer.read(sample.type().typeName(), sample.revision(), sample.bytes());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> stored() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(SamplesTest.class.getResource("/samples"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
