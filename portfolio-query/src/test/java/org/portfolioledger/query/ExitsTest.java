package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.appointed;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.InitiativeFact.CaseMeasure;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Role;
import tools.jackson.databind.JsonNode;

/** What left a portfolio: when, why, by whose decision, with which outcome, and who holds the benefits. */
class ExitsTest {

    private static Served served;
    private static long decision;
    private static long exit;
    private static long again;
    private static long moved;
    private static long back;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        for (String id : List.of("PF", "PF-2")) history.append(portfolio(id, "2012-01-01"));
        history.append(board("BD", "2012-01-01"));
        for (String id : List.of("I1", "I2")) history.append(initiative(id, "Called " + id, "PF", "2012-01-01"));
        history.append(businessCase("BC", "I1", "BD", "2012-01-01"));
        decision = history.append(boardDecided("BD", "D-1", "I1", "2012-05-31"));
        exit = history.append(exited("I1", "2012-06-01"));
        // Put in another portfolio on the same day.
        history.append(new InitiativeMoved("I1", new Placement(null, "PF-2"), null, null, on("2012-06-01")));
        history.append(appointed(
                "I1",
                "A-1",
                Role.BENEFITS_OWNER,
                AppointmentKind.SUBSTANTIVE,
                new Holder("P-7", null),
                10,
                "2012-09-01"));
        // Stated later, of a day to come.
        again = history.append(exited("I1", "2013-01-01"));
        history.append(initiative("I3", "Called I3", "PF-2", "2012-01-01"));
        moved = history.append(
                new InitiativeMoved("I2", new Placement(null, "PF-2"), "the Deputy Mayor", "merged", on("2013-06-01")));
        history.append(new InitiativeMoved("I2", new Placement("I3", null), null, null, on("2014-01-01")));
        last = back =
                history.append(new InitiativeMoved("I2", new Placement(null, "PF"), null, null, on("2014-07-01")));
        served.get("/api/v1/initiatives", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void an_exit_is_listed_in_the_portfolio_that_was_left_also_when_another_took_the_initiative() {
        assertThat(ids("PF", "asOf=2012-05-31")).isEmpty();
        assertThat(ids("PF", "asOf=2012-06-01")).containsExactly("" + exit);
        assertThat(ids("PF", "asOf=2013-05-31")).containsExactly("" + exit);
        assertThat(ids("PF", "asOf=2014-01-01&knownAt=position:" + (exit - 1))).isEmpty();
        assertThat(ids("PF-2", "asOf=2012-12-31")).isEmpty();
        assertThat(ids("PF-2", "asOf=2013-01-01")).containsExactly("" + again);
        assertThat(ids("PF-2", "asOf=2013-01-01&knownAt=position:" + (again - 1)))
                .isEmpty();
    }

    @Test
    void it_says_why_by_whose_decision_with_which_outcome_and_who_holds_the_benefits() {
        JsonNode left =
                served.get("/api/v1/portfolios/PF/exits?asOf=2012-08-31", last).at("/items/0");
        assertThat(left.get("initiative").asString()).isEqualTo("I1");
        assertThat(left.at("/name/value").asString()).isEqualTo("Called I1");
        assertThat(left.get("since").asString()).isEqualTo("2012-06-01");
        assertThat(left.get("reason").asString()).isEqualTo("handed over");
        assertThat(left.get("decision").asLong()).isEqualTo(decision);
        assertThat(left.at("/outcome/businessCase").asString()).isEqualTo("BC");
        assertThat(left.at("/outcome/measure").asString()).isEqualTo("PARTLY_MET");
        assertThat(left.at("/benefitsHeldBy/post").asString()).isEqualTo("Commander");
        assertThat(left.get("benefitsOwner").isNull()).isTrue();
        assertThat(left.get("liesIn").asString()).isEqualTo("PF-2");
        JsonNode later =
                served.get("/api/v1/portfolios/PF/exits?asOf=2013-01-01", last).at("/items/0");
        assertThat(later.at("/benefitsOwner/value/holder/person").asString()).isEqualTo("P-7");
        assertThat(later.get("liesIn").isNull()).isTrue();
    }

    @Test
    void a_move_to_another_portfolio_is_a_leaving_from_its_day_on_and_says_why_by_whom_and_where_it_went() {
        assertThat(ids("PF", "asOf=2013-05-31&initiative=I2")).isEmpty();
        assertThat(ids("PF", "asOf=2013-06-01&initiative=I2")).containsExactly("" + moved);
        assertThat(ids("PF", "asOf=2014-01-01&initiative=I2&knownAt=position:" + (moved - 1)))
                .isEmpty();
        JsonNode left = served.get("/api/v1/portfolios/PF/exits?asOf=2013-06-01&initiative=I2", last)
                .at("/items/0");
        assertThat(left.get("way").asString()).isEqualTo("MOVE");
        assertThat(left.get("reason").asString()).isEqualTo("merged");
        assertThat(left.get("decidedBy").asString()).isEqualTo("the Deputy Mayor");
        assertThat(left.at("/wentTo/portfolio").asString()).isEqualTo("PF-2");
        assertThat(left.get("liesIn").asString()).isEqualTo("PF-2");
        // Below another of the same portfolio it stays where it is, and what came back left before.
        assertThat(ids("PF-2", "asOf=2014-06-30&initiative=I2")).isEmpty();
        assertThat(ids("PF-2", "asOf=2014-07-01&initiative=I2")).containsExactly("" + back);
        assertThat(ids("PF", "asOf=2014-07-01&initiative=I2")).containsExactly("" + moved);
    }

    private static List<String> ids(String portfolio, String question) {
        return served.get("/api/v1/portfolios/%s/exits?%s".formatted(portfolio, question), last)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static GovernanceFact exited(String initiative, String day) {
        return new InitiativeExited(
                initiative,
                "handed over",
                decision,
                null,
                new ExitOutcome("BC", CaseMeasure.PARTLY_MET, null),
                new Holder(null, "Commander"),
                on(day));
    }
}
