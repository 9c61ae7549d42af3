package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RegisterHistory.register;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded since is shown whatever the day it is for, and told apart from what came into effect by itself. */
class ChangesTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final String MALFORMED_POINT =
            "%s is not a date (yyyy-mm-dd), a moment (2011-06-13T09:00:00Z), asOf@knownAt or position:N";
    private static final String NOT_YET = "2999-01-01";

    private static Served served;
    private static History history;
    private static long board;

    @BeforeAll
    static void record() {
        served = Served.start();
        history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-01-01"));
        for (String id : List.of("BACK", "AHEAD", "BY-ITSELF", "NOW", "SAME", "WRONG"))
            history.append(initiative(id, "First", "PF", "2011-01-01"));
        history.append(renamed("BACK", "Latest", "2013-01-01"));
        history.append(renamed("WRONG", "Mistaken", "2012-01-01"));
        board = history.append(renamed("BY-ITSELF", "Planned long before", "2014-06-01"));
        history.append(renamed("BACK", "Back-dated", "2012-01-01"));
        history.append(renamed("AHEAD", "Ahead", NOT_YET));
        history.append(renamed("NOW", "Since the board", "2014-06-01"));
        history.append(ended("SAME", "NOBODY", "2014-06-01"));
        history.correct(board - 1, "Entered in error", null);
        history.append(initiative("SOON", "Opens next year", "PF", NOT_YET));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_back_dated_fact_is_shown_on_its_days() {
        JsonNode back = between("position:" + board, "", "initiative", "BACK");
        assertThat(back.path("change").asString()).isEqualTo("CHANGED_ON_OTHER_DAYS");
        assertThat(back.path("difference")).isEmpty();
        assertThat(otherDays(back)).containsExactly("/name 2012-01-01 2013-01-01 First Back-dated");
        assertThat(positions(back)).containsExactly(board + 1);
    }

    @Test
    void a_fact_for_a_day_to_come_is_shown_on_its_days() {
        JsonNode ahead = between("position:" + board, "", "initiative", "AHEAD");
        assertThat(ahead.path("change").asString()).isEqualTo("CHANGED_ON_OTHER_DAYS");
        assertThat(otherDays(ahead)).contains("/name " + NOT_YET + " - First Ahead");
        assertThat(between("position:" + board, "", "initiative", "SOON")
                        .path("change")
                        .asString())
                .isEqualTo("CHANGED_ON_OTHER_DAYS");
    }

    @Test
    void what_was_retracted_since_is_shown() {
        JsonNode wrong = between("position:" + board, "", "initiative", "WRONG");
        assertThat(wrong.path("change").asString()).isEqualTo("CHANGED");
        assertThat(difference(wrong)).contains("/name RECORDED Mistaken First");
    }

    @Test
    void what_was_recorded_is_told_from_what_came_into_effect() {
        String before = "2014-05-31@position:" + board;
        JsonNode byItself = between(before, "2014-06-01", "initiative", "BY-ITSELF");
        assertThat(difference(byItself)).contains("/name CAME_INTO_EFFECT First Planned long before");
        assertThat(positions(byItself)).isEmpty();
        JsonNode now = between(before, "2014-06-01", "initiative", "NOW");
        assertThat(difference(now)).contains("/name RECORDED First Since the board");
        assertThat(positions(now)).hasSize(1);
    }

    @Test
    void a_fact_that_changes_nothing_is_listed() {
        JsonNode same = between("position:" + board, "", "appointments", "SAME");
        assertThat(same.path("change").asString()).isEqualTo("UNCHANGED");
        assertThat(positions(same)).hasSize(1);
    }

    @Test
    void nothing_lies_between_a_point_and_itself() {
        assertThat(served.get("/api/v1/changes?from=position:%1$s&to=position:%1$s".formatted(board))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_moment_is_a_point() {
        String moment = served.ledger().at(board).orElseThrow().recordedAt().toString();
        assertThat(served.get("/api/v1/changes?register=MPS&from=" + moment)
                        .at("/from/position")
                        .asLong())
                .isEqualTo(board);
        long last = history.append(sro("NOW", "A1", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        JsonNode appointed =
                served.get("/api/v1/changes?from=%s&to=position:%s&kind=appointments".formatted(moment, last), last);
        assertThat(appointed
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString()))
                .contains("NOW");
    }

    @Test
    void a_point_at_which_less_is_known_lies_before_another_although_their_positions_are_one() {
        long last = history.in("GMPP").known("2011-02-01T09:00:00Z", portfolio("PF-2", "2011-01-01"));
        history.in("MPS");
        String moment = served.ledger().at(last).orElseThrow().recordedAt().toString();
        String question = "/api/v1/changes?from=2012-01-01@%s&to=2012-01-01@%s";
        assertThat(served.get(question.formatted("2012-01-01", moment), last).get("items"))
                .isNotEmpty();
        assertThat(served.refusal(question.formatted(moment, "2012-01-01"))).isEqualTo("400 reversed-range");
    }

    @Test
    void a_point_that_cannot_be_read_or_has_not_come_is_refused_under_its_own_name() {
        assertThat(errors("from=2999-01-01")).isEqualTo("from is in the future");
        assertThat(errors("from=position:1&to=2011-01-01@2999-01-01T00:00:00Z")).isEqualTo("to is in the future");
        assertThat(errors("from=position:1&to=position:999999")).isEqualTo("to is in the future");
        assertThat(errors("from=x")).isEqualTo(MALFORMED_POINT.formatted("from"));
        assertThat(errors("from=position:1&to=yesterday")).isEqualTo(MALFORMED_POINT.formatted("to"));
        assertThat(errors("to=position:1")).isEqualTo("from is needed");
    }

    @Test
    void the_api_page_tells_that_the_first_point_is_required_and_the_second_is_not() {
        JsonNode parameters =
                served.get("/v3/api-docs").path("paths").path("/api/v1/changes").at("/get/parameters");
        for (JsonNode parameter : parameters)
            assertThat(parameter.path("required").asBoolean())
                    .as(parameter.toString())
                    .isEqualTo(parameter.path("name").asString().equals("from"));
    }

    private static String errors(String question) {
        JsonNode error =
                JSON.readTree(served.ask("/api/v1/changes?" + question).body()).at("/errors/0");
        return error.path("parameter").asString() + " " + error.path("detail").asString();
    }

    private static JsonNode between(String from, String dayOfTo, String kind, String id) {
        long last = served.ledger().head().position();
        String to = (dayOfTo.isEmpty() ? "" : dayOfTo + "@") + "position:" + last;
        return served.get("/api/v1/changes?from=%s&to=%s&kind=%s".formatted(from, to, kind), last)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> positions(JsonNode change) {
        return change.get("facts").valueStream().map(JsonNode::asLong).toList();
    }

    private static Stream<String> difference(JsonNode change) {
        return change.get("difference")
                .valueStream()
                .map(one -> "%s %s %s %s"
                        .formatted(
                                one.get("path").asString(),
                                one.get("cause").asString(),
                                one.at("/before/value").asString(""),
                                one.at("/after/value").asString("")));
    }

    private static Stream<String> otherDays(JsonNode change) {
        return change.get("recordedForOtherDays")
                .valueStream()
                .map(one -> "%s %s %s %s %s"
                        .formatted(
                                one.get("path").asString(),
                                one.get("from").asString(),
                                one.get("to").isNull() ? "-" : one.get("to").asString(),
                                one.at("/before/value").asString(""),
                                one.at("/after/value").asString("")));
    }
}
