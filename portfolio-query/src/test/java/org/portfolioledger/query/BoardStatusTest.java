package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.measured;
import static org.portfolioledger.query.BenefitHistory.savings;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.MeetingHistory.meetingHeld;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.expected;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.ReportingCycleHistory.cycle;
import static org.portfolioledger.query.ReviewHistory.recommended;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.RiskHistory.inResponse;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskScored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** What a board sees of a portfolio in one call, from meeting to meeting, and what changed between two. */
class BoardStatusTest {

    private static Served served;
    private static long last;
    private static long learnt;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(portfolio("PF-OTHER", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(initiative("I9", "Elsewhere", "PF-OTHER", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(sro("I1", "A1", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        history.append(rated("I1", "MPS_2011", RagRating.AMBER, "2012-02-01"));
        history.append(rated("I1", "MPS_2011", RagRating.GREEN, "2012-03-01"));
        history.append(rated("I1", "MPS_2011", RagRating.RED, "2012-04-01"));
        history.append(rated("I1", "MPS_2011", RagRating.RED, "2012-05-01"));
        history.append(rated("I1", "DCA_FIVE", RagRating.GREEN, "2012-06-01"));
        history.append(rated("I1", "DCA_FIVE", RagRating.RESET, "2012-07-01"));
        for (int n = 1; n <= 4; n++)
            history.append(milestone("I1", "M" + n, date("2012-0" + (n + 2) + "-15"), "2012-02-01"));
        history.append(baseline("I1", 1, date("2012-03-15"), List.of("M1"), "2012-02-01"));
        history.append(expected("I1", "M1", date("2012-03-16"), "2012-02-10"));
        history.append(risk("R-1", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-1", 3, 4, "2012-02-01"));
        history.append(risk("R-2", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(riskScored("R-2", 4, 4, "2012-02-01"));
        history.append(risk("R-3", RiskLevel.PROJECT, "I1", "2012-02-01"));
        history.append(inResponse("ACT", "R-1", "2012-03-31", "2012-02-01"));
        history.append(dependency("DP", "I1", "I2", "2012-05-01", "2012-02-01"));
        history.append(promised("DP", "2012-05-02", "2012-02-05"));
        history.append(review("RV", ReviewKind.GATE_2, new ReviewSubject("I1", null, null), "2012-02-01"));
        history.append(recommended("RV", "REC-1", RecommendationGrade.CRITICAL_DO_NOW, "2012-02-02"));
        history.append(recommended("RV", "REC-2", RecommendationGrade.RECOMMENDED, "2012-02-02"));
        history.append(cycle("RC", "PF", List.of(), "BD", "2012-02-29", "2012-02-01"));
        history.append(meeting("MT-1", "BD", "2012-02-15"));
        history.append(meetingHeld("MT-1", 3, "2012-02-15"));
        history.append(meeting("MT-2", "BD", "2012-03-20"));
        history.append(meetingHeld("MT-2", 3, "2012-03-20"));
        history.append(meeting("MT-3", "BD", "2012-04-20"));
        history.append(action("OTHER", "I9", "2012-03-01", "2012-03-01"));
        history.append(savings("PF", SavingsFigureKind.TARGET, "Plan", Map.of("2012/13", "-15"), "2012-02-01"));
        history.append(benefit("B-1", "I1", "2012-02-01"));
        history.append(stated("B-1", "Plan", Map.of("2012/13", "-10"), "2012-02-01"));
        history.append(benefit("B-2", "I2", "2012-02-01"));
        history.append(stated("B-2", "Plan", Map.of("2012/13", "-1"), "2012-02-01"));
        history.append(benefit("B-9", "I9", "2012-02-01"));
        history.append(stated("B-9", "Plan", Map.of("2012/13", "-100"), "2012-02-01"));
        history.append(measured("B-1", "2012-04-01", "2012-04-05", "-3", "2012-04-06"));
        history.append(stated("B-1", "Text", Map.of("2012/13", "-12"), "2012-04-10"));
        learnt = history.append(riskScored("R-3", 5, 5, "2012-02-20"));
        last = learnt;
        served.get("/api/v1/risks", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_trend_is_drawn_inside_one_scheme_only() {
        assertThat(trend("2012-02-29")).isEqualTo("AMBER none");
        assertThat(trend("2012-03-01")).isEqualTo("GREEN IMPROVED");
        assertThat(trend("2012-03-31")).isEqualTo("GREEN IMPROVED");
        assertThat(trend("2012-04-01")).isEqualTo("RED WORSENED");
        assertThat(trend("2012-05-01")).isEqualTo("RED UNCHANGED");
        assertThat(trend("2012-06-01")).as("another scheme").isEqualTo("GREEN none");
        assertThat(trend("2012-07-01")).as("no rank").isEqualTo("RESET none");
    }

    private static String trend(String asOf) {
        JsonNode rating = item("asOf=" + asOf).at("/ratings/0/value");
        return rating.get("rating").asString() + " " + rating.path("trend").asString("none");
    }

    @Test
    void each_initiative_shows_what_a_board_asks_for() {
        JsonNode one = item("asOf=2012-03-10");
        assertThat(one.at("/roles/SRO/value/appointment").asString()).isEqualTo("A1");
        assertThat(texts(one.get("milestones"), "id")).as("the next three").containsExactly("M1", "M2", "M3");
        assertThat(one.at("/milestones/0/slippage/days").asInt()).isEqualTo(1);
        assertThat(texts(one.get("risks"), "risk")).containsExactly("R-3", "R-2", "R-1");
        assertThat(one.at("/conflicts/0/dependency").asString()).isEqualTo("DP");
        assertThat(texts(one.get("recommendations"), "id")).as("critical only").containsExactly("REC-1");
        assertThat(one.at("/lateReports/0/status").asString()).isEqualTo("MISSING");
        assertThat(item("asOf=2012-02-29").get("lateReports"))
                .as("not late on the last day")
                .isEmpty();
        assertThat(texts(
                        item("asOf=2012-03-10&knownAt=position:" + (learnt - 1)).get("risks"), "risk"))
                .as("as known before")
                .containsExactly("R-2", "R-1");
    }

    @Test
    void what_is_not_asked_for_is_not_there() {
        JsonNode status = get("/portfolios/PF/status?include=RISKS&asOf=2012-03-10");
        JsonNode one = status.at("/items/0");
        assertThat(one.has("risks")).isTrue();
        for (String part : List.of("roles", "milestones", "conflicts", "recommendations", "lateReports", "benefits"))
            assertThat(one.has(part)).as(part).isFalse();
        assertThat(status.has("totals")).isFalse();
        assertThat(get("/portfolios/PF/status?asOf=2012-03-10").has("totals")).isFalse();
        for (String wrong : List.of("NONE", "RISKS,", "risks"))
            assertThat(served.refusal("/api/v1/portfolios/PF/status?include=" + wrong))
                    .isEqualTo("400 malformed-request");
    }

    @Test
    void milestones_and_risks_give_alerts_to_their_initiative_wherever_it_is_shown() {
        assertThat(alerts(item("asOf=2012-03-16")))
                .contains("MILESTONE_SLIPPED")
                .doesNotContain("MILESTONE_OVERDUE");
        assertThat(alerts(item("asOf=2012-03-17"))).contains("MILESTONE_OVERDUE");
        assertThat(alerts(item("asOf=2012-03-31"))).doesNotContain("RISK_ACTION_OVERDUE");
        assertThat(alerts(item("asOf=2012-04-01"))).contains("RISK_ACTION_OVERDUE");
        for (String day : List.of("2012-02-05", "2012-03-17", "2012-04-01")) {
            List<String> shown = alerts(item("asOf=" + day));
            assertThat(alerts(get("/initiatives/I1?asOf=" + day))).as(day).isEqualTo(shown);
            assertThat(alerts(get("/initiatives?asOf=" + day).at("/items/0")))
                    .as(day)
                    .isEqualTo(shown);
        }
    }

    @Test
    void benefits_stand_beside_their_targets_and_what_was_measured() {
        JsonNode own = item("asOf=2012-03-10").get("benefits");
        assertThat(own.at("/figures/0/planned").decimalValue()).isEqualByComparingTo("-10");
        assertThat(own.at("/figures/0").has("measured")).isFalse();
        assertThat(own.has("targets")).isFalse();
        assertThat(texts(listed(own.get("counted")), "id")).containsExactly("B-1");
        JsonNode later = item("asOf=2012-04-06").at("/benefits/figures/0");
        assertThat(later.get("measured").decimalValue()).isEqualByComparingTo("-3");
        assertThat(later.get("gap").decimalValue()).isEqualByComparingTo("-7");
        JsonNode all = totals("2012-04-06").get("benefits");
        assertThat(texts(listed(all.get("counted")), "id")).containsExactly("B-1", "B-2");
        assertThat(all.at("/counted/count").asInt()).isEqualTo(2);
        assertThat(all.at("/figures/0/planned").decimalValue()).isEqualByComparingTo("-11");
        JsonNode target = all.at("/targets/0/figures/0");
        assertThat(target.get("target").decimalValue()).isEqualByComparingTo("-15");
        assertThat(target.get("gap").decimalValue()).isEqualByComparingTo("-4");
        assertThat(all.at("/targets/0/fact").asLong()).isPositive();
        assertThat(served.get(all.get("href").asString(), last).get("targets")).isEqualTo(all.get("targets"));
    }

    @Test
    void benefits_that_sources_contradict_are_counted_and_not_added_up() {
        assertThat(totals("2012-04-09").at("/benefits/contradictory/count").asInt())
                .isZero();
        JsonNode contradicted = totals("2012-04-10").get("benefits");
        assertThat(contradicted.at("/contradictory/count").asInt()).isEqualTo(1);
        assertThat(texts(listed(contradicted.get("contradictory")), "id")).containsExactly("B-1");
        assertThat(contradicted.at("/figures/0/planned").decimalValue()).isEqualByComparingTo("-1");
    }

    private static JsonNode totals(String day) {
        return get("/portfolios/PF/status?include=TOTALS&asOf=" + day).get("totals");
    }

    private static JsonNode listed(JsonNode number) {
        return served.get(number.get("href").asString(), last).get("items");
    }

    @Test
    void every_count_of_ratings_is_the_length_of_the_list_that_it_links() {
        for (String day : List.of("2012-02-29", "2012-04-01", "2012-06-30"))
            for (JsonNode group : get("/portfolios/PF/status?asOf=" + day).get("countsByRating"))
                for (JsonNode rating : group.get("ratings")) {
                    JsonNode listed = listed(rating);
                    assertThat(listed).hasSize(rating.get("count").asInt()).isNotEmpty();
                    assertThat(listed.get(0).get("rating")).isEqualTo(rating.get("rating"));
                    assertThat(listed.get(0).get("scheme")).isEqualTo(group.get("scheme"));
                }
    }

    @Test
    void a_series_counts_what_became_better_and_worse_by_one_scheme() {
        String path = "/portfolios/PF/status/series?from=2012-01-31&to=2012-06-30&known=NOW";
        List<String> moved = List.of("none", "0 0", "1 0", "0 1", "0 0", "0 0");
        assertThat(movements(get(path).get("items"))).isEqualTo(moved);
        JsonNode first = get(path + "&limit=3");
        List<String> paged = new ArrayList<>(movements(first.get("items")));
        paged.addAll(movements(
                get(path + "&limit=3&cursor=" + first.get("next").asString()).get("items")));
        assertThat(paged).as("also from page to page").isEqualTo(moved);
        JsonNode changes = listed(get(path).at("/items/2/figures/movement"));
        assertThat(texts(changes, "id")).containsExactly("I1");
        assertThat(texts(changes, "kind")).containsExactly("rag");
    }

    private static List<String> movements(JsonNode points) {
        return points.valueStream()
                .map(point -> point.at("/figures/movement"))
                .map(moved -> moved.isMissingNode()
                        ? "none"
                        : moved.get("improved").asInt() + " "
                                + moved.get("worsened").asInt())
                .toList();
    }

    @Test
    void every_total_is_the_length_of_the_list_that_it_links() {
        JsonNode totals =
                get("/portfolios/PF/status?include=TOTALS&asOf=2012-04-20").get("totals");
        for (String figure : List.of(
                "initiatives",
                "milestonesOverdue",
                "milestonesSlipped",
                "dependencyConflicts",
                "criticalRecommendations")) {
            JsonNode list = served.get(totals.get(figure).get("href").asString(), last);
            assertThat(list.get("items"))
                    .as(figure)
                    .hasSize(totals.get(figure).get("count").asInt());
            assertThat(totals.get(figure).get("count").asInt()).as(figure).isPositive();
        }
        assertThat(totals.at("/risks/0/level").asString()).isEqualTo("PROJECT");
        JsonNode map = served.get(totals.at("/risks/0/href").asString(), last);
        assertThat(map.get("count")).isEqualTo(totals.at("/risks/0/count"));
        assertThat(totals.at("/lateReports/0/missing").asInt()).isEqualTo(2);
        assertThat(served.get(totals.at("/lateReports/0/href").asString(), last).get("items"))
                .hasSize(2);
    }

    @Test
    void a_series_has_a_point_for_each_months_end_and_each_meeting() {
        JsonNode months = get("/portfolios/PF/status/series?from=2012-01-31&to=2012-04-29&known=NOW");
        assertThat(texts(months.get("items"), "asOf")).containsExactly("2012-01-31", "2012-02-29", "2012-03-31");
        assertThat(months.at("/items/0/figures/totals/milestonesOverdue/count").asInt())
                .isZero();
        assertThat(months.at("/items/2/figures/totals/milestonesOverdue/count").asInt())
                .isEqualTo(1);
        JsonNode boards = get("/portfolios/PF/status/series?from=2012-02-15&to=2012-04-30&every=board&known=now");
        assertThat(texts(boards.get("items"), "asOf")).containsExactly("2012-02-15", "2012-03-20");
        assertThat(boards.at("/items/1/meetings/0").asString()).isEqualTo("MT-2");
        assertThat(texts(
                        get("/portfolios/PF/status/series?from=2012-02-16&every=BOARD")
                                .get("items"),
                        "asOf"))
                .containsExactly("2012-03-20");
        assertThat(boards.at("/items/1/figures/totals"))
                .isEqualTo(served.get(boards.at("/items/1/href").asString() + "&include=TOTALS", last)
                        .get("totals"));
    }

    @Test
    void a_point_of_a_series_shows_what_was_known_then() {
        JsonNode then = get("/portfolios/PF/status/series?from=2012-02-29&to=2012-03-31")
                .at("/items/0");
        assertThat(then.get("position").asLong()).as("all was recorded later").isZero();
        assertThat(then.get("figures").isNull()).isTrue();
        JsonNode now = get("/portfolios/PF/status/series?from=2012-02-29&to=2012-03-31&known=NOW&knownAt=position:"
                        + last)
                .at("/items/0");
        assertThat(now.get("position").asLong()).isEqualTo(last);
        assertThat(now.get("figures").isObject()).isTrue();
    }

    @Test
    void a_series_is_read_in_pages_and_its_days_must_be_in_order() {
        String path = "/portfolios/PF/status/series?from=2012-01-01&to=2016-12-31&known=NOW&limit=1000";
        List<String> days = new ArrayList<>();
        JsonNode page = get(path);
        assertThat(page.get("items")).hasSize(24);
        while (true) {
            days.addAll(texts(page.get("items"), "asOf"));
            if (page.get("next").isNull()) break;
            page = get(path + "&cursor=" + page.get("next").asString());
        }
        assertThat(days).hasSize(60).doesNotHaveDuplicates().isSorted().endsWith("2016-12-31");
        assertThat(served.refusal("/api/v1/portfolios/PF/status/series?from=2012-02-01&to=2012-01-31"))
                .isEqualTo("400 reversed-range");
        assertThat(served.refusal("/api/v1/portfolios/PF/status/series")).isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/portfolios/PF/status/series?from=2012-02-30"))
                .isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/portfolios/PF/status/series?from=2012-02-01&every=DAY"))
                .isEqualTo("400 malformed-request");
        assertThat(get("/portfolios/PF/status/series?from=9999-11-01&to=9999-12-31&known=NOW")
                        .get("items"))
                .hasSize(2);
        assertThat(get("/portfolios/PF/status/series?from=0001-01-01&to=0001-02-01&known=NOW")
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void what_changed_between_two_boards_is_listed_by_kind_with_its_facts() {
        String known = "@position:" + last;
        String days = "from=2012-02-15" + known + "&to=2012-03-20" + known;
        JsonNode changes = get("/portfolios/PF/changes?" + days);
        assertThat(texts(changes.get("items"), "kind"))
                .isSorted()
                .contains("rag", "risk")
                .doesNotContain("action");
        assertThat(changes.get("items").findValuesAsString("id")).doesNotContain("OTHER");
        int counted = 0;
        for (JsonNode kind : changes.get("kinds")) counted += kind.get("count").asInt();
        assertThat(counted).isEqualTo(changes.get("items").size());
        assertThat(texts(get("/portfolios/PF/changes?kind=risk&" + days).get("items"), "id"))
                .containsExactly("R-3");
        JsonNode recorded = get(
                "/portfolios/PF/changes?kind=risk&from=2012-03-20@position:" + (learnt - 1) + "&to=2012-03-20" + known);
        assertThat(recorded.at("/items/0/id").asString()).isEqualTo("R-3");
        assertThat(recorded.at("/items/0/facts/0").asLong()).isEqualTo(learnt);
    }

    @Test
    void two_boards_may_be_named_by_their_meetings() {
        JsonNode named = get("/portfolios/PF/changes?from=meeting:MT-1&to=meeting:MT-2");
        assertThat(named.at("/from/asOf").asString()).isEqualTo("2012-02-15");
        assertThat(named.at("/to/asOf").asString()).isEqualTo("2012-03-20");
        JsonNode lastTwo = get("/portfolios/PF/changes?from=board:previous&to=board:last&board=BD");
        assertThat(lastTwo.get("from")).isEqualTo(named.get("from"));
        assertThat(lastTwo.get("to")).isEqualTo(named.get("to"));
        assertThat(get("/portfolios/PF/changes?from=board:previous")
                        .at("/from/asOf")
                        .asString())
                .isEqualTo("2012-03-20");
        for (String wrong : List.of(
                "from=meeting:NONE",
                "from=meeting:MT-3",
                "from=board:next",
                "from=2012-01-01&to=board:previous",
                "from=board:previous&to=2012-02-15"))
            assertThat(served.refusal("/api/v1/portfolios/PF/changes?" + wrong))
                    .as(wrong)
                    .isEqualTo("400 malformed-request");
        assertThat(served.refusal("/api/v1/portfolios/PF/changes?from=meeting:MT-2&to=meeting:MT-1"))
                .isEqualTo("400 reversed-range");
    }

    @Test
    void changes_are_read_in_pages() {
        String known = "@position:" + last;
        String path = "/portfolios/PF/changes?from=2012-01-31" + known + "&to=2012-04-20" + known;
        List<String> whole = names(get(path + "&limit=1000"));
        List<String> paged = new ArrayList<>();
        JsonNode page = get(path + "&limit=2");
        while (true) {
            paged.addAll(names(page));
            assertThat(page.get("kinds")).isEqualTo(get(path).get("kinds"));
            if (page.get("next").isNull()) break;
            page = get(path + "&limit=2&cursor=" + page.get("next").asString());
        }
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(4);
    }

    private static List<String> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("kind").asString() + " " + item.get("id").asString())
                .toList();
    }

    private static JsonNode item(String question) {
        return get("/portfolios/PF/status?" + question).at("/items/0");
    }

    private static List<String> alerts(JsonNode item) {
        return item.get("alerts").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> texts(JsonNode items, String member) {
        return items.valueStream().map(item -> item.get(member).asString()).toList();
    }

    private static JsonNode get(String path) {
        return served.get("/api/v1" + path, last);
    }
}
