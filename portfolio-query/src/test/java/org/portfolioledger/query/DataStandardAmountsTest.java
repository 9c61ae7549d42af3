package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BenefitHistory.benefit;
import static org.portfolioledger.query.BenefitHistory.benefitOwner;
import static org.portfolioledger.query.BenefitHistory.benefitWithdrawn;
import static org.portfolioledger.query.BenefitHistory.stated;
import static org.portfolioledger.query.BudgetHistory.budget;
import static org.portfolioledger.query.BudgetHistory.budgetEnded;
import static org.portfolioledger.query.BudgetHistory.budgetFigures;
import static org.portfolioledger.query.BudgetHistory.preferredSource;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DataStandardHistory.attribute;
import static org.portfolioledger.query.DataStandardHistory.standard;
import static org.portfolioledger.query.DataStandardHistory.table;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeasureHistory.measure;
import static org.portfolioledger.query.MeasureHistory.measureValue;
import static org.portfolioledger.query.MeasureHistory.preferredDocument;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RegisterHistory.register;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import tools.jackson.databind.JsonNode;

/** Benefits, costs and counted things as a data standard has them: as benefits, budget lines and measures state them. */
class DataStandardAmountsTest {

    private static final String I1 = "/api/v1/initiatives/I1/data-standard";

    private static Served served;
    private static long restated;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-05"));
        history.append(versioned("BC", 1, "1250000.50", "2012-01-06"));
        history.append(benefit("BEN-1", "I1", "2012-02-01"));
        history.append(stated("BEN-1", "Plan", Map.of("2012/13", "-100", "2013/14", "-200.50"), "2012-03-01"));
        history.append(stated("BEN-1", "Text", Map.of("2012/13", "-90"), "2012-03-01"));
        history.append(BenefitHistory.preferred("BEN-1", "Plan", "2012-04-01"));
        restated = history.append(stated("BEN-1", "Plan", Map.of("2012/13", "-110"), "2012-05-31"));
        history.append(benefit("BEN-2", "I1", "2012-02-01"));
        history.append(benefitOwner("BEN-2", "Director", "2012-02-01"));
        history.append(benefitWithdrawn("BEN-2", "2012-04-01"));
        history.append(budget("BU-1", BudgetKind.CAPITAL, "I1", null, "2012-02-01"));
        history.append(budgetFigures("BU-1", BudgetFigure.BUDGET, "Plan", "2012/13", "500", "2012-03-01"));
        history.append(budgetFigures("BU-1", BudgetFigure.BUDGET, "Letter", "2012/13", "600", "2012-03-01"));
        history.append(budgetFigures("BU-1", BudgetFigure.FORECAST, "Return", "2012/13", "550", "2012-04-01"));
        history.append(preferredSource("BU-1", BudgetFigure.BUDGET, "Letter", "2012-05-01"));
        history.append(budgetEnded("BU-1", "2013-01-01"));
        history.append(measure("ME-1", "homes", "I1", null, "2012-02-01"));
        history.append(measureValue("ME-1", "100.5", "Report", "2012-03-01"));
        history.append(measureValue("ME-1", "90", "Audit", "2012-03-01"));
        history.append(preferredDocument("ME-1", "Audit", "2012-04-01"));
        last = history.append(standard(
                1,
                "2012-01-01",
                table(DataEntity.PROJECT_FEATURES, attribute("Homes", "measures.ME-1")),
                table(
                        DataEntity.BENEFIT,
                        attribute("Owner", "owner"),
                        attribute("Year", "year"),
                        attribute("Amount", "amount", UpdateFrequency.QUARTERLY)),
                table(
                        DataEntity.COST,
                        attribute("Figure", "figure"),
                        attribute("Amount", "amount", DataFormat.NUMBER))));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void the_business_case_has_the_amounts_as_long_as_nothing_else_states_any() {
        assertThat(records("BENEFIT", "2012-01-31")).isEmpty();
        assertThat(records("COST", "2012-01-31")).containsExactly("BC:1:WHOLE_LIFE");
        assertThat(records("COST", "2012-02-29")).containsExactly("BU-1", "BC:1:WHOLE_LIFE");
    }

    @Test
    void each_amount_that_a_source_states_is_a_record_until_one_source_is_preferred() {
        assertThat(records("BENEFIT", "2012-02-29")).containsExactly("BEN-1", "BEN-2");
        assertThat(records("BENEFIT", "2012-03-31"))
                .containsExactly("BEN-1:Plan:2012/13", "BEN-1:Plan:2013/14", "BEN-1:Text:2012/13", "BEN-2");
        assertThat(records("BENEFIT", "2012-04-01")).containsExactly("BEN-1:Plan:2012/13", "BEN-1:Plan:2013/14");
        assertThat(records("COST", "2012-04-30"))
                .containsExactly(
                        "BU-1:BUDGET:Letter:2012/13",
                        "BU-1:BUDGET:Plan:2012/13",
                        "BU-1:FORECAST:Return:2012/13",
                        "BC:1:WHOLE_LIFE");
        assertThat(records("COST", "2012-05-01"))
                .containsExactly("BU-1:BUDGET:Letter:2012/13", "BU-1:FORECAST:Return:2012/13", "BC:1:WHOLE_LIFE");
        assertThat(records("COST", "2013-01-01")).containsExactly("BC:1:WHOLE_LIFE");
    }

    @Test
    void each_value_has_the_fact_that_states_it() {
        JsonNode benefit = items("?entity=BENEFIT&asOf=2012-05-31").getFirst();
        assertThat(benefit.at("/attributes/1/value/value/0").asString()).isEqualTo("2012/13");
        assertThat(benefit.at("/attributes/2/value/value/0").asString()).isEqualTo("-110");
        assertThat(benefit.at("/attributes/2/value/fact").asLong()).isEqualTo(restated);
        JsonNode cost = items("?entity=COST&asOf=2012-05-01").getFirst();
        assertThat(cost.at("/attributes/0/value/value/0").asString()).isEqualTo("BUDGET");
        assertThat(cost.at("/attributes/1/value/value/0").asString()).isEqualTo("600");
    }

    @Test
    void an_amount_is_as_old_as_the_fact_that_states_it() {
        assertThat(stale("2012-08-31")).isEmpty();
        assertThat(stale("2012-09-01")).containsExactly("BEN-1:Plan:2012/13");
        assertThat(stale("2012-08-31&knownAt=position:" + (restated - 1)))
                .containsExactly("BEN-1:Plan:2012/13", "BEN-1:Plan:2013/14");
    }

    @Test
    void a_measure_is_a_feature_of_its_project_unless_documents_contradict_each_other() {
        assertThat(homes("2012-02-29").isNull()).isTrue();
        assertThat(homes("2012-03-31").isNull()).as("two documents").isTrue();
        assertThat(homes("2012-04-01").at("/value/0").asString()).isEqualTo("90");
    }

    private static JsonNode homes(String day) {
        return items("?entity=PROJECT_FEATURES&asOf=" + day).getFirst().at("/attributes/0/value");
    }

    private static List<String> records(String entity, String day) {
        return items("?entity=" + entity + "&asOf=" + day).stream()
                .map(item -> item.get("record").asString())
                .toList();
    }

    private static List<String> stale(String day) {
        return items("/report?entity=BENEFIT&fault=STALE&asOf=" + day).stream()
                .map(item -> item.get("record").asString())
                .toList();
    }

    private static List<JsonNode> items(String question) {
        return served.get(I1 + question, last).get("items").valueStream().toList();
    }
}
