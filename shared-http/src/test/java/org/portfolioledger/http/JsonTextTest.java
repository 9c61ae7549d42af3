package org.portfolioledger.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of a body is answered with its cause, its place and the bound. */
class JsonTextTest {

    private final JsonText text = new JsonText();

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("{\"name\": \"A\", \"name\": \"B\"}", "/name", "is there twice"),
                Arguments.of("{\"a\": {\"b/c\": 1, \"b/c\": 2}}", "/a/b~1c", "is there twice"),
                Arguments.of("{\"a\": [{\"x\": 1}, {\"x\": 1, \"x\": 2}]}", "/a/1/x", "is there twice"),
                Arguments.of("{\"\u00E9\": 1, \"e\u0301\": 2}", "/e\u0301", "is there twice"),
                Arguments.of("{\"a \": 1, \"a\": 2}", "/a", "is there twice"),
                Arguments.of("{\"name\": \"A\",\n \"level\" \"P\"}", "", "is not JSON at line 2, column 10"),
                Arguments.of("{\"name\": \"A\"", "", "is not JSON"),
                Arguments.of("{\"a\": 1} {}", "", "must end after the JSON object"),
                Arguments.of("", "", "must be a JSON object"),
                Arguments.of("[]", "", "must be a JSON object"),
                Arguments.of("\"text\"", "", "must be a JSON object"),
                Arguments.of("null", "", "must be a JSON object"),
                Arguments.of("{\"a\": [1, null]}", "/a/1", "is null"),
                Arguments.of("{\"a\": " + "1".repeat(41) + "}", "/a", "has more than 40 digits"),
                Arguments.of("{\"a\": 1e999999}", "/a", "has more than 40 digits"),
                Arguments.of("{\"a\": 1e99999999999}", "", "holds a number with more than 40 digits"),
                Arguments.of("{\"a\": \"" + "x".repeat(20_001) + "\"}", "/a", "is longer than 20000 characters"),
                Arguments.of("{\"a\": \" \"}", "/a", "is blank"),
                Arguments.of("{\" \": 1}", "/ ", "is blank"),
                Arguments.of("{\"a\": \"x\\u202Ey\"}", "/a", "holds a character that changes the direction, U+202E"),
                Arguments.of("{\"x\\u200B\": 1}", "/x\u200B", "holds an invisible character, U+200B"),
                Arguments.of("{\"a\": \"\\ud800\"}", "/a", "holds half a character, U+D800"),
                Arguments.of("{\"a\":".repeat(600) + "1" + "}".repeat(600), "", "is nested more than 500 deep"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_by_its_cause_and_place(String body, String pointer, String detail) {
        Problem problem = refusal(body.getBytes(UTF_8));
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().getFirst().detail()).startsWith(detail);
        if (!detail.contains("nested"))
            assertThat(problem.errors().getFirst().pointer()).isEqualTo(pointer);
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThat(refusal("{\"a\": \"\", \"b\": [null, \"\\u200b\"], \"c\": {\"d\": 1e99}}".getBytes(UTF_8))
                        .errors())
                .extracting(Problem.At::pointer)
                .containsExactly("/a", "/b/0", "/b/1", "/c/d");
    }

    @Test
    void bytes_of_another_encoding_are_not_guessed_at() {
        assertThat(refusal("{\"a\": \"\u00E9\"}".getBytes(ISO_8859_1))
                        .errors()
                        .getFirst()
                        .detail())
                .isEqualTo("is not encoded in UTF-8");
    }

    @Test
    void a_byte_order_mark_before_the_object_is_skipped() {
        assertThat(text.object("\uFEFF{\"a\": 1}".getBytes(UTF_8)).get("a").asInt())
                .isEqualTo(1);
    }

    @Test
    void texts_and_names_come_out_clean() {
        assertThat(text.object("{\" Cafe\\u0301\": [\"E\\u0301cole \", {\"x\": \" y\"}]}".getBytes(UTF_8))
                        .toString())
                .isEqualTo("{\"Caf\u00E9\":[\"\u00C9cole\",{\"x\":\"y\"}]}");
    }

    private Problem refusal(byte[] body) {
        Problem problem = catchThrowableOfType(Problem.class, () -> text.object(body));
        assertThat(problem.type()).isEqualTo(HttpProblem.MALFORMED_REQUEST);
        return problem;
    }
}
