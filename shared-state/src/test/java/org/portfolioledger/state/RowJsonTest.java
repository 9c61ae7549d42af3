package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.timeline.Segment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Rows keep states as PostgreSQL's jsonb, which orders keys its own way and writes numbers plain. */
class RowJsonTest {

    private static final JsonMapper JSON = FactSerializer.mapper();

    @ParameterizedTest
    @MethodSource("lives")
    void every_state_of_a_life_is_read_back_equal_from_the_jsonb_of_a_row(Story<?, ?> life) {
        var segments = life.kind().history(life.stream()).timeline().segments();
        assertThat(segments).hasSizeGreaterThan(1);
        for (Segment<?> segment : segments) {
            Object state = segment.state();
            String stored = JSON.writeValueAsString(asJsonb(JSON.readTree(JSON.writeValueAsString(state))));

            Object again = JSON.readValue(stored, state.getClass());

            assertThat(again).isEqualTo(state);
            assertThat(again.hashCode()).isEqualTo(state.hashCode());
            assertThat(JSON.writeValueAsString(again)).isEqualTo(JSON.writeValueAsString(state));
        }
    }

    static Stream<Story<?, ?>> lives() {
        return Lives.all();
    }

    private static JsonNode asJsonb(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode ordered = JsonNodeFactory.instance.objectNode();
                object.properties().stream()
                        .sorted(Comparator.comparingInt((Map.Entry<String, JsonNode> field) ->
                                        field.getKey().getBytes(StandardCharsets.UTF_8).length)
                                .thenComparing(Map.Entry::getKey))
                        .forEach(field -> ordered.set(field.getKey(), asJsonb(field.getValue())));
                yield ordered;
            }
            case ArrayNode array -> {
                ArrayNode elements = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> elements.add(asJsonb(element)));
                yield elements;
            }
            default -> node.isNumber() ? JSON.readTree(new BigDecimal(node.asString()).toPlainString()) : node;
        };
    }
}
