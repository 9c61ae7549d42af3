package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.History.about;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.group;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.RegisterHistory.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.RagRating;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every path answers what its rows say. */
class ReadsTest {

    private static Served served;
    private static long last;
    private static long retracted;
    private static long ownDecision;
    private static long opened;
    private static long approval;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-05-01"));
        history.append(initiative(
                "PG-A", "Alpha programme", new Placement(null, "PF"), about("2011-05-01", DatePrecision.MONTH)));
        history.append(initiative("PJ-B", "Beta project", new Placement("PG-A", null), History.on("2011-06-01")));
        history.append(initiative("PJ-C", "Gamma project", new Placement("PJ-B", null), History.on("2011-06-01")));
        history.append(closed("PJ-B", "2012-01-01"));
        history.append(sro("PG-A", "A1", AppointmentKind.ACTING, "2011-05-10"));
        history.append(sro("PJ-C", "A2", AppointmentKind.VACANT, "2011-05-10"));
        history.append(rated("PG-A", "MPS_2011", RagRating.GREEN, "2011-06-01"));
        history.append(rated("PG-A", "DCA_FIVE", RagRating.AMBER_RED, "2011-12-01"));
        history.append(rated("PJ-C", "MPS_2011", RagRating.AMBER, "2011-06-01"));
        retracted = history.append(board("BD", "2011-01-01"));
        ownDecision = history.append(boardDecided("BD", "D1", "2011-07-01"));
        opened = history.append(businessCase("BC", "PG-A", "BD", "2011-06-01"));
        history.append(versioned("BC", 1, "1200000.50", "2011-06-02"));
        approval = history.resting(decided("BC", "BD", "2011-07-15"), retracted);
        history.append(dependency("DP", "PG-A", "PJ-C", "2012-03-01", "2011-06-01"));
        history.append(renamed("PG-A", "Alpha renewed", "2011-12-01"));
        history.append(ended("PG-A", "A1", "2012-06-01"));
        last = history.correct(retracted, "wrong name", board("BD", "2011-01-02"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_status_reaches_through_parents_and_leaves_out_what_is_closed_from_its_closing_date_on() {
        assertThat(idsOf("/api/v1/portfolios/PF/status?asOf=2011-12-31")).containsExactly("PG-A", "PJ-B", "PJ-C");
        assertThat(idsOf("/api/v1/portfolios/PF/status?asOf=2012-01-01")).containsExactly("PG-A", "PJ-C");
    }

    @Test
    void alerts_depend_on_the_day_that_is_asked_about() {
        assertThat(alerts("2011-06-08")).containsExactly();
        assertThat(alerts("2011-06-09")).containsExactly("ACTING_BEYOND_TERM");
        assertThat(alerts("2011-07-15"))
                .containsExactly("ACTING_BEYOND_TERM", "RESTS_ON_CORRECTED_FACT", "EQUALITY_ASSESSMENT_MISSING");
        assertThat(alerts("2012-06-01"))
                .containsExactly("NO_SRO", "RESTS_ON_CORRECTED_FACT", "EQUALITY_ASSESSMENT_MISSING");
    }

    @Test
    void ratings_of_two_schemes_are_never_counted_together() {
        JsonNode status = get("/api/v1/portfolios/PF/status?asOf=2011-12-01");
        assertThat(status.get("countsByRating").toString().replaceAll(",\"href\":\"[^\"]*\"", ""))
                .isEqualTo("[{\"scheme\":\"DCA_FIVE\",\"version\":1,\"criterion\":\"OVERALL\","
                        + "\"assessor\":\"PORTFOLIO_OFFICE\",\"ratings\":[{\"rating\":\"AMBER_RED\",\"count\":1}]},"
                        + "{\"scheme\":\"MPS_2011\",\"version\":1,\"criterion\":\"OVERALL\","
                        + "\"assessor\":\"PORTFOLIO_OFFICE\",\"ratings\":[{\"rating\":\"AMBER\",\"count\":1}]}]");
    }

    @Test
    void an_approval_is_shown_as_resting_on_a_fact_that_was_corrected_later() {
        String path = "/api/v1/business-cases/BC/decisions/" + approval + "?asOf=2011-08-01";
        assertThat(get(path).get("restsOnCorrected").toString()).isEqualTo("[" + retracted + "]");
        assertThat(get(path + "&knownAt=position:" + approval).has("restsOnCorrected"))
                .isFalse();
    }

    @Test
    void a_month_is_imprecise_until_it_is_over() {
        assertThat(get("/api/v1/initiatives/PG-A?asOf=2011-05-31")
                        .at("/name/imprecise")
                        .asBoolean())
                .isTrue();
        JsonNode after = get("/api/v1/initiatives/PG-A?asOf=2011-06-01").get("name");
        assertThat(after.has("imprecise")).isFalse();
        assertThat(after.get("datePrecision").asString()).isEqualTo("MONTH");
    }

    @Test
    void what_is_stated_for_later_says_so() {
        served.history().append(initiative("PG-S", "Stated later", "PF-OTHER", "2011-05-01"));
        History history = served.history();
        history.append(businessCase("BC-S", "PG-S", "BD", "2011-09-01"));
        long at = history.append(versioned("BC-S", 1, "5", "2011-08-01"));
        JsonNode early = served.get("/api/v1/business-cases/BC-S?asOf=2011-08-01", at);
        assertThat(early.at("/title/statedFrom").asString()).isEqualTo("2011-09-01");
        assertThat(early.at("/versions/1/statedFrom").isMissingNode()).isTrue();
    }

    @Test
    void lists_are_filtered_as_things_were_at_the_point() {
        assertThat(idsOf("/api/v1/initiatives?name=RENEWED&asOf=2011-11-30")).isEmpty();
        assertThat(idsOf("/api/v1/initiatives?name=RENEWED&asOf=2011-12-01")).containsExactly("PG-A");
        assertThat(idsOf("/api/v1/initiatives?parent=PG-A")).containsExactly("PJ-B");
        History history = served.history();
        history.append(portfolio("PF-OWN", "2011-01-01"));
        history.append(group("PF-OWN", "TP", "Territorial Policing", "2011-01-01"));
        history.append(initiative("PG-OWN", "Owned", "PF-OWN", "2011-01-01"));
        history.append(initiative("PG-LEFT", "Not owned", "PF-OWN", "2011-01-01"));
        long owned =
                history.append(new InitiativeOwnersChanged("PG-OWN", List.of("TP"), null, History.on("2011-01-01")));
        served.get("/api/v1/registers", owned);
        assertThat(idsOf("/api/v1/initiatives?portfolio=PF-OWN&level=PROGRAMME&owner=TP"))
                .containsExactly("PG-OWN");
        assertThat(idsOf("/api/v1/initiatives?asOf=2011-07-01&sort=-name&register=MPS&knownAt=position:" + last))
                .containsExactly("PJ-C", "PJ-B", "PG-A");
        assertThat(idsOf("/api/v1/business-cases?initiative=PG-A&stage=OBC")).containsExactly("BC");
        assertThat(idsOf("/api/v1/dependencies?initiative=PJ-C&type=INTER_PROGRAMME&status=PROPOSED"))
                .containsExactly("DP");
        assertThat(idsOf("/api/v1/registers")).containsExactly("MPS");
        assertThat(idsOf("/api/v1/boards?level=CORPORATE")).containsExactly("BD");
    }

    @Test
    void parts_of_a_state_are_lists_and_items_of_their_own() {
        assertThat(idsOf("/api/v1/initiatives/PG-A/appointments?asOf=2011-06-01"))
                .containsExactly("A1");
        assertThat(idsOf("/api/v1/initiatives/PG-A/appointments?asOf=2012-06-01"))
                .isEmpty();
        assertThat(get("/api/v1/initiatives/PG-A/appointments/A1?asOf=2011-06-01")
                        .get("role")
                        .asString())
                .isEqualTo("SRO");
        assertThat(served.refusal("/api/v1/initiatives/PG-A/appointments/A1")).isEqualTo("404 not-in-effect-then");
        assertThat(served.refusal("/api/v1/initiatives/PG-A/appointments/A9")).isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/initiatives/PG-A/appointments/A1?knownAt=position:6"))
                .isEqualTo("404 not-known-then");
        assertThat(idsOf("/api/v1/initiatives/PG-A/rag-assessments?criterion=OVERALL&assessor=PORTFOLIO_OFFICE"))
                .containsExactly("OVERALL:PORTFOLIO_OFFICE");
        assertThat(idsOf("/api/v1/initiatives/PG-A/rag-assessments?criterion=OVERALL&assessor=SRO"))
                .isEmpty();
        assertThat(get("/api/v1/initiatives/PG-A/rag-assessments/OVERALL:PORTFOLIO_OFFICE?asOf=2011-12-01")
                        .get("schemeBreak")
                        .asString())
                .isEqualTo("MPS_2011:1");
        assertThat(get("/api/v1/business-cases/BC/versions/1")
                        .at("/cost/amount")
                        .toString())
                .isEqualTo("1200000.50");
        assertThat(idsOf("/api/v1/boards/BD/decisions")).containsExactly("D1", Long.toString(approval));
        assertThat(idsOf("/api/v1/portfolios/PF/rating-schemes")).isEmpty();
    }

    @Test
    void an_item_names_its_own_id_once() {
        for (String path :
                List.of("portfolios/PF", "initiatives/PG-A", "boards/BD", "business-cases/BC", "dependencies/DP")) {
            JsonNode item = get("/api/v1/" + path);
            String id = item.get("id").asString();
            assertThat(item.valueStream().filter(member -> member.asString("").equals(id)))
                    .as(path)
                    .hasSize(1);
        }
        assertThat(get("/api/v1/business-cases/BC").get("initiative").asString())
                .isEqualTo("PG-A");
    }

    @Test
    void what_was_never_there_is_told_from_what_was_not_known_or_not_in_effect() {
        assertThat(served.refusal("/api/v1/initiatives/NONE")).isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/initiatives/PG-A?knownAt=position:2"))
                .isEqualTo("404 not-known-then");
        assertThat(served.refusal("/api/v1/initiatives/PG-A?asOf=2011-04-30")).isEqualTo("404 not-in-effect-then");
        assertThat(served.ask("/api/v1/initiatives/a%00b").statusCode()).isEqualTo(400);
        assertThat(served.refusal("/api/v1/initiatives/a%20b")).isEqualTo("404 not-found");
    }

    @Test
    void a_history_tells_every_fact_and_the_difference_that_it_made() {
        JsonNode history = get("/api/v1/initiatives/PG-A/history?knownAt=position:" + last);
        assertThat(history.has("asOf")).isFalse();
        JsonNode renaming = history.get("items")
                .valueStream()
                .filter(fact -> fact.get("type").asString().equals("initiative-renamed"))
                .findFirst()
                .orElseThrow();
        JsonNode difference = renaming.at("/difference/0");
        assertThat(difference.get("path").asString()).isEqualTo("/name");
        assertThat(difference.get("from").asString()).isEqualTo("2011-12-01");
        assertThat(difference.at("/before/value").asString()).isEqualTo("Alpha programme");
        assertThat(difference.at("/after/value").asString()).isEqualTo("Alpha renewed");
        assertThat(served.refusal("/api/v1/initiatives/PG-A/history?asOf=2011-01-01"))
                .isEqualTo("400 unknown-parameter");
    }

    @Test
    void a_timeline_has_the_segments_of_every_stream() {
        List<JsonNode> segments = get("/api/v1/initiatives/PG-A/timeline")
                .get("items")
                .valueStream()
                .toList();
        assertThat(segments.stream()
                        .collect(Collectors.groupingBy(
                                segment -> segment.get("kind").asString(), Collectors.counting())))
                .containsEntry("initiative", 2L)
                .containsEntry("rag", 2L)
                .containsEntry("business-case", 3L);
        assertThat(segments).isSortedAccordingTo(Comparator.comparing(ReadsTest::keys));
        JsonNode first =
                get("/api/v1/initiatives/PG-A/timeline?kind=initiative").at("/items/0");
        assertThat(first.get("to").asString()).isEqualTo("2011-12-01");
        assertThat(first.at("/initiative/name/value").asString()).isEqualTo("Alpha programme");
    }

    @Test
    void pages_of_a_timeline_are_parts_of_one_list() {
        JsonNode whole = get("/api/v1/initiatives/PG-A/timeline").get("items");
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/initiatives/PG-A/timeline?limit=1" + cursor);
            assertThat(page.get("items")).hasSize(1);
            page.get("items").forEach(paged::add);
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(whole.valueStream().toList());
        assertThat(served.refusal("/api/v1/initiatives/PG-A/timeline?kind=portfolio"))
                .isEqualTo("400 malformed-request");
    }

    private static String keys(JsonNode segment) {
        return segment.get("from").asString()
                + segment.get("kind").asString()
                + segment.get("id").asString();
    }

    @Test
    void a_fact_names_its_lineage_and_what_rests_on_it() {
        JsonNode fact = get("/api/v1/facts/" + retracted);
        assertThat(fact.at("/corrected/correctedBy").asLong()).isEqualTo(last);
        assertThat(fact.at("/inForce/position").asLong()).isEqualTo(last);
        assertThat(fact.get("restingOnIt").toString())
                .isEqualTo("[" + ownDecision + "," + opened + "," + approval + "]");
        assertThat(fact.at("/fact/leafHash").asString()).hasSize(64);
        assertThat(get("/api/v1/facts/" + retracted + "?knownAt=position:" + retracted)
                        .get("corrected")
                        .isNull())
                .isTrue();
        assertThat(served.refusal("/api/v1/facts/999999")).isEqualTo("404 not-found");
        assertThat(served.refusal("/api/v1/facts/" + last + "?knownAt=position:1"))
                .isEqualTo("404 not-known-then");
    }

    @Test
    void an_audit_filters_facts_by_what_they_say_of_themselves() {
        JsonNode audit = get("/api/v1/audit/facts?type=rag-assessed&actor=a.clerk&effectiveTo=2011-12-01&limit=1");
        assertThat(audit.at("/items/0/stream").asString()).isEqualTo("rag-PG-A");
        String next = audit.get("next").asString();
        JsonNode more =
                get("/api/v1/audit/facts?type=rag-assessed&actor=a.clerk&effectiveTo=2011-12-01&cursor=" + next);
        assertThat(more.at("/items/0/stream").asString()).isEqualTo("rag-PJ-C");
        assertThat(more.get("next").isNull()).isTrue();
        assertThat(served.refusal("/api/v1/audit/facts?recordedFrom=yesterday")).isEqualTo("400 malformed-request");
        assertThat(get("/api/v1/audit/facts?recordedFrom=2999-01-01&register=MPS")
                        .get("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void all_rows_dropped_and_rebuilt_give_the_same_bytes() {
        Map<String, String> before = bytesOfAll();
        JdbcClient.create(served.database().owner())
                .sql("delete from query.row")
                .update();
        assertThat(served.rebuild().path("same").asBoolean()).isFalse();
        assertThat(bytesOfAll()).isEqualTo(before);
        assertThat(served.rebuild().path("same").asBoolean()).isTrue();
    }

    private static Map<String, String> bytesOfAll() {
        String point = "asOf=2012-02-01&knownAt=position:" + last;
        Map<String, String> bytes = new TreeMap<>();
        for (String path : List.of(
                "registers/MPS?" + point,
                "portfolios/PF/status?" + point,
                "initiatives?" + point,
                "initiatives/PG-A?" + point,
                "initiatives/PG-A/timeline?knownAt=position:" + last,
                "initiatives/PG-A/history?knownAt=position:" + last,
                "initiatives/PG-A/rag-assessments?" + point,
                "boards/BD/decisions?" + point,
                "business-cases/BC?" + point,
                "dependencies?" + point,
                "facts/" + retracted + "?knownAt=position:" + last)) {
            bytes.put(path, new String(served.ask("/api/v1/" + path).body(), StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static List<String> alerts(String day) {
        JsonNode status = get("/api/v1/portfolios/PF/status?asOf=" + day + "&knownAt=position:" + last);
        for (JsonNode item : status.get("items")) {
            if (item.get("id").asString().equals("PG-A"))
                return item.get("alerts").valueStream().map(JsonNode::asString).toList();
        }
        throw new AssertionError(status.toString());
    }

    private static List<String> idsOf(String path) {
        return get(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static JsonNode get(String path) {
        return served.get(path, last);
    }
}
