package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The savings of the Met's papers add up to what the papers print, and figures that contradict each other both show. */
class SavingsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String PLAN =
            "statedIn=2011-14%20Business%20plan&asOf=2011-06-13&knownAt=2011-06-14&limit=1000";
    private static final String IN_2011 = "asOf=2011-06-13&knownAt=2011-06-14";
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
    void the_savings_table_of_2011_adds_up_to_the_printed_figures() {
        JsonNode totals = met.ask("/portfolios/PF-CHANGE-2011/benefit-totals?" + PLAN);
        assertThat(totals.required("benefits").asInt()).isEqualTo(11);
        assertThat(money(totals.required("figures")))
                .isEqualTo(Map.of("2011/12", "-85700000", "2012/13", "-153500000", "2013/14", "-183900000"));
        assertThat(posts(totals.required("figures"), "2013/14"))
                .isEqualTo(Map.of("OFFICER", "-1119", "STAFF", "-1025", "PCSO", "-200"));
        assertThat(posts(totals.required("figures"), "2011/12"))
                .isEqualTo(Map.of("OFFICER", "-783", "STAFF", "-663", "PCSO", "-100"));
        assertThat(posts(totals.required("figures"), "2012/13"))
                .isEqualTo(Map.of("OFFICER", "-1009", "STAFF", "-954", "PCSO", "-200"));
        assertThat(totals.required("contradictions")).isEmpty();
    }

    @Test
    void the_printed_total_differs_from_its_parts_by_nothing() {
        JsonNode parts = met.ask("/benefits/BEN-2011-TOTAL?" + IN_2011).required("parts");
        assertThat(parts.required("benefits")).hasSize(11);
        assertThat(parts.at("/sources/0/statedIn").asString()).isEqualTo("2011-14 Business plan");
        assertThat(parts.at("/sources/0/figures"))
                .hasSize(12)
                .allSatisfy(figure ->
                        assertThat(figure.required("difference").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO));
    }

    @Test
    void the_remaining_gap_is_the_printed_one() {
        JsonNode gaps =
                met.ask("/portfolios/PF-CHANGE-2011/benefit-totals?" + PLAN).required("remainingGaps");
        assertThat(gaps).hasSize(1);
        assertThat(gaps.at("/0/statedIn").asString()).isEqualTo("2011-14 Business plan");
        assertThat(money(gaps.at("/0/figures")))
                .isEqualTo(Map.of("2011/12", "0", "2012/13", "92800000", "2013/14", "174300000"));
    }

    /** Each level is the sum of the parts that the one below gives, down to the single benefit. */
    @Test
    void totals_add_up_at_every_level() {
        for (String portfolio : List.of("PF-CHANGE-2011", "PF-TRANSFORM-2018"))
            for (String source : List.of("", "&statedIn=2011-14%20Business%20plan"))
                assertAddsUp("/portfolios/" + portfolio + "/benefit-totals?limit=1000" + source, source);
    }

    private static void assertAddsUp(String path, String source) {
        JsonNode totals = met.ask(path);
        Map<String, BigDecimal> sums = new TreeMap<>();
        int benefits = 0;
        for (JsonNode part : totals.required("items")) {
            benefits += part.required("benefits").asInt();
            figures(part.required("figures")).forEach((of, number) -> sums.merge(of, number, BigDecimal::add));
            if (!part.has("initiative")) continue;
            String below =
                    "/initiatives/" + part.required("initiative").asString() + "/benefit-totals?limit=1000" + source;
            assertThat(figures(met.ask(below).required("figures"))).isEqualTo(figures(part.required("figures")));
            assertAddsUp(below, source);
        }
        assertThat(figures(totals.required("figures"))).as(path).isEqualTo(sums);
        assertThat(totals.required("benefits").asInt()).isEqualTo(benefits);
        for (String by : List.of("classes", "businessGroups")) {
            Map<String, BigDecimal> again = new TreeMap<>();
            for (JsonNode group : totals.required(by))
                figures(group.required("figures")).forEach((of, number) -> again.merge(of, number, BigDecimal::add));
            assertThat(again).as(path + " by " + by).isEqualTo(sums);
        }
    }

    /** What did the savings plan for Training say, by source, and which did the board see? */
    @Test
    void both_figures_for_training_show_with_their_sources_and_the_board_that_saw_them() {
        JsonNode training = met.ask("/initiatives/PG-TRAIN/benefits?" + IN_2011).at("/items/0");
        assertThat(training.at("/title/value").asString()).isEqualTo("Training");
        JsonNode plan =
                training.at("/profiles").required("2011-14 Business plan").at("/last/value");
        JsonNode text = training.at("/profiles")
                .required("Change Programme Update, text")
                .at("/last/value");
        assertThat(amounts(plan))
                .isEqualTo(Map.of("2011/12", "-9400000", "2012/13", "-21300000", "2013/14", "-21300000"));
        assertThat(amounts(text)).isEqualTo(Map.of("2011/12", "-10000000", "2012/13", "-21900000"));
        assertThat(List.of(plan, text))
                .extracting(
                        stated -> stated.required("board").asString(),
                        stated -> stated.required("document").asString(),
                        stated -> stated.at("/paper/reference").asString())
                .containsExactly(
                        tuple("BD-RPSC", "DOC-2011-CPU", "B.19"), tuple("BD-RPSC", "DOC-2011-CPU", "B.13 v B.19"));
        assertThat(training.required("contradictions")).hasSize(2);
        assertThat(training.at("/contradictions/0/figures"))
                .extracting(
                        figure -> figure.required("statedIn").asString(),
                        figure -> figure.required("number").decimalValue().toPlainString())
                .containsExactly(
                        tuple("2011-14 Business plan", "-9400000"),
                        tuple("Change Programme Update, text", "-10000000"));
        assertThat(training.required("alerts").valueStream().map(JsonNode::asString))
                .contains("BENEFIT_SOURCES_CONTRADICT");
    }

    @Test
    void what_is_contradictory_is_not_added_up_unless_one_source_is_asked_for() {
        JsonNode totals = met.ask("/portfolios/PF-CHANGE-2011/benefit-totals?" + IN_2011);
        assertThat(totals.required("contradicting").asInt()).isEqualTo(2);
        assertThat(totals.at("/contradictions"))
                .extracting(
                        one -> one.required("title").asString(),
                        one -> one.required("year").asString())
                .containsExactly(tuple("Training", "2011/12"), tuple("Training", "2012/13"));
        assertThat(money(totals.required("figures")))
                .as("without Training, with DoI Lean")
                .containsEntry("2011/12", "-82300000");
    }

    @Test
    void the_ict_table_of_2013_adds_up_to_the_printed_figures() {
        JsonNode whole = met.ask("/benefits/BEN-2013-ICT?asOf=2013-04-29&knownAt=2013-04-30");
        JsonNode source = whole.at("/parts/sources/0");
        assertThat(source.required("statedIn").asString()).isEqualTo("Potential Savings Plan");
        assertThat(whole.at("/parts/benefits")).hasSize(11);
        for (Map.Entry<String, String> printed : Map.of(
                        "costBefore", "200000000", "costAfter", "140000000", "figures", "-60000000")
                .entrySet()) {
            JsonNode figure = source.required(printed.getKey()).get(0);
            assertThat(figure.required("stated").decimalValue()).isEqualByComparingTo(printed.getValue());
            assertThat(figure.required("parts").decimalValue()).isEqualByComparingTo(printed.getValue());
            assertThat(figure.required("difference").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        }
        assertThat(met.ask("/benefits?partOf=BEN-2013-ICT&register=MPS&asOf=2013-04-29")
                        .required("items"))
                .hasSize(11);
    }

    @Test
    void what_came_of_the_handheld_devices_is_on_record() {
        JsonNode calls = met.ask("/benefits/BEN-2013-CALL-HANDLER-EFFICIENCY?asOf=2013-03-27");
        assertThat(calls.at("/status/value").asString()).isEqualTo("REALISED");
        assertThat(calls.at("/measurements/0/value/money/amount").decimalValue())
                .isEqualByComparingTo("1623856");
        assertThat(calls.at("/measurements/0/value/quantities/0/number").asInt())
                .isEqualTo(73_077);
        assertThat(calls.at("/assessment/unmetRules").valueStream().map(JsonNode::asString))
                .containsExactly("ASSESSED_WITHOUT_NAMES");
        assertThat(met.ask("/benefits?register=MPS&status=NOT_REALISED&asOf=2013-03-27")
                        .at("/items/0/title/value")
                        .asString())
                .isEqualTo("Reduced printing cost");
    }

    private static Map<String, String> amounts(JsonNode stated) {
        Map<String, String> amounts = new TreeMap<>();
        for (JsonNode one : stated.required("money"))
            amounts.put(
                    one.required("year").asString(),
                    one.at("/money/amount").decimalValue().toPlainString());
        return amounts;
    }

    private static Map<String, String> money(JsonNode figures) {
        Map<String, String> money = new TreeMap<>();
        for (JsonNode figure : figures)
            if (!figure.has("posts") && figure.has("year"))
                money.put(
                        figure.required("year").asString(),
                        figure.required("number").decimalValue().toPlainString());
        return money;
    }

    private static Map<String, String> posts(JsonNode figures, String year) {
        Map<String, String> posts = new TreeMap<>();
        for (JsonNode figure : figures)
            if (figure.has("posts") && figure.path("year").asString("").equals(year))
                posts.put(
                        figure.required("posts").asString(),
                        figure.required("number").decimalValue().toPlainString());
        return posts;
    }

    /** By all that a figure is of, its number. */
    private static Map<String, BigDecimal> figures(JsonNode figures) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        for (JsonNode figure : figures) {
            var of = figure.deepCopy();
            ((ObjectNode) of).remove(List.of("number", "facts"));
            numbers.put(of.toString(), figure.required("number").decimalValue());
        }
        return numbers;
    }
}
