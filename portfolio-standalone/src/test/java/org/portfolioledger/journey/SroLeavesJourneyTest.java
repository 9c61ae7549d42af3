package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * An SRO leaves while a case lies between two boards: nobody is accountable, then somebody acts, and the last board
 * approves. A late paper moves the day on which the acting SRO began: what was known then stays as it was.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SroLeavesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String PAPER = "{\"sha256\": \"" + Bodies.PAPER + "\", \"title\": \"Case\"}";

    private final Caller command = HALVES.command();
    private final Caller query = HALVES.query();
    private long last;

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_sro_leaves_in_the_middle_of_an_approval() {
        a_case_lies_between_two_boards();
        send("/initiatives/PG/appointments/SRO-1/endings", """
                {"reason": "Left the council", "handoverNote": "HO/2026/40", "effectiveOn": "2026-04-01"}""");
        assertThat(concerns("2026-03-31")).isEqualTo("[]");
        assertThat(concerns("2026-04-01")).isEqualTo("[\"NO_HOLDER\"]");
        JsonNode gap = item("2026-04-10", last).at("/gaps/0");
        assertThat(gap.get("from").asString()).isEqualTo("2026-04-01");
        assertThat(gap.get("days").asInt()).isEqualTo(10);
        assertThat(ask("/initiatives/PG/history", last).toString()).contains("HO/2026/40");

        send("/initiatives/PG/appointments", """
                {"id": "SRO-2", "role": "SRO", "kind": "ACTING", "holder": {"person": "p-sro2"}, "appointmentLetter": "HO/2026/41",
                 "expectedEnd": "2026-06-15", "timeCommitment": 40, "effectiveOn": "2026-04-15"}""");
        long acting = last;
        assertThat(concerns("2026-04-14")).isEqualTo("[\"NO_HOLDER\"]");
        assertThat(concerns("2026-04-15")).isEqualTo("[]");

        String approval = """
                {"board": "BD-INV", "version": 1, "outcome": "APPROVED", "meeting": "M-5", "papers": [%s], "attendance": 4,
                 "decidedBy": ["%s"], "rationale": "Best value", "effectiveOn": "2026-05-20"}""";
        assertThat(command.record("/business-cases/BC/decisions", approval.formatted(PAPER, "p-sro2"))
                        .problem())
                .isEqualTo("self-approval");
        send("/business-cases/BC/decisions", approval.formatted(PAPER, "p-secretary"));
        long approved = last;
        assertThat(ask("/business-cases/BC?asOf=2026-05-20", last).toString()).contains("\"finalApproval\":true");
        assertThat(near(last, 90)).isEqualTo("-49 p-sro1 > nobody; -35 nobody > p-sro2");
        assertThat(near(last, 48)).isEqualTo("-35 nobody > p-sro2");
        assertThat(concerns("2026-06-14")).isEqualTo("[]");
        assertThat(concerns("2026-06-15")).isEqualTo("[\"ACTING_BEYOND_TERM\"]");

        send("/corrections", """
                {"fact": %s, "reason": "The letter came later: it began a week before",
                 "replacement": {"effectiveOn": "2026-04-08"}}""".formatted(acting));
        assertThat(near(approved, 90)).isEqualTo("-49 p-sro1 > nobody; -35 nobody > p-sro2");
        assertThat(near(last, 90)).isEqualTo("-49 p-sro1 > nobody; -42 nobody > p-sro2");
        assertThat(item("2026-05-20", approved).at("/gaps/0/days").asInt()).isEqualTo(14);
        assertThat(item("2026-05-20", last).at("/gaps/0/days").asInt()).isEqualTo(7);
    }

    private void a_case_lies_between_two_boards() {
        String board =
                "\"register\": \"ACME\", \"functions\": [\"approves\"], \"decisionTypes\": [\"SOC\"], \"quorum\": 3, \"limit\":"
                        + " {\"amount\": 5000000, \"currency\": \"GBP\", \"priceBasis\": \"NOMINAL\", \"confidence\": \"APPROVED\"},"
                        + " \"effectiveOn\": \"2026-01-02\"}";
        send("/registers", Bodies.register("ACME"));
        send("/portfolios", Bodies.portfolio("PF", "ACME"));
        for (String id : new String[] {"BD-PROG", "BD-INV"})
            send("/boards", "{\"id\": \"%s\", \"name\": \"Board\", \"level\": \"INVESTMENT\", ".formatted(id) + board);
        send("/meetings", """
                {"id": "M-3", "register": "ACME", "board": "BD-PROG", "plannedFor": "2026-03-18", "effectiveOn": "2026-03-01"}""");
        send("/meetings", """
                {"id": "M-5", "register": "ACME", "board": "BD-INV", "plannedFor": "2026-05-20", "effectiveOn": "2026-03-01"}""");
        send("/initiatives", """
                {"id": "PG", "register": "ACME", "level": "PROGRAMME", "name": "Homes", "placement": {"portfolio": "PF"},
                 "effectiveOn": "2026-01-05"}""");
        send("/initiatives/PG/appointments", """
                {"id": "SRO-1", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "p-sro1"}, "appointmentLetter": "HO/2026/14",
                 "expectedEnd": "2028-01-05", "timeCommitment": 50, "effectiveOn": "2026-01-05"}""");
        send("/business-cases", """
                {"id": "BC", "register": "ACME", "initiative": "PG", "stage": "SOC", "title": "New homes",
                 "route": ["BD-PROG", "BD-INV"], "owners": ["p-sro1"], "effectiveOn": "2026-02-01"}""");
        send("/business-cases/BC/versions", """
                {"version": 1, "cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"},
                 "paper": %s, "dimensions": ["STRATEGIC", "ECONOMIC", "COMMERCIAL", "FINANCIAL", "MANAGEMENT"],
                 "effectiveOn": "2026-02-10"}""".formatted(PAPER));
        send("/business-cases/BC/submissions", """
                {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2026-03-01"}""");
        send("/business-cases/BC/decisions", """
                {"board": "BD-PROG", "version": 1, "outcome": "ENDORSED", "meeting": "M-3", "papers": [%s], "attendance": 4,
                 "decidedBy": ["p-secretary"], "rationale": "Best value", "effectiveOn": "2026-03-18"}""".formatted(PAPER));
    }

    /** What is of concern in the portfolio's one initiative. */
    private String concerns(String day) {
        JsonNode items = ask("/portfolios/PF/accountability?concern=ANY&asOf=" + day, last)
                .get("items");
        return items.isEmpty() ? "[]" : items.at("/0/concerns").toString();
    }

    private JsonNode item(String day, long known) {
        return ask("/initiatives/PG/accountability?role=SRO&asOf=" + day, known).at("/items/0");
    }

    /** The changes near the approval, in words. */
    private String near(long known, int days) {
        JsonNode changes = ask("/portfolios/PF/role-changes-near-approvals?asOf=2026-06-01&days=" + days, known)
                .at("/items/0/changes");
        StringBuilder words = new StringBuilder();
        for (JsonNode change : changes)
            words.append(words.isEmpty() ? "" : "; ")
                    .append("%s %s > %s"
                            .formatted(
                                    change.get("days").asInt(),
                                    change.at("/before/person").asString("nobody"),
                                    change.at("/after/person").asString("nobody")));
        return words.toString();
    }

    private JsonNode ask(String path, long known) {
        String point = (path.contains("?") ? "&" : "?") + "knownAt=position:" + known;
        Caller.Reply reply = query.getAfter(last, path + point);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    private void send(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isEqualTo(201);
        last = reply.position();
    }
}
