package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.submitted;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewSubject;

/** What happened in a portfolio stays listed in it when the initiative leaves, and is never listed where it went. */
class MovedInitiativeTest {

    private static final List<String> EVENTS =
            List.of("decisions", "lead-times", "role-changes-near-approvals", "papers-changed-before-gates");

    private static Served served;
    private static long beforeMove;
    private static long approved;
    private static long approvedAgain;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        for (String id : List.of("PF-1", "PF-2")) history.append(portfolio(id, "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        history.append(initiative("PG", "Programme", "PF-1", "2012-01-01"));
        history.append(initiative("I1", "Project", new Placement("PG", null), on("2012-01-01")));
        history.append(businessCase("BC", "I1", "BD", "2012-01-01"));
        history.append(versioned("BC", 1, "10", "2012-05-01"));
        history.append(submitted("BC", 1, "2012-05-02"));
        approved = history.append(decided("BC", "BD", "2012-06-01"));
        history.append(sro("I1", "A-1", AppointmentKind.SUBSTANTIVE, "2012-01-01"));
        history.append(sro("I1", "A-2", AppointmentKind.ACTING, "2012-06-15"));
        history.append(new org.portfolioledger.events.AppointmentFact.AppointmentEnded(
                "I1", "A-1", "left", null, on("2012-06-10")));
        history.append(boardDecided("BD", "D-1", "I1", "2012-12-31"));
        history.append(versioned("BC", 2, "11", "2012-06-10"));
        history.append(gate("RV", "I1"));
        beforeMove = history.append(new ReviewHeld("RV", null, on("2012-06-12")));
        // Through the programme above it.
        history.append(new InitiativeMoved("PG", new Placement(null, "PF-2"), null, "merged", on("2013-01-01")));
        history.append(boardDecided("BD", "D-2", "I1", "2013-01-01"));
        history.append(new BusinessCaseReevaluated(
                "BC", ReevaluationResult.LAPSED, List.of("P-3"), "costs rose", on("2013-02-01")));
        history.append(submitted("BC", 1, "2013-02-02"));
        approvedAgain = last = history.append(decided("BC", "BD", "2013-03-01"));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void decisions_are_those_of_the_days_on_which_it_belonged_to_the_portfolio() {
        assertThat(ids("PF-1", "decisions", "2014-01-01")).containsExactlyInAnyOrder("D-1", "" + approved);
        assertThat(ids("PF-2", "decisions", "2014-01-01")).containsExactlyInAnyOrder("D-2", "" + approvedAgain);
        assertThat(ids("PF-2", "decisions", "2012-12-31")).isEmpty();
    }

    @Test
    void what_happened_before_it_left_is_there_after_as_it_was_before() {
        for (String list : EVENTS) {
            List<String> before = ids("PF-1", list, "2012-12-31");
            assertThat(before).as(list).isNotEmpty();
            assertThat(ids("PF-1", list, "2014-01-01")).as(list).isEqualTo(before);
            assertThat(ids("PF-1", list, "2014-01-01&knownAt=position:" + beforeMove))
                    .as(list)
                    .isEqualTo(before);
        }
        for (String list : List.of("role-changes-near-approvals", "papers-changed-before-gates"))
            assertThat(ids("PF-2", list, "2014-01-01")).as(list).isEmpty();
    }

    @Test
    void a_case_that_was_finally_approved_twice_is_two_items_of_lead_times() {
        assertThat(cases("PF-1")).containsExactly("" + approved);
        assertThat(cases("PF-2")).containsExactly("" + approvedAgain);
    }

    private static List<String> cases(String portfolio) {
        return served.get("/api/v1/portfolios/" + portfolio + "/lead-times?asOf=2014-01-01", last)
                .at("/items/0/cases")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> ids(String portfolio, String list, String asOf) {
        return served.get("/api/v1/portfolios/%s/%s?asOf=%s".formatted(portfolio, list, asOf), last)
                .get("items")
                .valueStream()
                .map(item -> item.has("id")
                        ? item.get("id").asString()
                        : item.get("cases").toString())
                .toList();
    }

    private static GovernanceFact gate(String id, String initiative) {
        return new ReviewOpened(
                id,
                "MPS",
                ReviewKind.GATE_2,
                new ReviewSubject(initiative, null, null),
                LocalDate.parse("2012-06-12"),
                null,
                null,
                new TreeMap<>(),
                on("2012-01-01"));
    }
}
