package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A board meets: what it has before it, who is there, and what it decides, all in one command. */
class MinutesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Caller COMMAND = HALVES.command();
    private static final Caller QUERY = HALVES.query();
    private static final String FIRST = "a1".repeat(32);
    private static final String SECOND = "a2".repeat(32);

    private static Caller.Reply minuted;
    private static long appointed;

    @BeforeAll
    static void meet() {
        Council.settle(COMMAND);
        appointed = post("/initiatives/PG-2/appointments", """
                {"id": "SRO-2", "role": "SRO", "kind": "SUBSTANTIVE", "appointmentLetter": "HO/15", "effectiveOn": "2026-01-05",
                 "holder": {"person": "p-sro1", "post": "Director"}, "expectedEnd": "2028-01-05", "timeCommitment": 50}""");
        post("/meetings", """
                {"id": "M-5", "register": "ACME", "board": "BD-INV", "plannedFor": "2026-05-20", "effectiveOn": "2026-04-22"}""");
        post("/meetings/M-5/agendas", """
                {"items": [{"item": "1", "subject": "Roads: later start", "purpose": "FOR_DECISION", "initiative": "PG-2"},
                           {"item": "2", "subject": "New homes", "purpose": "FOR_DECISION", "businessCase": "BC-1"}], "effectiveOn": "2026-05-06"}""");
        post("/meetings/M-5/papers", """
                {"item": "1", "paper": {"sha256": "%s", "title": "Roads"}, "effectiveOn": "2026-05-13"}""".formatted(FIRST));
        post("/meetings/M-5/papers", """
                {"item": "1", "paper": {"sha256": "%s", "title": "Roads"}, "replaces": "%s", "effectiveOn": "2026-05-18"}""".formatted(SECOND, FIRST));
        post("/meetings/M-5/interests", """
                {"person": "p-sro2", "item": "1", "interest": "Lives on the road", "withdrew": true, "effectiveOn": "2026-05-20"}""");

        Caller.Reply refused = minutes(FIRST, "p-sro2");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/records/1/body/papers/0", "/records/1/body/dissent/0/person");
        assertThat(minutes("oops", "p-assurance").problem()).isEqualTo("invalid-paper-hash");
        minuted = minutes(SECOND, "p-assurance");
        assertThat(minuted.status()).as(minuted.text()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_minutes_and_all_that_was_decided_are_one_unit() {
        assertThat(minuted.header("Location")).isEqualTo("/api/v1/meetings/M-5");
        assertThat(minuted.json().path("facts").findValuesAsString("type"))
                .containsExactlyInAnyOrder(
                        "meeting-minuted", "meeting-held", "board-decided", "business-case-decided", "action-opened");
        Caller.Reply again = COMMAND.post(
                "secretary", "/meetings/M-5/minutes", body(SECOND, "p-assurance"), "Idempotency-Key", "minutes-5");
        assertThat(again.text()).isEqualTo(minuted.text());
        assertThat(get("/meetings/M-5").at("/status/value").asString()).isEqualTo("HELD");
    }

    @Test
    void any_decision_is_shown_with_the_authority_the_people_and_the_papers_it_rested_on() {
        JsonNode decision = get("/decisions/" + position("board-decided"));
        assertThat(decision.at("/day").asString()).isEqualTo("2026-05-20");
        assertThat(decision.at("/decision/subject").asString()).isEqualTo("Roads");
        assertThat(decision.at("/decision/dissent/0/person").asString()).isEqualTo("p-assurance");
        assertThat(decision.at("/authority/standingOrders/value/quorum").asInt())
                .isEqualTo(3);
        assertThat(decision.at("/authority/limit/value/amount").asInt()).isEqualTo(5_000_000);
        assertThat(decision.at("/meeting/attendance/value/present")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("p-secretary", "p-assurance", "p-sro2", "p-migrator");
        assertThat(decision.at("/papers/0/circulatedOn").asString()).isEqualTo("2026-05-18");
        assertThat(decision.at("/recordedTogether").findValuesAsString("type")).hasSize(5);

        JsonNode onCase = get("/decisions/" + position("business-case-decided"));
        assertThat(onCase.at("/step/number").asInt()).isEqualTo(2);
        assertThat(onCase.at("/step/route").valueStream().map(JsonNode::asString))
                .containsExactly("BD-PROG", "BD-INV");
        assertThat(QUERY.get("reader", "/decisions/1").problem()).isEqualTo("not-found");
    }

    @Test
    void what_came_of_a_decision_is_shown_with_it() {
        long decision = position("board-decided");
        Caller.Reply action = COMMAND.record("/actions", """
                {"id": "ACT-6", "register": "ACME", "subject": "Move the start", "owner": {"post": "Head of Roads"}, "decision": %s,
                 "effectiveOn": "2026-05-21"}""".formatted(decision));
        assertThat(action.status()).as(action.text()).isEqualTo(201);
        assertThat(QUERY.getAfter(action.position(), "/decisions/" + decision)
                        .json()
                        .at("/resting")
                        .findValuesAsString("stream"))
                .contains("action-ACT-6");
    }

    @Test
    void the_pack_is_what_members_had_before_them_on_the_day() {
        JsonNode pack = get("/boards/BD-INV/pack?asOf=2026-05-20");
        assertThat(pack.at("/meetings/0/meeting/id").asString()).isEqualTo("M-5");
        assertThat(pack.at("/meetings/0/papers").findValuesAsString("sha256")).containsExactly(SECOND);
        assertThat(pack.at("/businessCases").findValuesAsString("id")).contains("BC-1");
        assertThat(ids(pack.at("/initiatives"))).containsExactly("PG-1", "PG-2");
        assertThat(ids(pack.at("/recommendations"))).containsExactly("REC-1");
        assertThat(get("/boards/BD-INV/pack?asOf=2026-05-21").at("/meetings")).isEmpty();
    }

    @Test
    void each_decision_is_corrected_by_itself() {
        long decision = position("business-case-decided");
        Caller.Reply corrected = COMMAND.post("secretary", "/corrections", """
                {"fact": %s, "reason": "Misheard", "replacement": {"rationale": "The lender was not heard"}}""".formatted(decision));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(201);
        assertThat(corrected.json().path("facts")).hasSize(1);
        assertThat(QUERY.getAfter(corrected.position(), "/decisions/" + decision)
                        .json()
                        .at("/decision/rationale")
                        .asString())
                .isEqualTo("The lender was not heard");
    }

    /** The SRO of the first decision's initiative has no part in the second; both were made in the same meeting. */
    @Test
    void each_decision_rests_on_its_own_evidence_and_on_what_was_recorded_with_it() {
        long decided = position("board-decided");
        long attended = position("meeting-held");
        assertThat(grounds(decided)).contains(appointed, attended);
        assertThat(grounds(position("business-case-decided")))
                .contains(attended)
                .doesNotContain(appointed);
        assertThat(grounds(position("action-opened"))).isEmpty();
        assertThat(grounds(position("meeting-minuted"))).isEmpty();

        long corrected = correct(appointed, "{\"timeCommitment\": 60}", "office");
        assertThat(onCorrected(corrected)).isEqualTo("board [%s], case []".formatted(appointed));
        long others = correct(attended, "{\"apologies\": []}", "secretary");
        assertThat(onCorrected(others)).isEqualTo("board [%s,%s], case [%s]".formatted(appointed, attended, attended));
    }

    private static List<Long> grounds(long fact) {
        return get("/facts/" + fact)
                .at("/fact/basis/restsOn")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static long correct(long fact, String replacement, String user) {
        Caller.Reply corrected = COMMAND.post(user, "/corrections", """
                {"fact": %s, "reason": "Misread", "replacement": %s}""".formatted(fact, replacement));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(201);
        return corrected.position();
    }

    /** Which of their grounds the two decisions show as corrected. */
    private static String onCorrected(long position) {
        JsonNode board = QUERY.getAfter(position, "/decisions/" + position("board-decided"))
                .json()
                .path("decision");
        JsonNode onCase = QUERY.getAfter(position, "/decisions/" + position("business-case-decided"))
                .json()
                .path("decision");
        return "board %s, case %s".formatted(corrected(board), corrected(onCase));
    }

    private static String corrected(JsonNode decision) {
        JsonNode corrected = decision.path("restsOnCorrected");
        assertThat(decision.path("alerts")
                        .valueStream()
                        .map(JsonNode::asString)
                        .anyMatch("RESTS_ON_CORRECTED_FACT"::equals))
                .isEqualTo(!corrected.isMissingNode());
        return corrected.isMissingNode() ? "[]" : corrected.toString();
    }

    @Test
    void what_cannot_be_recorded_with_others_is_pointed_at() {
        assertThat(List.of(
                        refusal("[{\"post\": \"/api/v1/nothing\", \"body\": {}}]"),
                        refusal("[{\"post\": \"/api/v1/meetings/M-5/minutes\", \"body\": {}}]"),
                        refusal("[{\"post\": \"/api/v1/registers\", \"body\": {}}]"),
                        refusal("[{\"body\": {}}]"),
                        refusal("[7]"),
                        refusal("{}"),
                        refusal("[{\"post\": \"/api/v1/actions\", \"body\": {\"knownAt\": \"2011-01-01\"}}]"),
                        refusal("[{\"post\": \"/api/v1/actions\", \"body\": {\"subject\": 7, \"oops\": 1}}]")))
                .allSatisfy(reply -> {
                    assertThat(reply.problem()).as(reply.text()).isEqualTo("malformed-request");
                    assertThat(reply.json().path("errors").findValuesAsString("pointer"))
                            .allSatisfy(pointer -> assertThat(pointer).startsWith("/records"));
                });
    }

    private static Caller.Reply refusal(String records) {
        return COMMAND.post("secretary", "/meetings/M-5/minutes", """
                {"minutes": {"sha256": "%s", "title": "Minutes"}, "records": %s}""".formatted("b1".repeat(32), records));
    }

    private static Caller.Reply minutes(String paper, String dissenter) {
        return COMMAND.post(
                "secretary", "/meetings/M-5/minutes", body(paper, dissenter), "Idempotency-Key", "minutes-5");
    }

    private static String body(String paper, String dissenter) {
        return """
            {"minutes": {"sha256": "%s", "title": "Minutes of 20 May"}, "effectiveOn": "2026-05-27", "records": [
              {"post": "/api/v1/meetings/M-5/attendances", "body": {"present": ["p-secretary", "p-assurance", "p-sro2", "p-migrator"], "apologies": ["p-reader"], "effectiveOn": "2026-05-20"}},
              {"post": "/api/v1/boards/BD-INV/decisions", "body": {"id": "D-5", "matter": "REBASELINE", "subject": "Roads", "outcome": "APPROVED", "meeting": "M-5",
                 "initiative": "PG-2", "papers": [{"sha256": "%s", "title": "Roads"}], "decidedBy": ["p-secretary"], "dissent": [{"person": "%s", "reason": "Too late"}], "effectiveOn": "2026-05-20"}},
              {"post": "/api/v1/business-cases/BC-1/decisions", "body": {"board": "BD-INV", "version": 1, "outcome": "DEFERRED", "deferredUntil": "2026-06-20", "meeting": "M-5",
                 "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "Case"}], "decidedBy": ["p-secretary"], "effectiveOn": "2026-05-20"}},
              {"post": "/api/v1/actions", "body": {"id": "ACT-5", "register": "ACME", "subject": "Tell the lender", "owner": {"post": "Head of Finance"}, "meeting": "M-5"}}]}""".formatted("c3".repeat(32), paper, dissenter);
    }

    private static long position(String type) {
        return minuted.json()
                .path("facts")
                .valueStream()
                .filter(fact -> fact.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow()
                .path("position")
                .asLong();
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }

    private static JsonNode get(String path) {
        Caller.Reply reply = QUERY.getAfter(minuted.position(), path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static long post(String path, String body) {
        Caller.Reply reply = COMMAND.record(path, body);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(201);
        return reply.position();
    }
}
