package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A contract to its end, a decision that no board took, and a control of posts, told over HTTP. */
class OutsideBoardsJourneyTest {

    private static final Halves HALVES = Halves.fresh();

    private static Conversation talk;

    @BeforeAll
    static void settle() {
        Caller command = HALVES.command();
        talk = new Conversation(command, HALVES.query(), Council.settle(command));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_contract_is_awarded_and_extended_to_its_maximum_and_its_last_day_is_reported_until_it_ends() {
        assertThat(talk.refused("/contracts/CON-1/extensions", """
                {"lastDay": "2027-12-31", "effectiveOn": "2026-02-20"}""")).isEqualTo("contract-not-awarded");
        assertThat(talk.refused("/contracts/CON-1/awards", """
                {"supplier": "Builders", "effectiveOn": "2026-03-01"}""")).isEqualTo("awarded-without-last-day");
        talk.record("/contracts/CON-1/awards", """
                {"supplier": "Builders", "lastDay": "2026-09-30", "effectiveOn": "2026-03-01"}""");
        assertThat(talk.ids("/contracts?endsFrom=2026-09-01&endsTo=2026-10-01&asOf=2026-02-28"))
                .isEmpty();
        assertThat(talk.ids("/contracts?endsFrom=2026-09-01&endsTo=2026-10-01&asOf=2026-03-01"))
                .containsExactly("CON-1");
        assertThat(talk.ids("/contracts?overdue=TRUE&asOf=2026-09-30")).isEmpty();
        assertThat(talk.ids("/contracts?overdue=TRUE&asOf=2026-10-01")).containsExactly("CON-1");
        assertThat(talk.refused("/contracts/CON-1/extensions", """
                {"lastDay": "2026-12-31", "effectiveOn": "2026-10-01"}""")).isEqualTo("extended-after-last-day");
        talk.record("/contracts/CON-1/extensions", """
                {"lastDay": "2026-10-31", "toMaximum": true, "effectiveOn": "2026-09-30"}""");
        assertThat(talk.refused("/contracts/CON-1/extensions", """
                {"lastDay": "2026-12-31", "effectiveOn": "2026-10-31"}""")).isEqualTo("extended-beyond-maximum");
        assertThat(talk.alerts("/contracts/CON-1?asOf=2026-11-01")).isEqualTo("CONTRACT_LAST_DAY_PASSED");
        talk.record("/contracts/CON-1/endings", """
                {"ending": "EXPIRED", "effectiveOn": "2026-11-01"}""");
        assertThat(talk.alerts("/contracts/CON-1?asOf=2026-11-01")).isEmpty();
        assertThat(talk.ids("/contracts?initiative=PG-1&status=ENDED&asOf=2026-11-01"))
                .containsExactly("CON-1");
    }

    @Test
    void a_decision_outside_boards_is_followed_until_another_takes_its_place() {
        assertThat(talk.ask("/outside-decisions/OD-1?asOf=2026-02-09", "/outcome/value/outcome"))
                .isEqualTo("SUBMITTED");
        assertThat(talk.ask("/outside-decisions/OD-1?asOf=2026-02-10", "/outcome/value/outcome"))
                .isEqualTo("TAKEN");
        assertThat(talk.refused("/outside-decisions/OD-1/outcomes", """
                {"outcome": "SUBMITTED", "wording": "With the committee", "effectiveOn": "2026-03-01"}""")).isEqualTo("outside-decision-goes-back");
        assertThat(talk.refused("/outside-decisions/OD-1/outcomes", """
                {"outcome": "ANNOUNCED", "wording": "In the news", "effectiveOn": "2026-03-01"}"""))
                .isEqualTo("outside-decision-without-evidence");
        talk.record("/outside-decisions/OD-1/supersessions", """
                {"description": "Strategy of the next government", "effectiveOn": "2026-06-01"}""");
        assertThat(talk.ask("/outside-decisions/OD-1?asOf=2026-06-01", "/closure/value/description"))
                .isEqualTo("Strategy of the next government");
        assertThat(talk.ids("/outside-decisions?initiative=PG-1&outcome=TAKEN&asOf=2026-06-01"))
                .containsExactly("OD-1");
        assertThat(talk.ids("/business-cases?initiative=PG-1&asOf=2026-06-01")).contains("BC-1");
        assertThat(talk.ask("/business-cases/BC-1/decisions?asOf=2026-06-01").toString())
                .as("it is no decision on a case")
                .doesNotContain("OD-1");
    }

    @Test
    void a_workforce_control_reports_its_figures_and_ends() {
        assertThat(talk.refused("/workforce-controls/WC-1/figures", """
                {"accepted": 121, "effectiveOn": "2026-03-01"}""")).isEqualTo("accepted-above-offers");
        assertThat(talk.refused("/workforce-controls/WC-1/figures", """
                {"cost": {"amount": 1, "currency": "GBP", "priceBasis": "NOT_STATED", "confidence": "NOT_STATED"},
                 "effectiveOn": "2026-03-01"}""")).isEqualTo("cost-not-qualified");
        talk.record("/workforce-controls/WC-1/figures", """
                {"accepted": 120, "cost": {"amount": 1250000, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROXIMATE"},
                 "effectiveOn": "2026-03-01"}""");
        talk.record("/workforce-controls/WC-1/last-days", """
                {"lastDay": "2026-05-31", "effectiveOn": "2026-03-02"}""");
        JsonNode control = talk.ask("/workforce-controls/WC-1?asOf=2026-03-02");
        assertThat(EveryRead.at(control, "/offers/value")).isEqualTo("120");
        assertThat(EveryRead.at(control, "/cost/value/amount")).isEqualTo("1250000");
        assertThat(EveryRead.at(control, "/lastDay/value")).isEqualTo("2026-05-31");
        talk.record("/workforce-controls/WC-1/endings", """
                {"reason": "All answered", "effectiveOn": "2026-06-01"}""");
        assertThat(talk.refused("/workforce-controls/WC-1/figures", """
                {"accepted": 1, "effectiveOn": "2026-06-01"}""")).isEqualTo("workforce-control-ended-already");
        assertThat(talk.ids("/workforce-controls?portfolio=PF&kind=EARLY_DEPARTURE&asOf=2026-06-01"))
                .containsExactly("WC-1");
    }
}
