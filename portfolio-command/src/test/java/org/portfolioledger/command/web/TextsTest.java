package org.portfolioledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Families;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every text of every command, free keys too, is clean before a rule sees it. */
class TextsTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final List<String> HOSTILE =
            List.of("\u200b", "\ufeffHomes", "Homes\u202eSMOH", "So\u00adft", "\ue000", "\u00a0");

    static Stream<CommandRoute<?>> routes() {
        return Families.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_text_that_cannot_be_seen_is_refused_wherever_it_is(CommandRoute<?> route) {
        for (JsonPointer text : texts(example(route), JsonPointer.empty(), new ArrayList<>())) {
            for (String hostile : HOSTILE) {
                Problem.At fault = fault(route, with(example(route), text, hostile));
                assertThat(fault.pointer()).isEqualTo(text.toString());
                assertThat(fault.detail()).matches("is blank.*|holds .* U\\+[0-9A-F]{4}, as character \\d+");
            }
        }
        ObjectNode keyed = example(route);
        keyed.putObject("attributes").put("ke\u200by", "x");
        assertThat(fault(route, keyed).detail()).contains("U+200B");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_text_is_taken_in_form_c_and_without_white_space_around_it(CommandRoute<?> route) {
        for (JsonPointer text : texts(example(route), JsonPointer.empty(), new ArrayList<>())) {
            try {
                String read = JSON.writeValueAsString(read(route, with(example(route), text, " Cafe\u0301\u00a0")));
                assertThat(read).as(text.toString()).contains("\"Caf\u00e9\"");
            } catch (Problem noText) {
                // An id, a date or a word of a list: another text than its own forms is refused there.
                assertThat(noText.errors()).extracting(Problem.At::pointer).contains(text.toString());
            }
        }
    }

    /** Commands within another are read like any other. */
    private static ObjectNode example(CommandRoute<?> route) {
        ObjectNode example = (ObjectNode) JSON.readTree(route.example());
        example.remove(RecordsReader.MEMBER);
        return example;
    }

    private static List<JsonPointer> texts(JsonNode node, JsonPointer here, List<JsonPointer> found) {
        if (node.isString()) found.add(here);
        node.properties().forEach(member -> texts(member.getValue(), here.appendProperty(member.getKey()), found));
        if (node.isArray()) for (int i = 0; i < node.size(); i++) texts(node.get(i), here.appendIndex(i), found);
        return found;
    }

    private static ObjectNode with(ObjectNode body, JsonPointer place, String text) {
        JsonNode parent = body.at(place.head());
        if (parent instanceof ArrayNode array)
            array.set(place.last().getMatchingIndex(), JSON.getNodeFactory().stringNode(text));
        else ((ObjectNode) parent).put(place.last().getMatchingProperty(), text);
        return body;
    }

    private static Problem.At fault(CommandRoute<?> route, ObjectNode body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(route, body));
        assertThat(problem).as(body.toString()).isNotNull();
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().getFirst();
    }

    private static Object read(CommandRoute<?> route, ObjectNode body) {
        return new CommandReader()
                .read(
                        route,
                        route.variables().stream()
                                .collect(Collectors.toMap(
                                        name -> name, name -> name.equals("assessor") ? "SRO" : "X-1")),
                        new JsonText().object(body.toString().getBytes(StandardCharsets.UTF_8)),
                        LocalDate.of(2026, 1, 5))
                .command();
    }
}
