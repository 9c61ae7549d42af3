package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeasureHistory.measure;
import static org.portfolioledger.query.MeasureHistory.measureEnded;
import static org.portfolioledger.query.MeasureHistory.measureTarget;
import static org.portfolioledger.query.MeasureHistory.measureValue;
import static org.portfolioledger.query.MeasureHistory.preferredDocument;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is counted, how far it is from its target, and since when. */
class MeasureReadsTest {

    private static Served served;
    private static long before;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", null, "2012-01-01"));
        history.append(measure("ME-1", "homes", "I1", null, "2012-01-01"));
        history.append(measure("ME-2", "%", null, "PF", "2012-01-01"));
        history.append(measure("ME-3", "homes", "I2", null, "2012-01-01"));
        history.append(measureTarget("ME-1", "400", "2012-12-31", "2012-01-01"));
        history.append(measureValue("ME-1", "100.5", "Report", "2012-06-30"));
        before = history.append(measureValue("ME-1", "390", "Report", "2012-12-31"));
        history.append(measureValue("ME-1", "400", "Audit", "2012-12-31"));
        history.append(preferredDocument("ME-1", "Audit", "2013-01-15"));
        history.append(measureTarget("ME-1", "500", "2013-12-31", "2013-02-01"));
        last = history.append(measureEnded("ME-1", "2014-06-01"));
        served.get("/api/v1/measures", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_value_is_shown_against_the_target_of_the_day_with_both_facts() {
        JsonNode june = shown("?asOf=2012-06-30");
        assertThat(june.at("/progress/0/gap").decimalValue()).isEqualByComparingTo("299.5");
        assertThat(june.at("/progress/0/reached").asBoolean()).isFalse();
        assertThat(june.at("/progress/0/fact").asLong())
                .isEqualTo(june.at("/values/0/fact").asLong());
        assertThat(june.at("/progress/0/targetFact").asLong())
                .isEqualTo(june.at("/target/fact").asLong());
        assertThat(shown("?asOf=2012-06-29").get("progress")).isEmpty();
    }

    @Test
    void two_documents_that_contradict_each_other_both_show() {
        JsonNode end = shown("?asOf=2013-01-14");
        assertThat(end.get("contradictory").asBoolean()).isTrue();
        assertThat(end.get("progress")
                        .valueStream()
                        .map(each -> each.get("document").asString() + " "
                                + each.get("reached").asBoolean()))
                .containsExactly("Report false", "Audit true");
        JsonNode then = shown("?asOf=2013-01-14&knownAt=position:" + before);
        assertThat(then.get("contradictory").asBoolean()).isFalse();
        assertThat(then.get("progress")).hasSize(1);
    }

    @Test
    void once_one_document_is_preferred_its_value_alone_counts_and_both_stay_readable() {
        JsonNode preferred = shown("?asOf=2013-01-15");
        assertThat(preferred.get("contradictory").asBoolean()).isFalse();
        assertThat(preferred.get("values")).hasSize(2);
        assertThat(preferred.at("/preferred/value/statedIn").asString()).isEqualTo("Audit");
        assertThat(preferred.get("progress")).hasSize(1);
        assertThat(preferred.at("/progress/0/document").asString()).isEqualTo("Audit");
    }

    @Test
    void a_target_is_missed_once_its_last_day_has_passed_and_no_value_reaches_it() {
        assertThat(alerts("?asOf=2012-12-31&knownAt=position:" + before)).isEmpty();
        assertThat(alerts("?asOf=2013-01-01&knownAt=position:" + before)).containsExactly("MEASURE_TARGET_MISSED");
        assertThat(alerts("?asOf=2013-01-14"))
                .as("the audit says otherwise")
                .containsExactly("MEASURE_SOURCES_CONTRADICT");
        assertThat(alerts("?asOf=2013-01-15")).isEmpty();
        assertThat(alerts("?asOf=2013-12-31")).isEmpty();
        assertThat(alerts("?asOf=2014-01-01")).containsExactly("MEASURE_TARGET_MISSED");
        assertThat(alerts("?asOf=2014-06-01")).as("it ended").isEmpty();
    }

    @Test
    void measures_are_found_by_what_they_are_of_by_unit_and_by_whether_they_ended() {
        assertThat(ids("/measures?initiative=I1")).containsExactly("ME-1");
        assertThat(ids("/measures?portfolio=PF")).containsExactly("ME-2");
        assertThat(ids("/measures?unit=HOMES")).containsExactly("ME-1", "ME-3");
        assertThat(ids("/measures?open=TRUE&asOf=2014-06-01")).containsExactly("ME-2", "ME-3");
        assertThat(ids("/measures?open=FALSE&asOf=2014-06-01")).containsExactly("ME-1");
        assertThat(ids("/initiatives/I1/measures")).containsExactly("ME-1");
        assertThat(ids("/initiatives/I1/measures?open=TRUE&asOf=2014-06-01")).isEmpty();
        assertThat(ids("/portfolios/PF/measures")).containsExactly("ME-1", "ME-2");
        assertThat(ids("/portfolios/PF/measures?sort=-unit")).containsExactly("ME-1", "ME-2");
    }

    @Test
    void its_timeline_has_each_value_against_the_target_of_its_day_page_by_page() {
        String timeline = "/api/v1/measures/ME-1/timeline";
        List<JsonNode> segments =
                served.get(timeline, last).get("items").valueStream().toList();
        assertThat(segments)
                .extracting(segment -> segment.get("from").asString())
                .containsExactly("2012-01-01", "2012-06-30", "2012-12-31", "2013-01-15", "2013-02-01", "2014-06-01");
        assertThat(segments.get(4).at("/measure/progress/0/gap").decimalValue()).isEqualByComparingTo("100");
        assertThat(segments.get(2).get("to").asString()).isEqualTo("2013-01-15");
        assertThat(segments.getLast().get("to").isNull()).isTrue();
        JsonNode page = served.get(timeline + "?limit=2", last);
        JsonNode next =
                served.get(timeline + "?limit=2&cursor=" + page.get("next").asString(), last);
        assertThat(next.at("/items/0")).isEqualTo(segments.get(2));
    }

    @Test
    void the_history_and_the_timeline_of_an_initiative_show_its_measures() {
        assertThat(served.get("/api/v1/initiatives/I1/history?kind=measure", last)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("type").asString()))
                .contains("measure-defined", "measure-value-stated", "measure-target-set", "measure-ended");
        assertThat(served.get("/api/v1/initiatives/I1/timeline?kind=measure", last)
                        .get("items"))
                .hasSize(6);
    }

    private static JsonNode shown(String question) {
        return served.get("/api/v1/measures/ME-1" + question, last);
    }

    private static List<String> alerts(String question) {
        return shown(question)
                .get("alerts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> ids(String question) {
        return served.get("/api/v1" + question, last)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
