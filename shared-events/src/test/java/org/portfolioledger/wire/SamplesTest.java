package org.portfolioledger.wire;

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
import org.portfolioledger.events.PortfolioEvent;
import tools.jackson.databind.JsonNode;

class SamplesTest {

    private final Wire wire = new Wire();

    @Test
    void every_revision_of_every_type_has_a_sample_and_there_is_no_other() throws Exception {
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        Sample.all().map(Sample::file).toList());
    }

    @ParameterizedTest
    @MethodSource("org.portfolioledger.wire.Sample#all")
    void a_sample_loads_into_its_record(Sample sample) {
        assertThat(read(sample)).isExactlyInstanceOf(sample.type().factClass());
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_of_the_present_revision_is_written_again_byte_for_byte(FactType type) {
        byte[] stored = Sample.of(type).bytes();

        assertThat(text(wire.write(read(Sample.of(type))))).isEqualTo(text(stored));
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_of_the_present_revision_fills_every_field(FactType type) {
        JsonNode sample = Wire.mapper().readTree(Sample.of(type).bytes());

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
        PortfolioEvent replacement = read(Sample.of(type));
        Corrected corrected = new Corrected(412, "misread", type.revision(), replacement, replacement.stated());

        byte[] written = wire.write(corrected);
        PortfolioEvent again = wire.read("corrected", FactType.CORRECTED.revision(), written);

        assertThat(again).isEqualTo(corrected);
        assertThat(text(wire.write(again))).isEqualTo(text(written));
    }

    private PortfolioEvent read(Sample sample) {
        return wire.read(sample.type().typeName(), sample.revision(), sample.bytes());
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
