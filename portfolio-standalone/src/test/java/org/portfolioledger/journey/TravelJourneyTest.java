package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.EveryRead.Line;

/** Every read travels in time, on both axes. */
class TravelJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Map<String, Caller.Reply> ANSWERED_THEN = new LinkedHashMap<>();

    private static Caller query;
    private static TravelledRegister register;

    @BeforeAll
    static void travel() {
        Caller command = HALVES.command();
        query = HALVES.query();
        register = TravelledRegister.begin(command);
        lines().flatMap(line -> line.points().stream()
                        .filter(point -> point.contains(TravelledRegister.KNOWN_THEN))
                        .map(line::asked))
                .filter(question -> !question.contains("Corrected>"))
                .map(register::path)
                .forEach(question -> ANSWERED_THEN.put(question, ask(question)));
        register.later();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    static Stream<Line> lines() {
        return EveryRead.LINES.stream();
    }

    @Test
    void every_read_of_the_api_page_has_a_line_and_every_line_a_read() {
        List<String> operations = query.page().required("paths").properties().stream()
                .filter(path ->
                        path.getKey().startsWith("/api/v1/") && path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(lines().map(Line::operation).distinct().toList()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void each_shows_the_day_that_is_asked_about_and_what_was_known(Line line) {
        List<String> shown = line.points().stream()
                .map(point -> shown(ask(register.path(line.asked(point))), line.pointer()))
                .toList();
        assertThat(shown).as(line.path()).isEqualTo(line.shown());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void one_that_has_no_axis_refuses_its_parameter(Line line) {
        if (!line.takesAsOf())
            assertThat(shown(ask(register.path(line.asked("asOf=2020-06-01"))), "/"))
                    .as(line.path())
                    .isEqualTo("400 unknown-parameter");
        if (!line.takesKnownAt())
            assertThat(shown(ask(register.path(line.asked("knownAt=2020-10-01"))), "/"))
                    .as(line.path())
                    .isEqualTo("400 unknown-parameter");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void one_that_does_not_travel_in_all_ways_says_why(Line line) {
        assertThat(line.takesAsOf() || !line.remark().isEmpty()).as(line.path()).isTrue();
    }

    @Test
    void what_was_answered_before_more_became_known_is_answered_again() {
        assertThat(ANSWERED_THEN).hasSizeGreaterThan(40).allSatisfy((question, answer) -> {
            Caller.Reply again = ask(question);
            assertThat(again.status()).as(question).isEqualTo(answer.status());
            // What nobody had heard of is found to have been unknown then, once somebody has.
            if (answer.status() == 200) assertThat(again.text()).as(question).isEqualTo(answer.text());
        });
    }

    @Test
    void without_a_point_the_answer_is_the_present() {
        assertThat(EveryRead.at(ask("/initiatives/PG-T").json(), "/name/value")).isEqualTo("Social homes");
        assertThat(EveryRead.at(ask("/initiatives/PJ-U").json(), "/name/value")).isEqualTo("Ways");
    }

    private static String shown(Caller.Reply reply, String pointer) {
        return reply.status() == 200 ? EveryRead.at(reply.json(), pointer) : reply.status() + " " + reply.problem();
    }

    private static Caller.Reply ask(String path) {
        return query.getAfter(register.last(), path);
    }
}
