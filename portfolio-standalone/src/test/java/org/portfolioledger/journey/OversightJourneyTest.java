package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A post that is asked for twice, a case that is assessed again, a request that is answered late and a cycle that is closed. */
class OversightJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    private static Conversation talk;

    @BeforeAll
    static void settle() {
        Caller command = HALVES.command();
        talk = new Conversation(command, HALVES.query(), Council.settle(command));
        talk.record("/boards", """
                {"id": "BD-STAR", "register": "ACME", "name": "Star Chamber", "level": "CONTROL", "decisionTypes": ["VACANCY"],
                 "quorum": 2, "effectiveOn": "2026-01-02"}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_post_is_authorised_by_others_than_who_asked_and_an_extension_is_asked_for_anew() {
        talk.record("/vacancy-requests", """
                {"id": "VAC-9", "register": "ACME", "post": "Planner", "tenure": "TEMPORARY", "funding": "Budget", "until": "2026-06-30",
                 "requestedBy": {"person": "p-sro1"}, "board": "BD-STAR", "initiative": "PG-1", "effectiveOn": "2026-03-01"}""");
        for (String day : List.of("2026-03-10", "2026-06-20")) talk.record("/meetings", """
                    {"id": "M-%1$s", "register": "ACME", "board": "BD-STAR", "plannedFor": "%1$s", "effectiveOn": "2026-02-01"}""".formatted(day));
        String decision = """
                {"outcome": "AUTHORISED", "until": "%1$s", "board": "BD-STAR", "meeting": "M-%3$s", "attendance": 2, "decidedBy": ["%2$s"],
                 "effectiveOn": "%3$s"}""";
        assertThat(talk.refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-06-30", "p-secretary", "2026-03-10")))
                .isEqualTo("vacancy-not-checked");
        for (String check : List.of("FUNDING", "DISPLACED_STAFF"))
            talk.record("/vacancy-requests/VAC-9/checks", """
                    {"check": "%s", "met": true, "effectiveOn": "2026-03-05"}""".formatted(check));
        assertThat(talk.refused(
                        "/vacancy-requests/VAC-9/decisions", decision.formatted("2026-06-30", "p-sro1", "2026-03-10")))
                .isEqualTo("decides-on-own-initiative");
        assertThat(talk.refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-07-01", "p-secretary", "2026-03-10")))
                .isEqualTo("longer-than-asked");
        assertThat(talk.refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-06-30", "p-secretary", "2026-01-01")
                                .replace(
                                        "\"meeting\": \"M-2026-01-01\", \"attendance\": 2",
                                        "\"manner\": \"BY_WRITTEN_PROCEDURE\"")))
                .isEqualTo("board-not-in-existence");
        talk.record("/vacancy-requests/VAC-9/decisions", decision.formatted("2026-06-30", "p-secretary", "2026-03-10"));
        assertThat(status("2026-03-09")).isEqualTo("REQUESTED");
        assertThat(status("2026-03-10")).isEqualTo("AUTHORISED");
        assertThat(talk.ids("/vacancy-requests?overdue=TRUE&asOf=2026-06-30")).isEmpty();
        assertThat(talk.ids("/vacancy-requests?overdue=TRUE&asOf=2026-07-01")).containsExactly("VAC-9");
        talk.record("/vacancy-requests/VAC-9/extensions", """
                {"until": "2026-12-31", "requestedBy": {"person": "p-sro1"}, "effectiveOn": "2026-06-15"}""");
        assertThat(talk.refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-12-31", "p-secretary", "2026-06-20")))
                .isEqualTo("vacancy-not-checked");
        assertThat(talk.ids("/vacancy-requests?status=EXTENSION_REQUESTED&board=BD-STAR&asOf=2026-06-20"))
                .containsExactly("VAC-9");
    }

    @Test
    void a_case_that_departs_from_its_plan_is_due_to_be_assessed_again() {
        assertThat(talk.ids("/accounting-assessments?businessCase=BC-1&status=CURRENT&asOf=2026-02-15"))
                .containsExactly("AOA-1");
        talk.record("/accounting-assessments/AOA-1/publications", """
                {"summary": "DOC-1", "effectiveOn": "2026-02-20"}""");
        talk.record("/accounting-assessments/AOA-1/departures", """
                {"departure": "The cost rose by a fifth", "reassessBy": "2026-05-31", "effectiveOn": "2026-04-01"}""");
        assertThat(talk.ids("/accounting-assessments?overdue=TRUE&asOf=2026-05-31"))
                .isEmpty();
        assertThat(talk.ids("/accounting-assessments?overdue=TRUE&asOf=2026-06-01"))
                .containsExactly("AOA-1");
        String again = """
                {"accountingOfficer": {"person": "%s"}, "findings": [
                  {"standard": "REGULARITY", "met": true, "reason": "Lawful"}, {"standard": "PROPRIETY", "met": true, "reason": "Clean"},
                  {"standard": "VALUE_FOR_MONEY", "met": false, "reason": "Dearer than doing nothing"},
                  {"standard": "FEASIBILITY", "met": true, "reason": "Can be done"}], "effectiveOn": "2026-06-10"}""";
        assertThat(talk.refused("/accounting-assessments/AOA-1/reassessments", again.formatted("p-sro1")))
                .isEqualTo("self-assessment");
        talk.record("/accounting-assessments/AOA-1/reassessments", again.formatted("p-assurance"));
        assertThat(talk.ids("/accounting-assessments?overdue=TRUE&asOf=2026-06-10"))
                .isEmpty();
        JsonNode assessed = talk.ask("/accounting-assessments/AOA-1?asOf=2026-06-10");
        assertThat(EveryRead.at(assessed, "/alerts/*")).isEqualTo("STANDARD_NOT_MET");
        assertThat(assessed.has("summary")).as("the new one is not published").isFalse();
        assertThat(talk.ask("/accounting-assessments/AOA-1?asOf=2026-06-09", "/summary/value"))
                .isEqualTo("DOC-1");
    }

    @Test
    void a_request_of_an_overseeing_body_is_late_until_a_document_answers_it() {
        assertThat(talk.ids("/external-requests?board=BD-INV&overdue=TRUE&asOf=2026-06-15"))
                .isEmpty();
        assertThat(talk.ids("/external-requests?board=BD-INV&overdue=TRUE&asOf=2026-06-16"))
                .containsExactly("REQ-1");
        assertThat(talk.refused("/external-requests/REQ-1/answers", "{\"effectiveOn\": \"2026-07-05\"}"))
                .isEqualTo("answered-without-document");
        talk.record("/external-requests/REQ-1/answers", """
                {"document": "DOC-1", "summary": "412 homes", "effectiveOn": "2026-07-05"}""");
        assertThat(talk.alerts("/external-requests/REQ-1?asOf=2026-07-04"))
                .isEqualTo("REQUEST_OVERDUE | REQUEST_PROMISE_MISSED");
        assertThat(talk.alerts("/external-requests/REQ-1?asOf=2026-07-05")).isEmpty();
    }

    @Test
    void a_plan_is_closed_when_nothing_in_it_is_left() {
        talk.record("/delivery-plans/PLAN-1/starts", "{\"effectiveOn\": \"2026-02-02\"}");
        assertThat(talk.ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-05-12"))
                .isEmpty();
        assertThat(talk.ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-05-13"))
                .containsExactly("PLAN-1");
        String closure = "{\"outcome\": \"In use\", \"effectiveOn\": \"2026-06-01\"}";
        assertThat(talk.refused("/delivery-plans/PLAN-1/closures", closure)).isEqualTo("plan-items-left");
        talk.record("/delivery-plans/PLAN-1/items/it-1/achievements", """
                {"evidence": [{"document": "DOC-1"}], "effectiveOn": "2026-06-01"}""");
        talk.record("/delivery-plans/PLAN-1/closures", closure);
        assertThat(talk.ids("/delivery-plans/PLAN-1/items?state=ACHIEVED&asOf=2026-06-01"))
                .containsExactly("IT-1");
        assertThat(talk.ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-06-01"))
                .isEmpty();
    }

    @Test
    void an_equality_assessment_is_known_to_be_of_a_case_from_the_day_on_which_it_is() {
        assertThat(talk.ids("/equality-assessments?kind=INITIAL&businessCase=BC-1&asOf=2026-02-01"))
                .isEmpty();
        assertThat(talk.ids("/equality-assessments?kind=INITIAL&businessCase=BC-1&asOf=2026-02-02"))
                .containsExactly("EIA-1");
        talk.record("/equality-assessments/EIA-1/versions", """
                {"sha256": "%s", "change": "Answers of tenants", "effectiveOn": "2026-03-01"}""".formatted("f".repeat(64)));
        assertThat(talk.ask("/equality-assessments/EIA-1?asOf=2026-03-01", "/versions/*/value/version"))
                .isEqualTo("1 | 2");
    }

    @Test
    void a_cycle_is_closed_when_its_day_has_come_and_what_it_reports_changes_no_more() {
        String closure = "{\"effectiveOn\": \"%s\"}";
        LocalDate ahead = LocalDate.now(ZoneId.of("Europe/London")).plusDays(2);
        assertThat(talk.refused("/reporting-cycles/RC-1/closures", closure.formatted(ahead)))
                .isEqualTo("cycle-closed-ahead");
        talk.record("/reporting-cycles/RC-1/closures", closure.formatted("2026-04-20"));
        long closed = talk.last();
        talk.record("/reporting-cycles/RC-1/submissions", """
                {"initiative": "PG-1", "effectiveOn": "2026-04-08"}""");
        JsonNode submissions = talk.ask("/reporting-cycles/RC-1/submissions?asOf=2026-06-01");
        assertThat(EveryRead.at(submissions, "/items/*/status")).isEqualTo("INCOMPLETE");
        assertThat(EveryRead.at(submissions, "/asOf")).isEqualTo("2026-04-20");
        assertThat(EveryRead.at(submissions, "/knownAt")).isEqualTo("position:" + closed);
        assertThat(talk.ask("/reporting-cycles/RC-1/submissions?asOf=2026-04-19", "/items/*/status"))
                .isEqualTo("COMPLETE");
    }

    private static String status(String day) {
        return talk.ask("/vacancy-requests/VAC-9?asOf=" + day, "/status/value");
    }
}
