package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DataStandardHistory.attribute;
import static org.portfolioledger.query.DataStandardHistory.oneOf;
import static org.portfolioledger.query.DataStandardHistory.standard;
import static org.portfolioledger.query.DataStandardHistory.table;
import static org.portfolioledger.query.DataStandardHistory.within;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.MilestoneHistory.baseline;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.expected;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.MilestoneHistory.milestoneAchieved;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RegisterHistory.register;
import static org.portfolioledger.query.RiskHistory.happened;
import static org.portfolioledger.query.RiskHistory.risk;
import static org.portfolioledger.query.RiskHistory.riskClosed;
import static org.portfolioledger.query.RiskHistory.riskScored;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.vocabulary.DatePrecision;
import tools.jackson.databind.JsonNode;

/** What data standards find missing, malformed or too old. */
class DataStandardReadsTest {

    private static final String I1 = "/initiatives/I1/data-standard";
    private static final String REPORT = I1 + "/report";

    private static Served served;
    private static long scored;
    private static long beforeBackDated;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(initiative("I3", "Three", "PF", "2012-01-01"));
        history.append(milestone("I1", "GO", date("2012-06-30"), "2012-01-10"));
        history.append(
                milestone("I1", "VAGUE", MilestoneHistory.within("2012-07-01", DatePrecision.QUARTER), "2012-01-10"));
        history.append(baseline("I1", 1, date("2012-06-30"), List.of("GO"), "2012-02-01"));
        history.append(expected("I1", "GO", date("2012-08-31"), "2012-03-01"));
        history.append(milestoneAchieved("I1", "GO", "2012-09-10"));
        history.append(risk("R1", RiskLevel.PROJECT, "I1", "2012-01-15"));
        scored = history.append(riskScored("R1", 3, 4, "2012-01-31"));
        history.append(risk("R2", RiskLevel.PROJECT, "I1", "2012-01-15"));
        history.append(happened("R2", "2012-02-15"));
        history.append(risk("R3", RiskLevel.PROJECT, "I1", "2012-01-15"));
        history.append(riskClosed("R3", "2012-02-15"));
        history.append(sro("I1", "A1", AppointmentKind.SUBSTANTIVE, "2012-01-20"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-05"));
        history.append(versioned("BC", 1, "1250000.50", "2012-01-06"));
        history.append(closed("I3", "2012-06-01"));
        history.append(renamed("I2", "Deux", "2012-05-01"));
        history.append(standard(
                1,
                "2013-01-01",
                table(
                        DataEntity.PROJECT_FEATURES,
                        within("Name", "name", 30),
                        oneOf("Level", "level", "project", "workstream"),
                        attribute("Sector", "attributes.sector")),
                table(
                        DataEntity.RISK,
                        attribute("Impact", "impact", UpdateFrequency.MONTHLY),
                        attribute("Owner", "owner"))));
        history.append(standard(
                2, "2014-01-01", table(DataEntity.MILESTONE, attribute("Forecast", "forecast", DataFormat.DATE))));
        beforeBackDated = history.append(renamed("I1", "Uno", "2013-03-01"));
        last = history.append(standard(
                3,
                "2013-06-01",
                table(DataEntity.ISSUE, attribute("Title", "title", UpdateFrequency.YEARLY)),
                table(DataEntity.BENEFIT, attribute("Amount", "amount"))));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void without_tables_of_its_own_a_register_is_judged_by_a_default_of_ours() {
        JsonNode day = get(REPORT + "?asOf=2012-12-31");
        assertThat(day.at("/standard/byDefault").asBoolean()).isTrue();
        assertThat(day.at("/standard/version").asInt()).isEqualTo(1);
        assertThat(day.at("/standard").has("fact")).isFalse();
        assertThat(day.get("entities")
                        .valueStream()
                        .map(one -> one.get("entity").asString()))
                .containsExactly("PROJECT_FEATURES", "RISK", "ISSUE", "BENEFIT", "MILESTONE", "COST", "PEOPLE");
    }

    @Test
    void tables_judge_from_the_day_on_which_they_are_in_force() {
        assertThat(get(REPORT + "?asOf=2012-12-31").at("/standard/byDefault").asBoolean())
                .isTrue();
        assertThat(version("2013-01-01")).isEqualTo(1);
        assertThat(get(REPORT + "?asOf=2013-01-01").at("/standard/since").asString())
                .isEqualTo("2013-01-01");
        assertThat(version("2013-12-31")).isEqualTo(3);
        assertThat(version("2014-01-01")).isEqualTo(2);
    }

    @Test
    void tables_that_are_defined_for_an_earlier_day_judge_only_what_is_read_as_known_since() {
        assertThat(version("2013-05-31")).isEqualTo(1);
        assertThat(version("2013-06-01")).isEqualTo(3);
        assertThat(get(REPORT + "?asOf=2013-06-01&knownAt=position:" + beforeBackDated)
                        .at("/standard/version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_value_as_old_as_its_frequency_is_fresh_and_one_day_later_it_is_not() {
        assertThat(faults("2013-03-31", "STALE")).doesNotContain("PROJECT_FEATURES I1 Name");
        assertThat(faults("2013-04-01", "STALE")).contains("PROJECT_FEATURES I1 Name");
        JsonNode stale =
                get(REPORT + "?asOf=2013-04-01&fault=STALE&attribute=Name").at("/items/0");
        assertThat(stale.get("freshUntil").asString()).isEqualTo("2013-03-31");
        assertThat(stale.at("/value/since").asString()).isEqualTo("2013-03-01");
        assertThat(stale.at("/value/value/0").asString()).isEqualTo("Uno");
        assertThat(stale.at("/value/fact").asLong()).isEqualTo(beforeBackDated);
    }

    @Test
    void a_month_ends_with_the_last_day_of_a_shorter_one() {
        JsonNode stale =
                get(REPORT + "?asOf=2013-01-01&entity=RISK&fault=STALE").at("/items/0");
        assertThat(stale.get("freshUntil").asString()).isEqualTo("2012-02-29");
        assertThat(stale.at("/value/fact").asLong()).isEqualTo(scored);
    }

    @Test
    void what_is_not_stated_is_missing_and_an_entity_of_which_nothing_is_on_record_too() {
        assertThat(faults("2013-01-01", "MISSING"))
                .containsExactlyInAnyOrder("PROJECT_FEATURES I1 Sector", "RISK R1 Owner");
        assertThat(faults("2013-06-01", "MISSING")).containsExactly("BENEFIT  Amount");
    }

    @Test
    void a_value_in_another_form_or_not_allowed_is_malformed_and_stays_so_until_it_is_exact() {
        assertThat(faults("2013-01-01", "MALFORMED")).containsExactly("PROJECT_FEATURES I1 Level");
        assertThat(faults("2014-01-01", "MALFORMED")).containsExactly("MILESTONE VAGUE Forecast");
        assertThat(get(REPORT + "?asOf=2014-01-01&fault=MALFORMED")
                        .at("/items/0/value/value/0")
                        .asString())
                .isEqualTo("2012-Q3");
    }

    @Test
    void what_ended_is_never_too_old() {
        assertThat(faults("2012-04-01", "STALE")).doesNotContain("MILESTONE GO Forecast date");
        assertThat(faults("2012-04-02", "STALE")).contains("MILESTONE GO Forecast date");
        assertThat(faults("2012-09-09", "STALE")).contains("MILESTONE GO Forecast date");
        assertThat(faults("2012-09-10", "STALE")).doesNotContain("MILESTONE GO Forecast date");
        assertThat(get("/initiatives/I3/data-standard/report?asOf=2020-01-01&fault=STALE")
                        .get("items"))
                .isEmpty();
    }

    @Test
    void the_seven_entities_are_views_of_what_is_on_record_with_the_fact_behind_each_value() {
        JsonNode all = get(I1 + "?asOf=2012-03-01&limit=1000");
        assertThat(all.get("items")
                        .valueStream()
                        .map(one -> one.get("entity").asString() + " "
                                + one.get("record").asString()))
                .containsExactly(
                        "PROJECT_FEATURES I1",
                        "RISK R1",
                        "ISSUE R2",
                        "MILESTONE GO",
                        "MILESTONE VAGUE",
                        "COST BC:1:WHOLE_LIFE",
                        "PEOPLE SRO");
        JsonNode impact = value(all, "RISK", "Impact");
        assertThat(impact.at("/value/0").asString()).isEqualTo("4");
        assertThat(impact.get("fact").asLong()).isEqualTo(scored);
        assertThat(value(all, "COST", "Amount").at("/value/0").asString()).isEqualTo("1250000.50");
        assertThat(value(all, "MILESTONE", "Baseline date").at("/value/0").asString())
                .isEqualTo("2012-06-30");
        assertThat(value(all, "PEOPLE", "Holder").at("/value/0").asString()).isEqualTo("P-1");
        assertThat(value(all, "PROJECT_FEATURES", "Tier").isNull()).isTrue();
    }

    @Test
    void of_a_portfolio_the_faults_are_counted_by_attribute_the_worst_first_and_each_is_listed() {
        JsonNode report = get("/portfolios/PF/data-standard/report?asOf=2013-01-01");
        assertThat(report.get("initiatives").asInt()).isEqualTo(2);
        List<String> rows = report.get("items")
                .valueStream()
                .map(one -> "%s %s %s %s/%s/%s=%s in %s"
                        .formatted(
                                one.get("entity").asString(),
                                one.get("attribute").asString(),
                                one.get("records"),
                                one.get("missing"),
                                one.get("malformed"),
                                one.get("stale"),
                                one.get("faults"),
                                one.get("initiatives")))
                .toList();
        assertThat(rows)
                .containsExactly(
                        "PROJECT_FEATURES Name 2 0/0/2=2 in 2",
                        "PROJECT_FEATURES Level 2 0/2/0=2 in 2",
                        "PROJECT_FEATURES Sector 2 2/0/0=2 in 2",
                        "RISK Impact 1 1/0/1=2 in 2",
                        "RISK Owner 1 2/0/0=2 in 2");
        JsonNode faults = get("/portfolios/PF/data-standard/faults?asOf=2013-01-01&limit=1000");
        assertThat(faults.get("items")).hasSize(10);
        assertThat(get("/portfolios/PF/data-standard/faults?asOf=2013-01-01&attribute=Owner&fault=MISSING")
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("initiative").asString()))
                .containsExactly("I1", "I2");
        assertThat(get("/portfolios/PF/data-standard/faults?asOf=2013-01-01&initiative=I2")
                        .get("items"))
                .hasSize(5);
    }

    @Test
    void an_attribute_that_no_table_in_force_has_is_refused_with_those_that_there_are() {
        for (String path : List.of(REPORT, "/portfolios/PF/data-standard/faults")) {
            String question = "/api/v1" + path + "?asOf=2013-01-01&attribute=Nam";
            assertThat(served.refusal(question)).isEqualTo("400 malformed-request");
            assertThat(new String(served.ask(question).body(), StandardCharsets.UTF_8))
                    .contains("must be one of Name, Level, Sector, Impact, Owner");
        }
    }

    @Test
    void pages_of_faults_together_are_all_of_them() {
        String question = "/portfolios/PF/data-standard/faults?asOf=2013-01-01&limit=3";
        Set<String> seen = new TreeSet<>();
        int pages = 0;
        String cursor = "";
        while (true) {
            JsonNode page = get(question + cursor);
            page.get("items")
                    .forEach(item -> assertThat(seen.add(item.toString())).isTrue());
            assertThat(page.get("items").size()).isLessThanOrEqualTo(3);
            pages++;
            if (page.get("next").isNull()) break;
            cursor = "&cursor=" + page.get("next").asString();
        }
        assertThat(seen).hasSize(10);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void the_tables_in_force_and_the_paths_that_they_may_name_can_be_read() {
        JsonNode tables = get("/registers/MPS/data-standard?asOf=2013-02-01");
        assertThat(tables.get("version").asInt()).isEqualTo(1);
        assertThat(tables.at("/entities/0/attributes/0/withinDays").asInt()).isEqualTo(30);
        assertThat(get("/registers/MPS/data-standard?asOf=2012-02-01")
                        .get("byDefault")
                        .asBoolean())
                .isTrue();
        assertThat(served.get("/api/v1/data-paths", last)
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("entity").asString() + " "
                                + one.get("path").asString()))
                .contains("PROJECT_FEATURES attributes.*", "MILESTONE forecast", "RISK residual.impact");
    }

    private static int version(String day) {
        return get(REPORT + "?asOf=" + day).at("/standard/version").asInt();
    }

    private static List<String> faults(String day, String fault) {
        return get(REPORT + "?limit=1000&asOf=" + day + "&fault=" + fault)
                .get("items")
                .valueStream()
                .map(one ->
                        one.get("entity").asString() + " " + one.path("record").asString("") + " "
                                + one.get("attribute").asString())
                .toList();
    }

    private static JsonNode value(JsonNode records, String entity, String attribute) {
        return records.get("items")
                .valueStream()
                .filter(one -> one.get("entity").asString().equals(entity))
                .flatMap(one -> one.get("attributes").valueStream())
                .filter(one -> one.get("name").asString().equals(attribute))
                .findFirst()
                .orElseThrow()
                .get("value");
    }

    private static JsonNode get(String question) {
        return served.get("/api/v1" + question, last);
    }
}
