package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.expected;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.MilestoneHistory.milestoneAchieved;
import static org.portfolioledger.query.MilestoneHistory.milestoneDropped;
import static org.portfolioledger.query.MilestoneHistory.within;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;

/** By how much milestones slip against which baseline, and what is due when. */
class MilestoneReadsTest {

    private static final String I1 = "/initiatives/I1/milestones";

    private static Served served;
    private static long slip;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(milestone("I1", "GO-LIVE", date("2012-06-30"), "2012-01-10"));
        history.append(milestone("I1", "REVIEW", within("2012-07-01", DatePrecision.QUARTER), "2012-01-10"));
        history.append(milestone("I1", "LATER", null, "2012-02-10"));
        history.append(milestone("I2", "MOVE", date("2012-05-01"), "2012-01-10"));
        history.append(baseline("I1", 1, date("2012-06-30"), List.of("GO-LIVE", "REVIEW"), "2012-02-01"));
        history.append(baseline("I1", 2, date("2012-08-31"), List.of("GO-LIVE"), "2012-05-01"));
        history.append(milestoneDropped("I2", "MOVE", "2012-08-01"));
        history.append(closed("I2", "2012-10-01"));
        history.append(milestoneAchieved("I1", "GO-LIVE", "2012-09-10"));
        slip = history.append(expected("I1", "GO-LIVE", date("2012-08-29"), "2012-04-01"));
        last = slip;
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void slippage_is_counted_against_the_baseline_in_force_or_any_other() {
        assertThat(item("/GO-LIVE?asOf=2012-02-01").at("/slippage/days").asInt())
                .isZero();
        JsonNode slipped = item("/GO-LIVE?asOf=2012-04-01");
        assertThat(slipped.at("/slippage/days").asInt()).isEqualTo(60);
        assertThat(slipped.at("/baseline/value/number").asInt()).isOne();
        assertThat(slipped.at("/lastChange/value/cause").asString()).isEqualTo("SUPPLIER");
        assertThat(slipped.at("/alerts/0").asString()).isEqualTo("MILESTONE_SLIPPED");
        assertThat(item("/GO-LIVE?asOf=2012-05-01").at("/slippage/days").asInt())
                .isEqualTo(-2);
        assertThat(served.get("/api/v1" + I1 + "?asOf=2012-05-01&baseline=1", last)
                        .at("/items/0/slippage/days")
                        .asInt())
                .isEqualTo(60);
        assertThat(item("/GO-LIVE?asOf=2012-09-10").at("/slippage/days").asInt())
                .as("achieved")
                .isEqualTo(10);
        assertThat(item("/GO-LIVE?asOf=2012-09-10").get("alerts")).isEmpty();
        assertThat(item("/GO-LIVE?asOf=2012-04-01&knownAt=position:" + (slip - 1))
                        .at("/slippage/days")
                        .asInt())
                .as("not known yet")
                .isZero();
        assertThat(served.get("/api/v1" + I1 + "?asOf=2012-02-01&baseline=2", last)
                        .at("/items/0")
                        .has("slippage"))
                .as("not set yet")
                .isFalse();
    }

    @Test
    void any_two_baselines_are_compared() {
        String question = I1 + "?asOf=2012-05-01&baseline=";
        JsonNode later = served.get("/api/v1" + question + "1&against=2", last).at("/items/0");
        assertThat(later.at("/slippage/days").asInt()).isEqualTo(62);
        assertThat(later.at("/against/value/number").asInt()).isEqualTo(2);
        assertThat(later.get("alerts")).as("nobody expects it then").isEmpty();
        assertThat(served.get("/api/v1" + question + "2&against=1", last)
                        .at("/items/0/slippage/days")
                        .asInt())
                .isEqualTo(-62);
        assertThat(served.get("/api/v1" + question + "1&against=2", last)
                        .at("/items/2")
                        .has("slippage"))
                .as("only in one")
                .isFalse();
        assertThat(served.get("/api/v1" + I1 + "?asOf=2012-04-30&baseline=1&against=2", last)
                        .at("/items/0")
                        .has("slippage"))
                .as("not set yet")
                .isFalse();
        assertThat(served.refusal("/api/v1" + question + "1&against=9")).startsWith("4");
    }

    @Test
    void where_a_date_is_not_exact_the_least_and_the_most_are_shown() {
        JsonNode review = item("/REVIEW?asOf=2012-04-01");
        assertThat(review.get("slippage").has("days")).isFalse();
        assertThat(review.at("/slippage/leastDays").asInt()).isOne();
        assertThat(review.at("/slippage/mostDays").asInt()).isEqualTo(92);
        assertThat(review.get("dueOn").asString()).isEqualTo("2012-09-30");
        assertThat(ids(I1 + "?slippedBy=1&asOf=2012-04-01")).containsExactly("GO-LIVE", "REVIEW");
        assertThat(ids(I1 + "?slippedBy=60&asOf=2012-04-01")).containsExactly("GO-LIVE");
        assertThat(ids(I1 + "?slippedBy=61&asOf=2012-04-01")).isEmpty();
        assertThat(ids(I1 + "?sort=-leastDays&asOf=2012-04-01")).containsExactly("GO-LIVE", "REVIEW", "LATER");
    }

    @Test
    void what_is_due_and_overdue_is_listed_across_a_portfolio_until_it_is_achieved_or_dropped() {
        String all = "/portfolios/PF/milestones";
        assertThat(ids(all + "?asOf=2012-03-01")).containsExactlyInAnyOrder("GO-LIVE", "REVIEW", "LATER", "MOVE");
        assertThat(ids(all + "?dueFrom=2012-05-01&dueTo=2012-06-30&asOf=2012-03-01"))
                .containsExactly("MOVE");
        assertThat(ids(all + "?dueFrom=2012-06-30&dueTo=2012-07-01&asOf=2012-03-01"))
                .containsExactly("GO-LIVE");
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-05-01")).isEmpty();
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-05-02")).containsExactly("MOVE");
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-08-01")).isEmpty();
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-08-29")).isEmpty();
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-08-30")).containsExactly("GO-LIVE");
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-09-30")).isEmpty();
        assertThat(ids(all + "?overdue=TRUE&asOf=2012-10-01")).containsExactly("REVIEW");
        assertThat(ids(all + "?status=DROPPED&asOf=2012-09-30")).containsExactly("MOVE");
        assertThat(ids(all + "?status=DROPPED&asOf=2012-10-01")).as("closed").isEmpty();
        assertThat(ids(all + "?kind=GATE&asOf=2012-03-01")).isEmpty();
        assertThat(ids(all + "?slippedBy=60&asOf=2012-04-01")).containsExactly("GO-LIVE");
    }

    @Test
    void across_a_portfolio_they_are_compared_with_any_baseline_and_what_is_in_none_has_no_slippage() {
        String all = "/portfolios/PF/milestones?asOf=2012-05-01";
        JsonNode first = served.get("/api/v1" + all + "&baseline=1&status=PLANNED", last);
        assertThat(first.at("/items/0/id").asString()).isEqualTo("GO-LIVE");
        assertThat(first.at("/items/0/slippage/days").asInt()).isEqualTo(60);
        assertThat(first.at("/items/0/baseline/value/number").asInt()).isOne();
        assertThat(ids(all + "&baseline=1&slippedBy=60")).containsExactly("GO-LIVE");
        assertThat(ids(all + "&slippedBy=60")).as("against the one in force").isEmpty();
        assertThat(ids(all + "&baseline=1&against=2&slippedBy=62")).containsExactly("GO-LIVE");
        assertThat(ids("/portfolios/PF/milestones?asOf=2012-04-30&baseline=2&slippedBy=1"))
                .as("not set yet")
                .isEmpty();
        assertThat(served.refusal("/api/v1" + all + "&baseline=9")).startsWith("4");
    }

    @Test
    void the_changes_of_a_portfolio_name_the_facts_of_its_milestones() {
        JsonNode changes = served.get(
                "/api/v1/portfolios/PF/changes?kind=milestones&from=2012-04-01@position:%s&to=2012-04-01@position:%s"
                        .formatted(slip - 1, slip),
                last);
        assertThat(changes.at("/items/0/id").asString()).isEqualTo("I1");
        assertThat(changes.at("/items/0/facts").toString()).contains(Long.toString(slip));
    }

    @Test
    void every_baseline_stays_on_record() {
        assertThat(ids("/initiatives/I1/baselines?asOf=2012-01-31")).isEmpty();
        assertThat(ids("/initiatives/I1/baselines?asOf=2012-05-01")).containsExactly("1", "2");
        JsonNode first = served.get("/api/v1/initiatives/I1/baselines/1?asOf=2012-05-01", last);
        assertThat(first.get("inForce").asBoolean()).isFalse();
        assertThat(first.at("/dates/REVIEW/date").asString()).isEqualTo("2012-06-30");
        JsonNode second = served.get("/api/v1/initiatives/I1/baselines/2?asOf=2012-05-01", last);
        assertThat(second.get("inForce").asBoolean()).isTrue();
        assertThat(second.get("reason").asString()).isEqualTo("New plan");
    }

    @Test
    void milestones_belong_to_the_history_and_the_timeline_of_their_initiative() {
        assertThat(served.get("/api/v1/initiatives/I1/timeline?kind=milestones", last)
                        .get("items"))
                .hasSize(6);
        assertThat(served.get("/api/v1/initiatives/I1/history?kind=milestones", last)
                        .get("items"))
                .hasSize(7);
    }

    private static JsonNode item(String rest) {
        return served.get("/api/v1" + I1 + rest, last);
    }

    private static List<String> ids(String question) {
        return served.get("/api/v1" + question, last)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
