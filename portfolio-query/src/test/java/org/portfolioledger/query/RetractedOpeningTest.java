package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.AppointmentHistory.sroByPost;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.DocumentHistory.replacedBy;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MilestoneHistory.date;
import static org.portfolioledger.query.MilestoneHistory.milestone;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.RagHistory.rated;
import static org.portfolioledger.query.ReviewHistory.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** Rule 23: what referred to something whose opening was retracted stays listed, and shows it. */
class RetractedOpeningTest {

    private static Served served;
    private static long parent;
    private static long child;
    private static long grandchild;
    private static long dependent;
    private static long retraction;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        parent = history.append(initiative("PARENT", "Parent", "PF", "2011-01-01"));
        child = history.append(initiative("CHILD", "Child", new Placement("PARENT", null), on("2011-01-02")));
        grandchild =
                history.append(initiative("GRANDCHILD", "Grandchild", new Placement("CHILD", null), on("2011-01-03")));
        history.append(initiative("OTHER", "Other", "PF", "2011-01-01"));
        history.append(board("BD", "2011-01-01"));
        dependent = history.append(dependency("DP", "PARENT", "OTHER", "2012-01-01", "2011-02-01"));
        retraction = history.correct(parent, "Entered in error", null);
        long opened = history.append(businessCase("BC", "OTHER", "BD", "2011-01-01"));
        last = history.correct(opened, "The wrong case", null);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void what_lay_below_it_stays_listed_in_the_portfolio() {
        assertThat(listed(parent + 2)).containsExactly("CHILD", "GRANDCHILD", "PARENT");
        assertThat(listed(last)).containsExactly("CHILD", "GRANDCHILD", "OTHER");
        assertThat(ids(get("/api/v1/initiatives?parent=PARENT"))).containsExactly("CHILD");
    }

    @Test
    void what_refers_to_it_shows_an_alert_wherever_it_is_shown() {
        for (JsonNode item : get("/api/v1/portfolios/PF/status").get("items")) {
            boolean refers = item.get("id").asString().equals("CHILD");
            assertThat(alerts(item).contains("REFERENCE_RETRACTED"))
                    .as(item.toString())
                    .isEqualTo(refers);
        }
        assertThat(alerts(get("/api/v1/initiatives/CHILD"))).contains("REFERENCE_RETRACTED");
        assertThat(alerts(get("/api/v1/dependencies/DP"))).containsExactly("REFERENCE_RETRACTED");
        assertThat(alerts(get("/api/v1/dependencies/DP?knownAt=position:" + dependent)))
                .isEmpty();
        assertThat(alerts(get("/api/v1/boards/BD"))).isEmpty();
    }

    @Test
    void a_part_that_refers_to_it_shows_the_alert_and_its_neighbours_do_not() {
        History history = served.history();
        history.append(portfolio("PF3", "2011-01-01"));
        history.append(initiative("DECIDED", "Decided", "PF3", "2011-01-01"));
        long board = history.append(board("BD-GONE", "2011-01-01"));
        history.append(board("BD-STAYS", "2011-01-01"));
        history.append(businessCase("BC-2", "DECIDED", "BD-STAYS", "2011-01-01"));
        history.append(versioned("BC-2", 1, "10", "2011-01-02"));
        history.append(decided("BC-2", "BD-GONE", "2011-02-01"));
        history.append(decided("BC-2", "BD-STAYS", "2011-02-02"));
        long retracted = history.correct(board, "Never existed", null);

        JsonNode decisions = served.get("/api/v1/business-cases/BC-2/decisions", retracted);
        assertThat(alerts(decisions.get("items").get(0))).contains("REFERENCE_RETRACTED");
        assertThat(alerts(decisions.get("items").get(1))).doesNotContain("REFERENCE_RETRACTED");
        assertThat(alerts(served.get("/api/v1/business-cases/BC-2/versions/1", retracted)))
                .doesNotContain("REFERENCE_RETRACTED");
        assertThat(alerts(served.get("/api/v1/business-cases/BC-2", retracted))).contains("REFERENCE_RETRACTED");
    }

    @Test
    void an_action_a_review_and_a_document_that_refer_to_it_show_it() {
        History history = served.history();
        ReviewSubject other = new ReviewSubject("OTHER", null, null);
        history.append(portfolio("PF-ACT", "2011-01-01"));
        long initiative = history.append(initiative("DONE", "Done", "PF-ACT", "2011-01-01"));
        history.append(action("ACT", "DONE", null, "2011-01-01"));
        long review = history.append(review("GONE", ReviewKind.GATE_2, other, "2011-01-01"));
        history.append(review("AAP", ReviewKind.AAP, other, "GONE", "2011-02-01"));
        history.append(document("OLD", "Progress", "a".repeat(64), "2011-01-01"));
        long document = history.append(document("NEW", "Progress", "b".repeat(64), "2011-01-01"));
        long replaced = history.append(replacedBy("OLD", "NEW", "2011-02-01"));
        assertThat(alerts(served.get("/api/v1/reviews/AAP", replaced))).doesNotContain("REFERENCE_RETRACTED");
        assertThat(alerts(served.get("/api/v1/documents/OLD", replaced))).doesNotContain("REFERENCE_RETRACTED");
        history.correct(initiative, "Never begun", null);
        history.correct(review, "Never held", null);
        long position = history.correct(document, "Never written", null);
        for (String path : List.of("/actions/ACT", "/reviews/AAP", "/documents/OLD"))
            assertThat(alerts(served.get("/api/v1" + path, position))).as(path).contains("REFERENCE_RETRACTED");
        assertThat(served.get("/api/v1/facts/" + document, position)
                        .get("restingOnIt")
                        .toString())
                .isEqualTo("[" + replaced + "]");
    }

    @Test
    void a_role_whose_post_was_retracted_shows_it_and_is_vacant() {
        History history = served.history();
        history.append(portfolio("PF-POST", "2011-01-01"));
        history.append(initiative("HELD", "Held", "PF-POST", "2011-01-01"));
        long post = history.append(post("PO", null, "2011-01-01"));
        history.append(filled("PO", "P-7", AppointmentKind.SUBSTANTIVE, "2011-01-01"));
        long appointed = history.append(sroByPost("HELD", "A1", "PO", "2011-02-01"));
        String path = "/api/v1/initiatives/HELD/appointments/A1";
        assertThat(served.get(path, appointed).at("/holder/person").asString()).isEqualTo("P-7");
        long retracted = history.correct(post, "Never existed", null);
        JsonNode vacant = served.get(path, retracted);
        assertThat(vacant.get("kind").asString()).isEqualTo("VACANT");
        assertThat(vacant.at("/heldByPost/value").asString()).isEqualTo("PO");
        assertThat(alerts(vacant)).contains("REFERENCE_RETRACTED");
        assertThat(served.get("/api/v1/facts/" + post, retracted)
                        .get("restingOnIt")
                        .toString())
                .isEqualTo("[" + appointed + "]");
    }

    @Test
    void the_fact_lists_what_rests_on_it() {
        assertThat(get("/api/v1/facts/" + parent).get("restingOnIt").toString())
                .isEqualTo("[" + child + "," + dependent + "]");
        assertThat(get("/api/v1/facts/" + child).get("restingOnIt").toString()).isEqualTo("[" + grandchild + "]");
        assertThat(get("/api/v1/facts/" + dependent).get("restingOnIt")).isEmpty();
    }

    @Test
    void who_asks_for_it_is_told_that_it_was_retracted_by_which_fact_when_and_why() {
        assertThat(served.refusal("/api/v1/initiatives/PARENT")).isEqualTo("404 retracted");
        String detail = new String(served.ask("/api/v1/initiatives/PARENT").body(), StandardCharsets.UTF_8);
        assertThat(detail).contains("Fact " + parent, "fact " + retraction, "known since 20", "Entered in error");
        assertThat(served.refusal("/api/v1/initiatives/PARENT?knownAt=position:" + (parent - 1)))
                .isEqualTo("404 not-known-then");
        assertThat(served.refusal("/api/v1/initiatives/PARENT/downstream")).isEqualTo("404 retracted");
        assertThat(served.refusal("/api/v1/business-cases/BC")).isEqualTo("404 retracted");
    }

    @Test
    void an_appointment_that_ended_and_was_retracted_leaves_no_segment() {
        History history = served.history();
        history.append(portfolio("PF2", "2011-01-01"));
        history.append(initiative("APPOINTED", "Appointed", "PF2", "2011-01-01"));
        long appointed = history.append(sro("APPOINTED", "A1", AppointmentKind.SUBSTANTIVE, "2011-02-01"));
        history.append(ended("APPOINTED", "A1", "2011-03-01"));
        long position = history.correct(appointed, "Entered in error", null);
        JsonNode timeline = served.get("/api/v1/initiatives/APPOINTED/timeline?kind=appointments", position);
        assertThat(timeline.get("items")).isEmpty();
        JsonNode changes = served.get(
                "/api/v1/changes?from=position:%s&to=position:%s".formatted(appointed - 1, position), position);
        assertThat(changes.get("items")
                        .valueStream()
                        .map(item -> item.get("change").asString()))
                .containsExactly("UNCHANGED");
        assertThat(served.refusal("/api/v1/initiatives/APPOINTED/appointments/A1"))
                .isEqualTo("404 retracted");
    }

    @Test
    void an_initiative_shows_the_alerts_that_the_status_of_its_portfolio_shows() {
        for (JsonNode item : get("/api/v1/portfolios/PF/status").get("items")) {
            String id = item.get("id").asString();
            assertThat(alerts(get("/api/v1/initiatives/" + id)))
                    .as(id)
                    .contains("NO_SRO")
                    .isEqualTo(alerts(item));
        }
        for (JsonNode item : get("/api/v1/initiatives?portfolio=PF").get("items"))
            assertThat(alerts(item)).contains("NO_SRO");
    }

    @Test
    void its_own_parts_stay_listed_in_the_portfolio_in_which_it_lay_and_show_the_alert() {
        History history = served.history();
        for (String portfolio : List.of("PF4", "PF5")) history.append(portfolio(portfolio, "2011-01-01"));
        long above = history.append(initiative("ABOVE", "Above", "PF4", "2011-01-01"));
        long opened = history.append(initiative("PARTED", "Parted", new Placement("ABOVE", null), on("2011-01-01")));
        history.append(initiative("ELSEWHERE", "Elsewhere", "PF5", "2011-01-01"));
        history.append(board("BD-4", "2011-01-01"));
        history.append(businessCase("BC-4", "PARTED", "BD-4", "2011-01-01"));
        history.append(versioned("BC-4", 1, "10", "2011-01-02"));
        history.append(decided("BC-4", "BD-4", "2011-02-01"));
        history.append(boardDecided("BD-4", "D-4", "PARTED", "2011-02-01"));
        history.append(sro("PARTED", "S-4", AppointmentKind.SUBSTANTIVE, "2011-02-01"));
        history.append(rated("PARTED", "MPS_2011", RagRating.RED, "2011-02-01"));
        history.append(milestone("PARTED", "M-4", date("2012-01-01"), "2011-02-01"));
        history.append(dependency("DP-4", "PARTED", "ELSEWHERE", "2012-01-01", "2011-02-01"));
        history.correct(opened, "Entered in error", null);
        long position = history.correct(above, "Entered in error", null);

        for (String list : List.of(
                "business-cases", "appointments", "dependencies", "milestones", "rag-assessments", "decisions")) {
            JsonNode items =
                    served.get("/api/v1/portfolios/PF4/" + list, position).get("items");
            assertThat(items).as(list).hasSize(list.equals("decisions") ? 2 : 1);
            for (JsonNode item : items) assertThat(alerts(item)).as(list).contains("REFERENCE_RETRACTED");
            assertThat(served.get("/api/v1/portfolios/PF5/" + list, position).get("items"))
                    .as(list)
                    .hasSize(list.equals("dependencies") ? 1 : 0);
        }
        assertThat(served.get("/api/v1/dependencies/graph?portfolio=PF4", position)
                        .get("items"))
                .hasSize(1);
        assertThat(ids(served.get("/api/v1/portfolios/PF4/status", position))).isEmpty();
    }

    private static List<String> listed(long position) {
        return ids(get("/api/v1/portfolios/PF/status?knownAt=position:" + position));
    }

    private static List<String> ids(JsonNode list) {
        return list.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> alerts(JsonNode item) {
        return item.get("alerts").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode get(String path) {
        return served.get(path, last);
    }
}
