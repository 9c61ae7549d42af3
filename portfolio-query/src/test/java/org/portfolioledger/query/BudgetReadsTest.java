package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BudgetHistory.budget;
import static org.portfolioledger.query.BudgetHistory.budgetEnded;
import static org.portfolioledger.query.BudgetHistory.budgetEnvelope;
import static org.portfolioledger.query.BudgetHistory.budgetFigures;
import static org.portfolioledger.query.BudgetHistory.preferredSource;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.group;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.vocabulary.FiguresSubject;
import tools.jackson.databind.JsonNode;

/** What budget lines come to, what is above them, and by which facts. */
class BudgetReadsTest {

    private static final String TOTALS = "/portfolios/PF/budget-totals";

    private static Served served;
    private static long contradicted;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(new RegisterOpened("MPS", "Metropolitan Police Service", on("2012-01-01")));
        history.append(portfolio("PF", "2012-01-01"));
        history.append(group("PF", "TP", "Territorial Policing", "2012-01-01"));
        history.append(group("PF", "HR", "Human Resources", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(new InitiativeOwnersChanged("I1", List.of("TP"), null, on("2012-01-01")));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(initiative("I3", "Three", null, "2012-01-01"));
        history.append(budget("CAP", BudgetKind.CAPITAL, new FiguresSubject(null, "PF", "HR"), null, "2012-01-01"));
        history.append(budget("CAP-1", BudgetKind.CAPITAL, "I1", "CAP", "2012-01-01"));
        history.append(budget("CAP-2", BudgetKind.CAPITAL, "I2", "CAP", "2012-01-01"));
        history.append(budget("REV", BudgetKind.REVENUE, "I1", null, "2012-01-01"));
        history.append(budget("OUT", BudgetKind.REVENUE, "I3", null, "2012-01-01"));
        history.append(budgetFigures("CAP", BudgetFigure.BUDGET, "Plan", "2012/13", "100.10", "2012-02-01"));
        history.append(budgetFigures("CAP-1", BudgetFigure.BUDGET, "Plan", "2012/13", "60.05", "2012-02-01"));
        history.append(budgetFigures("CAP-2", BudgetFigure.BUDGET, "Plan", "2012/13", "45.10", "2012-02-01"));
        history.append(budgetFigures("CAP-1", BudgetFigure.ACTUAL, "Accounts", "2012/13", "61", "2013-03-31"));
        history.append(budgetFigures("CAP-2", BudgetFigure.ACTUAL, "Accounts", "2012/13", "40.01", "2013-03-31"));
        history.append(budgetFigures("REV", BudgetFigure.BUDGET, "Plan", "2012/13", "9.50", "2012-02-01"));
        history.append(budgetFigures("REV", BudgetFigure.FORECAST, "Return", "2012/13", "10", "2012-06-01"));
        history.append(budgetFigures("OUT", BudgetFigure.BUDGET, "Plan", "2012/13", "1000", "2012-02-01"));
        history.append(budgetEnvelope("REV", "9", "2012/13", 3, "2012-02-01"));
        contradicted =
                history.append(budgetFigures("REV", BudgetFigure.FORECAST, "Letter", "2012/13", "9", "2012-07-01"));
        history.append(preferredSource("REV", BudgetFigure.FORECAST, "Letter", "2012-08-01"));
        last = history.append(budgetEnded("CAP-2", "2013-06-01"));
        served.get("/api/v1/budgets", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void what_is_managed_under_a_line_is_not_counted_beside_it_but_shown_above_it() {
        JsonNode line = get("/budgets/CAP?asOf=2013-04-01");
        assertThat(strings(line.get("managed"))).containsExactly("CAP-1", "CAP-2");
        JsonNode over = line.at("/overProgramming/0");
        assertThat(over.get("year").asString()).isEqualTo("2012/13");
        assertThat(over.get("number").decimalValue()).isEqualByComparingTo("105.15");
        assertThat(over.get("above").decimalValue()).isEqualByComparingTo("5.05");
        assertThat(over.get("percent").decimalValue()).isEqualByComparingTo("5.0");
        assertThat(over.get("facts")).hasSize(3);
        JsonNode year = total(TOTALS + "?level=YEAR&asOf=2013-04-01");
        assertThat(number(year, "BUDGET")).isEqualByComparingTo("109.60");
        assertThat(year.at("/overProgramming/above").decimalValue()).isEqualByComparingTo("5.05");
    }

    @Test
    void a_line_for_which_nothing_is_stated_counts_by_what_is_managed_under_it() {
        JsonNode capital = total(TOTALS + "?level=KIND&kind=CAPITAL&asOf=2013-04-01");
        assertThat(number(capital, "ACTUAL")).isEqualByComparingTo("101.01");
        assertThat(number(capital, "BUDGET")).isEqualByComparingTo("100.10");
        assertThat(capital.at("/figures/ACTUAL/facts")).hasSize(2);
    }

    @Test
    void the_sums_add_up_at_each_level() {
        List<JsonNode> items = items(TOTALS + "?year=2012/13&asOf=2013-04-01");
        assertThat(items)
                .extracting(item -> item.get("level").asString() + " "
                        + item.path("kind").asString("") + " " + strings(item.path("businessGroups")))
                .containsExactly(
                        "YEAR  []",
                        "KIND REVENUE []",
                        "BUSINESS_GROUP REVENUE [TP]",
                        "KIND CAPITAL []",
                        "BUSINESS_GROUP CAPITAL [HR]");
        BigDecimal kinds = sum(items, "KIND");
        assertThat(kinds)
                .isEqualByComparingTo(sum(items, "YEAR"))
                .isEqualByComparingTo(sum(items, "BUSINESS_GROUP"))
                .isEqualByComparingTo("109.60");
        assertThat(items(TOTALS + "?businessGroup=tp&level=YEAR&asOf=2013-04-01"))
                .singleElement()
                .satisfies(item -> assertThat(number(item, "BUDGET")).isEqualByComparingTo("9.5"));
    }

    @Test
    void a_register_adds_up_all_its_lines_also_those_of_no_portfolio() {
        JsonNode year = total("/registers/MPS/budget-totals?level=YEAR&asOf=2013-04-01");
        assertThat(number(year, "BUDGET")).isEqualByComparingTo("1109.60");
    }

    @Test
    void sources_that_contradict_each_other_do_not_count_until_one_is_preferred() {
        String revenue = TOTALS + "?level=KIND&kind=REVENUE&asOf=";
        JsonNode before = total(revenue + "2012-06-30");
        assertThat(number(before, "FORECAST")).isEqualByComparingTo("10");
        assertThat(before.at("/variance/above").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(alerts("/budgets/REV?asOf=2012-06-30")).contains("FORECAST_ABOVE_BUDGET");
        assertThat(total(revenue + "2012-07-01").at("/figures/FORECAST").isMissingNode())
                .isTrue();
        assertThat(get(revenue + "2012-07-01").get("contradicting").asInt()).isEqualTo(1);
        assertThat(ids("/portfolios/PF/budgets?contradictory=TRUE&asOf=2012-07-01"))
                .containsExactly("REV");
        JsonNode line = get("/budgets/REV?asOf=2012-07-01");
        assertThat(line.at("/contradictions/0/figures")
                        .valueStream()
                        .map(each -> each.get("statedIn").asString()))
                .containsExactly("Letter", "Return");
        assertThat(alerts("/budgets/REV?asOf=2012-07-01")).contains("BUDGET_SOURCES_CONTRADICT");
        JsonNode preferred = total(revenue + "2012-08-01");
        assertThat(number(preferred, "FORECAST")).isEqualByComparingTo("9");
        assertThat(preferred.at("/variance/above").decimalValue()).isEqualByComparingTo("-0.5");
        assertThat(number(total(revenue + "2012-08-01&knownAt=position:" + (contradicted - 1)), "FORECAST"))
                .as("as known before")
                .isEqualByComparingTo("10");
    }

    @Test
    void an_envelope_that_the_budgets_of_its_years_exceed_is_reported() {
        JsonNode line = get("/budgets/REV?asOf=2012-02-01");
        assertThat(line.get("envelopeLeft").decimalValue()).isEqualByComparingTo("-0.50");
        assertThat(alerts("/budgets/REV?asOf=2012-02-01")).containsExactly("BUDGETS_ABOVE_ENVELOPE");
    }

    @Test
    void a_line_that_has_ended_counts_no_more() {
        assertThat(strings(get("/budgets/CAP?asOf=2013-05-31").get("managed"))).containsExactly("CAP-1", "CAP-2");
        assertThat(strings(get("/budgets/CAP?asOf=2013-06-01").get("managed"))).containsExactly("CAP-1");
        assertThat(number(total(TOTALS + "?level=KIND&kind=CAPITAL&asOf=2013-06-01"), "ACTUAL"))
                .isEqualByComparingTo("61");
    }

    @Test
    void lines_are_found_by_what_they_are_of_and_by_what_they_are_managed_under() {
        assertThat(ids("/portfolios/PF/budgets")).containsExactly("CAP", "CAP-1", "CAP-2", "REV");
        assertThat(ids("/portfolios/PF/budgets?kind=REVENUE")).containsExactly("REV");
        assertThat(ids("/initiatives/I1/budgets")).containsExactly("CAP-1", "REV");
        assertThat(ids("/initiatives/I2/budgets?open=TRUE&asOf=2013-06-01")).isEmpty();
        assertThat(ids("/budgets?managedUnder=CAP")).containsExactly("CAP-1", "CAP-2");
        assertThat(ids("/budgets?portfolio=PF")).containsExactly("CAP");
        assertThat(ids("/budgets?kind=REVENUE&sort=-name")).containsExactly("REV", "OUT");
        assertThat(served.get("/api/v1/initiatives/I1/history?kind=budget", last)
                        .get("items"))
                .hasSizeGreaterThan(5);
        assertThat(items("/budgets/REV/timeline")
                        .getLast()
                        .at("/budget/preferred/FORECAST/value/statedIn")
                        .asString())
                .isEqualTo("Letter");
    }

    @Test
    void every_sum_names_the_list_of_the_lines_that_were_added() {
        List<JsonNode> items = items(TOTALS + "?year=2012/13&asOf=2013-04-01");
        assertThat(listed(items.get(0)))
                .as("what is managed under CAP counts with it")
                .containsExactly("CAP", "REV");
        assertThat(listed(items.get(1))).containsExactly("REV");
        assertThat(listed(items.get(2))).as("of the group").containsExactly("REV");
        assertThat(listed(items.get(4))).containsExactly("CAP");
        assertThat(listed(get(TOTALS + "?kind=CAPITAL&asOf=2013-04-01"))).containsExactly("CAP");
        assertThat(listed(get("/registers/MPS/budget-totals?asOf=2013-04-01"))).containsExactly("CAP", "OUT", "REV");
        assertThat(ids("/portfolios/PF/budgets?counts=FALSE&asOf=2013-04-01")).containsExactly("CAP-1", "CAP-2");
        assertThat(ids("/registers/MPS/budgets?businessGroup=hr&asOf=2013-04-01"))
                .containsExactly("CAP");
    }

    private static List<String> listed(JsonNode totals) {
        return ids(totals.get("href").asString().substring("/api/v1".length()));
    }

    @Test
    void totals_are_read_page_by_page() {
        List<String> levels = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(TOTALS + "?limit=2&asOf=2013-04-01" + cursor);
            page.get("items").forEach(item -> levels.add(item.get("level").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        assertThat(levels).containsExactly("YEAR", "KIND", "BUSINESS_GROUP", "KIND", "BUSINESS_GROUP");
    }

    @Test
    void a_year_of_which_nothing_is_stated_has_no_sums_and_what_is_no_year_is_refused() {
        assertThat(items(TOTALS + "?year=2098/99&asOf=2013-04-01")).isEmpty();
        for (String year : List.of("2012", "2012/14", "1800/01", "x", "2012-13"))
            assertThat(served.refusal("/api/v1" + TOTALS + "?year=" + year)).isEqualTo("400 malformed-request");
    }

    private static BigDecimal sum(List<JsonNode> items, String level) {
        return items.stream()
                .filter(item -> item.get("level").asString().equals(level))
                .map(item -> number(item, "BUDGET"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(JsonNode total, String figure) {
        return total.at("/figures/" + figure + "/number").decimalValue();
    }

    private static JsonNode total(String question) {
        List<JsonNode> items = items(question);
        assertThat(items).as(question).hasSize(1);
        return items.getFirst();
    }

    private static List<JsonNode> items(String question) {
        return get(question).get("items").valueStream().toList();
    }

    private static JsonNode get(String question) {
        return served.get("/api/v1" + question, last);
    }

    private static List<String> alerts(String question) {
        return strings(get(question).get("alerts"));
    }

    private static List<String> ids(String question) {
        return items(question).stream().map(item -> item.get("id").asString()).toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
