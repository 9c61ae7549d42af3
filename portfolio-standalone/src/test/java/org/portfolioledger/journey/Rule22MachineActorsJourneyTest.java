package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import tools.jackson.databind.JsonNode;

/** Rule 22: a fact says whether a person, a service or an agent recorded it, and for whom; an agent approves nothing. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class Rule22MachineActorsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String DECISION = """
            {"board": "BD-INV", "version": 1, "outcome": "%s", "meeting": "M-4", "attendance": 4,
             "decidedBy": ["p-secretary"], "effectiveOn": "2026-04-18",
             "papers": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "Case"}]}""";
    private static final String DECISIONS = "/business-cases/BC-1/decisions";

    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void settle() {
        machine("agent", "a-drafting", "AGENT");
        machine("service", "s-planning", "SERVICE");
        command = HALVES.command();
        query = HALVES.query();
        Council.settle(command);
        Reply called = command.post("secretary", "/meetings", """
                {"id": "M-4", "register": "ACME", "board": "BD-INV", "plannedFor": "2026-04-18", "effectiveOn": "2026-04-01"}""");
        assertThat(called.status()).as(called.text()).isEqualTo(201);
    }

    private static void machine(String account, String person, String kind) {
        TestIssuer.shared()
                .knowsMachine(
                        account, person, kind, "p-secretary", "PORTFOLIO_OFFICE", "BOARD_SECRETARY@*", "ASSURANCE");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static long renamed(String user, String name) {
        Reply reply = command.post(user, "/initiatives/PG-2/renames", """
                {"name": "%s", "effectiveOn": "2026-06-01"}""".formatted(name));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.position();
    }

    @Test
    void a_fact_says_who_recorded_it_and_for_whom() {
        long byAgent = renamed("agent", "Homes by an agent");
        long byService = renamed("service", "Homes by a service");
        long byPerson = renamed("office", "Homes by a person");

        recordedBy(byAgent, "a-drafting", "AGENT", "p-secretary");
        recordedBy(byService, "s-planning", "SERVICE", "p-secretary");
        recordedBy(byPerson, "p-office", "PERSON", null);

        JsonNode history = query.getAfter(byPerson, "/initiatives/PG-2/history").json();
        assertThat(history.required("items").findValuesAsString("actorKind"))
                .containsSubsequence("PERSON", "AGENT", "SERVICE", "PERSON");
        JsonNode audit =
                query.getAfter(byPerson, "/audit/facts?actorKind=AGENT").json().required("items");
        assertThat(audit.findValuesAsString("actorKind")).isNotEmpty().containsOnly("AGENT");
        assertThat(audit.findValuesAsString("position")).contains(Long.toString(byAgent));
        assertThat(query.getAfter(byPerson, "/audit/facts?actorKind=PERSON&stream=initiative-PG-2")
                        .json()
                        .required("items")
                        .findValuesAsString("actor"))
                .containsOnly("p-office");
        assertThat(query.getAfter(byPerson, "/audit/facts?actorKind=ROBOT").status())
                .isEqualTo(400);
    }

    private static void recordedBy(long position, String actor, String kind, @Nullable String onBehalfOf) {
        JsonNode fact = query.getAfter(position, "/facts/" + position).json().required("fact");
        assertThat(fact.path("actor").asString()).isEqualTo(actor);
        assertThat(fact.path("actorKind").asString()).isEqualTo(kind);
        assertThat(fact.path("onBehalfOf").asString("")).isEqualTo(onBehalfOf == null ? "" : onBehalfOf);
    }

    @Test
    void an_agent_approves_nothing_by_a_command_an_import_or_a_correction() {
        Reply refused = command.post("agent", DECISIONS, DECISION.formatted("APPROVED"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("agent-approves");
        assertThat(refused.json().required("rule").asInt()).isEqualTo(22);

        Reply batch = command.imports(
                "agent", """
                {"key": "by-an-agent", "post": "/api/v1%s", "body": %s}
                """.formatted(DECISIONS, DECISION.formatted("APPROVED").replace("\n", " ")), "");
        assertThat(batch.problem()).isEqualTo("import-refused");
        assertThat(batch.json().at("/report/refusals/0/problem/type").asString())
                .isEqualTo("/problems/agent-approves");

        Reply deferred =
                command.post("agent", DECISIONS, DECISION.formatted("DEFERRED\", \"deferredUntil\": \"2026-05-18"));
        assertThat(deferred.status()).as(deferred.text()).isEqualTo(201);
        Reply turned = command.post("agent", "/corrections", """
                {"fact": %s, "reason": "Misread", "replacement": {"outcome": "APPROVED"}}""".formatted(deferred.position()));
        assertThat(turned.problem()).isEqualTo("agent-approves");
        Reply approved = command.post("secretary", "/corrections", """
                {"fact": %s, "reason": "Misread", "replacement": {"outcome": "APPROVED_IN_PRINCIPLE", "deferredUntil": null}}""".formatted(deferred.position()));
        assertThat(approved.status()).as(approved.text()).isEqualTo(201);
        assertThat(command.post("agent", "/corrections", """
                {"fact": %s, "reason": "Entered in error"}""".formatted(approved.position()))
                        .problem())
                .isEqualTo("agent-approves");
    }

    @Test
    void the_document_says_of_what_approves_that_no_agent_records_it() {
        JsonNode paths = command.page().required("paths");
        assertThat(paths.at("/~1api~1v1~1business-cases~1{businessCase}~1decisions/post/description")
                        .asString())
                .endsWith("An agent may not record a fact that approves something.");
        assertThat(paths.at("/~1api~1v1~1business-cases~1{businessCase}~1versions/post/description")
                        .asString())
                .doesNotContain("agent");
    }
}
