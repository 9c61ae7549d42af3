package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.EqualityAssessmentHistory.equality;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.Placement;
import tools.jackson.databind.JsonNode;

/**
 * Rule 9: an initial equality impact assessment accompanies a case for final approval, a full one is there before delivery
 * starts, or the lack of it is reported.
 */
class Rule9EqualityAccompaniesApprovalTest {

    private static final String MISSING = "EQUALITY_ASSESSMENT_MISSING";
    private static final String FULL_MISSING = "FULL_EQUALITY_ASSESSMENT_MISSING";

    private static Served served;
    private static long before;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        for (String id : List.of("I1", "I2", "I3", "I4", "I5", "I6", "I9"))
            history.append(initiative(id, id, "PF", "2012-01-01"));
        history.append(businessCase("BC-1", "I1", "BD", "2012-01-01"));
        history.append(decided("BC-1", "BD", "2012-03-01"));
        history.append(full("BC-2", "I2"));
        history.append(decided("BC-2", "BD", "2012-03-01"));
        history.append(businessCase("BC-3", "I3", "BD", "2012-01-01"));
        history.append(initiative("I7", "Project", new Placement("I6", null), on("2012-01-01")));
        history.append(initiative("I8", "Project", new Placement("I9", null), on("2012-01-01")));
        for (String n : List.of("4", "5", "7", "8")) {
            history.append(full("BC-" + n, "I" + n));
            history.append(decided("BC-" + n, "BD", "2012-03-01"));
        }
        history.append(ofInitiative("EIA-4", EqualityAssessmentKind.FULL, "I4", "2012-02-01"));
        history.append(new EqualityAssessmentEnded("EIA-4", "merged", on("2012-03-01")));
        history.append(ofInitiative("EIA-5", EqualityAssessmentKind.FULL, "I5", "2012-02-01"));
        history.append(new EqualityAssessmentEnded("EIA-5", "merged", on("2012-03-02")));
        history.append(ofInitiative("EIA-6", EqualityAssessmentKind.PROGRAMME_LEVEL, "I6", "2012-03-01"));
        history.append(ofInitiative("EIA-8", EqualityAssessmentKind.FULL, "I9", "2012-01-01"));
        before = history.append(equality("EIA-2", "I2", null, "2012-03-01"));
        // Learnt of later: back-dated, and of days to come.
        history.append(equality("EIA-1", "I1", null, "2012-04-01"));
        last = history.append(ofCase("EIA-3", EqualityAssessmentKind.FULL, "BC-2", "2012-05-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_final_approval_without_one_is_reported_from_its_day_whatever_comes_later() {
        assertThat(alerts("I1", "2012-02-29", last)).isEmpty();
        assertThat(alerts("I1", "2012-03-01", last)).containsExactly(MISSING);
        assertThat(alerts("I1", "2012-12-31", last)).as("a month too late").containsExactly(MISSING);
        assertThat(alerts("I1", "2012-03-01", before)).containsExactly(MISSING);
        assertThat(alerts("I3", "2012-12-31", last)).as("not approved").isEmpty();
    }

    @Test
    void one_that_is_stated_later_for_the_day_of_the_approval_accompanies_it() {
        assertThat(alerts("I2", "2012-03-01", before)).containsExactly(FULL_MISSING);
        assertThat(alerts("I2", "2012-03-01", before - 1)).containsExactly(MISSING);
    }

    @Test
    void delivery_does_not_start_on_an_initial_one_alone_without_its_being_reported() {
        assertThat(alerts("I2", "2012-02-29", last)).isEmpty();
        assertThat(alerts("I2", "2012-03-01", last)).containsExactly(FULL_MISSING);
        assertThat(alerts("I2", "2012-12-31", last))
                .as("a full one came too late")
                .containsExactly(FULL_MISSING);
    }

    @Test
    void one_that_ended_before_the_approval_does_not_accompany_it_and_one_that_ended_after_does() {
        assertThat(alerts("I4", "2012-12-31", last)).as("it ended that day").containsExactly(MISSING);
        assertThat(alerts("I5", "2012-12-31", last)).isEmpty();
    }

    @Test
    void one_of_a_whole_programme_accompanies_the_cases_of_its_projects_and_no_other_kind_does() {
        assertThat(alerts("I7", "2012-12-31", last)).isEmpty();
        assertThat(alerts("I8", "2012-12-31", last)).containsExactly(MISSING);
    }

    @Test
    void lists_and_the_status_of_the_portfolio_report_it_too() {
        for (String path : List.of("/portfolios/PF/status?asOf=2012-03-01", "/initiatives?asOf=2012-03-01")) {
            List<String> shown = served.get("/api/v1" + path, last)
                    .get("items")
                    .valueStream()
                    .map(item -> item.get("id").asString() + " " + ofEquality(item))
                    .toList();
            assertThat(shown).as(path).contains("I1 [" + MISSING + "]", "I2 [" + FULL_MISSING + "]", "I3 []", "I7 []");
        }
    }

    private static List<String> alerts(String initiative, String asOf, long known) {
        return ofEquality(served.get(
                "/api/v1/initiatives/%s?asOf=%s&knownAt=position:%s".formatted(initiative, asOf, known), last));
    }

    private static List<String> ofEquality(JsonNode shown) {
        return shown.get("alerts")
                .valueStream()
                .map(JsonNode::asString)
                .filter(alert -> alert.contains("EQUALITY"))
                .toList();
    }

    private static GovernanceFact full(String id, String initiative) {
        return new BusinessCaseOpened(
                id,
                "MPS",
                initiative,
                CaseStage.FBC,
                "Full case",
                List.of("BD"),
                null,
                List.of("P-1"),
                new TreeMap<>(),
                on("2012-01-01"));
    }

    private static GovernanceFact ofInitiative(String id, EqualityAssessmentKind kind, String initiative, String day) {
        return assessment(id, kind, new EqualitySubject(initiative, null, null), day);
    }

    private static GovernanceFact ofCase(String id, EqualityAssessmentKind kind, String businessCase, String day) {
        return assessment(id, kind, new EqualitySubject(null, businessCase, null), day);
    }

    private static GovernanceFact assessment(
            String id, EqualityAssessmentKind kind, EqualitySubject subject, String day) {
        return new EqualityAssessmentOpened(
                id, "MPS", kind, List.of(subject), "0".repeat(64), null, null, new TreeMap<>(), on(day));
    }
}
