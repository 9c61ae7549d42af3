package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.ActionHistory.done;
import static org.portfolioledger.query.ActionHistory.handedOn;
import static org.portfolioledger.query.AppointmentHistory.ended;
import static org.portfolioledger.query.AppointmentHistory.sroByPost;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.EqualityAssessmentHistory.tied;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.MeetingHistory.meeting;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.PostHistory.filled;
import static org.portfolioledger.query.PostHistory.post;
import static org.portfolioledger.query.PostHistory.vacated;
import static org.portfolioledger.query.ReportingCycleHistory.cycle;
import static org.portfolioledger.query.ReportingCycleHistory.received;
import static org.portfolioledger.query.ReviewHistory.recommended;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.VacancyRequestHistory.vacancyRequested;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.DeliveryPlanFact.DeliveryPlanOpened;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** Every entity has a history, and that of an initiative holds what belongs to it. */
class HistoriesTest {

    private static Served served;
    private static long onOther;
    private static long onBoth;
    private static long approval;
    private static long handed;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(post("PO", null, "2012-01-01"));
        history.append(filled("PO", "P-1", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        history.append(sroByPost("I1", "S-1", "PO", "2012-02-01"));
        history.append(filled("PO", "P-2", AppointmentKind.ACTING, "2013-02-01"));
        history.append(vacated("PO", "2014-02-01"));
        history.append(ended("I1", "S-1", "2015-02-01"));
        history.append(document("DOC", "Report", "a1".repeat(32), "2012-03-01"));
        history.append(review("RV", ReviewKind.GATE_2, new ReviewSubject("I1", null, null), "2012-03-01"));
        history.append(new ReviewReported("RV", RagRating.RED, null, "DOC", on("2012-04-01")));
        history.append(recommended("RV", "REC", RecommendationGrade.RECOMMENDED, "2012-04-01"));
        history.append(new DeliveryPlanOpened(
                "PLAN", "MPS", "Ten days", 10, null, "RV", null, new TreeMap<>(), on("2012-04-02")));
        history.append(action("ACT", "I1", null, "2012-04-02"));
        handed = history.append(handedOn("ACT", "Director", "2012-05-02"));
        history.append(done("ACT", "2012-06-02"));
        history.append(action("ACT-2", "I2", null, "2012-04-02"));
        history.append(businessCase("BC", "I1", "BD", "2012-03-01"));
        approval = history.append(decided("BC", "BD", "2012-05-01"));
        history.append(assessed("AOA", "BC", "2012-03-02"));
        history.append(equality("EIA", "I2", null, "2012-03-02"));
        history.append(tied("EIA", "BC", "2012-03-03"));
        history.append(vacancyRequested("VAC", "BD", "I1", "2012-05-31", "2012-02-01"));
        history.append(dependency("DEP", "I2", "I1", "2013-01-01", "2012-03-01"));
        history.append(meeting("M", "BD", "2012-05-01"));
        history.append(
                new MeetingAgendaSet("M", List.of(new AgendaItem("1", "Other", null, null, "I2")), on("2012-04-01")));
        history.append(
                new MeetingAgendaSet("M", List.of(new AgendaItem("1", "Case", null, "BC", null)), on("2012-04-02")));
        history.append(cycle("RC", "PF", List.of("I2"), "BD", "2012-06-30", "2012-06-01"));
        history.append(received("RC", "I2", List.of(), "2012-06-10"));
        history.append(received("RC", "I1", List.of(), "2012-06-11"));
        history.append(boardDecided("BD", "D-0", "2012-05-01"));
        onOther = history.append(boardDecided("BD", "D-1", "I2", "2012-05-01"));
        onBoth = history.append(boardDecided("BD", "D-2", "I1", "2012-05-01"));
        history.correct(onOther, "It was about the other", boardDecided("BD", "D-1", "I1", "2012-05-01"));
        last = history.correct(onBoth, "Never decided", null);
        served.get("/api/v1/registers", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void an_entity_has_its_own_facts_each_with_the_difference_that_it_made() {
        List<JsonNode> facts = items("/actions/ACT/history");
        assertThat(types(facts)).containsExactly("action-opened", "action-handed-on", "action-done");
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.get("kind").asString()).isEqualTo("action");
            assertThat(fact.get("id").asString()).isEqualTo("ACT");
        });
        JsonNode difference = facts.get(1).at("/difference/0");
        assertThat(difference.get("path").asString()).isEqualTo("/owner");
        assertThat(difference.get("from").asString()).isEqualTo("2012-05-02");
        assertThat(difference.at("/before/value/person").asString()).isEqualTo("P-1");
        assertThat(difference.at("/after/value/post").asString()).isEqualTo("Director");
    }

    @Test
    void it_is_told_as_known_then_and_over_all_days() {
        assertThat(types(items("/actions/ACT/history?knownAt=position:" + (handed - 1))))
                .containsExactly("action-opened");
        assertThat(types(items("/actions/ACT/history?knownAt=position:" + handed)))
                .containsExactly("action-opened", "action-handed-on");
        assertThat(served.refusal("/api/v1/actions/ACT/history?asOf=2012-01-01"))
                .isEqualTo("400 unknown-parameter");
        assertThat(served.refusal("/api/v1/actions/ACT/history?kind=action")).isEqualTo("400 unknown-parameter");
        assertThat(served.refusal("/api/v1/actions/NONE/history")).isEqualTo("404 not-found");
    }

    @Test
    void that_of_an_initiative_holds_what_belongs_to_it() {
        assertThat(of("I1", "post")).containsExactly("post-established", "post-filled", "post-filled", "post-vacated");
        assertThat(of("I1", "document")).containsExactly("document-registered");
        assertThat(of("I1", "review")).containsExactly("review-opened", "review-reported", "recommendation-made");
        assertThat(of("I1", "delivery-plan")).containsExactly("delivery-plan-opened");
        assertThat(of("I1", "action")).containsExactly("action-opened", "action-handed-on", "action-done");
        assertThat(of("I2", "action")).containsExactly("action-opened");
        assertThat(of("I1", "accounting-assessment")).hasSize(1);
        assertThat(of("I1", "equality-assessment")).hasSize(2).isEqualTo(of("I2", "equality-assessment"));
        assertThat(of("I1", "vacancy-request")).hasSize(1);
        assertThat(of("I1", "dependency")).hasSize(1).isEqualTo(of("I2", "dependency"));
        assertThat(of("I1", "business-case")).hasSize(2);
        for (String kind :
                List.of("post", "document", "review", "delivery-plan", "accounting-assessment", "business-case"))
            assertThat(of("I2", kind)).as(kind).isEmpty();
    }

    @Test
    void of_what_is_there_for_many_it_holds_the_facts_that_name_it() {
        assertThat(of("I1", "meeting")).containsExactly("meeting-agenda-set");
        assertThat(of("I2", "meeting")).containsExactly("meeting-agenda-set");
        assertThat(of("I1", "reporting-cycle")).containsExactly("submission-received");
        assertThat(of("I2", "reporting-cycle")).containsExactly("reporting-cycle-opened", "submission-received");
    }

    @Test
    void a_correction_is_in_it_where_it_or_what_it_corrects_names_it() {
        assertThat(positions("/initiatives/I1/history?kind=board")).containsExactly(onBoth, last - 1, last);
        assertThat(positions("/initiatives/I2/history?kind=board")).containsExactly(onOther, last - 1);
        assertThat(positions("/initiatives/I2/history?kind=board&knownAt=position:" + onBoth))
                .containsExactly(onOther);
        assertThat(positions("/initiatives/I1/history?kind=board&knownAt=position:" + onOther))
                .isEmpty();
    }

    @Test
    void its_pages_are_parts_of_one_list_by_position() {
        for (String history :
                List.of("/initiatives/I1/history", "/initiatives/I1/history?kind=board", "/boards/BD/history")) {
            List<Long> whole = positions(history);
            assertThat(whole).isSorted().hasSizeGreaterThan(2);
            assertThat(onePerPage(history)).isEqualTo(items(history));
        }
        assertThat(served.refusal("/api/v1/initiatives/I1/history?kind=register"))
                .isEqualTo("400 malformed-request");
    }

    @Test
    void a_timeline_shows_who_held_the_post_that_held_a_role() {
        List<String> held = new ArrayList<>();
        for (JsonNode segment : items("/initiatives/I1/timeline?kind=appointments")) {
            JsonNode sro = segment.at("/appointments/roles/SRO/value");
            held.add("%s %s %s"
                    .formatted(
                            segment.get("from").asString(),
                            sro.get("kind").asString(),
                            sro.at("/holder/person").asString("nobody")));
        }
        assertThat(held)
                .containsExactly(
                        "2012-02-01 SUBSTANTIVE P-1",
                        "2013-02-01 ACTING P-2",
                        "2014-02-01 VACANT nobody",
                        "2015-02-01 ENDED nobody");
    }

    @Test
    void pages_of_a_timeline_are_parts_of_one_list_of_all_kinds() {
        for (String timeline : List.of("/initiatives/I1/timeline", "/initiatives/I1/timeline?kind=appointments"))
            assertThat(onePerPage(timeline)).isEqualTo(items(timeline));
    }

    @Test
    void a_timeline_shows_what_belongs_to_an_initiative_while_it_does() {
        assertThat(items("/initiatives/I1/timeline?kind=equality-assessment"))
                .singleElement()
                .satisfies(segment -> assertThat(segment.get("from").asString()).isEqualTo("2012-03-03"));
        assertThat(items("/initiatives/I2/timeline?kind=equality-assessment")).hasSize(2);
        assertThat(items("/initiatives/I1/timeline?kind=action")).hasSize(3);
        assertThat(items("/initiatives/I1/timeline?kind=delivery-plan")
                        .getFirst()
                        .at("/delivery-plan/name/value")
                        .asString())
                .isEqualTo("Ten days");
    }

    @Test
    void a_decision_says_what_it_changed() {
        JsonNode onCase = served.get("/api/v1/decisions/" + approval, last);
        assertThat(onCase.get("difference"))
                .isEqualTo(fact("/business-cases/BC/history", approval).get("difference"));
        assertThat(onCase.get("difference").findValuesAsString("path")).contains("/outcomes/0");
        JsonNode corrected = served.get("/api/v1/decisions/" + (last - 1), last);
        assertThat(corrected.at("/difference/0/path").asString()).isEqualTo("/decisions/D-1");
        assertThat(corrected.at("/difference/0/before/value/initiative").asString())
                .isEqualTo("I2");
        assertThat(corrected.at("/difference/0/after/value/initiative").asString())
                .isEqualTo("I1");
        assertThat(served.get("/api/v1/decisions/" + onOther, last)
                        .at("/difference/0/before")
                        .isNull())
                .isTrue();
    }

    private static List<JsonNode> onePerPage(String list) {
        List<JsonNode> paged = new ArrayList<>();
        String question = "/api/v1" + list + (list.contains("?") ? "&" : "?") + "limit=1";
        String cursor = "";
        do {
            JsonNode page = served.get(question + cursor, last);
            assertThat(page.get("items")).hasSize(1);
            paged.add(page.at("/items/0"));
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return paged;
    }

    private static JsonNode fact(String history, long position) {
        return items(history).stream()
                .filter(item -> item.get("position").asLong() == position)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> of(String initiative, String kind) {
        List<JsonNode> facts = items("/initiatives/%s/history?kind=%s".formatted(initiative, kind));
        assertThat(facts).allMatch(fact -> fact.get("kind").asString().equals(kind));
        return types(facts);
    }

    private static List<String> types(List<JsonNode> facts) {
        return facts.stream().map(fact -> fact.get("type").asString()).toList();
    }

    private static List<Long> positions(String history) {
        return items(history).stream()
                .map(fact -> fact.get("position").asLong())
                .toList();
    }

    private static List<JsonNode> items(String path) {
        return served.get("/api/v1" + path, last).get("items").valueStream().toList();
    }
}
