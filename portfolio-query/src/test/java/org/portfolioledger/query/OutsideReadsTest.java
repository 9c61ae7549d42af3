package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.OutsideDecisionHistory.outsideDecision;
import static org.portfolioledger.query.OutsideDecisionHistory.outsideProgress;
import static org.portfolioledger.query.OutsideDecisionHistory.superseded;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.WorkforceControlHistory.controlEnded;
import static org.portfolioledger.query.WorkforceControlHistory.figures;
import static org.portfolioledger.query.WorkforceControlHistory.workforceControl;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.OutsideDecisionFact.OutsideOutcome;
import tools.jackson.databind.JsonNode;

/** What was decided outside boards, and the controls of posts, as of and as known at any day. */
class OutsideReadsTest {

    private static Served served;
    private static long taken;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        history.append(initiative("I2", "Two", "PF", "2012-01-01"));
        history.append(outsideDecision("OD-1", OutsideOutcome.SUBMITTED, List.of("I1", "I2"), "PF", "2012-02-01"));
        history.append(outsideDecision("OD-2", OutsideOutcome.TAKEN, List.of("I2"), null, "2012-02-01"));
        history.append(workforceControl("WC-1", "PF", "2012-02-01"));
        history.append(workforceControl("WC-2", null, "2012-02-01"));
        history.append(figures("WC-1", 1349, null, "2012-03-01"));
        taken = history.append(outsideProgress("OD-1", OutsideOutcome.TAKEN, "Agreed", "2012-03-01"));
        history.append(superseded("OD-2", "OD-1", "2012-03-02"));
        history.append(figures("WC-1", null, 448, "2012-04-01"));
        last = history.append(controlEnded("WC-1", "2012-05-01"));
        served.get("/api/v1/outside-decisions", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_decision_is_found_by_what_it_concerns_and_by_how_far_it_has_come() {
        assertThat(ids("/outside-decisions?initiative=I1&asOf=2012-02-01")).containsExactly("OD-1");
        assertThat(ids("/outside-decisions?initiative=i2&asOf=2012-02-01")).containsExactly("OD-1", "OD-2");
        assertThat(ids("/outside-decisions?portfolio=PF&asOf=2012-02-01")).containsExactly("OD-1");
        assertThat(ids("/outside-decisions?kind=STRATEGY&asOf=2012-01-31")).isEmpty();
        assertThat(ids("/outside-decisions?outcome=TAKEN&asOf=2012-02-29")).containsExactly("OD-2");
        assertThat(ids("/outside-decisions?outcome=TAKEN&asOf=2012-03-01")).containsExactly("OD-1", "OD-2");
        assertThat(ids("/outside-decisions?outcome=TAKEN&asOf=2012-03-01&knownAt=position:" + (taken - 1)))
                .containsExactly("OD-2");
    }

    @Test
    void what_took_its_place_is_shown_from_its_day_on() {
        assertThat(at("/outside-decisions/OD-2?asOf=2012-03-01", "/closure/value/by"))
                .isEmpty();
        assertThat(at("/outside-decisions/OD-2?asOf=2012-03-02", "/closure/value/by"))
                .isEqualTo("OD-1");
        assertThat(at("/outside-decisions/OD-1?asOf=2012-03-01", "/outcome/value/wording"))
                .isEqualTo("Agreed");
    }

    @Test
    void a_control_shows_the_last_figures_of_each_kind_that_were_stated() {
        assertThat(ids("/workforce-controls?portfolio=PF&kind=EARLY_DEPARTURE&asOf=2012-02-01"))
                .containsExactly("WC-1");
        assertThat(ids("/workforce-controls?sort=-name&asOf=2012-02-01")).containsExactly("WC-2", "WC-1");
        assertThat(at("/workforce-controls/WC-1?asOf=2012-02-29", "/offers/value"))
                .isEmpty();
        assertThat(at("/workforce-controls/WC-1?asOf=2012-04-01", "/offers/value"))
                .isEqualTo("1349");
        assertThat(at("/workforce-controls/WC-1?asOf=2012-04-01", "/accepted/value"))
                .isEqualTo("448");
        assertThat(at("/workforce-controls/WC-1?asOf=2012-04-30", "/closure/since"))
                .isEmpty();
        assertThat(at("/workforce-controls/WC-1?asOf=2012-05-01", "/closure/since"))
                .isEqualTo("2012-05-01");
    }

    private static String at(String question, String pointer) {
        return served.get("/api/v1" + question, last).at(pointer).asString("");
    }

    private static List<String> ids(String question) {
        return served.get("/api/v1" + question, last)
                .get("items")
                .valueStream()
                .map((JsonNode item) -> item.get("id").asString())
                .toList();
    }
}
