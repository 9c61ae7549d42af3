package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.AppointmentHistory.appointed;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sroByPost;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeetingHistory.agenda;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.RegisterHistory.register;
import static org.portfolioledger.query.ReportingCycleHistory.cycle;
import static org.portfolioledger.query.ReviewHistory.review;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.DocumentFact.DocumentMarked;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.point.TimePointResolver.Patience;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Marking;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to the places of a viewer's grants is seen, and nothing else is there. */
class SightsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** All that is on record but for the register. */
    private static final List<String> STREAMS = List.of(
            "portfolio-PF",
            "portfolio-PQ",
            "initiative-A",
            "initiative-B",
            "initiative-C",
            "initiative-D",
            "initiative-MOVED",
            "appointments-A",
            "appointments-C",
            "rag-B",
            "rag-C",
            "board-BD",
            "board-OTHER",
            "business-case-BC",
            "accounting-assessment-AOA",
            "meeting-M",
            "meeting-MO",
            "reporting-cycle-RC",
            "review-RV",
            "document-REPORT",
            "document-SECRET",
            "document-LOOSE",
            "action-ACT",
            "dependency-DP",
            "post-PO");

    private static Served served;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(register("MPS", "2011-01-01"));
        history.append(portfolio("PF", "2011-05-01"));
        history.append(portfolio("PQ", "2011-05-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-05-01"));
        history.append(initiative("B", "Beta", new Placement("A", null), on("2011-06-01")));
        history.append(initiative("C", "Gamma", "PQ", "2011-06-01"));
        history.append(initiative("D", "Delta", "PQ", "2011-06-01"));
        history.append(initiative("MOVED", "Moved", "PF", "2011-06-01"));
        history.append(new InitiativeMoved("MOVED", new Placement(null, "PQ"), null, null, on("2012-06-01")));
        history.append(appointed(
                "A", "S1", Role.SRO, AppointmentKind.SUBSTANTIVE, new Holder("p-sro-a", null), 50, "2011-06-01"));
        history.append(post("PO", null, "2011-06-01"));
        history.append(filled("PO", "p-sro-c", AppointmentKind.SUBSTANTIVE, "2011-06-01"));
        history.append(sroByPost("C", "S2", "PO", "2011-06-01"));
        history.append(appointed(
                "C",
                "S3",
                Role.PROGRAMME_MANAGER,
                AppointmentKind.SUBSTANTIVE,
                new Holder("p-gone", null),
                50,
                "2011-06-01"));
        history.append(ended("C", "S3", "2012-06-01"));
        history.append(rated("B", "MPS_2011", RagRating.GREEN, "2011-06-01"));
        history.append(rated("C", "MPS_2011", RagRating.RED, "2011-06-01"));
        history.append(board("BD", new Seat("p-member", null, null, null)));
        history.append(board("OTHER", new Seat(null, null, "PO", null)));
        history.append(new BoardMembershipChanged(
                "OTHER",
                null,
                List.of(new Seat(null, null, "PO", null)),
                new Seat("p-secretary", null, null, null),
                null,
                on("2011-02-01")));
        history.append(boardDecided("OTHER", "D1", "A", "2011-07-01"));
        history.append(businessCase("BC", "C", "BD", "2011-06-01"));
        history.append(assessed("AOA", "BC", "2011-07-01"));
        history.append(meeting("M", "BD", "2011-07-01"));
        history.append(meeting("MO", "OTHER", "2011-07-01"));
        history.append(agenda("MO", "B", "2011-07-01"));
        history.append(cycle("RC", "PQ", List.of("MOVED"), "OTHER", "2011-07-01", "2011-07-01"));
        history.append(review("RV", ReviewKind.GATE_2, new ReviewSubject("B", null, null), "2011-07-01"));
        history.append(document("REPORT", "Report on Beta", "a1".repeat(32), "2011-07-01"));
        history.append(new ReviewReported("RV", RagRating.RED, null, "REPORT", on("2011-08-01")));
        history.append(document("SECRET", "Secret of Gamma", "b2".repeat(32), "2011-07-01"));
        history.append(new DocumentMarked("SECRET", Marking.RESTRICTED, null, on("2011-07-02")));
        history.append(document("LOOSE", "Loose leaves", "c3".repeat(32), "2011-07-01"));
        history.append(action("ACT", "C", "2012-01-01", "2011-07-01"));
        history.append(new MeetingPaperCirculated(
                "M",
                null,
                new Paper("d4".repeat(32), "Hushed paper", Marking.RESTRICTED, PaperPurpose.FOR_DECISION),
                null,
                on("2011-07-01")));
        last = history.append(dependency("DP", "A", "C", "2012-03-01", "2011-06-01"));
    }

    private static BoardEstablished board(String id, Seat member) {
        return new BoardEstablished(
                id,
                "MPS",
                "Board " + id,
                "CORPORATE",
                List.of(),
                List.of("OBC"),
                null,
                3,
                null,
                null,
                List.of(member),
                null,
                null,
                null,
                new TreeMap<>(),
                on("2011-01-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void whoever_reads_everything_has_no_condition_in_any_statement() {
        for (String grant : List.of(
                "PORTFOLIO_OFFICE",
                "ASSURANCE",
                "REPORTING_READER",
                "MIGRATOR",
                "PUBLICATION_OFFICER",
                "GATEKEEPER",
                "OPERATOR",
                "SRO@*")) assertThat(sight("p-x", grant)).as(grant).isSameAs(Sight.EVERYTHING);
    }

    @Test
    void an_administrator_and_whoever_has_no_role_see_no_records() {
        assertThat(seen(sight("p-x"))).isEmpty();
        assertThat(seen(sight("p-x", "ADMINISTRATOR", "ADMINISTRATOR@portfolio-PF")))
                .isEmpty();
        assertThat(sight("p-x", "ADMINISTRATOR").sees("register-MPS")).isFalse();
    }

    @Test
    void a_portfolio_has_the_initiatives_that_ever_belonged_to_it_and_those_below_them() {
        assertThat(seen(sight("p-x", "REPORTING_READER@portfolio-PF")))
                .containsExactlyInAnyOrder(
                        "portfolio-PF",
                        "initiative-A",
                        "initiative-B",
                        "initiative-MOVED",
                        "appointments-A",
                        "rag-B",
                        "review-RV",
                        "document-REPORT",
                        "dependency-DP");
    }

    @Test
    void an_initiative_has_those_below_it_and_not_what_is_above_it_or_beside_it() {
        assertThat(seen(sight("p-x", "PORTFOLIO_OFFICE@initiative-B")))
                .containsExactlyInAnyOrder("initiative-B", "rag-B", "review-RV", "document-REPORT");
    }

    @Test
    void a_board_has_its_meetings_and_the_cases_on_its_route_with_what_is_about_them_and_their_initiatives() {
        assertThat(seen(sight("p-x", "BOARD_SECRETARY@board-BD")))
                .containsExactlyInAnyOrder(
                        "board-BD", "business-case-BC", "accounting-assessment-AOA", "meeting-M", "initiative-C");
    }

    @Test
    void a_meeting_belongs_to_its_board_and_a_cycle_to_its_portfolio_and_not_to_the_initiatives_of_their_items() {
        assertThat(seen(sight("p-x", "SRO@initiative-B"))).doesNotContain("meeting-MO");
        assertThat(seen(sight("p-x", "SRO@initiative-MOVED"))).doesNotContain("reporting-cycle-RC");
        assertThat(seen(sight("p-x", "SRO@portfolio-PF"))).doesNotContain("meeting-MO", "reporting-cycle-RC");
        assertThat(seen(sight("p-x", "SRO@portfolio-PQ")))
                .contains("reporting-cycle-RC")
                .doesNotContain("meeting-MO");
        assertThat(seen(sight("p-x", "BOARD_MEMBER@board-OTHER"))).contains("meeting-MO");
    }

    @Test
    void grants_add_up() {
        Set<String> both = new TreeSet<>(seen(sight("p-x", "SRO@initiative-B")));
        both.addAll(seen(sight("p-x", "BOARD_MEMBER@board-BD")));
        assertThat(seen(sight("p-x", "SRO@initiative-B", "BOARD_MEMBER@board-BD")))
                .isEqualTo(both);
    }

    @Test
    void an_sro_sees_the_own_initiatives_of_today_also_those_that_a_post_brings() {
        assertThat(seen(sight("p-sro-a", "SRO")))
                .contains("initiative-A", "initiative-B")
                .doesNotContain("initiative-C");
        assertThat(seen(sight("p-sro-c", "SRO")))
                .contains("initiative-C", "post-PO")
                .doesNotContain("initiative-A");
        assertThat(seen(sight("p-sro-a", "PROGRAMME_MANAGER"))).isEmpty();
        assertThat(seen(sight("p-gone", "PROGRAMME_MANAGER"))).isEmpty();
    }

    @Test
    void a_member_sees_the_boards_of_today_also_those_that_a_post_brings() {
        assertThat(seen(sight("p-member", "BOARD_MEMBER"))).contains("board-BD").doesNotContain("board-OTHER");
        assertThat(seen(sight("p-sro-c", "BOARD_SECRETARY")))
                .contains("board-OTHER", "meeting-MO")
                .doesNotContain("board-BD", "initiative-A");
        assertThat(seen(sight("p-secretary", "BOARD_SECRETARY")))
                .contains("board-OTHER")
                .doesNotContain("board-BD");
        assertThat(seen(sight("p-member", "SRO"))).isEmpty();
    }

    @Test
    void a_service_sees_what_the_person_sees_for_whom_it_acts() {
        Actor service = new Actor(
                "tool", "s-tool", Set.of(Grant.of("SRO")), ActorKind.SERVICE, "p-sro-a", EnumSet.allOf(Marking.class));
        assertThat(seen(sight(service))).contains("initiative-A");
    }

    @Test
    void a_document_whose_marking_may_not_be_read_is_not_there_but_by_its_id() {
        TestIssuer.shared().knows("uncleared", "p-uncleared", Set.of(Marking.OFFICIAL), "REPORTING_READER");
        assertThat(served.get("/api/v1/documents", last).toString()).contains("SECRET");
        assertThat(text("uncleared", "/api/v1/documents"))
                .doesNotContain("SECRET", "Secret")
                .contains("REPORT");
        assertThat(refusal("uncleared", "/api/v1/documents/SECRET")).isEqualTo("403 withheld");
        assertThat(text("uncleared", "/api/v1/documents/secret"))
                .contains("RESTRICTED")
                .doesNotContain("Secret of");
        assertThat(refusal("uncleared", "/api/v1/documents/SECRET/history")).isEqualTo("403 withheld");
        assertThat(text("uncleared", "/api/v1/documents?knownAt=position:1")).doesNotContain("SECRET");
        assertThat(text("uncleared", "/api/v1/audit/facts?limit=1000")).doesNotContain("SECRET");
        assertThat(refusal("uncleared", "/api/v1/audit/facts?stream=document-SECRET"))
                .isEqualTo("400 unknown-name");
    }

    @Test
    void a_paper_whose_marking_may_not_be_read_shows_its_hash_and_the_marking() {
        TestIssuer.shared().knows("uncleared", "p-uncleared", Set.of(Marking.OFFICIAL), "REPORTING_READER");
        for (String path :
                List.of("/meetings/M", "/meetings/M/history", "/boards/BD/pack?meeting=M", "/audit/facts?limit=1000"))
            assertThat(text("uncleared", "/api/v1" + path)).as(path).doesNotContain("Hushed paper", "FOR_DECISION");
        assertThat(text("uncleared", "/api/v1/meetings/M")).contains("WITHHELD", "d4".repeat(32), "RESTRICTED");
        assertThat(text("uncleared", "/api/v1/meetings/M/history")).contains("WITHHELD", "d4".repeat(32), "RESTRICTED");
        assertThat(text("reader", "/api/v1/meetings/M/history")).contains("Hushed paper", "FOR_DECISION");
    }

    @Test
    void what_a_viewer_may_not_see_is_refused_as_what_is_nowhere() {
        TestIssuer.shared().knows("of-pf", "p-of-pf", "REPORTING_READER@portfolio-PF");
        for (String path : List.of(
                "/api/v1/initiatives/%s",
                "/api/v1/initiatives/%s/history",
                "/api/v1/initiatives/%s?asOf=2999-01-01&knownAt=2999-01-01",
                "/api/v1/initiatives/%s/appointments",
                "/api/v1/risks?initiative=%s",
                "/api/v1/audit/facts?stream=initiative-%s")) {
            HttpResponse<byte[]> hidden = served.askAs("of-pf", path.formatted("C"));
            HttpResponse<byte[]> nowhere = served.askAs("of-pf", path.formatted("X"));
            assertThat(hidden.statusCode())
                    .as(path)
                    .isEqualTo(nowhere.statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(new String(hidden.body(), StandardCharsets.UTF_8).replace("C", "X"))
                    .as(path)
                    .isEqualTo(new String(nowhere.body(), StandardCharsets.UTF_8).replace("C", "X"));
        }
        assertThat(text("of-pf", "/api/v1/initiatives/c")).doesNotContain("C\"", " C ", " C:");
    }

    @Test
    void counts_sums_and_facts_have_only_what_is_seen() {
        TestIssuer.shared().knows("of-pf", "p-of-pf", "REPORTING_READER@portfolio-PF");
        assertThat(ids("of-pf", "/api/v1/initiatives")).containsExactly("A", "B", "MOVED");
        assertThat(ids("of-pf", "/api/v1/portfolios")).containsExactly("PF");
        assertThat(ids("of-pf", "/api/v1/registers")).containsExactly("MPS");
        assertThat(ids("of-pf", "/api/v1/dependencies")).containsExactly("DP");
        assertThat(ids("of-pf", "/api/v1/boards")).isEmpty();
        assertThat(text("of-pf", "/api/v1/portfolios/PF/status"))
                .contains("GREEN")
                .doesNotContain("Gamma", "Delta");
        for (JsonNode fact : JSON.readTree(
                        served.askAs("of-pf", "/api/v1/audit/facts?limit=1000").body())
                .get("items"))
            assertThat(fact.get("stream").asString())
                    .isIn(
                            "register-MPS",
                            "portfolio-PF",
                            "initiative-A",
                            "initiative-B",
                            "initiative-MOVED",
                            "appointments-A",
                            "rag-B",
                            "review-RV",
                            "document-REPORT",
                            "dependency-DP");
        assertThat(refusal("of-pf", "/api/v1/facts/3")).isEqualTo("404 not-found");
    }

    @Test
    void what_is_of_all_records_at_once_is_for_those_who_read_all() {
        TestIssuer.shared().knows("of-pf", "p-of-pf", "OPERATOR@portfolio-PF");
        for (String path : List.of("/rows", "/rows/blocked", "/rows/generations", "/audit/row-verifications"))
            assertThat(refusal("of-pf", "/api/v1" + path)).as(path).isEqualTo("403 not-allowed");
    }

    private static Sight sight(String person, String... grants) {
        return sight(new Actor(
                "account",
                person,
                Set.copyOf(List.of(grants).stream().map(Grant::of).toList()),
                ActorKind.PERSON,
                null,
                EnumSet.allOf(Marking.class)));
    }

    private static Sight sight(Actor viewer) {
        return served.part(TimePointResolver.class).sight(viewer, new Patience(Duration.ofSeconds(10), last));
    }

    private static Set<String> seen(Sight sight) {
        Set<String> seen = new TreeSet<>(STREAMS);
        seen.removeIf(stream -> !sight.sees(stream));
        return seen;
    }

    private static String text(String account, String path) {
        return new String(served.askAs(account, path).body(), StandardCharsets.UTF_8);
    }

    private static List<String> ids(String account, String path) {
        List<String> ids = new ArrayList<>();
        HttpResponse<byte[]> answer = served.askAs(account, path, "Sync-Token", Long.toString(last));
        for (JsonNode item : JSON.readTree(answer.body()).path("items"))
            ids.add(item.get("id").asString());
        return ids;
    }

    private static String refusal(String account, String path) {
        HttpResponse<byte[]> answer = served.askAs(account, path);
        return answer.statusCode()
                + " "
                + JSON.readTree(answer.body()).path("type").asString("").replace("/problems/", "");
    }
}
