package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BenefitHistory.achieved;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.benefitWithdrawn;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BenefitHistory.statedPosts;
import static org.portfolioledger.query.ContractHistory.contract;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DependencyHistory.promised;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.MilestoneHistory.milestoneAchieved;
import static org.portfolioledger.query.MilestoneHistory.within;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyProposed;
import org.portfolioledger.events.DependencyFact.DependencyStatus;
import org.portfolioledger.events.DependencyFact.DependencyStatusUpdated;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;

/**
 * What moves if an initiative slips. A gives to B with ten days to spare, B to C with none, C to D without dates, A to E, which
 * has it, and A to D by way of F with twenty-five days to spare.
 */
class ImpactTest {

    private static final String OF_A = "/api/v1/initiatives/A/impact?asOf=2012-02-01&slipDays=";

    private static Served served;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        for (String id : List.of("A", "B", "C", "D", "E", "F", "G"))
            history.append(initiative(id, "Name " + id, "PF", "2012-01-01"));
        give(history, "A-B", "A", "B", "2012-06-11", "2012-06-01");
        give(history, "B-C", "B", "C", "2012-07-01", "2012-07-01");
        history.append(undated("C-D", "C", "D"));
        give(history, "A-E", "A", "E", "2012-01-20", "2012-01-20");
        history.append(new DependencyStatusUpdated("A-E", DependencyStatus.MET, null, on("2012-01-20")));
        give(history, "A-F", "A", "F", "2012-06-26", "2012-06-01");
        history.append(undated("F-D", "F", "D"));
        history.append(milestone("A", "PLAN", date("2012-03-01"), "2012-01-01"));
        history.append(milestone("A", "BUILD", date("2012-06-01"), "2012-01-01"));
        history.append(milestone("A", "DONE", date("2012-01-15"), "2012-01-01"));
        history.append(milestoneAchieved("A", "DONE", "2012-01-15"));
        history.append(milestone("C", "OPEN", date("2012-09-01"), "2012-01-01"));
        history.append(milestone("C", "REVIEW", within("2012-10-01", DatePrecision.QUARTER), "2012-01-01"));
        history.append(milestone("C", "EARLY", date("2012-02-10"), "2012-01-01"));
        history.append(baseline("C", 1, date("2012-09-01"), List.of("OPEN"), "2012-01-10"));
        history.append(contract("CON-1", "C", null, "2013-01-19", "2012-01-01"));
        history.append(contract("CON-2", "C", null, "2013-01-20", "2012-01-01"));
        history.append(contract("CON-3", "B", null, "2013-01-20", "2012-01-01"));
        history.append(benefit("B-C", "C", "2012-01-01"));
        history.append(stated("B-C", "Plan", Map.of("2011/12", "-1", "2012/13", "-2", "2013/14", "-3"), "2012-01-01"));
        history.append(statedPosts("B-C", "Posts", "2012/13", "-4.5", "2012-01-01"));
        history.append(benefit("B-B", "B", "2012-01-01"));
        history.append(stated("B-B", "Plan", Map.of("2011/12", "-1"), "2012-01-01"));
        history.append(benefit("B-A", "A", "2012-01-01"));
        history.append(achieved("B-A", "Plan", "2012-06-15", "2012-01-01"));
        history.append(benefit("B-A2", "A", "2012-01-01"));
        history.append(stated("B-A2", "Plan", Map.of("2012/13", "-1"), "2012-01-01"));
        history.append(benefitWithdrawn("B-A2", "2012-01-02"));
        last = history.append(contract("CON-4", "A", null, "2012-06-15", "2012-01-01"));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void what_lies_between_promise_and_need_absorbs_a_slip_to_the_day() {
        assertThat(slips(OF_A + 10)).containsExactly("B 0", "C 0", "D 0", "F 0");
        assertThat(slips(OF_A + 11)).containsExactly("B 1", "C 1", "D 1", "F 0");
        assertThat(slips(OF_A + 30)).containsExactly("B 20", "C 20", "D 20", "F 5");
        JsonNode answer = served.get(OF_A + 11);
        assertThat(answer.get("hit").asInt()).isEqualTo(3);
        assertThat(answer.get("absorbed").asInt()).isEqualTo(1);
    }

    @Test
    void the_way_on_which_the_fewest_days_are_absorbed_is_shown_with_the_facts_behind_it() {
        JsonNode path = item(OF_A + 30, "D").get("path");
        assertThat(path.findValuesAsString("dependency")).containsExactly("A-B", "B-C", "C-D");
        assertThat(path.findValuesAsString("absorbed")).containsExactly("10", "0", "0");
        assertThat(path.findValuesAsString("slipDays")).containsExactly("20", "20", "20");
        assertThat(path.at("/0/promisedFor/value").asString()).isEqualTo("2012-06-01");
        assertThat(path.at("/0/promisedFor/fact").asLong()).isPositive();
        assertThat(path.at("/2").has("promisedFor")).isFalse();
    }

    @Test
    void nothing_passes_on_by_what_was_met_and_from_the_day_it_was_not_it_does() {
        assertThat(slips(OF_A + 30)).noneMatch(end -> end.startsWith("E"));
        assertThat(slips("/api/v1/initiatives/A/impact?slipDays=5&asOf=2012-01-19"))
                .as("the day before it was met")
                .contains("E 5");
    }

    @Test
    void what_was_promised_for_a_day_that_has_passed_comes_today_at_the_earliest() {
        assertThat(slips("/api/v1/initiatives/A/impact?slipDays=6&asOf=2012-06-06"))
                .as("five days are left of ten")
                .contains("B 1");
        assertThat(slips("/api/v1/initiatives/A/impact?slipDays=5&asOf=2012-06-06"))
                .contains("B 0");
    }

    @Test
    void milestones_move_and_break_their_baseline() {
        JsonNode c = item(OF_A + 30, "C");
        assertThat(c.get("milestones").findValuesAsString("milestone")).containsExactly("EARLY", "OPEN", "REVIEW");
        JsonNode open = c.at("/milestones/1");
        assertThat(open.at("/forecast/value/date").asString()).isEqualTo("2012-09-01");
        assertThat(open.get("earliest").asString()).isEqualTo("2012-09-21");
        assertThat(open.at("/slippage/days").asInt()).isZero();
        assertThat(open.at("/slippageThen/days").asInt()).isEqualTo(20);
        assertThat(open.get("breaksBaseline").asBoolean()).isTrue();
        JsonNode review = c.at("/milestones/2");
        assertThat(review.get("earliest").asString()).isEqualTo("2012-10-21");
        assertThat(review.get("latest").asString()).isEqualTo("2013-01-20");
        assertThat(review.has("slippageThen")).as("it is in no baseline").isFalse();
    }

    @Test
    void a_contract_breaks_that_ends_a_day_before_the_last_milestone() {
        JsonNode contracts = item(OF_A + 30, "C").get("contracts");
        assertThat(contracts.findValuesAsString("contract")).containsExactly("CON-1");
        assertThat(contracts.at("/0/milestone").asString()).isEqualTo("REVIEW");
        assertThat(contracts.at("/0/daysAfterEnd").asInt()).isEqualTo(1);
        assertThat(contracts.at("/0/breaks").asBoolean()).isTrue();
        assertThat(item(OF_A + 31, "C").get("contracts").findValuesAsString("contract"))
                .containsExactly("CON-1", "CON-2");
        JsonNode unknown = item(OF_A + 30, "B").at("/contracts/0");
        assertThat(unknown.get("contract").asString()).as("nobody can tell").isEqualTo("CON-3");
        assertThat(unknown.has("daysAfterEnd")).isFalse();
    }

    @Test
    void a_benefit_is_delayed_in_the_years_that_begin_before_the_last_milestone_is_then_expected() {
        // The last milestone of C is expected by 31 December 2012, and slips to 1 April 2013 and to the day after.
        JsonNode onTheDay = item(OF_A + 101, "C").get("benefits");
        assertThat(onTheDay.findValuesAsString("benefit")).containsExactly("B-C");
        assertThat(years(onTheDay)).containsExactly("2011/12 -1 false", "2012/13 -2 false", "2012/13 STAFF -4.5 false");
        assertThat(onTheDay.at("/0/breaks").asBoolean()).isFalse();
        assertThat(onTheDay.at("/0/milestone").asString()).isEqualTo("REVIEW");
        assertThat(onTheDay.at("/0/figures/0/facts")).hasSize(1);
        JsonNode after = item(OF_A + 102, "C").get("benefits");
        assertThat(years(after))
                .containsExactly("2011/12 -1 false", "2012/13 -2 false", "2012/13 STAFF -4.5 false", "2013/14 -3 true");
        assertThat(after.at("/0/breaks").asBoolean()).isTrue();
        assertThat(item(OF_A + 102, "C").get("delayedBenefits").asInt()).isEqualTo(1);
    }

    @Test
    void a_year_that_is_over_before_the_slip_is_not_delayed() {
        String from = "/api/v1/initiatives/C/impact?slipDays=1&asOf=2012-02-01&slipsFrom=";
        assertThat(years(served.get(from + "2012-03-31").at("/slip/benefits"))).startsWith("2011/12 -1 false");
        assertThat(years(served.get(from + "2012-04-01").at("/slip/benefits"))).startsWith("2012/13 -2 false");
    }

    @Test
    void a_benefit_is_delayed_beyond_the_day_on_which_it_is_to_be_achieved() {
        assertThat(served.get(OF_A + 14).at("/slip/benefits")).isEmpty();
        JsonNode late = served.get(OF_A + 15).at("/slip/benefits");
        assertThat(late.findValuesAsString("benefit")).as("B-A2 is withdrawn").containsExactly("B-A");
        assertThat(late.at("/0/achievedBy").asString()).isEqualTo("2012-06-15");
        assertThat(late.at("/0/latest").asString()).isEqualTo("2012-06-16");
        assertThat(late.at("/0/breaks").asBoolean()).isTrue();
    }

    @Test
    void nobody_can_tell_of_a_benefit_whose_initiative_has_no_dated_milestone() {
        JsonNode unknown = item(OF_A + 30, "B").at("/benefits/0");
        assertThat(unknown.get("benefit").asString()).isEqualTo("B-B");
        assertThat(unknown.has("latest")).isFalse();
        assertThat(unknown.get("breaks").asBoolean()).isFalse();
    }

    private static List<String> years(JsonNode benefits) {
        return benefits.at("/0/figures")
                .valueStream()
                .map(figure -> "%s%s %s %s"
                        .formatted(
                                figure.get("year").asString(),
                                figure.has("posts") ? " " + figure.get("posts").asString() : "",
                                figure.get("number").decimalValue().toPlainString(),
                                figure.get("breaks").asBoolean()))
                .toList();
    }

    @Test
    void what_slips_moves_its_own_milestones_and_breaks_its_own_contracts() {
        JsonNode slip = served.get(OF_A + 14).get("slip");
        assertThat(slip.get("from").asString()).isEqualTo("2012-02-01");
        assertThat(slip.get("milestones").findValuesAsString("milestone")).containsExactly("BUILD", "PLAN");
        assertThat(slip.get("contracts")).isEmpty();
        assertThat(served.get(OF_A + 15).at("/slip/contracts/0/contract").asString(""))
                .isEqualTo("CON-4");
        assertThat(served.get(OF_A + 15).at("/slip/milestones/0/latest").asString())
                .isEqualTo("2012-06-16");
    }

    @Test
    void a_milestone_moves_what_is_expected_on_its_day_and_later() {
        assertThat(slips(OF_A + "30&milestone=BUILD")).contains("B 20");
        assertThat(served.get(OF_A + "30&milestone=BUILD").at("/slip/from").asString())
                .isEqualTo("2012-06-01");
        assertThat(served.get(OF_A + "30&milestone=BUILD")
                        .at("/slip/milestones")
                        .findValuesAsString("milestone"))
                .containsExactly("BUILD");
        assertThat(slips(OF_A + "30&slipsFrom=2012-06-01")).contains("B 20");
        assertThat(slips(OF_A + "30&slipsFrom=2012-06-02"))
                .as("both promises are for the day before")
                .isEmpty();
        assertThat(slips(OF_A + "30&milestone=DONE")).as("it was achieved").isEmpty();
    }

    @Test
    void absurd_slips_are_refused() {
        for (String days : List.of("0", "-90", "1000000000", "36501", "1e3", "ninety", "0x10"))
            assertThat(served.refusal(OF_A + days)).as(days).isEqualTo("400 malformed-request");
        assertThat(slips(OF_A + 36500)).contains("B 36490");
        assertThat(served.refusal(OF_A + "1&slipsFrom=2012-13-01")).isEqualTo("400 malformed-request");
        assertThat(served.refusal(OF_A + "1&milestone=NONE")).isEqualTo("400 unknown-name");
        assertThat(served.refusal(OF_A + "1&milestone=OPEN")).as("of another").isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/initiatives/NOBODY/impact?slipDays=1"))
                .isEqualTo("404 not-found");
    }

    private static void give(
            History history, String id, String giver, String receiver, String neededBy, String promisedFor) {
        history.append(dependency(id, giver, receiver, neededBy, "2012-01-01"));
        history.append(promised(id, promisedFor, "2012-01-01"));
    }

    private static GovernanceFact undated(String id, String giver, String receiver) {
        return new DependencyProposed(
                id,
                "MPS",
                new DependencyEnd(giver, null),
                new DependencyEnd(receiver, null),
                DependencyType.INTER_PROGRAMME,
                Importance.HIGH,
                "needs it",
                null,
                null,
                on("2012-01-01"));
    }

    private static List<String> slips(String question) {
        return served.get(question)
                .get("items")
                .valueStream()
                .map(item -> item.get("initiative").asString() + " "
                        + item.get("slipDays").asString())
                .sorted()
                .toList();
    }

    private static JsonNode item(String question, String initiative) {
        return served.get(question)
                .get("items")
                .valueStream()
                .filter(item -> item.get("initiative").asString().equals(initiative))
                .findFirst()
                .orElseThrow();
    }
}
