package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.ProtectiveMarkingHistory.entityMarked;
import static org.portfolioledger.query.ProtectiveMarkingHistory.markingChanged;
import static org.portfolioledger.query.ProtectiveMarkingHistory.markingLifted;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.RegisterHistory.register;
import static org.portfolioledger.query.RiskHistory.risk;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.DocumentFact.Publication;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What bears a marking that the viewer may not read is not there but by its id, with all that belongs to it. */
class MarkedEntitiesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Served served;
    private static long last;
    private static LocalDate today;

    @BeforeAll
    static void record() {
        served = Served.start();
        today = LocalDate.now(ZoneId.of("Europe/London"));
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-01-01"));
        for (String open : List.of("A", "B")) history.append(initiative(open, "Open " + open, "PF", "2011-01-01"));
        history.append(initiative("HUSHED", "Hushed initiative", "PF", "2011-01-01"));
        history.append(initiative("INNER", "Inner", new Placement("HUSHED", null), on("2011-02-01")));
        for (String of : List.of("A", "HUSHED", "INNER"))
            history.append(rated(of, "MPS_2011", RagRating.RED, "2011-03-01"));
        history.append(dependency("DP", "A", "HUSHED", "2012-03-01", "2011-06-01"));
        history.append(dependency("DP-OPEN", "A", "B", "2012-03-01", "2011-06-01"));
        for (String board : List.of("BD", "COUNCIL")) {
            history.append(board(board, "2011-01-01"));
            history.append(meeting("M-" + board, board, "2011-07-01"));
        }
        history.append(businessCase("BC", "A", "COUNCIL", "2011-06-01"));
        history.append(assessed("AOA", "BC", "2011-07-01"));
        for (String risk : List.of("OPEN", "HUSHED", "SINCE", "FROM", "UNTIL", "LIFTED", "MISTAKEN", "RAISED", "MOVED"))
            history.append(risk("R-" + risk, RiskLevel.PROJECT, "A", "2011-01-01"));

        history.append(entityMarked("PM-HUSHED", "initiative-HUSHED", Marking.RESTRICTED, "2011-08-01"));
        history.append(entityMarked("PM-COUNCIL", "board-COUNCIL", Marking.OFFICIAL_SENSITIVE, "2011-08-01"));
        history.append(entityMarked("PM-RISK", "risk-R-HUSHED", Marking.RESTRICTED, "2011-08-01"));
        history.append(entityMarked("PM-OPEN", "risk-R-OPEN", Marking.OFFICIAL, "2011-08-01"));
        history.append(markingChanged("PM-OPEN", null, Publication.PUBLISH, "2011-09-01"));
        history.append(entityMarked(
                "PM-SINCE",
                "risk-R-SINCE",
                Marking.RESTRICTED,
                today.minusDays(1).toString()));
        history.append(entityMarked(
                "PM-FROM", "risk-R-FROM", Marking.RESTRICTED, today.plusDays(1).toString()));
        history.append(entityMarked("PM-UNTIL", "risk-R-UNTIL", Marking.RESTRICTED, "2011-08-01"));
        history.append(markingLifted("PM-UNTIL", today.plusDays(1).toString()));
        history.append(entityMarked("PM-LIFTED", "risk-R-LIFTED", Marking.RESTRICTED, "2011-08-01"));
        history.append(markingLifted("PM-LIFTED", today.toString()));
        long mistaken =
                history.append(entityMarked("PM-MISTAKEN", "risk-R-MISTAKEN", Marking.RESTRICTED, "2011-08-01"));
        history.append(
                "protective-marking-PM-MISTAKEN",
                new Corrected(mistaken, "entered in error", null, null, on("2011-08-01")));
        history.append(entityMarked("PM-RAISED", "risk-R-RAISED", Marking.OFFICIAL, "2011-08-01"));
        history.append(markingChanged("PM-RAISED", Marking.RESTRICTED, null, "2011-09-01"));
        long moved = history.append(entityMarked("PM-MOVED", "risk-R-MOVED", Marking.RESTRICTED, "2011-08-01"));
        GovernanceFact other = entityMarked("PM-MOVED", "meeting-M-BD", Marking.RESTRICTED, "2011-08-01");
        history.append(
                "protective-marking-PM-MOVED",
                new Corrected(moved, "misread", FactType.of(other.getClass()).revision(), other, on("2011-08-01")));
        last = history.append(board("LAST", "2011-01-01"));
        TestIssuer.shared().knows("uncleared", "p-u", Set.of(Marking.OFFICIAL), "REPORTING_READER");
        TestIssuer.shared()
                .knows("restricted", "p-r", Set.of(Marking.OFFICIAL, Marking.RESTRICTED), "REPORTING_READER");
        TestIssuer.shared().knows("of-pf", "p-pf", Set.of(Marking.OFFICIAL), "REPORTING_READER@portfolio-PF");
        TestIssuer.shared().knows("of-hushed", "p-h", Set.of(Marking.OFFICIAL), "REPORTING_READER@initiative-HUSHED");
        TestIssuer.shared().knows("of-bd", "p-bd", Set.of(Marking.OFFICIAL), "BOARD_SECRETARY@board-COUNCIL");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncleared", "of-pf"})
    void a_marked_risk_is_not_there_but_by_its_id(String viewer) {
        assertThat(ids(viewer, "/risks")).contains("R-OPEN").doesNotContain("R-HUSHED");
        assertThat(refusal(viewer, "/risks/R-HUSHED")).isEqualTo("403 withheld");
        assertThat(text(viewer, "/risks/r-hushed")).contains("R-HUSHED", "RESTRICTED");
        assertThat(refusal(viewer, "/risks/R-HUSHED/history")).isEqualTo("403 withheld");
        assertThat(refusal(viewer, "/audit/facts?stream=risk-R-HUSHED")).isEqualTo("400 unknown-name");
        assertThat(text(viewer, "/audit/facts?limit=1000")).doesNotContain("R-HUSHED", "PM-RISK");
        assertThat(text(viewer, "/risks?asOf=2011-02-01")).doesNotContain("R-HUSHED");
        assertThat(text(viewer, "/risks?knownAt=position:" + last)).doesNotContain("R-HUSHED");
    }

    @Test
    void its_marking_is_withheld_with_it() {
        assertThat(ids("uncleared", "/protective-markings")).doesNotContain("PM-RISK", "PM-HUSHED", "PM-COUNCIL");
        assertThat(refusal("uncleared", "/protective-markings/PM-RISK")).isEqualTo("403 withheld");
        assertThat(refusal("uncleared", "/protective-markings/PM-RISK/history")).isEqualTo("403 withheld");
        assertThat(refusal("uncleared", "/protective-markings?entity=risk-R-HUSHED"))
                .isEqualTo("400 unknown-name");
        assertThat(ids("restricted", "/protective-markings?entity=risk-r-hushed"))
                .containsExactly("PM-RISK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncleared", "of-pf", "of-hushed"})
    void a_marked_initiative_is_withheld_with_what_is_below_it_and_what_names_it(String viewer) {
        assertThat(ids(viewer, "/initiatives")).doesNotContain("HUSHED", "INNER");
        for (String path : List.of(
                "/initiatives/HUSHED",
                "/initiatives/INNER",
                "/initiatives/INNER/rag-assessments",
                "/initiatives/HUSHED/timeline",
                "/dependencies/DP")) assertThat(refusal(viewer, path)).as(path).isEqualTo("403 withheld");
        assertThat(text(viewer, "/audit/facts?limit=1000")).doesNotContain("Hushed", "\"rag-INNER", "dependency-DP\"");
    }

    @Test
    void counts_and_sums_have_nothing_of_it() {
        JsonNode cleared = get("restricted", "/portfolios/PF/status?asOf=2011-12-01");
        JsonNode uncleared = get("uncleared", "/portfolios/PF/status?asOf=2011-12-01");
        assertThat(cleared.toString()).contains("HUSHED", "INNER");
        assertThat(uncleared.toString()).doesNotContain("HUSHED", "INNER", "Hushed");
        assertThat(ids("of-pf", "/dependencies")).containsExactly("DP-OPEN");
    }

    @Test
    void a_marked_board_is_withheld_with_its_meetings_and_the_cases_on_its_route() {
        assertThat(ids("uncleared", "/boards")).contains("BD").doesNotContain("COUNCIL");
        assertThat(ids("uncleared", "/meetings")).isEmpty();
        for (String path : List.of(
                "/boards/COUNCIL", "/meetings/M-COUNCIL", "/business-cases/BC", "/accounting-assessments/AOA")) {
            assertThat(refusal("uncleared", path)).as(path).isEqualTo("403 withheld");
            assertThat(refusal("restricted", path)).as(path).isEqualTo("403 withheld");
            assertThat(refusal("reader", path)).as(path).isEqualTo("200 ");
        }
        assertThat(refusal("uncleared", "/initiatives/A")).isEqualTo("200 ");
    }

    @Test
    void what_is_seen_only_through_what_is_withheld_is_not_seen() {
        assertThat(refusal("of-bd", "/boards/COUNCIL")).isEqualTo("403 withheld");
        assertThat(ids("of-bd", "/initiatives")).isEmpty();
        assertThat(refusal("of-bd", "/initiatives/A")).isEqualTo("404 not-found");
        assertThat(refusal("of-hushed", "/initiatives/A")).isEqualTo("404 not-found");
        assertThat(refusal("of-bd", "/risks/R-HUSHED")).isEqualTo("404 not-found");
    }

    @Test
    void the_marking_of_today_counts_whatever_day_is_asked_about() {
        for (String withheld : List.of("R-SINCE", "R-UNTIL", "R-RAISED"))
            for (String day : List.of("2011-02-01", today.toString(), "2035-01-01"))
                assertThat(refusal("uncleared", "/risks/" + withheld + "?asOf=" + day))
                        .as(withheld)
                        .isEqualTo("403 withheld");
        for (String open : List.of("R-FROM", "R-LIFTED", "R-MISTAKEN", "R-MOVED"))
            for (String day : List.of("2011-12-01", today.toString(), "2035-01-01"))
                assertThat(refusal("uncleared", "/risks/" + open + "?asOf=" + day))
                        .as(open)
                        .isEqualTo("200 ");
        assertThat(refusal("uncleared", "/meetings/M-BD")).isEqualTo("403 withheld");
    }

    @Test
    void who_may_read_it_sees_it_with_its_marking_of_the_day_that_is_asked_about() {
        JsonNode before = get("restricted", "/risks/R-HUSHED?asOf=2011-07-31");
        assertThat(before.has("protectiveMarkings")).isFalse();
        JsonNode then = get("restricted", "/risks/R-HUSHED?asOf=2011-08-01").get("protectiveMarkings");
        assertThat(then).hasSize(1);
        assertThat(then.get(0).get("id").asString()).isEqualTo("PM-RISK");
        assertThat(then.at("/0/entity/value").asString()).isEqualTo("risk-R-HUSHED");
        assertThat(then.at("/0/marking/value").asString()).isEqualTo("RESTRICTED");
        JsonNode published = get("uncleared", "/risks/R-OPEN?asOf=2011-12-01").get("protectiveMarkings");
        assertThat(published.at("/0/marking/value").asString()).isEqualTo("OFFICIAL");
        assertThat(published.at("/0/publication/value/decision").asString()).isEqualTo("PUBLISH");
        assertThat(get("uncleared", "/risks/R-LIFTED?asOf=2035-01-01").has("protectiveMarkings"))
                .isFalse();
        assertThat(get("restricted", "/risks/R-RAISED?asOf=2011-08-31")
                        .at("/protectiveMarkings/0/marking/value")
                        .asString())
                .isEqualTo("OFFICIAL");
    }

    @Test
    void a_list_carries_the_markings_of_what_is_listed() {
        assertThat(marked("restricted", "/risks?asOf=2011-12-01"))
                .containsExactly("risk-R-HUSHED", "risk-R-LIFTED", "risk-R-OPEN", "risk-R-RAISED", "risk-R-UNTIL");
        assertThat(marked("uncleared", "/risks?asOf=2011-12-01")).containsExactly("risk-R-LIFTED", "risk-R-OPEN");
        assertThat(marked("restricted", "/boards?asOf=2011-12-01")).isEmpty();
        assertThat(marked("reader", "/boards?asOf=2011-12-01")).containsExactly("board-COUNCIL");
    }

    @Test
    void an_answer_about_what_was_ever_marked_is_given_anew() {
        for (String risk : List.of("R-OPEN", "R-LIFTED", "R-MISTAKEN", "R-FROM")) {
            HttpResponse<byte[]> first = served.askAs("reader", "/api/v1/risks/" + risk);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(served.askAs("reader", "/api/v1/risks/" + risk, "If-None-Match", tag)
                            .statusCode())
                    .as(risk)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_reference_to_what_is_withheld_shows_the_id_alone() {
        assertThat(text("restricted", "/protective-markings/PM-HUSHED")).contains("initiative-HUSHED");
        assertThat(text("uncleared", "/portfolios/PF")).doesNotContain("Hushed");
    }

    private static String text(String account, String path) {
        return new String(
                served.askAs(account, "/api/v1" + path, "Sync-Token", Long.toString(last))
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static JsonNode get(String account, String path) {
        return JSON.readTree(text(account, path));
    }

    private static List<String> ids(String account, String path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : get(account, path).path("items"))
            ids.add(item.get("id").asString());
        return ids;
    }

    private static List<String> marked(String account, String path) {
        List<String> entities = new ArrayList<>();
        for (JsonNode marking : get(account, path).path("protectiveMarkings"))
            entities.add(marking.at("/entity/value").asString());
        return entities;
    }

    private static String refusal(String account, String path) {
        HttpResponse<byte[]> answer = served.askAs(account, "/api/v1" + path, "Sync-Token", Long.toString(last));
        return answer.statusCode()
                + " "
                + JSON.readTree(answer.body()).path("type").asString("").replace("/problems/", "");
    }
}
