package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.journey.Caller;
import org.portfolioledger.journey.Halves;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MetHistoryLoadTest {
    private static final Halves HALVES = Halves.fresh();
    private static final int LINES = MetFiles.lines().size();

    private static Caller command;
    private static Caller query;
    private static JsonNode first;
    private static long last;

    @BeforeAll
    static void take_the_history() {
        command = HALVES.command();
        query = HALVES.query();
        MetFiles.people().forEach(MetHistoryLoadTest::put);
        first = take();
        last = first.at("/position").asLong(0);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void every_line_is_recorded() {
        assertThat(first.path("stoppedAt")).as("the line that was refused").isEmpty();
        assertThat(first.path("recorded").asInt()).isEqualTo(LINES);
    }

    @Test
    void sent_again_every_line_is_answered_from_the_ledger() {
        final JsonNode again = take();
        assertThat(again.path("stoppedAt")).isEmpty();
        assertThat(again.path("replayed").asInt()).isEqualTo(LINES);
    }

    @Test
    void what_the_papers_leave_unsaid_is_written_on_the_facts() {
        final Map<String, Integer> unmet = new TreeMap<>();
        JdbcClient.create(HALVES.database().owner()).sql("""
                        select rule, count(*) from ledger.event,
                          jsonb_array_elements_text(convert_from(metadata, 'UTF8')::jsonb -> 'unmetRules') rule
                        group by rule""").query(row -> {
            unmet.put(row.getString(1), row.getInt(2));
        });
        assertThat(unmet)
                .isEqualTo(Map.ofEntries(
                        Map.entry("ASSESSED_WITHOUT_NAMES", 12),
                        Map.entry("ASSESSMENT_NOT_IDENTIFIED", 3),
                        Map.entry("AWARDED_WITHOUT_LAST_DAY", 1),
                        Map.entry("BENEFIT_WITHOUT_CLASS", 29),
                        Map.entry("BENEFIT_WITHOUT_OWNER", 42),
                        Map.entry("BOARD_NOT_ON_ROUTE", 1),
                        Map.entry("BUDGET_WITHOUT_KIND", 13),
                        Map.entry("CASE_WITHOUT_STAGE", 6),
                        Map.entry("CONFIDENCE_WITHOUT_ASSESSOR", 1),
                        Map.entry("CONTENT_NOT_IDENTIFIED", 9),
                        Map.entry("CONTRACT_NOT_AWARDED", 1),
                        Map.entry("COST_NOT_QUALIFIED", 1),
                        Map.entry("CYCLE_WITHOUT_PERIOD", 2),
                        Map.entry("DECISION_WITHOUT_BOARD", 3),
                        Map.entry("DECISION_WITHOUT_MEETING", 17),
                        Map.entry("DECISION_WITHOUT_OUTCOME", 9),
                        Map.entry("DECISION_WITHOUT_PAPERS", 8),
                        Map.entry("DECISION_WITHOUT_PERSONS", 17),
                        Map.entry("DONE_WITHOUT_EVIDENCE", 2),
                        Map.entry("ENVELOPE_WITHOUT_YEARS", 2),
                        Map.entry("EQUALITY_SUBJECT_NOT_ON_RECORD", 2),
                        Map.entry("EXCEPTIONS_WITHOUT_GROUNDS", 1),
                        Map.entry("FIGURES_WITHOUT_SUBJECT", 42),
                        Map.entry("FIGURE_NOT_QUALIFIED", 60),
                        Map.entry("LEVEL_WITHOUT_GATEKEEPER", 10),
                        Map.entry("MEASURE_WITHOUT_SUBJECT", 11),
                        Map.entry("NOT_REALISED_WITHOUT_REASON", 1),
                        Map.entry("NOT_SUBMITTED", 8),
                        Map.entry("OUTSIDE_REMIT", 4),
                        Map.entry("PUBLICATION_WITHOUT_SECTION", 2),
                        Map.entry("RATING_WITHOUT_ASSESSOR", 9),
                        Map.entry("RECOMMENDATION_WITHOUT_GRADE", 26),
                        Map.entry("REMIT_WITHOUT_DECISION", 3),
                        Map.entry("REPORT_WITHOUT_COVERAGE", 1),
                        Map.entry("RESPONSE_WITHOUT_KIND", 13),
                        Map.entry("REVIEW_WITHOUT_SUBJECT", 3),
                        Map.entry("RISK_WITHOUT_OWNER", 20),
                        Map.entry("RISK_WITHOUT_SUBJECT", 2),
                        Map.entry("ROUTE_OUT_OF_ORDER", 3),
                        Map.entry("ROUTE_WITHOUT_BOARDS", 6),
                        Map.entry("TARGET_WITHOUT_DAY", 5)));
    }

    @Test
    void four_programmes_of_2011_are_green_overall_and_one_is_amber() {
        assertThat(ratedOverall("GREEN")).containsExactlyInAnyOrder("PG-DRM", "PG-TPDEV", "PG-TRAIN", "PG-LEAN");
        assertThat(ratedOverall("AMBER")).containsExactly("PG-SCD");
        assertThat(ratedOverall("RED")).isEmpty();
    }

    @Test
    void the_board_approved_three_cases_finally_and_one_in_principle() {
        assertThat(List.of("BC-IBO-CCC", "BC-DUTIES", "BC-INTELLIGENCE"))
                .allSatisfy(approved -> assertThat(ask("/business-cases/" + approved + "?asOf=2011-06-13")
                                .at("/outcomes/0/value/finalApproval")
                                .asBoolean())
                        .isTrue());
        final JsonNode crib = ask("/business-cases/BC-CRIB?asOf=2011-06-13").at("/outcomes/0/value");
        assertThat(crib.path("outcome").asString()).isEqualTo("APPROVED_IN_PRINCIPLE");
        assertThat(crib.path("finalApproval").asBoolean()).isFalse();
    }

    @Test
    void the_estate_waits_for_public_access() {
        assertThat(givenBy("PJ-043")).containsExactly("PJ-005");
        assertThat(givenBy("PJ-005")).isEmpty();
    }

    private static List<String> ratedOverall(final String rating) {
        final String path = "/portfolios/PF-CHANGE-2011/status?asOf=2011-06-13&knownAt=2011-06-14&limit=100";
        return items(ask(path), "items").stream()
                .filter(item -> items(item, "ratings").stream()
                        .map(rated -> rated.path("value"))
                        .anyMatch(rated -> rated.path("criterion").asString("").equals("OVERALL")
                                && rated.path("rating").asString("").equals(rating)))
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> givenBy(final String giver) {
        return items(ask("/dependencies?initiative=" + giver + "&asOf=2011-06-13"), "items").stream()
                .filter(dependency ->
                        dependency.at("/giver/value/initiative").asString("").equals(giver))
                .map(dependency -> dependency.at("/receiver/value/initiative").asString(""))
                .toList();
    }

    private static List<JsonNode> items(final JsonNode answer, final String member) {
        return answer.required(member).valueStream().toList();
    }

    private static JsonNode ask(final String path) {
        final Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static void put(final MetFiles.Person person) {
        final String body = "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(person.id(), person.name());
        assertThat(command.post("migrator", "/people", body).status()).isEqualTo(201);
    }

    private static JsonNode take() {
        return command.imports("migrator", MetFiles.file().lines().collect(Collectors.joining("\n")), "")
                .json();
    }
}
