package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AccountingAssessmentHistory.assessed;
import static org.portfolioledger.query.AccountingAssessmentHistory.departed;
import static org.portfolioledger.query.AccountingAssessmentHistory.reassessed;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.DeliveryPlanHistory.itemAchieved;
import static org.portfolioledger.query.DeliveryPlanHistory.itemAdded;
import static org.portfolioledger.query.DeliveryPlanHistory.plan;
import static org.portfolioledger.query.DeliveryPlanHistory.started;
import static org.portfolioledger.query.DocumentHistory.document;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.EqualityAssessmentHistory.equalityReviewed;
import static org.portfolioledger.query.EqualityAssessmentHistory.tied;
import static org.portfolioledger.query.ExternalRequestHistory.answered;
import static org.portfolioledger.query.ExternalRequestHistory.externalRequest;
import static org.portfolioledger.query.ExternalRequestHistory.requestAssigned;
import static org.portfolioledger.query.ExternalRequestHistory.requestPromised;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.VacancyRequestHistory.authorised;
import static org.portfolioledger.query.VacancyRequestHistory.extensionRequested;
import static org.portfolioledger.query.VacancyRequestHistory.vacancyClosed;
import static org.portfolioledger.query.VacancyRequestHistory.vacancyRequested;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is due and what is overdue, of assessments, vacancy requests, plans and requests of overseeing bodies. */
class OversightTest {

    private static Served served;
    private static long last;
    private static long retraction;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-01"));
        history.append(document("DOC", "Answer", "a1".repeat(32), "2012-01-01"));
        history.append(equality("EIA-1", "I1", "2012-05-31", "2012-02-01"));
        history.append(equality("EIA-2", "I2", null, "2012-02-01"));
        history.append(tied("EIA-1", "BC", "2012-03-01"));
        history.append(equalityReviewed("EIA-1", null, "2012-07-01"));
        history.append(assessed("AOA", "BC", "2012-02-01"));
        history.append(departed("AOA", "2012-05-31", "2012-04-01"));
        history.append(reassessed("AOA", "2012-07-01"));
        history.append(vacancyRequested("VAC", "BD", "I1", "2012-05-31", "2012-02-01"));
        long decided = history.append(authorised("VAC", "BD", "2012-05-31", "2012-02-10"));
        history.append(extensionRequested("VAC", "2012-08-31", "2012-06-10"));
        history.append(authorised("VAC", "BD", "2012-08-31", "2012-06-20"));
        history.append(vacancyRequested("VAC-2", "BD", null, "2012-05-31", "2012-02-01"));
        history.append(vacancyClosed("VAC-2", "2012-03-01"));
        history.append(plan("PLAN", "I1", 10, "2012-02-01"));
        history.append(itemAdded("PLAN", "IT-1", "2012-05-05", "2012-02-01"));
        history.append(itemAdded("PLAN", "IT-2", null, "2012-02-01"));
        history.append(started("PLAN", "2012-05-01"));
        history.append(itemAchieved("PLAN", "IT-1", "2012-05-08"));
        history.append(externalRequest("REQ", "BD", "2012-05-31", "2012-02-01"));
        history.append(requestAssigned("REQ", "Director", "2012-02-02"));
        history.append(requestPromised("REQ", "a table", "2012-04-30", "2012-03-01"));
        last = history.append(answered("REQ", "DOC", "2012-07-01"));
        retraction = history.correct(decided, "Never met", null);
        served.get("/api/v1/external-requests", retraction);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void an_equality_assessment_is_found_by_what_it_is_of_and_by_its_overdue_review() {
        assertThat(ids("/equality-assessments?asOf=2012-02-01&initiative=I1")).containsExactly("EIA-1");
        assertThat(ids("/equality-assessments?asOf=2012-02-29&businessCase=BC")).isEmpty();
        assertThat(ids("/equality-assessments?asOf=2012-03-01&businessCase=bc")).containsExactly("EIA-1");
        assertThat(ids("/equality-assessments?asOf=2012-05-31&overdue=TRUE")).isEmpty();
        assertThat(ids("/equality-assessments?asOf=2012-06-01&overdue=TRUE")).containsExactly("EIA-1");
        assertThat(ids("/equality-assessments?asOf=2012-06-01&overdue=FALSE")).containsExactly("EIA-2");
        assertThat(ids("/equality-assessments?asOf=2012-07-01&overdue=TRUE")).isEmpty();
        assertThat(alerts("/equality-assessments/EIA-1?asOf=2012-06-01")).containsExactly("EQUALITY_REVIEW_OVERDUE");
    }

    @Test
    void a_case_that_is_due_to_be_assessed_again_is_an_alert_on_its_initiative_and_listed_for_its_portfolio() {
        String overdue = "/portfolios/PF/accounting-assessments?overdue=TRUE&asOf=";
        assertThat(ids(overdue + "2012-05-31")).isEmpty();
        assertThat(ids(overdue + "2012-06-01")).containsExactly("AOA");
        assertThat(ids(overdue + "2012-07-01")).as("assessed again").isEmpty();
        assertThat(ids("/portfolios/PF/accounting-assessments?status=REASSESSMENT_DUE&asOf=2012-04-01"))
                .containsExactly("AOA");
        assertThat(ids("/portfolios/PF/accounting-assessments?initiative=I1&asOf=2012-02-01"))
                .containsExactly("AOA");
        assertThat(ids("/portfolios/PF/accounting-assessments?asOf=2012-01-31")).isEmpty();
        for (String path : List.of("/portfolios/PF/status?asOf=", "/initiatives?asOf=")) {
            assertThat(ofInitiative(path + "2012-05-31")).as(path).doesNotContain("REASSESSMENT_OVERDUE");
            assertThat(ofInitiative(path + "2012-06-01")).as(path).contains("REASSESSMENT_OVERDUE");
            assertThat(ofInitiative(path + "2012-07-01")).as(path).doesNotContain("REASSESSMENT_OVERDUE");
        }
    }

    private static List<String> ofInitiative(String path) {
        return served.get("/api/v1" + path, last)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals("I1"))
                .flatMap(item -> item.get("alerts").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_case_that_departed_from_its_plan_is_due_to_be_assessed_again_until_it_is() {
        assertThat(ids("/accounting-assessments?asOf=2012-03-31&status=REASSESSMENT_DUE"))
                .isEmpty();
        assertThat(ids("/accounting-assessments?asOf=2012-04-01&status=REASSESSMENT_DUE"))
                .containsExactly("AOA");
        assertThat(ids("/accounting-assessments?asOf=2012-05-31&overdue=TRUE")).isEmpty();
        assertThat(ids("/accounting-assessments?asOf=2012-06-01&overdue=TRUE")).containsExactly("AOA");
        assertThat(ids("/accounting-assessments?asOf=2012-06-30&notMet=FEASIBILITY&businessCase=BC"))
                .containsExactly("AOA");
        assertThat(ids("/accounting-assessments?asOf=2012-06-30&notMet=PROPRIETY"))
                .isEmpty();
        assertThat(ids("/accounting-assessments?asOf=2012-07-01&notMet=FEASIBILITY"))
                .isEmpty();
        assertThat(ids("/accounting-assessments?asOf=2012-07-01&overdue=TRUE")).isEmpty();
        assertThat(alerts("/accounting-assessments/AOA?asOf=2012-06-01"))
                .containsExactly("REASSESSMENT_DUE", "REASSESSMENT_OVERDUE", "STANDARD_NOT_MET");
    }

    @Test
    void a_request_to_fill_a_post_waits_is_authorised_and_runs_out() {
        String then = "&knownAt=position:" + last;
        assertThat(ids("/vacancy-requests?asOf=2012-02-09&status=REQUESTED&board=BD" + then))
                .containsExactly("VAC", "VAC-2");
        assertThat(ids("/vacancy-requests?asOf=2012-02-10&status=AUTHORISED&initiative=I1" + then))
                .containsExactly("VAC");
        assertThat(ids("/vacancy-requests?asOf=2012-05-31&overdue=TRUE" + then)).isEmpty();
        assertThat(ids("/vacancy-requests?asOf=2012-06-01&overdue=TRUE" + then)).containsExactly("VAC");
        assertThat(ids("/vacancy-requests?asOf=2012-06-10&status=EXTENSION_REQUESTED" + then))
                .containsExactly("VAC");
        assertThat(ids("/vacancy-requests?asOf=2012-06-20&overdue=TRUE" + then)).isEmpty();
        assertThat(ids("/vacancy-requests?asOf=2012-09-01&overdue=TRUE" + then)).containsExactly("VAC");
        assertThat(ids("/vacancy-requests?asOf=2012-09-01&status=CLOSED" + then))
                .containsExactly("VAC-2");
    }

    @Test
    void a_decision_that_was_retracted_since_is_shown_and_counts_no_more() {
        assertThat(alerts("/vacancy-requests/VAC?asOf=2012-02-10&knownAt=position:" + last))
                .isEmpty();
        assertThat(alerts("/vacancy-requests/VAC?asOf=2012-02-10")).containsExactly("DECISION_RETRACTED");
        assertThat(ids("/vacancy-requests?asOf=2012-02-10&status=REQUESTED")).containsExactly("VAC", "VAC-2");
    }

    @Test
    void what_is_in_a_plan_is_late_after_its_own_day_or_the_last_of_the_plan() {
        assertThat(ids("/delivery-plans/PLAN/items?asOf=2012-05-05&overdue=TRUE"))
                .isEmpty();
        assertThat(ids("/delivery-plans/PLAN/items?asOf=2012-05-06&overdue=TRUE"))
                .containsExactly("IT-1");
        assertThat(ids("/delivery-plans?asOf=2012-05-06&overdue=TRUE&initiative=I1"))
                .containsExactly("PLAN");
        assertThat(alerts("/delivery-plans/PLAN?asOf=2012-05-06")).containsExactly("PLAN_ITEM_OVERDUE");
        assertThat(alerts("/delivery-plans/PLAN/items/it-1?asOf=2012-05-06")).containsExactly("PLAN_ITEM_OVERDUE");
        assertThat(ids("/delivery-plans?asOf=2012-05-10&overdue=TRUE")).isEmpty();
        assertThat(ids("/delivery-plans?asOf=2012-05-11&overdue=TRUE")).containsExactly("PLAN");
        assertThat(ids("/delivery-plans?asOf=2012-05-10&overdue=FALSE")).containsExactly("PLAN");
        assertThat(alerts("/delivery-plans/PLAN?asOf=2012-05-11")).containsExactly("PLAN_ITEM_OVERDUE", "PLAN_OVERDUE");
        assertThat(ids("/delivery-plans/PLAN/items?asOf=2012-05-11&state=ACHIEVED&kind=PRODUCT"))
                .containsExactly("IT-1");
    }

    @Test
    void a_request_of_an_overseeing_body_is_late_after_the_day_of_the_promise_or_of_the_answer() {
        assertThat(ids("/external-requests?asOf=2012-02-28&status=OPEN&board=BD"))
                .containsExactly("REQ");
        assertThat(ids("/external-requests?asOf=2012-03-01&status=PROMISED&owner=director"))
                .containsExactly("REQ");
        assertThat(ids("/external-requests?asOf=2012-04-30&overdue=TRUE")).isEmpty();
        assertThat(ids("/external-requests?asOf=2012-05-01&overdue=TRUE")).containsExactly("REQ");
        assertThat(alerts("/external-requests/REQ?asOf=2012-05-31")).containsExactly("REQUEST_PROMISE_MISSED");
        assertThat(alerts("/external-requests/REQ?asOf=2012-06-01"))
                .containsExactly("REQUEST_OVERDUE", "REQUEST_PROMISE_MISSED");
        assertThat(ids("/external-requests?asOf=2012-07-01&overdue=TRUE")).isEmpty();
        assertThat(ids("/external-requests?asOf=2012-07-01&status=ANSWERED")).containsExactly("REQ");
    }

    private static List<String> ids(String question) {
        return served.get("/api/v1" + question, retraction)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .sorted()
                .toList();
    }

    private static List<String> alerts(String question) {
        JsonNode item = served.get("/api/v1" + question, retraction);
        return item.get("alerts").valueStream().map(JsonNode::asString).sorted().toList();
    }
}
