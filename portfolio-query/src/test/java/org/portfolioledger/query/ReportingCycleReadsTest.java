package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.ReportingCycleHistory.cycle;
import static org.portfolioledger.query.ReportingCycleHistory.cycleClosed;
import static org.portfolioledger.query.ReportingCycleHistory.raised;
import static org.portfolioledger.query.ReportingCycleHistory.received;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.JsonNode;

/** What came in of a round of reporting, what its boards get, and that its pack is fixed once it is closed. */
class ReportingCycleReadsTest {

    private static Served served;
    private static long closing;
    private static long last;
    private static String whenClosed;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        for (String id : List.of("I1", "I2", "I3", "I4")) history.append(initiative(id, id, "PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(board("BD-2", "2012-01-01"));
        history.append(cycle("RC", "PF", List.of("I1", "I2", "I3"), "BD", "2012-05-31", "2012-04-01"));
        history.append(cycle("ALL", "PF", List.of(), "BD", "2012-05-31", "2012-04-01"));
        long first = history.append(received("RC", "I1", List.of("Forecast"), "2012-05-30"));
        history.append(received("RC", "I1", List.of(), "2012-06-01"));
        history.append(received("RC", "I2", List.of(), "2012-05-31"));
        history.append(raised("RC", "I2", "BD", "The contractor asks for more", "2012-06-02"));
        closing = history.append(cycleClosed("RC", "2012-06-05"));
        whenClosed = pack("RC", closing, "");
        // Afterwards much is learnt of the days before, and of those after.
        history.append(received("RC", "I3", List.of(), "2012-05-29"));
        history.correct(first, "It never came", null);
        history.append(initiative("I5", "Five", "PF", "2012-01-01"));
        last = history.append(InitiativeHistory.renamed("I2", "Renamed since", "2012-02-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void each_submission_stands_as_it_did_that_day() {
        assertThat(standing("RC", "asOf=2012-05-29&knownAt=position:" + closing))
                .containsExactly("I1 AWAITED", "I2 AWAITED", "I3 AWAITED");
        assertThat(standing("RC", "asOf=2012-05-31&knownAt=position:" + closing))
                .containsExactly("I1 INCOMPLETE", "I2 COMPLETE", "I3 AWAITED");
        assertThat(standing("RC", "asOf=2012-06-01&knownAt=position:" + closing))
                .containsExactly("I1 LATE", "I2 COMPLETE", "I3 MISSING");
        assertThat(standing("RC", "asOf=2012-06-01"))
                .as("as known later")
                .containsExactly("I1 LATE", "I2 COMPLETE", "I3 COMPLETE");
        assertThat(standing("RC", "asOf=2012-06-01&status=LATE")).containsExactly("I1 LATE");
        assertThat(standing("ALL", "asOf=2012-06-01&knownAt=position:" + closing))
                .as("all that are open in the portfolio")
                .containsExactly("I1 MISSING", "I2 MISSING", "I3 MISSING", "I4 MISSING");
    }

    @Test
    void a_board_gets_what_its_grounds_and_the_office_put_before_it() {
        JsonNode board = served.get(
                        "/api/v1/reporting-cycles/RC/pack?asOf=2012-06-02&knownAt=position:" + closing, last)
                .at("/boards/0");
        assertThat(board.get("board").asString()).isEqualTo("BD");
        assertThat(board.get("exceptions")
                        .valueStream()
                        .map(exception -> "%s %s %s"
                                .formatted(
                                        exception.get("initiative").asString(),
                                        exception.get("grounds"),
                                        exception.at("/raised/0/value/reason").asString(""))))
                .containsExactly(
                        "I1 [\"SUBMISSION_LATE\",\"NO_SRO\"] ",
                        "I2 [\"NO_SRO\"] The contractor asks for more",
                        "I3 [\"SUBMISSION_MISSING\",\"NO_SRO\"] ");
    }

    @Test
    void the_pack_of_a_closed_cycle_is_the_same_bytes_for_ever() {
        assertThat(read(whenClosed).get("asOf").asString()).isEqualTo("2012-06-05");
        assertThat(read(whenClosed).get("knownAt").asString()).isEqualTo("position:" + closing);
        for (String question : List.of("", "?asOf=2020-01-01", "?asOf=2012-06-05", "?knownAt=position:" + closing))
            assertThat(pack("RC", last, question)).as(question).isEqualTo(whenClosed);
        served.rebuild();
        assertThat(pack("RC", last, "")).as("of rows made anew").isEqualTo(whenClosed);
        assertThat(pack("RC", last, "?asOf=2012-06-04"))
                .as("before it was closed")
                .isNotEqualTo(whenClosed)
                .contains("Renamed since");
        assertThat(whenClosed).doesNotContain("Renamed since");
    }

    @Test
    void what_came_in_for_a_closed_cycle_changes_no_more() {
        History history = served.history();
        history.append(portfolio("PF-S", "2012-01-01"));
        for (String id : List.of("S1", "S2")) history.append(initiative(id, id, "PF-S", "2012-01-01"));
        history.append(cycle("SHUT", "PF-S", List.of(), "BD-2", "2012-05-31", "2012-04-01"));
        history.append(received("SHUT", "S1", List.of(), "2012-05-30"));
        long shut = history.append(cycleClosed("SHUT", "2012-06-05"));
        history.append(received("SHUT", "S2", List.of(), "2012-05-29"));
        history.append(InitiativeHistory.closed("S2", "2014-01-01"));
        long position = history.append(initiative("S3", "S3", "PF-S", "2015-01-01"));
        for (String day : List.of("2012-06-05", "2014-01-01", "2016-01-01"))
            assertThat(standing("SHUT", "asOf=" + day, position)).as(day).containsExactly("S1 COMPLETE", "S2 MISSING");
        JsonNode answer = served.get("/api/v1/reporting-cycles/SHUT/submissions?asOf=2016-01-01", position);
        assertThat(answer.get("asOf").asString()).isEqualTo("2012-06-05");
        assertThat(answer.get("knownAt").asString()).isEqualTo("position:" + shut);
        assertThat(standing("SHUT", "asOf=2012-06-04", position))
                .as("before it was closed, as known now")
                .containsExactly("S1 COMPLETE", "S2 COMPLETE");
        assertThat(alerts("SHUT", "2016-01-01", position)).containsExactly("SUBMISSION_MISSING");
        assertThat(alerts("SHUT", "2012-06-04", position)).isEmpty();
    }

    @Test
    void what_is_missing_is_an_alert_also_where_all_of_a_portfolio_are_to_submit() {
        assertThat(alerts("ALL", "2012-05-31", last)).isEmpty();
        assertThat(alerts("ALL", "2012-06-01", last)).containsExactly("SUBMISSION_MISSING");
        assertThat(served.get("/api/v1/reporting-cycles?asOf=2012-06-01&portfolio=PF", last)
                        .at("/items/0/alerts")
                        .toString())
                .isEqualTo("[\"SUBMISSION_MISSING\"]");
    }

    @Test
    void an_exception_about_what_is_not_in_effect_any_more_stays_before_the_board() {
        History history = served.history();
        history.append(portfolio("PF-G", "2012-01-01"));
        long opened = history.append(initiative("GONE", "Gone", "PF-G", "2012-01-01"));
        history.append(cycle("RC-G", "PF-G", List.of("GONE"), "BD-2", "2012-05-31", "2012-04-01"));
        history.append(raised("RC-G", "GONE", "BD-2", "It costs twice as much", "2012-05-01"));
        long position = history.correct(opened, "Never begun", null);
        JsonNode pack = served.get("/api/v1/reporting-cycles/RC-G/pack?asOf=2012-06-01", position);
        assertThat(pack.get("initiatives")).isEmpty();
        JsonNode exception = pack.at("/boards/0/exceptions/0");
        assertThat(exception.get("initiative").asString()).isEqualTo("GONE");
        assertThat(exception.get("grounds").toString()).isEqualTo("[\"SUBMISSION_MISSING\"]");
        assertThat(exception.at("/raised/0/value/reason").asString()).isEqualTo("It costs twice as much");
    }

    @Test
    void packs_hold_what_reviews_of_the_portfolio_recommended() {
        History history = served.history();
        for (String id : List.of("PF-R", "PF-O")) history.append(portfolio(id, "2012-01-01"));
        history.append(initiative("R1", "R1", "PF-R", "2012-01-01"));
        history.append(cycle("RC-R", "PF-R", List.of("R1"), "BD-2", "2012-05-31", "2012-04-01"));
        for (String id : List.of("PF-R", "PF-O")) {
            history.append(ReviewHistory.review(
                    "RV-" + id, ReviewKind.EXTERNAL_REVIEW, new ReviewSubject(null, id, null), "2012-02-01"));
            history.append(
                    ReviewHistory.recommended("RV-" + id, "1", RecommendationGrade.CRITICAL_DO_NOW, "2012-03-01"));
        }
        history.append(MeetingHistory.meeting("MT", "BD-2", "2012-06-01"));
        long position = history.append(MeetingHistory.agenda("MT", "R1", "2012-06-01"));
        for (String pack : List.of("/api/v1/reporting-cycles/RC-R/pack", "/api/v1/boards/BD-2/pack"))
            assertThat(served.get(pack + "?asOf=2012-06-01", position)
                            .get("recommendations")
                            .findValuesAsString("review"))
                    .as(pack)
                    .containsExactly("RV-PF-R");
    }

    @Test
    void a_cycle_is_found_by_its_portfolio_and_its_boards() {
        for (String question : List.of("board=BD", "board=bd", "portfolio=PF"))
            assertThat(served.get("/api/v1/reporting-cycles?asOf=2012-06-01&sort=since&" + question, last)
                            .get("items")
                            .valueStream()
                            .map(item -> item.get("id").asString()))
                    .containsExactly("ALL", "RC");
        assertThat(alerts("2012-06-10&knownAt=position:" + (closing - 1))).containsExactly("SUBMISSION_MISSING");
        assertThat(alerts("2012-06-11&knownAt=position:" + (closing - 1)))
                .containsExactly("REPORT_OVERDUE", "SUBMISSION_MISSING");
        assertThat(alerts("2012-05-31&knownAt=position:" + (closing - 1))).isEmpty();
        assertThat(alerts("2012-06-11&knownAt=position:" + closing)).containsExactly("SUBMISSION_MISSING");
    }

    private static List<String> alerts(String asOf) {
        return alerts("RC", asOf, last);
    }

    private static List<String> alerts(String cycle, String asOf, long position) {
        return served.get("/api/v1/reporting-cycles/" + cycle + "?asOf=" + asOf, position)
                .get("alerts")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    private static List<String> standing(String cycle, String question) {
        return standing(cycle, question, last);
    }

    private static List<String> standing(String cycle, String question, long position) {
        return served.get("/api/v1/reporting-cycles/" + cycle + "/submissions?" + question, position)
                .get("items")
                .valueStream()
                .map(item ->
                        item.get("id").asString() + " " + item.get("status").asString())
                .toList();
    }

    private static String pack(String cycle, long position, String question) {
        HttpResponse<byte[]> answer = served.ask(
                "/api/v1/reporting-cycles/" + cycle + "/pack" + question, "Sync-Token", Long.toString(position));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String text) {
        return FactSerializer.mapper().readTree(text);
    }
}
