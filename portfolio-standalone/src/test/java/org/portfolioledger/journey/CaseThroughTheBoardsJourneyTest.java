package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A case that is deferred, referred up and approved with conditions: told day by day, then asked about as of any. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CaseThroughTheBoardsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String HASH = "9f".repeat(32);

    private final Conversation talk = new Conversation(HALVES.command(), HALVES.query(), 0);

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_case_that_is_deferred_referred_up_and_approved_with_conditions() {
        settle();

        // The policy gives the route; its first board endorses.
        JsonNode submitted = talk.record("/business-cases/BC/submissions", """
                {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2017-02-01"}""");
        assertThat(submitted.path("facts").get(0).path("type").asString()).isEqualTo("business-case-submitted");
        assertThat(waiting("BD-INV", "2017-02-01"))
                .isEqualTo("BC 2017-02-01 - EARLIER_BOARD BD-PROG | CHALLENGE | EQUALITY_ASSESSMENT");
        talk.record("/equality-assessments", """
                {"id": "EIA", "register": "ACME", "kind": "INITIAL", "subjects": [{"businessCase": "BC"}], "sha256": "%s",
                 "effectiveOn": "2017-02-02"}""".formatted(HASH));
        refused("/business-cases/BC/decisions", decision("BD-INV", "APPROVED", "", "2017-02-10"), "challenge-missing");
        talk.record("/business-cases/BC/challenges", """
                {"version": 1, "panel": "Challenge panel", "challengedBy": ["p-assurance"], "effectiveOn": "2017-02-08"}""");
        refused("/business-cases/BC/decisions", decision("BD-INV", "APPROVED", "", "2017-02-10"), "route-out-of-order");
        talk.record("/business-cases/BC/decisions", decision("BD-PROG", "ENDORSED", "", "2017-02-15"));
        assertThat(waiting("BD-PROG", "2017-02-14")).isEqualTo("BC 2017-02-01 2017-02-01");
        assertThat(waiting("BD-PROG", "2017-02-15")).isEmpty();

        // The second defers it, and says until when.
        refused(
                "/business-cases/BC/decisions",
                decision("BD-INV", "DEFERRED", "", "2017-03-01"),
                "deferral-without-date");
        talk.record(
                "/business-cases/BC/decisions",
                decision("BD-INV", "DEFERRED", "\"deferredUntil\": \"2017-03-29\",", "2017-03-01"));
        assertThat(waiting("BD-INV", "2017-03-28")).isEqualTo("BC 2017-02-01 2017-02-15 END_OF_DEFERRAL 2017-03-29");
        assertThat(waiting("BD-INV", "2017-03-29")).isEqualTo("BC 2017-02-01 2017-02-15");

        // Then it refers it up, to the board above it on that day and to no other.
        refused(
                "/business-cases/BC/decisions",
                decision("BD-INV", "REFERRED_UP", "\"referredTo\": \"BD-PROG\",", "2017-04-05"),
                "referred-past-parent");
        talk.record(
                "/business-cases/BC/decisions",
                decision("BD-INV", "REFERRED_UP", "\"referredTo\": \"BD-TOP\",", "2017-04-05"));
        assertThat(waiting("BD-INV", "2017-04-05")).isEmpty();
        assertThat(waiting("BD-TOP", "2017-04-04")).isEmpty();
        assertThat(waiting("BD-TOP", "2017-04-05")).isEqualTo("BC 2017-04-05 2017-04-05");

        // That approves it with conditions: it is final once they are discharged, by others, with evidence.
        talk.record("/business-cases/BC/decisions", decision("BD-TOP", "APPROVED_WITH_CONDITIONS", """
                "conditions": [{"condition": "C-1", "text": "A cost plan"}, {"condition": "C-2", "text": "A letter of the lender"}],""", "2017-05-02"));
        assertThat(waiting("BD-TOP", "2017-05-02")).isEqualTo("BC 2017-04-05 2017-04-05 CONDITION C-1 | CONDITION C-2");
        refused("/business-cases/BC/conditions/C-1/discharges", discharge("p-sro1", "2017-05-10"), "self-discharge");
        refused(
                "/business-cases/BC/conditions/C-1/discharges",
                "{\"dischargedBy\": \"p-secretary\", \"effectiveOn\": \"2017-05-10\"}",
                "discharge-without-evidence");
        refused("/business-cases/BC/conditions/C-9/discharges", discharge("p-secretary", "2017-05-10"), "not-found");
        talk.record("/business-cases/BC/conditions/C-1/discharges", discharge("p-secretary", "2017-05-10"));
        assertThat(leadTimes("2017-06-30")).isEmpty();
        talk.record("/business-cases/BC/conditions/c-2/discharges", discharge("p-secretary", "2017-06-01"));
        long discharged = talk.last();
        refused(
                "/business-cases/BC/conditions/C-2/discharges",
                discharge("p-secretary", "2017-06-02"),
                "condition-ended-already");

        // The reads show it at any day.
        JsonNode found = talk.ask("/business-cases/BC?asOf=2017-06-01");
        assertThat(EveryRead.at(found, "/finalApprovals/*/value/expiresOn")).isEqualTo("2018-06-01");
        assertThat(EveryRead.at(found, "/steps/*/board")).isEqualTo("BD-PROG | BD-INV | BD-TOP");
        assertThat(EveryRead.at(found, "/steps/*/days")).isEqualTo("14 | 49 | 27");
        assertThat(EveryRead.at(found, "/steps/*/referredBy")).isEqualTo("BD-INV");
        assertThat(talk.ask("/business-cases/BC?asOf=2017-05-31", "/finalApprovals/*/since"))
                .isEmpty();
        assertThat(talk.ask("/business-cases/BC/conditions?asOf=2017-05-31", "/items/*/ending/value/fate"))
                .isEqualTo("DISCHARGED");
        assertThat(waiting("BD-TOP", "2017-06-01")).isEmpty();
        assertThat(leadTimes("2017-12-31")).isEqualTo("BD-TOP 120.0 BC 2017-02-01 2017-06-01 120");
        String range = "/portfolios/PF/lead-times?asOf=2017-12-31&approvedFrom=%s&approvedTo=%s";
        assertThat(talk.ask(range.formatted("2017-06-01", "2017-06-02"), "/items/*/counted"))
                .isEqualTo("1");
        assertThat(talk.ask(range.formatted("2017-05-01", "2017-06-01"), "/items/*/counted"))
                .isEmpty();
        assertThat(talk.ask(range.formatted("2017-06-02", "2017-07-01"), "/items/*/counted"))
                .isEmpty();
        refused("/business-cases/BC/decisions", decision("BD-TOP", "NOTED", "", "2017-06-02"), "already-final");

        // A policy that comes to light later leaves the route, and is shown on what rested on the one before.
        assertThat(talk.ask("/business-cases/BC/submissions", "/items/*/alerts/*"))
                .isEmpty();
        talk.record("/portfolios/PF/case-policies", """
                {"routes": [{"stages": [], "tiers": [], "boards": ["BD-TOP"]}], "effectiveOn": "2017-01-15"}""");
        assertThat(talk.ask("/business-cases/BC/submissions", "/items/*/alerts/*"))
                .isEqualTo("RESTS_ON_SUPERSEDED_FACT");
        assertThat(talk.ask("/business-cases/BC/submissions", "/items/*/route/boards/*"))
                .isEqualTo("BD-PROG | BD-INV");
        assertThat(talk.ask("/portfolios/PF?asOf=2017-01-14", "/casePolicy/value/version"))
                .isEqualTo("1");
        assertThat(talk.ask("/portfolios/PF?asOf=2017-01-15", "/casePolicy/value/version"))
                .isEqualTo("2");

        approveNextStage();
        leave();

        // What is entered in error is corrected, and what was known stays known.
        long corrected = talk.recordAs("secretary", "/corrections", """
                {"fact": %s, "reason": "Entered in error"}""".formatted(discharged))
                .required("position")
                .asLong();
        assertThat(leadTimes("2017-12-31")).isEmpty();
        assertThat(leadTimes("2017-12-31&knownAt=position:" + (corrected - 1))).startsWith("BD-TOP 120.0");
    }

    /** The outline case follows no other: that is waived, by whoever may, and decided on the last version of its paper. */
    private void approveNextStage() {
        talk.record("/portfolios/PF/case-policies", """
                {"routes": [{"stages": [], "tiers": [], "boards": ["BD-TOP"]}], "mayWaive": [{"role": "ACCOUNTING_OFFICER"}],
                 "effectiveOn": "2018-01-01"}""");
        talk.record("/business-cases", """
                {"id": "BC-2", "register": "ACME", "initiative": "PG", "stage": "OBC", "title": "New homes", "owners": ["p-sro1"],
                 "effectiveOn": "2018-01-10"}""");
        talk.record("/business-cases/BC-2/versions", version("2018-01-20"));
        talk.record("/business-cases/BC-2/submissions", """
                {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2018-02-01"}""");
        call("BD-TOP", "2018-03-01");
        String approval = decision("BD-TOP", "APPROVED", """
                "waiver": {"waivedBy": "p-assurance", "reason": "The strategic case holds"},""", "2018-03-01");
        refused("/business-cases/BC-2/decisions", approval, "waiver-without-authority");
        talk.record("/initiatives/PG/appointments", """
                {"id": "AO", "role": "ACCOUNTING_OFFICER", "kind": "SUBSTANTIVE", "holder": {"person": "p-assurance"},
                 "effectiveOn": "2018-03-01"}""");
        talk.record("/documents", """
                {"id": "DOC", "register": "ACME", "kind": "REPORT", "title": "Case", "sha256": "%s", "effectiveOn": "2018-01-20"}""".formatted(HASH));
        long version = talk.record("/documents/DOC/versions", """
                {"sha256": "%s", "effectiveOn": "2018-03-01"}""".formatted("d2".repeat(32)))
                .required("position")
                .asLong();
        refused("/business-cases/BC-2/decisions", approval, "superseded-paper");
        talk.record("/corrections", """
                {"fact": %s, "reason": "Of another document"}""".formatted(version));
        talk.record("/business-cases/BC-2/decisions", approval);
    }

    /** It leaves the portfolio, held against the case that was finally approved last. */
    private void leave() {
        long decision = talk.record("/boards/BD-TOP/decisions", """
                {"id": "D-2", "matter": "POLICY", "subject": "New homes leaves", "initiative": "PG", "outcome": "APPROVED",
                 "manner": "BY_WRITTEN_PROCEDURE", "attendance": 3, "decidedBy": ["p-secretary"], "effectiveOn": "2018-04-01"}""")
                .required("position")
                .asLong();
        String exit = """
                {"reason": "Handed over", "decision": %s, "outcome": {"businessCase": "%s", "measure": "PARTLY_MET"},
                 "benefitsHeldBy": {"post": "Director of Housing"}, "effectiveOn": "2018-04-01"}""";
        refused("/initiatives/PG/exits", exit.formatted(decision, "BC"), "case-not-latest");
        talk.record("/initiatives/PG/exits", exit.formatted(decision, "BC-2"));
        JsonNode left = talk.ask("/portfolios/PF/exits?asOf=2018-04-01");
        assertThat(EveryRead.at(left, "/items/*/way")).isEqualTo("EXIT");
        assertThat(EveryRead.at(left, "/items/*/outcome/businessCase")).isEqualTo("BC-2");
    }

    private void settle() {
        talk.record("/registers", "{\"id\": \"ACME\", \"name\": \"Acme Council\", \"effectiveOn\": \"2016-01-01\"}");
        talk.record("/portfolios", """
                {"id": "PF", "register": "ACME", "name": "Housing", "effectiveOn": "2016-01-01"}""");
        talk.record("/boards", board("BD-TOP", ""));
        talk.record("/boards", board("BD-PROG", ""));
        refused("/boards", board("BD-INV", "\"parent\": \"BD-TOP\","), "remit-without-decision");
        long decision = talk.record("/boards/BD-TOP/decisions", """
                {"id": "D-1", "matter": "POLICY", "subject": "The remit of the investment board", "outcome": "APPROVED",
                 "manner": "BY_WRITTEN_PROCEDURE", "attendance": 3, "decidedBy": ["p-secretary"],
                 "effectiveOn": "2016-01-01"}""")
                .required("position")
                .asLong();
        talk.record("/boards", board("BD-INV", "\"parent\": \"BD-TOP\", \"decision\": %s,".formatted(decision)));
        refused("/boards/BD-PROG/parents", """
                {"parent": "BD-INV", "decision": %s, "effectiveOn": "2016-02-01"}""".formatted(decision), "remit-without-decision");
        talk.record("/boards/BD-PROG/parents", """
                {"parent": "BD-TOP", "decision": %s, "effectiveOn": "2016-02-01"}""".formatted(decision));
        JsonNode programmes = talk.ask("/boards/BD-PROG?asOf=2016-02-01");
        assertThat(EveryRead.at(programmes, "/parentDecision/value")).isEqualTo(String.valueOf(decision));
        assertThat(EveryRead.at(talk.ask("/boards/BD-INV?asOf=2016-02-01"), "/remit/value/decision"))
                .isEqualTo(String.valueOf(decision));
        call("BD-INV", "2017-02-10");
        call("BD-INV", "2017-03-01");
        call("BD-INV", "2017-04-05");
        call("BD-PROG", "2017-02-15");
        call("BD-TOP", "2017-05-02");
        call("BD-TOP", "2017-06-02");
        refused("/portfolios/PF/case-policies", """
                {"routes": [{"stages": ["SOC"]}], "effectiveOn": "2017-01-01"}""", "malformed-request");
        talk.record("/portfolios/PF/case-policies", """
                {"routes": [{"stages": ["SOC"], "tiers": [], "boards": ["BD-PROG", "BD-INV"], "challengePanel": "Challenge panel"}],
                 "approvalMonths": 12, "effectiveOn": "2017-01-01"}""");
        talk.record("/initiatives", """
                {"id": "PG", "register": "ACME", "level": "PROGRAMME", "name": "New homes", "placement": {"portfolio": "PF"},
                 "effectiveOn": "2016-01-05"}""");
        talk.record("/business-cases", """
                {"id": "BC", "register": "ACME", "initiative": "PG", "stage": "SOC", "title": "New homes", "owners": ["p-sro1"],
                 "effectiveOn": "2017-01-10"}""");
        talk.record("/business-cases/BC/versions", version("2017-01-20"));
    }

    private static String version(String day) {
        return """
                {"cost": {"amount": 4200000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "VALIDATED"},
                 "paper": {"sha256": "%s", "title": "Case"}, "dimensions": ["STRATEGIC", "FINANCIAL"],
                 "figures": [{"kind": "RISK", "name": "Optimism bias", "money": {"amount": 300000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROXIMATE"}}],
                 "effectiveOn": "%s"}""".formatted(HASH, day);
    }

    private static String decision(String board, String outcome, String besides, String day) {
        return """
                {"board": "%s", "version": 1, "outcome": "%s", %s "meeting": "%s", "attendance": 3, "decidedBy": ["p-secretary"],
                 "papers": [{"sha256": "%s", "title": "Case"}], "effectiveOn": "%s"}""".formatted(board, outcome, besides, meeting(board, day), HASH, day);
    }

    private static String board(String board, String above) {
        return """
                {"id": "%s", "register": "ACME", "name": "%s", "level": "CORPORATE", "decisionTypes": ["SOC", "OBC", "POLICY"], "quorum": 3,%s
                 "limit": {"amount": 5000000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"},
                 "effectiveOn": "2016-01-01"}""".formatted(board, board, above);
    }

    private void call(String board, String day) {
        talk.record("/meetings", """
                {"id": "%s", "register": "ACME", "board": "%s", "plannedFor": "%s", "effectiveOn": "2016-12-01"}""".formatted(meeting(board, day), board, day));
    }

    private static String meeting(String board, String day) {
        return "M-%s-%s".formatted(board, day);
    }

    private static String discharge(String person, String day) {
        return """
                {"dischargedBy": "%s", "evidence": [{"description": "Letter of %s"}], "effectiveOn": "%s"}""".formatted(person, day, day);
    }

    private void refused(String path, String body, String problem) {
        assertThat(talk.refused(path, body)).isEqualTo(problem);
    }

    /** "case, since, its turn, what is missing" for each case that waits. */
    private String waiting(String board, String asOf) {
        StringBuilder waiting = new StringBuilder();
        for (JsonNode item :
                talk.ask("/boards/" + board + "/waiting?asOf=" + asOf).required("items")) {
            waiting.append("%s %s %s"
                    .formatted(
                            item.required("businessCase").asString(),
                            item.required("waitsSince").asString(),
                            item.path("reached").asString("-")));
            String separator = " ";
            for (JsonNode missing : item.required("missing")) {
                waiting.append(separator).append(missing.required("what").asString());
                for (String member : new String[] {"board", "condition", "version", "until"})
                    if (missing.has(member))
                        waiting.append(' ').append(missing.get(member).asString());
                separator = " | ";
            }
        }
        return waiting.toString();
    }

    private String leadTimes(String asOf) {
        JsonNode found =
                talk.ask("/portfolios/PF/lead-times?approvedFrom=2017-01-01&approvedTo=2018-01-01&asOf=" + asOf);
        StringBuilder told = new StringBuilder();
        for (JsonNode item : found.required("items")) {
            told.append(item.required("board").asString())
                    .append(' ')
                    .append(item.required("meanDays").asString());
            for (JsonNode one : item.required("cases"))
                told.append(" %s %s %s %s"
                        .formatted(
                                one.required("businessCase").asString(),
                                one.required("submittedOn").required("value").asString(),
                                one.required("approvedOn").asString(),
                                one.required("days").asString()));
        }
        return told.toString();
    }
}
