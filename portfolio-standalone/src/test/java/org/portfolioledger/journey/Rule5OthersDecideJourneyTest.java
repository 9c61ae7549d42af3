package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.http.contract.TestIssuer;
import tools.jackson.databind.JsonNode;

/**
 * Rule 5 over HTTP: who put a case on record, under whichever account, neither approves it nor takes a decision on it
 * back; what a board decided stays listed when it is retracted.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class Rule5OthersDecideJourneyTest {

    private static final String PAPER = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Halves HALVES = Halves.fresh();
    private static final Caller COMMAND = HALVES.command();

    private static final Caller QUERY = HALVES.query();

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @BeforeAll
    static void a_portfolio_and_its_board() {
        TestIssuer.shared().knows("office-board", "p-office", "BOARD_SECRETARY@*");
        TestIssuer.shared().knows("office-capitals", "P-Office", "BOARD_SECRETARY@*");
        posted("office", "/registers", "{'id': 'ACME', 'name': 'Acme', 'effectiveOn': '2020-01-01'}");
        posted(
                "office",
                "/portfolios",
                "{'id': 'PF', 'register': 'ACME', 'name': 'Homes', 'effectiveOn': '2020-01-01'}");
        posted(
                "office",
                "/initiatives",
                "{'id': 'PG', 'register': 'ACME', 'level': 'PROGRAMME', 'name': 'Homes', 'placement': {'portfolio': 'PF'}, 'effectiveOn': '2020-01-01'}");
        posted(
                "secretary",
                "/boards",
                "{'id': 'BD', 'register': 'ACME', 'name': 'Board', 'level': 'PROGRAMME', 'functions': ['approves'], 'decisionTypes': ['SOC', 'POLICY'], 'limit': {'amount': 100, 'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'APPROVED'}, 'effectiveOn': '2020-01-01'}");
    }

    @Test
    void an_account_that_put_the_case_on_record_does_not_approve_it_whomever_it_names() {
        submitted("BC-1");
        Caller.Reply refused = decided("office-board", "BC-1", "APPROVED", "p-assurance");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("self-approval");
        assertThat(refused.text()).contains("p-office");
        Caller.Reply named = decided("secretary", "BC-1", "APPROVED", "p-office");
        assertThat(named.problem()).isEqualTo("self-approval");
        assertThat(decided("secretary", "BC-1", "APPROVED", "p-assurance").status())
                .isEqualTo(201);
    }

    @Test
    void nor_does_one_of_the_same_person_in_other_letters() {
        submitted("BC-3");
        Caller.Reply refused = decided("office-capitals", "BC-3", "APPROVED", "p-assurance");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("self-approval");
        assertThat(refused.text()).contains("p-office");
    }

    @Test
    void a_rejection_is_retracted_by_the_board_alone_and_stays_listed_as_retracted() {
        submitted("BC-2");
        long rejection = decided("secretary", "BC-2", "REJECTED", "p-assurance").position();
        String retraction = "{'fact': %s, 'reason': 'Entered in error'}".formatted(rejection);

        Caller.Reply refused = send("office-board", "/corrections", retraction);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("self-correction");
        assertThat(listed(rejection, "/business-cases/BC-2/decisions"))
                .allSatisfy(item -> assertThat(item.has("retracted")).isFalse());

        long retracted = posted("secretary", "/corrections", retraction).position();

        for (String list : List.of("/business-cases/BC-2/decisions", "/boards/BD/decisions")) {
            JsonNode item = listed(retracted, list).stream()
                    .filter(one -> one.path("place")
                            .asString(one.path("id").asString(""))
                            .equals(Long.toString(rejection)))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.path("outcome").asString("")).isEqualTo("REJECTED");
            assertThat(item.path("retracted").asString("")).isEqualTo("Entered in error");
            assertThat(item.path("alerts").toString()).contains("DECISION_RETRACTED");
        }
        Caller.Reply one = QUERY.getAfter(retracted, "/business-cases/BC-2/decisions/" + rejection);
        assertThat(one.text()).contains("Entered in error");
        assertThat(QUERY.getAfter(retracted, "/business-cases/BC-2")
                        .json()
                        .path("alerts")
                        .toString())
                .contains("DECISION_RETRACTED");
        assertThat(QUERY.getAfter(retracted, "/facts/" + rejection)
                        .json()
                        .path("inForce")
                        .isNull())
                .isTrue();
        assertThat(listed(retracted, "/business-cases/BC-2/decisions?knownAt=position:" + rejection))
                .allSatisfy(item -> assertThat(item.has("retracted")).isFalse());
        assertThat(decided("secretary", "BC-2", "REJECTED", "p-assurance").status())
                .as("the same words again are a decision of their own")
                .isEqualTo(201);
    }

    @Test
    void a_retracted_decision_on_another_matter_stays_listed_and_frees_its_id() {
        String decision =
                "{'id': 'D-1', 'matter': 'POLICY', 'subject': 'Rents', 'outcome': 'APPROVED', 'manner': 'BY_WRITTEN_PROCEDURE', 'attendance': 3, 'papers': [{'sha256': '%s', 'title': 'P'}], 'decidedBy': ['p-assurance'], 'effectiveOn': '2020-02-04'}"
                        .formatted(PAPER);
        long first = posted("secretary", "/boards/BD/decisions", decision).position();
        posted("secretary", "/corrections", "{'fact': %s, 'reason': 'Wrong board'}".formatted(first));
        long second = posted("secretary", "/boards/BD/decisions", decision).position();

        List<JsonNode> listed = listed(second, "/boards/BD/decisions?limit=100").stream()
                .filter(item -> item.path("id").asString("").equals("D-1"))
                .toList();
        assertThat(listed).hasSize(2);
        assertThat(listed).filteredOn(item -> item.has("retracted")).hasSize(1);
        assertThat(QUERY.getAfter(second, "/boards/BD/decisions/D-1").json().has("retracted"))
                .isFalse();
    }

    private void submitted(String id) {
        posted(
                "office",
                "/business-cases",
                "{'id': '%s', 'register': 'ACME', 'initiative': 'PG', 'title': 'Case', 'stage': 'SOC', 'route': ['BD'], 'owners': [], 'effectiveOn': '2020-02-01'}"
                        .formatted(id));
        posted(
                "office",
                "/business-cases/%s/versions".formatted(id),
                "{'cost': {'amount': 10, 'currency': 'GBP', 'priceBasis': 'NOMINAL', 'confidence': 'VALIDATED'}, 'paper': {'sha256': '%s', 'title': 'P'}, 'dimensions': ['STRATEGIC'], 'effectiveOn': '2020-02-02'}"
                        .formatted(PAPER));
        posted(
                "office",
                "/business-cases/%s/submissions".formatted(id),
                "{'version': 1, 'submittedBy': 'p-reader', 'effectiveOn': '2020-02-03'}");
    }

    private Caller.Reply decided(String user, String id, String outcome, String by) {
        return send(
                user,
                "/business-cases/%s/decisions".formatted(id),
                "{'board': 'BD', 'version': 1, 'outcome': '%s', 'decidedBy': ['%s'], 'attendance': 3, 'papers': [{'sha256': '%s', 'title': 'P'}], 'manner': 'BY_WRITTEN_PROCEDURE', 'rationale': 'ok', 'effectiveOn': '2020-02-04'}"
                        .formatted(outcome, by, PAPER));
    }

    private List<JsonNode> listed(long position, String path) {
        return QUERY.getAfter(position, path).json().path("items").valueStream().toList();
    }

    private static Caller.Reply posted(String user, String path, String body) {
        Caller.Reply reply = send(user, path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private static Caller.Reply send(String user, String path, String body) {
        return COMMAND.post(user, path, body.replace('\'', '"'));
    }
}
