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

    private static Caller command;
    private static Caller query;
    private static long last;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        last = Council.settle(command);
        query = HALVES.query();
        record("/boards", """
                {"id": "BD-STAR", "register": "ACME", "name": "Star Chamber", "level": "CONTROL", "decisionTypes": ["VACANCY"],
                 "quorum": 2, "effectiveOn": "2026-01-02"}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_post_is_authorised_by_others_than_who_asked_and_an_extension_is_asked_for_anew() {
        record("/vacancy-requests", """
                {"id": "VAC-9", "register": "ACME", "post": "Planner", "tenure": "TEMPORARY", "funding": "Budget", "until": "2026-06-30",
                 "requestedBy": {"person": "p-sro1"}, "board": "BD-STAR", "initiative": "PG-1", "effectiveOn": "2026-03-01"}""");
        for (String day : List.of("2026-03-10", "2026-06-20")) record("/meetings", """
                    {"id": "M-%1$s", "register": "ACME", "board": "BD-STAR", "plannedFor": "%1$s", "effectiveOn": "2026-02-01"}""".formatted(day));
        String decision = """
                {"outcome": "AUTHORISED", "until": "%1$s", "board": "BD-STAR", "meeting": "M-%3$s", "attendance": 2, "decidedBy": ["%2$s"],
                 "effectiveOn": "%3$s"}""";
        assertThat(refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-06-30", "p-secretary", "2026-03-10")))
                .isEqualTo("vacancy-not-checked");
        for (String check : List.of("FUNDING", "DISPLACED_STAFF"))
            record("/vacancy-requests/VAC-9/checks", """
                    {"check": "%s", "met": true, "effectiveOn": "2026-03-05"}""".formatted(check));
        assertThat(refused(
                        "/vacancy-requests/VAC-9/decisions", decision.formatted("2026-06-30", "p-sro1", "2026-03-10")))
                .isEqualTo("decides-on-own-initiative");
        assertThat(refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-07-01", "p-secretary", "2026-03-10")))
                .isEqualTo("longer-than-asked");
        assertThat(refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-06-30", "p-secretary", "2026-01-01")
                                .replace(
                                        "\"meeting\": \"M-2026-01-01\", \"attendance\": 2",
                                        "\"manner\": \"BY_WRITTEN_PROCEDURE\"")))
                .isEqualTo("board-not-in-existence");
        record("/vacancy-requests/VAC-9/decisions", decision.formatted("2026-06-30", "p-secretary", "2026-03-10"));
        assertThat(status("2026-03-09")).isEqualTo("REQUESTED");
        assertThat(status("2026-03-10")).isEqualTo("AUTHORISED");
        assertThat(ids("/vacancy-requests?overdue=TRUE&asOf=2026-06-30")).isEmpty();
        assertThat(ids("/vacancy-requests?overdue=TRUE&asOf=2026-07-01")).containsExactly("VAC-9");
        record("/vacancy-requests/VAC-9/extensions", """
                {"until": "2026-12-31", "requestedBy": {"person": "p-sro1"}, "effectiveOn": "2026-06-15"}""");
        assertThat(refused(
                        "/vacancy-requests/VAC-9/decisions",
                        decision.formatted("2026-12-31", "p-secretary", "2026-06-20")))
                .isEqualTo("vacancy-not-checked");
        assertThat(ids("/vacancy-requests?status=EXTENSION_REQUESTED&board=BD-STAR&asOf=2026-06-20"))
                .containsExactly("VAC-9");
    }

    @Test
    void a_case_that_departs_from_its_plan_is_due_to_be_assessed_again() {
        assertThat(ids("/accounting-assessments?businessCase=BC-1&status=CURRENT&asOf=2026-02-15"))
                .containsExactly("AOA-1");
        record("/accounting-assessments/AOA-1/publications", """
                {"summary": "DOC-1", "effectiveOn": "2026-02-20"}""");
        record("/accounting-assessments/AOA-1/departures", """
                {"departure": "The cost rose by a fifth", "reassessBy": "2026-05-31", "effectiveOn": "2026-04-01"}""");
        assertThat(ids("/accounting-assessments?overdue=TRUE&asOf=2026-05-31")).isEmpty();
        assertThat(ids("/accounting-assessments?overdue=TRUE&asOf=2026-06-01")).containsExactly("AOA-1");
        String again = """
                {"accountingOfficer": {"person": "%s"}, "findings": [
                  {"standard": "REGULARITY", "met": true, "reason": "Lawful"}, {"standard": "PROPRIETY", "met": true, "reason": "Clean"},
                  {"standard": "VALUE_FOR_MONEY", "met": false, "reason": "Dearer than doing nothing"},
                  {"standard": "FEASIBILITY", "met": true, "reason": "Can be done"}], "effectiveOn": "2026-06-10"}""";
        assertThat(refused("/accounting-assessments/AOA-1/reassessments", again.formatted("p-sro1")))
                .isEqualTo("self-assessment");
        record("/accounting-assessments/AOA-1/reassessments", again.formatted("p-assurance"));
        assertThat(ids("/accounting-assessments?overdue=TRUE&asOf=2026-06-10")).isEmpty();
        JsonNode assessed = ask("/accounting-assessments/AOA-1?asOf=2026-06-10");
        assertThat(EveryRead.at(assessed, "/alerts/*")).isEqualTo("STANDARD_NOT_MET");
        assertThat(assessed.has("summary")).as("the new one is not published").isFalse();
        assertThat(EveryRead.at(ask("/accounting-assessments/AOA-1?asOf=2026-06-09"), "/summary/value"))
                .isEqualTo("DOC-1");
    }

    @Test
    void a_request_of_an_overseeing_body_is_late_until_a_document_answers_it() {
        assertThat(ids("/external-requests?board=BD-INV&overdue=TRUE&asOf=2026-06-15"))
                .isEmpty();
        assertThat(ids("/external-requests?board=BD-INV&overdue=TRUE&asOf=2026-06-16"))
                .containsExactly("REQ-1");
        assertThat(refused("/external-requests/REQ-1/answers", "{\"effectiveOn\": \"2026-07-05\"}"))
                .isEqualTo("answered-without-document");
        record("/external-requests/REQ-1/answers", """
                {"document": "DOC-1", "summary": "412 homes", "effectiveOn": "2026-07-05"}""");
        assertThat(EveryRead.at(ask("/external-requests/REQ-1?asOf=2026-07-04"), "/alerts/*"))
                .isEqualTo("REQUEST_OVERDUE | REQUEST_PROMISE_MISSED");
        assertThat(EveryRead.at(ask("/external-requests/REQ-1?asOf=2026-07-05"), "/alerts/*"))
                .isEmpty();
    }

    @Test
    void a_plan_is_closed_when_nothing_in_it_is_left() {
        record("/delivery-plans/PLAN-1/starts", "{\"effectiveOn\": \"2026-02-02\"}");
        assertThat(ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-05-12"))
                .isEmpty();
        assertThat(ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-05-13"))
                .containsExactly("PLAN-1");
        String closure = "{\"outcome\": \"In use\", \"effectiveOn\": \"2026-06-01\"}";
        assertThat(refused("/delivery-plans/PLAN-1/closures", closure)).isEqualTo("plan-items-left");
        record("/delivery-plans/PLAN-1/items/it-1/achievements", """
                {"evidence": [{"document": "DOC-1"}], "effectiveOn": "2026-06-01"}""");
        record("/delivery-plans/PLAN-1/closures", closure);
        assertThat(ids("/delivery-plans/PLAN-1/items?state=ACHIEVED&asOf=2026-06-01"))
                .containsExactly("IT-1");
        assertThat(ids("/delivery-plans?initiative=PG-1&overdue=TRUE&asOf=2026-06-01"))
                .isEmpty();
    }

    @Test
    void an_equality_assessment_is_known_to_be_of_a_case_from_the_day_on_which_it_is() {
        assertThat(ids("/equality-assessments?kind=INITIAL&businessCase=BC-1&asOf=2026-02-01"))
                .isEmpty();
        assertThat(ids("/equality-assessments?kind=INITIAL&businessCase=BC-1&asOf=2026-02-02"))
                .containsExactly("EIA-1");
        record("/equality-assessments/EIA-1/versions", """
                {"sha256": "%s", "change": "Answers of tenants", "effectiveOn": "2026-03-01"}""".formatted("f".repeat(64)));
        assertThat(EveryRead.at(ask("/equality-assessments/EIA-1?asOf=2026-03-01"), "/versions/*/value/version"))
                .isEqualTo("1 | 2");
    }

    @Test
    void a_cycle_is_closed_when_its_day_has_come_and_what_it_reports_changes_no_more() {
        String closure = "{\"effectiveOn\": \"%s\"}";
        LocalDate ahead = LocalDate.now(ZoneId.of("Europe/London")).plusDays(2);
        assertThat(refused("/reporting-cycles/RC-1/closures", closure.formatted(ahead)))
                .isEqualTo("cycle-closed-ahead");
        record("/reporting-cycles/RC-1/closures", closure.formatted("2026-04-20"));
        long closed = last;
        record("/reporting-cycles/RC-1/submissions", """
                {"initiative": "PG-1", "effectiveOn": "2026-04-08"}""");
        JsonNode submissions = ask("/reporting-cycles/RC-1/submissions?asOf=2026-06-01");
        assertThat(EveryRead.at(submissions, "/items/*/status")).isEqualTo("INCOMPLETE");
        assertThat(EveryRead.at(submissions, "/asOf")).isEqualTo("2026-04-20");
        assertThat(EveryRead.at(submissions, "/knownAt")).isEqualTo("position:" + closed);
        assertThat(EveryRead.at(ask("/reporting-cycles/RC-1/submissions?asOf=2026-04-19"), "/items/*/status"))
                .isEqualTo("COMPLETE");
    }

    private static void record(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        last = Math.max(last, reply.position());
    }

    private static String refused(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(409);
        return reply.problem();
    }

    private static JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String status(String day) {
        return EveryRead.at(ask("/vacancy-requests/VAC-9?asOf=" + day), "/status/value");
    }

    private static List<String> ids(String question) {
        return ask(question)
                .required("items")
                .valueStream()
                .map(item -> item.required("id").asString())
                .toList();
    }
}
