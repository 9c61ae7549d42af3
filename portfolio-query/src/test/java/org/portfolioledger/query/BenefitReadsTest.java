package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.benefitOwner;
import static org.portfolioledger.query.BenefitHistory.benefitWithdrawn;
import static org.portfolioledger.query.BenefitHistory.measured;
import static org.portfolioledger.query.BenefitHistory.preferred;
import static org.portfolioledger.query.BenefitHistory.savings;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BenefitHistory.statedPosts;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.group;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BenefitFact.BenefitClass;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact.SavingsFigureKind;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.vocabulary.FiguresSubject;
import tools.jackson.databind.JsonNode;

/** Which benefits a portfolio and an initiative have, and what they add up to. */
class BenefitReadsTest {

    private static Served served;
    private static long last;
    private static long learnt;
    private static long retracted;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(new RegisterOpened("MPS", "Metropolitan Police Service", on("2012-01-01")));
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(new InitiativeMoved("I2", new Placement("I1", null), null, null, on("2012-01-02")));
        history.append(benefit("B-1", "I1", "2012-02-01"));
        history.append(benefitOwner("B-1", "Director", "2012-02-01"));
        history.append(stated("B-1", "Plan", Map.of("2012/13", "-9.40", "2013/14", "-21.3"), "2012-02-01"));
        history.append(stated("B-1", "Text", Map.of("2012/13", "-10"), "2012-03-01"));
        history.append(preferred("B-1", "Text", "2012-05-01"));
        history.append(benefit("B-2", "I2", "2012-02-01"));
        history.append(stated("B-2", "Plan", Map.of("2012/13", "-0.61"), "2012-02-01"));
        history.append(statedPosts("B-2", "Posts", "2012/13", "-2.5", "2012-02-01"));
        history.append(benefit("B-3", new FiguresSubject(null, "PF", null), null, null, "2012-02-01"));
        history.append(stated("B-3", "Plan", Map.of("2012/13", "0.3"), "2012-02-01"));
        // A whole in the portfolio, of which two of them are parts from June on.
        history.append(benefit("B-0", new FiguresSubject(null, "PF", null), BenefitClass.CASHABLE, null, "2012-06-01"));
        history.append(stated("B-0", "Plan", Map.of("2012/13", "-100"), "2012-06-01"));
        history.append(
                benefit("B-4", new FiguresSubject("I2", null, null), BenefitClass.DISBENEFIT, "B-0", "2012-07-01"));
        history.append(stated("B-4", "Plan", Map.of("2012/13", "40"), "2012-07-01"));
        history.append(benefitWithdrawn("B-4", "2012-08-01"));
        history.append(savings("PF", SavingsFigureKind.TARGET, "Plan", Map.of("2012/13", "-200"), "2012-03-01"));
        history.append(savings("PF", SavingsFigureKind.REMAINING_GAP, "Plan", Map.of("2012/13", "92.8"), "2012-03-01"));
        history.append(group("PF", "TP", "Territorial Policing", "2012-09-01"));
        history.append(benefit("B-5", new FiguresSubject(null, "PF", "TP"), BenefitClass.CASHABLE, null, "2012-09-01"));
        history.append(stated("B-5", "Plan", Map.of("2013/14", "-5"), "2012-09-01"));
        history.append(initiative("I9", "Nine", null, "2012-01-01"));
        history.append(benefit("B-9", "I9", "2012-02-01"));
        history.append(stated("B-9", "Plan", Map.of("2012/13", "-1"), "2012-02-01"));
        history.append(measured("B-1", "2012-04-01", "2012-05-31", "-2", "2012-10-01"));
        history.append(measured("B-1", "2012-06-01", "2012-06-30", "-3", "2012-10-02"));
        history.append(measured("B-1", "2012-06-30", "2012-07-31", "-6", "2012-10-03"));
        history.append(measured("B-2", "2012-03-31", "2012-04-01", "-7", "2012-10-03"));
        history.append(portfolio("PF-8", "2012-01-01"));
        long opened = history.append(initiative("I8", "Eight", "PF-8", "2012-01-01"));
        history.append(new InitiativeOwnersChanged("I8", List.of("TP"), null, on("2012-01-02")));
        history.append(benefit("B-8", "I8", "2012-02-01"));
        retracted = history.correct(opened, "entered in error", null);
        learnt = history.append(stated("B-2", "Plan", Map.of("2012/13", "-0.62"), "2012-02-15"));
        last = learnt;
        served.get("/api/v1/benefits", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void those_of_a_portfolio_and_of_its_initiatives_are_listed() {
        assertThat(ids("/portfolios/PF/benefits?asOf=2012-02-01")).containsExactly("B-1", "B-2", "B-3");
        assertThat(ids("/initiatives/I1/benefits?asOf=2012-02-01"))
                .as("also those of an initiative below")
                .containsExactly("B-1", "B-2");
        assertThat(ids("/initiatives/I2/benefits?asOf=2012-02-01")).containsExactly("B-2");
        assertThat(ids("/portfolios/PF/benefits?owner=director&asOf=2012-02-01"))
                .containsExactly("B-1");
        assertThat(ids("/portfolios/PF/benefits?statedIn=text&asOf=2012-02-29")).isEmpty();
        assertThat(ids("/portfolios/PF/benefits?statedIn=text&asOf=2012-03-01")).containsExactly("B-1");
        assertThat(ids("/portfolios/PF/benefits?benefitClass=NOT_STATED&asOf=2012-02-01"))
                .containsExactly("B-3");
        assertThat(ids("/portfolios/PF/benefits?status=WITHDRAWN&asOf=2012-08-01"))
                .containsExactly("B-4");
        assertThat(ids("/benefits?partOf=B-0&asOf=2012-07-01")).containsExactly("B-4");
    }

    @Test
    void benefits_of_an_initiative_whose_opening_was_retracted_are_of_the_business_groups_that_owned_it() {
        for (long position : List.of(retracted - 1, retracted))
            for (String of : List.of("/initiatives/I8", "/portfolios/PF-8"))
                assertThat(totals(of, "asOf=2012-02-01&knownAt=position:" + position)
                                .at("/businessGroups/0/businessGroups/0")
                                .asString())
                        .as("%s at %s", of, position)
                        .isEqualTo("TP");
    }

    @Test
    void sources_contradict_each_other_until_one_is_preferred() {
        assertThat(contradictory("2012-02-29")).isEmpty();
        assertThat(contradictory("2012-03-01")).containsExactly("B-1");
        assertThat(contradictory("2012-04-30")).containsExactly("B-1");
        assertThat(contradictory("2012-05-01")).isEmpty();
        JsonNode totals = totals("/portfolios/PF", "asOf=2012-03-01");
        assertThat(totals.get("contradicting").asInt()).isEqualTo(1);
        assertThat(totals.at("/contradictions/0/benefit").asString()).isEqualTo("B-1");
        assertThat(totals.at("/contradictions/0/figures")).hasSize(2);
    }

    private static List<String> contradictory(String day) {
        return ids("/portfolios/PF/benefits?contradictory=TRUE&asOf=" + day);
    }

    @Test
    void totals_are_exact_and_leave_out_what_is_contradictory() {
        assertThat(sum("/portfolios/PF", "asOf=2012-02-29")).isEqualByComparingTo("-9.72");
        assertThat(sum("/portfolios/PF", "asOf=2012-03-01")).isEqualByComparingTo("-0.32");
        assertThat(sum("/portfolios/PF", "asOf=2012-05-01")).isEqualByComparingTo("-10.32");
        assertThat(sum("/portfolios/PF", "statedIn=plan&asOf=2012-05-01"))
                .as("what one source states")
                .isEqualByComparingTo("-9.72");
        assertThat(sum("/initiatives/I1", "asOf=2012-05-01")).isEqualByComparingTo("-10.62");
        assertThat(sum("/initiatives/I2", "asOf=2012-05-01")).isEqualByComparingTo("-0.62");
        assertThat(totals("/portfolios/PF", "asOf=2012-05-01").get("figures").valueStream())
                .as("posts are not added to money")
                .anyMatch(figure -> figure.path("posts").asString("").equals("STAFF")
                        && figure.get("number").decimalValue().compareTo(new BigDecimal("-2.5")) == 0);
    }

    @Test
    void a_figure_that_is_restated_later_for_an_earlier_day_counts_once_it_is_known() {
        assertThat(sum("/initiatives/I2", "asOf=2012-05-01&knownAt=position:" + (learnt - 1)))
                .isEqualByComparingTo("-0.61");
        assertThat(sum("/initiatives/I2", "asOf=2012-02-14")).isEqualByComparingTo("-0.61");
        assertThat(sum("/initiatives/I2", "asOf=2012-02-15")).isEqualByComparingTo("-0.62");
        assertThat(get("/benefits/B-2?asOf=2012-02-15").at("/profiles/Plan/earlier"))
                .hasSize(1);
    }

    @Test
    void a_whole_counts_through_its_parts_while_it_has_some() {
        assertThat(sum("/portfolios/PF", "asOf=2012-06-01"))
                .as("the whole, with B-1 as preferred, B-2 and B-3")
                .isEqualByComparingTo("-110.32");
        assertThat(sum("/portfolios/PF", "asOf=2012-07-01")).isEqualByComparingTo("29.68");
        assertThat(sum("/portfolios/PF", "asOf=2012-08-01"))
                .as("its only part is withdrawn")
                .isEqualByComparingTo("-110.32");
        JsonNode part = get("/benefits/B-0?asOf=2012-07-01").at("/parts/sources/0/figures/0");
        assertThat(part.get("stated").decimalValue()).isEqualByComparingTo("-100");
        assertThat(part.get("parts").decimalValue()).isEqualByComparingTo("40");
        assertThat(part.get("difference").decimalValue()).isEqualByComparingTo("-140");
    }

    @Test
    void parts_add_up_to_the_whole_over_all_pages() {
        String path = "/portfolios/PF/benefit-totals?limit=1&asOf=2012-05-01";
        JsonNode first = get(path);
        assertThat(first.at("/items/0/initiative").asString()).isEqualTo("I1");
        JsonNode second = get(path + "&cursor=" + first.get("next").asString());
        assertThat(second.at("/items/0/benefit").asString()).isEqualTo("B-3");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(number(first.at("/items/0/figures")).add(number(second.at("/items/0/figures"))))
                .isEqualByComparingTo(number(first.get("figures")));
        JsonNode below = totals("/initiatives/I1", "asOf=2012-05-01").get("items");
        assertThat(below.valueStream()
                        .map(item -> item.path("initiative").asString("")
                                + item.path("benefit").asString("")))
                .containsExactly("I2", "B-1");
    }

    @Test
    void every_sum_names_its_facts_and_the_list_of_what_was_added() {
        JsonNode totals = totals("/portfolios/PF", "asOf=2012-05-01");
        assertThat(facts(totals.get("figures"))).as("of B-1, B-2 and B-3").hasSize(3);
        assertThat(listed(totals)).containsExactly("B-1", "B-2", "B-3");
        assertThat(listed(totals.at("/classes/0"))).containsExactly("B-1", "B-2");
        assertThat(listed(totals.at("/classes/1"))).as("of no class").containsExactly("B-3");
        assertThat(listed(totals.at("/items/0")))
                .as("through I1, also of I2 below it")
                .containsExactly("B-1", "B-2");
        assertThat(get(totals.at("/items/1/href").asString().substring("/api/v1".length()))
                        .get("id")
                        .asString())
                .isEqualTo("B-3");
        JsonNode whole = totals("/portfolios/PF", "asOf=2012-07-01");
        assertThat(listed(whole)).as("B-0 counts through B-4").containsExactly("B-1", "B-2", "B-3", "B-4");
        assertThat(listed(totals("/portfolios/PF", "benefitClass=DISBENEFIT&asOf=2012-07-01")))
                .as("with the filter of the totals")
                .containsExactly("B-4");
        assertThat(ids("/portfolios/PF/benefits?initiative=I1&asOf=2012-05-01"))
                .as("without those below it")
                .containsExactly("B-1");
    }

    private static List<String> listed(JsonNode totals) {
        return ids(totals.get("href").asString().substring("/api/v1".length()));
    }

    private static JsonNode facts(JsonNode figures) {
        return figures.valueStream()
                .filter(figure -> figure.get("year").asString().equals("2012/13") && !figure.has("posts"))
                .findFirst()
                .orElseThrow()
                .get("facts");
    }

    @Test
    void a_business_group_and_a_register_have_totals_of_their_own() {
        JsonNode group = totals("/portfolios/PF", "businessGroup=tp&asOf=2012-09-01");
        assertThat(group.get("benefits").asInt()).isEqualTo(1);
        assertThat(listed(group.at("/businessGroups/0"))).containsExactly("B-5");
        JsonNode none = totals("/portfolios/PF", "asOf=2012-05-01").at("/businessGroups/0");
        assertThat(none.get("businessGroups")).isEmpty();
        assertThat(listed(none)).containsExactly("B-1", "B-2", "B-3");
        JsonNode register = totals("/registers/MPS", "asOf=2012-05-01");
        assertThat(number(register.get("figures"))).isEqualByComparingTo("-11.32");
        assertThat(listed(register)).as("also of no portfolio").containsExactly("B-1", "B-2", "B-3", "B-8", "B-9");
        assertThat(listed(register.at("/items/0"))).containsExactly("B-1", "B-2");
    }

    @Test
    void what_was_measured_stands_beside_what_is_planned_of_its_year() {
        JsonNode first = besidePlan("2012-10-01");
        assertThat(first.get("planned").decimalValue()).isEqualByComparingTo("-10");
        assertThat(first.get("measured").decimalValue()).isEqualByComparingTo("-2");
        assertThat(first.get("gap").decimalValue()).isEqualByComparingTo("-8");
        assertThat(first.get("facts")).hasSize(2);
        assertThat(besidePlan("2012-10-02").get("measured").decimalValue())
                .as("the day after is added")
                .isEqualByComparingTo("-5");
        assertThat(besidePlan("2012-10-03").get("measured").decimalValue())
                .as("of those with a day in common the last counts")
                .isEqualByComparingTo("-8");
        JsonNode totals = totals("/initiatives/I1", "asOf=2012-10-03").get("measured");
        assertThat(totals.valueStream()
                        .filter(figure -> figure.has("measured") && figure.has("year"))
                        .map(figure -> figure.get("measured").decimalValue().intValue()))
                .containsExactly(-8);
        assertThat(totals.valueStream()
                        .filter(figure -> !figure.has("year"))
                        .map(figure -> figure.get("measured").decimalValue().intValue()))
                .as("of two years together")
                .containsExactly(-7);
    }

    private static JsonNode besidePlan(String day) {
        return get("/benefits/B-1?asOf=" + day).get("measured").get(0);
    }

    @Test
    void a_target_is_shown_with_its_gap_and_a_stated_gap_as_it_is() {
        assertThat(totals("/portfolios/PF", "asOf=2012-02-29").get("targets")).isEmpty();
        JsonNode totals = totals("/portfolios/PF", "statedIn=Plan&asOf=2012-03-01");
        JsonNode target = totals.at("/targets/0/figures/0");
        assertThat(target.get("target").decimalValue()).isEqualByComparingTo("-200");
        assertThat(target.get("counted").decimalValue()).isEqualByComparingTo("-9.72");
        assertThat(target.get("gap").decimalValue()).isEqualByComparingTo("-190.28");
        assertThat(totals.at("/remainingGaps/0/figures/0/number").decimalValue())
                .isEqualByComparingTo("92.8");
        assertThat(totals("/initiatives/I1", "asOf=2012-03-01").get("targets")).isEmpty();
    }

    private static JsonNode totals(String of, String parameters) {
        return get(of + "/benefit-totals?" + parameters);
    }

    /** Of money in 2012/13. */
    private static BigDecimal sum(String of, String parameters) {
        return number(totals(of, parameters).get("figures"));
    }

    private static BigDecimal number(JsonNode figures) {
        for (JsonNode figure : figures)
            if (figure.get("year").asString().equals("2012/13") && !figure.has("posts"))
                return figure.get("number").decimalValue();
        return BigDecimal.ZERO;
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        get(path).get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    private static JsonNode get(String path) {
        return served.get("/api/v1" + path, last);
    }
}
