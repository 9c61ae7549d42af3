package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Budgets, spend and measures of the Met's papers: they add up to the printed figures, and each leads to its paper. */
class FiguresOfThePapersJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String TOTALS = "/registers/MPS/budget-totals?asOf=2018-03-05&";

    private static MetRegister met;

    @BeforeAll
    static void load() {
        met = MetRegister.load(HALVES);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_capital_programme_of_2012_and_the_projects_managed_under_it_add_up_to_the_printed_totals() {
        JsonNode capital = total(TOTALS + "year=2012/13&level=KIND&kind=CAPITAL");
        assertThat(number(capital, "BUDGET")).isEqualByComparingTo("203942000");
        assertThat(capital.at("/overProgramming/number").decimalValue()).isEqualByComparingTo("212623000");
        assertThat(capital.at("/overProgramming/above").decimalValue()).isEqualByComparingTo("8681000");
        assertThat(capital.at("/overProgramming/percent").decimalValue())
                .as("as the paper prints it")
                .isEqualByComparingTo("4.3");
        assertThat(capital.at("/figures/BUDGET/facts")).hasSize(4);
        assertThat(capital.at("/overProgramming/facts")).hasSize(8);
        JsonNode fact =
                met.ask("/facts/" + capital.at("/figures/BUDGET/facts/0").asLong());
        assertThat(fact.at("/fact/payload/provenance/source/reference").asString())
                .isEqualTo("6 Cost and Value, chart");
        JsonNode property = met.ask("/budgets/BU-CAPITAL-PROPERTY?asOf=2018-03-05");
        assertThat(property.at("/overProgramming/0/above").decimalValue())
                .as("less is managed than budgeted")
                .isEqualByComparingTo("-7746000");
    }

    @Test
    void the_technology_spend_of_2011_adds_up_to_the_printed_subtotals() {
        assertThat(number(total(TOTALS + "year=2011/12&level=KIND&kind=REVENUE"), "ACTUAL"))
                .isEqualByComparingTo("256500000");
        assertThat(number(total(TOTALS + "year=2011/12&level=KIND&kind=CAPITAL"), "ACTUAL"))
                .isEqualByComparingTo("65400000");
        assertThat(number(total(TOTALS + "year=2011/12&level=YEAR"), "ACTUAL")).isEqualByComparingTo("321900000");
        String ofDirectorate =
                "/portfolios/PF-CHANGE-2011/budget-totals?asOf=2018-03-05&year=2011/12&businessGroup=DoI&";
        assertThat(number(total(ofDirectorate + "level=KIND&kind=REVENUE"), "ACTUAL"))
                .isEqualByComparingTo("215200000");
        assertThat(number(total(ofDirectorate + "level=YEAR"), "ACTUAL"))
                .as("revenue and capital managed by the directorate")
                .isEqualByComparingTo("280600000");
    }

    @Test
    void each_level_adds_up_to_the_next_in_every_year_and_for_every_figure() {
        List<JsonNode> items = items(TOTALS + "limit=500");
        assertThat(items).isNotEmpty();
        for (String figure : List.of("BUDGET", "FORECAST", "ACTUAL", "CONTINGENCY", "TARGET"))
            for (JsonNode year : items) {
                if (!year.get("level").asString().equals("YEAR")) continue;
                String of = year.path("year").asString("");
                assertThat(sum(items, of, "KIND", figure))
                        .as("%s %s", of, figure)
                        .isEqualByComparingTo(sum(items, of, "YEAR", figure))
                        .isEqualByComparingTo(sum(items, of, "BUSINESS_GROUP", figure));
            }
    }

    @Test
    void what_the_papers_aim_for_is_known_from_the_day_of_the_paper() {
        assertThat(number(total(TOTALS + "knownAt=2011-06-13&year=2014/15&level=YEAR"), "TARGET"))
                .as("600 less, and a gap of some 300")
                .isEqualByComparingTo("-900000000");
        assertThat(items(TOTALS + "knownAt=2011-06-12&year=2014/15")).isEmpty();
        assertThat(number(total(TOTALS + "year=2011/12&level=YEAR"), "CONTINGENCY"))
                .isEqualByComparingTo("25100000");
        assertThat(number(total(TOTALS + "year=2015/16&level=YEAR"), "BUDGET")).isEqualByComparingTo("-60000000");
        assertThat(met.ask("/initiatives/PG-TT-APPS/budgets?asOf=2014-08-31")
                        .at("/items/0/envelope/value/money/amount")
                        .decimalValue())
                .isEqualByComparingTo("200000000");
    }

    @Test
    void the_rollout_of_in_vehicle_devices_is_counted_with_its_paper() {
        JsonNode measures = met.ask("/initiatives/PJ-074/measures?asOf=2018-03-05&sort=name");
        assertThat(EveryRead.at(measures, "/items/*/values/*/value/number")).isEqualTo("62 | 800");
        assertThat(EveryRead.at(measures, "/items/*/values/*/value/qualifier")).isEqualTo("MORE_THAN");
        JsonNode areas = met.ask("/measures/ME-BCUS?asOf=2018-03-05");
        assertThat(areas.at("/progress/0/gap").decimalValue()).isEqualByComparingTo("-20");
        assertThat(items("/measures?register=MPS&asOf=2018-03-05&limit=100")).hasSize(27);
        assertThat(items("/portfolios/PF-CHANGE-2011/measures?asOf=2011-06-13"))
                .extracting(item -> item.get("id").asString())
                .contains("ME-BUILDING-EXITS", "ME-PROGRAMME-SAVINGS");
    }

    private static BigDecimal sum(List<JsonNode> items, String year, String level, String figure) {
        return items.stream()
                .filter(item -> item.get("level").asString().equals(level))
                .filter(item -> item.path("year").asString("").equals(year))
                .map(item -> item.at("/figures/" + figure + "/number"))
                .filter(number -> !number.isMissingNode())
                .map(JsonNode::decimalValue)
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
        return met.ask(question).get("items").valueStream().toList();
    }
}
