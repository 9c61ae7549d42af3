package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.ActionHistory.action;
import static org.portfolioledger.query.ActionHistory.done;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.DocumentHistory.documentVersion;
import static org.portfolioledger.query.DocumentHistory.replacedBy;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.ReviewHistory.claimed;
import static org.portfolioledger.query.ReviewHistory.recommended;
import static org.portfolioledger.query.ReviewHistory.reported;
import static org.portfolioledger.query.ReviewHistory.review;
import static org.portfolioledger.query.ReviewHistory.reviewCancelled;
import static org.portfolioledger.query.ReviewHistory.verified;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** What reviews recommended and what became of it, over a portfolio; a red gate; documents by what they contain. */
class AssuranceTest {

    private static final ReviewSubject INITIATIVE = new ReviewSubject("I1", null, null);
    private static final ReviewSubject PORTFOLIO = new ReviewSubject(null, "PF", null);
    private static final ReviewSubject ELSEWHERE = new ReviewSubject("I2", null, null);
    private static final String FIRST = "a1".repeat(32);
    private static final String SECOND = "b2".repeat(32);

    private static Served served;
    private static long before;
    private static long backDated;
    private static long planned;
    private static long cancelled;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(portfolio("PF-2", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF-2", "2012-01-01"));
        history.append(review("RV-1", ReviewKind.GATE_2, INITIATIVE, "2012-06-01"));
        history.append(review("RV-2", ReviewKind.PAR, PORTFOLIO, "2012-06-01"));
        history.append(review("RV-3", ReviewKind.PAR, ELSEWHERE, "2012-06-01"));
        history.append(recommended("RV-1", "R-1", RecommendationGrade.CRITICAL_DO_NOW, "2012-11-01"));
        history.append(recommended("RV-1", "R-2", RecommendationGrade.RECOMMENDED, "2012-11-01"));
        history.append(recommended("RV-2", "R-1", RecommendationGrade.CRITICAL_DO_NOW, "2012-12-15"));
        history.append(recommended("RV-3", "R-1", RecommendationGrade.CRITICAL_DO_NOW, "2012-11-01"));
        history.append(review(
                "RV-S", ReviewKind.EXTERNAL_REVIEW, new ReviewSubject(null, null, "The strategy"), "2012-06-01"));
        history.append(recommended("RV-S", "R-1", RecommendationGrade.CRITICAL_DO_NOW, "2012-11-01"));
        before = history.append(reported("RV-1", RagRating.RED, "2012-11-01"));
        history.append(claimed("RV-1", "R-1", "2012-12-20"));
        backDated = history.append(verified("RV-1", "R-1", "2012-12-31"));
        planned = history.append(review("AAP-1", ReviewKind.AAP, INITIATIVE, "RV-1", "2013-02-01"));
        cancelled = history.append(reviewCancelled("AAP-1", "2013-03-01"));
        history.append(document("DOC", "Progress", FIRST, "2012-01-01"));
        history.append(documentVersion("DOC", 2, SECOND, "2012-06-01"));
        history.append(document("DOC-2", "Progress again", FIRST.replace('a', 'c'), "2013-01-01"));
        history.append(replacedBy("DOC", "DOC-2", "2013-01-01"));
        history.append(action("ACT", "I1", "2012-12-31", "2012-06-01"));
        last = history.append(done("ACT", "2013-02-01"));
        served.get("/api/v1/reviews", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void open_critical_recommendations_of_a_day_are_those_known_then_or_those_known_now() {
        String question = "/api/v1/portfolios/PF/recommendations?grade=CRITICAL_DO_NOW&state=OPEN&asOf=2013-01-01";
        assertThat(found(question + "&knownAt=position:" + before)).containsExactly("RV-1 R-1", "RV-2 R-1");
        assertThat(found(question)).containsExactly("RV-2 R-1");
        assertThat(found(question.replace("2013-01-01", "2012-12-14"))).containsExactly("RV-1 R-1");
        assertThat(found(question.replace("2013-01-01", "2012-12-20"))).containsExactly("RV-2 R-1");
        assertThat(found(question.replace("2013-01-01", "2012-12-14") + "&knownAt=position:" + before))
                .containsExactly("RV-1 R-1");
        assertThat(found("/api/v1/portfolios/PF/recommendations?state=VERIFIED&asOf=2012-12-31&knownAt=position:"
                        + backDated))
                .containsExactly("RV-1 R-1");
    }

    @Test
    void open_are_all_that_are_neither_rejected_nor_followed_to_their_end() {
        String open = "/recommendations?grade=CRITICAL_DO_NOW&open=TRUE&asOf=";
        String mine = "/api/v1/portfolios/PF" + open;
        assertThat(found(mine + "2012-12-20")).as("claimed only").containsExactly("RV-1 R-1", "RV-2 R-1");
        assertThat(found(mine + "2012-12-30")).containsExactly("RV-1 R-1", "RV-2 R-1");
        assertThat(found(mine + "2012-12-31")).containsExactly("RV-2 R-1");
        assertThat(found(mine + "2012-12-31&knownAt=position:" + before)).containsExactly("RV-1 R-1", "RV-2 R-1");
        assertThat(found(mine.replace("TRUE", "FALSE") + "2012-12-31")).containsExactly("RV-1 R-1");
        assertThat(found("/api/v1/reviews/RV-1" + open + "2012-12-30")).containsExactly("RV-1 R-1");
    }

    @Test
    void those_of_reviews_of_no_portfolio_are_listed_too() {
        String all = "/api/v1/recommendations?register=MPS&grade=CRITICAL_DO_NOW&open=TRUE&asOf=";
        assertThat(found(all + "2013-01-01")).containsExactly("RV-2 R-1", "RV-3 R-1", "RV-S R-1");
        assertThat(found(all + "2012-12-14")).containsExactly("RV-1 R-1", "RV-3 R-1", "RV-S R-1");
        assertThat(found("/api/v1/recommendations?overdue=TRUE&asOf=2012-12-01"))
                .isEmpty();
    }

    @Test
    void they_are_overdue_from_the_day_after_the_last_one() {
        String question = "/api/v1/portfolios/PF/recommendations?overdue=TRUE&knownAt=position:" + before + "&asOf=";
        assertThat(found(question + "2012-12-01")).isEmpty();
        assertThat(found(question + "2012-12-02")).containsExactly("RV-1 R-1", "RV-1 R-2");
        assertThat(found(question.replace("TRUE", "FALSE") + "2012-12-15")).containsExactly("RV-2 R-1");
        JsonNode one = served.get("/api/v1/reviews/RV-1/recommendations/R-2?asOf=2012-12-02", last);
        assertThat(alerts(one)).containsExactly("RECOMMENDATION_OVERDUE");
    }

    @Test
    void the_reviews_of_a_portfolio_are_its_own_and_those_of_its_initiatives() {
        assertThat(ids("/api/v1/portfolios/PF/reviews?asOf=2012-12-01")).containsExactly("RV-1", "RV-2");
        assertThat(ids("/api/v1/portfolios/PF/reviews?kind=PAR&asOf=2012-12-01"))
                .containsExactly("RV-2");
        assertThat(ids("/api/v1/portfolios/PF-2/reviews?asOf=2012-12-01")).containsExactly("RV-3");
        assertThat(ids("/api/v1/reviews?portfolio=PF")).containsExactly("RV-2");
        assertThat(ids("/api/v1/reviews?kind=PAR&asOf=2012-12-01")).containsExactly("RV-2", "RV-3");
        assertThat(ids("/api/v1/reviews?initiative=i1&asOf=2012-12-01")).containsExactly("RV-1");
    }

    @Test
    void a_red_gate_shows_an_alert_until_an_assurance_of_its_action_plan_is_planned() {
        for (String list :
                List.of("/api/v1/reviews/RV-1?", "/api/v1/reviews?initiative=I1&", "/api/v1/portfolios/PF/reviews?")) {
            assertThat(isDue(list + "asOf=2012-10-31")).as(list).isFalse();
            assertThat(isDue(list + "asOf=2012-11-01")).as(list).isTrue();
            assertThat(isDue(list + "asOf=2013-01-31")).as(list).isTrue();
            assertThat(isDue(list + "asOf=2013-02-01")).as(list).isFalse();
            assertThat(isDue(list + "asOf=2013-02-28")).as(list).isFalse();
            assertThat(isDue(list + "asOf=2013-03-01")).as("it was cancelled").isTrue();
            assertThat(isDue(list + "asOf=2013-03-01&knownAt=position:" + planned))
                    .as(list)
                    .isFalse();
            assertThat(isDue(list + "asOf=2013-02-01&knownAt=position:" + (planned - 1)))
                    .as(list)
                    .isTrue();
        }
        assertThat(alerts(served.get("/api/v1/reviews/RV-2?asOf=2012-12-01", cancelled)))
                .doesNotContain("ACTION_PLAN_NOT_ASSURED");
    }

    @Test
    void whoever_holds_a_red_gate_is_shown_what_another_review_changed_of_it() {
        try (Served own = Served.start()) {
            History history = own.history();
            ReviewSubject strategy = new ReviewSubject(null, null, "The strategy");
            history.append(review("RV", ReviewKind.GATE_2, strategy, "2012-06-01"));
            long red = history.append(reported("RV", RagRating.RED, "2012-11-01"));
            assertThat(alerts(own.get("/api/v1/reviews/RV", red))).contains("ACTION_PLAN_NOT_ASSURED");
            String tag =
                    own.ask("/api/v1/reviews/RV").headers().firstValue("ETag").orElseThrow();
            assertThat(own.ask("/api/v1/reviews/RV", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            long assured = history.append(review("AAP", ReviewKind.AAP, strategy, "RV", "2012-12-01"));
            assertThat(alerts(own.get("/api/v1/reviews/RV", assured))).doesNotContain("ACTION_PLAN_NOT_ASSURED");
            assertThat(own.ask("/api/v1/reviews/RV", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    private static boolean isDue(String question) {
        JsonNode answer = served.get(question, last);
        JsonNode review = answer.path("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals("RV-1"))
                .findFirst()
                .orElse(answer);
        return alerts(review).contains("ACTION_PLAN_NOT_ASSURED");
    }

    @Test
    void a_document_is_found_by_the_hash_of_each_version_and_by_what_took_its_place() {
        assertThat(ids("/api/v1/documents?sha256=" + FIRST)).containsExactly("DOC");
        assertThat(ids("/api/v1/documents?sha256=" + SECOND)).containsExactly("DOC");
        assertThat(ids("/api/v1/documents?sha256=" + SECOND + "&asOf=2012-05-31"))
                .isEmpty();
        assertThat(ids("/api/v1/documents?replacedBy=DOC-2")).containsExactly("DOC");
        assertThat(ids("/api/v1/documents?kind=REPORT&asOf=2012-12-31")).containsExactly("DOC");
        assertThat(ids("/api/v1/documents?kind=LETTER&asOf=2012-12-31")).isEmpty();
        assertThat(ids("/api/v1/documents?replacedBy=DOC-2&asOf=2012-12-31")).isEmpty();
        assertThat(alerts(served.get("/api/v1/documents/DOC?asOf=2012-12-31", last)))
                .isEmpty();
        assertThat(alerts(served.get("/api/v1/documents/DOC?asOf=2013-01-01", last)))
                .containsExactly("DOCUMENT_REPLACED");
    }

    @Test
    void an_action_is_overdue_until_it_is_done() {
        assertThat(ids("/api/v1/portfolios/PF/actions?status=OPEN&asOf=2013-01-31"))
                .containsExactly("ACT");
        assertThat(ids("/api/v1/portfolios/PF/actions?status=OPEN&asOf=2013-02-01"))
                .isEmpty();
        assertThat(ids("/api/v1/actions?owner=p-1")).containsExactly("ACT");
        assertThat(alerts(served.get("/api/v1/actions/ACT?asOf=2012-12-31", last)))
                .isEmpty();
        assertThat(alerts(served.get("/api/v1/actions/ACT?asOf=2013-01-01", last)))
                .containsExactly("ACTION_OVERDUE");
        assertThat(alerts(served.get("/api/v1/actions/ACT?asOf=2013-02-01", last)))
                .isEmpty();
    }

    private static List<String> found(String question) {
        return served.get(question, last)
                .get("items")
                .valueStream()
                .map(item ->
                        item.get("review").asString() + " " + item.get("id").asString())
                .sorted()
                .toList();
    }

    private static List<String> ids(String question) {
        return served.get(question, last)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .sorted()
                .toList();
    }

    private static List<String> alerts(JsonNode item) {
        return item.get("alerts").valueStream().map(JsonNode::asString).toList();
    }
}
