package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.RiskHistory.happened;
import static org.portfolioledger.query.RiskHistory.inResponse;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskAdmitted;
import static org.portfolioledger.query.RiskHistory.riskClosed;
import static org.portfolioledger.query.RiskHistory.riskEscalated;
import static org.portfolioledger.query.RiskHistory.riskOwnedByPost;
import static org.portfolioledger.query.RiskHistory.riskOwner;
import static org.portfolioledger.query.RiskHistory.riskReopened;
import static org.portfolioledger.query.RiskHistory.riskScored;
import static org.portfolioledger.query.RiskHistory.sameRisk;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskSubject;
import tools.jackson.databind.JsonNode;

/** Which risks a portfolio has, how they are counted, and how they moved. */
class RiskReadsTest {

    private static Served served;
    private static long last;
    private static long learnt;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(risk("R-1", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-1", 3, 4, "2012-02-01"));
        history.append(riskScored("R-1", 2, 4, "2012-05-01"));
        history.append(riskOwner("R-1", "Director", "2012-02-01"));
        history.append(risk("R-2", RiskLevel.PROJECT, "I2", "2012-02-01"));
        history.append(riskScored("R-2", 3, 4, "2012-02-01"));
        // The same risk in the register of the portfolio, once its board admitted it.
        history.append(risk("R-3", RiskLevel.PORTFOLIO, new RiskSubject(null, "PF", null, null), "BD", "2012-03-01"));
        history.append(riskScored("R-3", 5, 5, "2012-03-01"));
        history.append(sameRisk("R-3", "R-2", "2012-03-01"));
        history.append(riskAdmitted("R-3", "2012-04-01"));
        history.append(risk("R-4", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-4", RiskScoreKind.INHERENT, 5, 4, null, "2012-02-01"));
        history.append(riskEscalated("R-4", RiskLevel.PROGRAMME, "2012-05-01"));
        history.append(risk("R-5", RiskLevel.STRATEGIC, new RiskSubject(null, null, "BD", null), null, "2012-02-01"));
        history.append(risk("R-6", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-6", RiskScoreKind.RESIDUAL, 1, 1, "OLD", "2012-02-01"));
        history.append(riskScored("R-6", RiskScoreKind.RESIDUAL, 4, 4, "NEW", "2012-05-01"));
        history.append(happened("R-6", "2012-06-01"));
        history.append(riskClosed("R-1", "2012-07-01"));
        history.append(riskReopened("R-1", "2012-08-01"));
        history.append(inResponse("A-1", "R-1", "2012-06-30", "2012-03-01"));
        history.append(post("PO", null, "2012-01-01"));
        history.append(filled("PO", "P-2", AppointmentKind.SUBSTANTIVE, "2012-04-01"));
        history.append(riskOwnedByPost("R-4", "PO", "2012-03-01"));
        learnt = history.append(riskScored("R-2", 4, 4, "2012-02-15"));
        last = learnt;
        served.get("/api/v1/risks", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void those_of_a_portfolio_and_of_its_initiatives_are_listed() {
        assertThat(ids("/portfolios/PF/risks?asOf=2012-05-01")).containsExactly("R-1", "R-2", "R-3", "R-4", "R-6");
        assertThat(ids("/portfolios/PF/risks?level=PROGRAMME&asOf=2012-05-01")).containsExactly("R-4");
        assertThat(ids("/portfolios/PF/risks?level=PROGRAMME&asOf=2012-04-30")).isEmpty();
        assertThat(ids("/portfolios/PF/risks?status=PROPOSED&asOf=2012-03-31")).containsExactly("R-3");
        assertThat(ids("/portfolios/PF/risks?kind=ISSUE&asOf=2012-06-01")).containsExactly("R-6");
        assertThat(ids("/portfolios/PF/risks?owner=director&asOf=2012-05-01")).containsExactly("R-1");
        assertThat(ids("/portfolios/PF/risks?open=FALSE&asOf=2012-07-31")).containsExactly("R-1");
        assertThat(ids("/portfolios/PF/risks?open=FALSE&asOf=2012-08-01")).isEmpty();
        assertThat(ids("/portfolios/PF/risks?scoreAtLeast=16&sort=-score&asOf=2012-05-01"))
                .containsExactly("R-3", "R-4", "R-2", "R-6");
        assertThat(ids("/portfolios/PF/risks?scoreAtLeast=17&asOf=2012-05-01")).containsExactly("R-3", "R-4");
        assertThat(served.refusal("/api/v1/portfolios/PF/risks?scoreAtLeast=26"))
                .startsWith("400");
        assertThat(ids("/risks?board=BD&asOf=2012-05-01"))
                .as("not as its gatekeeper")
                .containsExactly("R-5");
    }

    @Test
    void each_is_counted_once_on_its_highest_level() {
        assertThat(cells("asOf=2012-03-31")).containsExactly("3x4: R-1", "4x4: R-2", "1x1: R-6");
        JsonNode map = heatMap("asOf=2012-04-01");
        assertThat(map.get("count").asInt()).as("R-1, R-3 with R-2, R-4, R-6").isEqualTo(4);
        assertThat(cells("asOf=2012-04-01")).containsExactly("3x4: R-1", "5x5: R-3", "1x1: R-6");
        assertThat(map.at("/maps/0/cells/1/risks/0/sameAs").valueStream().map(JsonNode::asString))
                .containsExactly("R-2");
        assertThat(map.get("notScored")
                        .valueStream()
                        .map(risk -> risk.get("risk").asString()))
                .containsExactly("R-4");
        assertThat(cells("level=PROJECT&asOf=2012-04-01")).containsExactly("3x4: R-1", "1x1: R-6");
        assertThat(cells("score=INHERENT&asOf=2012-04-01")).containsExactly("5x4: R-4");
    }

    @Test
    void those_of_one_programme_are_counted_apart() {
        assertThat(cells("initiative=I2&asOf=2012-05-01")).as("as its own risk").containsExactly("4x4: R-2");
        assertThat(cells("initiative=I1&asOf=2012-05-01")).containsExactly("2x4: R-1", "4x4: R-6");
        assertThat(served.refusal("/api/v1/portfolios/PF/risk-heat-map?initiative=NONE"))
                .startsWith("4");
    }

    @Test
    void a_later_score_for_an_earlier_day_is_counted_once_it_is_known() {
        assertThat(cells("asOf=2012-03-31&knownAt=position:" + (learnt - 1)))
                .containsExactly("3x4: R-1,R-2", "1x1: R-6");
        assertThat(cells("asOf=2012-02-14")).containsExactly("3x4: R-1,R-2", "1x1: R-6");
        assertThat(cells("asOf=2012-02-15")).containsExactly("3x4: R-1", "4x4: R-2", "1x1: R-6");
    }

    @Test
    void scores_of_two_schemes_are_in_two_maps() {
        JsonNode maps = heatMap("asOf=2012-05-01").get("maps");
        assertThat(maps.valueStream().map(map -> map.path("scheme").asString("none")))
                .containsExactly("none", "NEW");
    }

    @Test
    void between_two_points_each_says_how_it_moved() {
        String known = "@position:" + last;
        assertThat(moves("2012-01-31" + known, "2012-03-31" + known))
                .containsExactly("R-1 NEW", "R-2 NEW", "R-4 NEW", "R-6 NEW");
        assertThat(moves("2012-03-31" + known, "2012-05-01" + known))
                .containsExactly(
                        "R-1 MOVED",
                        "R-2 COUNTED_AS_ANOTHER R-3",
                        "R-3 ADMITTED",
                        "R-4 MOVED",
                        "R-6 SCORED_BY_ANOTHER_SCHEME");
        assertThat(moves("2012-05-01" + known, "2012-07-01" + known)).containsExactly("R-1 CLOSED", "R-6 MOVED");
        assertThat(moves("2012-07-01" + known, "2012-08-01" + known)).containsExactly("R-1 REOPENED");
        assertThat(moves("2012-08-01" + known, "2012-09-01" + known)).isEmpty();
        assertThat(moves("2012-02-20@position:" + (learnt - 1), "2012-02-20" + known))
                .as("learnt meanwhile")
                .containsExactly("R-2 MOVED");
        assertThat(served.refusal(
                        "/api/v1/portfolios/PF/risk-movements?from=2012-05-01" + known + "&to=2012-04-01" + known))
                .isEqualTo("400 reversed-range");
    }

    @Test
    void movements_are_read_in_pages() {
        String path =
                "/api/v1/portfolios/PF/risk-movements?from=2012-01-31@position:%s&to=2012-03-31@position:%s&limit=3"
                        .formatted(last, last);
        JsonNode first = served.get(path, last);
        assertThat(first.get("items")).hasSize(3);
        JsonNode second = served.get(path + "&cursor=" + first.get("next").asString(), last);
        assertThat(second.get("items")
                        .valueStream()
                        .map(item -> item.get("risk").asString()))
                .containsExactly("R-6");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void a_risk_that_a_post_owns_shows_who_holds_the_post_that_day_on_the_grounds_of_both() {
        assertThat(get("/risks/R-4?asOf=2012-02-29").has("heldByPost")).isFalse();
        JsonNode vacant = get("/risks/R-4?asOf=2012-03-31");
        assertThat(vacant.at("/heldByPost/value").asString()).isEqualTo("PO");
        assertThat(vacant.has("holder")).isFalse();
        JsonNode held = get("/risks/R-4?asOf=2012-04-01");
        assertThat(held.at("/holder/value/person").asString()).isEqualTo("P-2");
        assertThat(held.at("/holder/since").asString()).isEqualTo("2012-04-01");
        assertThat(ids("/risks?post=PO&asOf=2012-04-01")).containsExactly("R-4");
        assertThat(ids("/risks?post=PO&asOf=2012-02-29")).isEmpty();
    }

    @Test
    void a_late_action_in_response_is_shown_on_the_risk() {
        assertThat(alerts("/risks/R-1?asOf=2012-06-30")).isEmpty();
        assertThat(alerts("/risks/R-1?asOf=2012-07-01")).containsExactly("RISK_ACTION_OVERDUE");
        JsonNode action = get("/risks/R-1?asOf=2012-07-01").at("/actions/0");
        assertThat(action.get("action").asString()).isEqualTo("A-1");
        assertThat(action.at("/owner/value/person").asString()).isEqualTo("P-1");
        assertThat(action.get("overdue").asBoolean()).isTrue();
        assertThat(ids("/actions?risk=R-1&asOf=2012-07-01")).containsExactly("A-1");
    }

    private static JsonNode heatMap(String question) {
        return get("/portfolios/PF/risk-heat-map?" + question);
    }

    private static List<String> cells(String question) {
        return heatMap(question)
                .get("maps")
                .valueStream()
                .flatMap(map -> map.get("cells").valueStream())
                .map(cell -> "%sx%s: %s"
                        .formatted(
                                cell.get("probability").asInt(),
                                cell.get("impact").asInt(),
                                String.join(
                                        ",",
                                        cell.get("risks")
                                                .valueStream()
                                                .map(risk -> risk.get("risk").asString())
                                                .toList())))
                .toList();
    }

    private static List<String> moves(String from, String to) {
        return get("/portfolios/PF/risk-movements?from=" + from + "&to=" + to)
                .get("items")
                .valueStream()
                .map(item -> Stream.of("risk", "move", "countedAs")
                        .filter(item::has)
                        .map(member -> item.get(member).asString())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow())
                .toList();
    }

    private static List<String> ids(String path) {
        return get(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> alerts(String path) {
        return get(path).get("alerts").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode get(String path) {
        return served.get("/api/v1" + path, last);
    }
}
