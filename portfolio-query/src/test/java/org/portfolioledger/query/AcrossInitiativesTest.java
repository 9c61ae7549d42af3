package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.businessCase;
import static org.portfolioledger.query.BusinessCaseHistory.decided;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.DependencyHistory.dependency;
import static org.portfolioledger.query.History.about;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.closed;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;
import static org.portfolioledger.query.RagHistory.rated;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact.RatingValiditySet;
import org.portfolioledger.events.RagFact.Assessor;
import org.portfolioledger.events.RagFact.RagAssessmentEnded;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.RagRating;
import tools.jackson.databind.JsonNode;

/** Ratings, appointments, decisions, cases and dependencies are asked across the initiatives of a portfolio. */
class AcrossInitiativesTest {

    private static final String PF = "/api/v1/portfolios/PF";

    private static Served served;
    private static long misfiled;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        for (String portfolio : List.of("PF", "OTHER")) history.append(portfolio(portfolio, "2011-01-01"));
        history.append(initiative("A", "Alpha", "PF", "2011-01-01"));
        history.append(initiative("B", "Beta", new Placement("A", null), on("2011-01-01")));
        history.append(initiative("C", "Closed", "PF", "2011-01-01"));
        history.append(initiative("X", "Elsewhere", "OTHER", "2011-01-01"));
        for (String id : List.of("A", "B", "C", "X")) {
            RagRating rating = id.equals("A") ? RagRating.AMBER : RagRating.RED;
            history.append(rated(id, "MPS_2011", rating, "2011-02-01"));
            history.append(sro(id, "S-" + id, AppointmentKind.SUBSTANTIVE, "2011-02-01"));
        }
        history.append(rated("A", "MPS_2011", RagRating.RED, "2011-06-01"));
        history.append(board("BD", "2011-01-01"));
        for (String id : List.of("B", "X")) {
            history.append(businessCase("BC-" + id, id, "BD", "2011-03-01"));
            history.append(versioned("BC-" + id, 1, "100", "2011-03-02"));
            history.append(decided("BC-" + id, "BD", "2011-04-01"));
        }
        history.append(boardDecided("BD", "D-1", "2011-04-01"));
        history.append(dependency("D-AX", "A", "X", "2012-01-01", "2011-01-01"));
        history.append(dependency("D-XX", "X", "X", "2012-01-01", "2011-01-01"));
        history.append(new RatingValiditySet("PF", 30, on("2011-05-20")));
        history.append(initiative("Y", "Elsewhere too", "OTHER", "2011-01-01"));
        misfiled = history.append(businessCase("BC-M", "X", "BD", "2011-03-01"));
        history.correct(misfiled, "misfiled", businessCase("BC-M", "Y", "BD", "2011-03-01"));
        history.append(new RagAssessmentEnded(
                "X", "OVERALL", Assessor.PORTFOLIO_OFFICE, "rates no more", about("2011-06-01", DatePrecision.MONTH)));
        history.append(new RatingValiditySet("OTHER", 5, on("2011-01-01")));
        long opening = history.append(initiative("GONE", "Gone", "OTHER", "2011-01-01"));
        history.append(rated("GONE", "MPS_2011", RagRating.RED, "2011-02-01"));
        history.correct(opening, "entered in error", null);
        last = history.append(closed("C", "2011-05-01"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void ratings_of_the_open_initiatives_are_listed_and_filtered_as_of_the_day() {
        assertThat(shown("/rag-assessments?sort=initiative", "initiative")).containsExactly("A", "B");
        assertThat(shown("/rag-assessments?rating=RED&sort=-since", "initiative"))
                .containsExactly("A", "B");
        assertThat(shown("/rag-assessments?rating=RED&asOf=2011-03-01&sort=initiative", "initiative"))
                .containsExactly("B", "C");
        assertThat(shown("/rag-assessments?rating=RED&assessor=SRO", "initiative"))
                .isEmpty();
        assertThat(shown("/rag-assessments?asOf=2011-01-15", "initiative")).isEmpty();
        assertThat(served.refusal(PF + "/rag-assessments?rating=PURPLE")).isEqualTo("400 malformed-request");
    }

    @Test
    void a_rating_is_shown_as_its_portfolio_lets_it_be_seen() {
        String question = PF + "/rag-assessments?sort=initiative&asOf=";

        JsonNode june = served.get(question + "2011-06-10", last).get("items");
        assertThat(june.findValuesAsString("overdueFrom")).containsExactly("2011-07-02", "2011-03-04");
        assertThat(june.get(0).get("alerts")).isEmpty();
        assertThat(june.get(1).get("alerts").toString()).isEqualTo("[\"RATING_OVERDUE\"]");
        assertThat(served.get(question + "2011-05-01", last).findValues("overdueFrom"))
                .isEmpty();
    }

    @Test
    void appointments_are_listed_by_role() {
        assertThat(shown("/appointments?role=SRO&sort=initiative", "id")).containsExactly("S-A", "S-B");
        assertThat(shown("/appointments?role=PROJECT_MANAGER", "id")).isEmpty();
    }

    @Test
    void decisions_on_the_cases_of_its_initiatives_are_listed_and_no_others() {
        assertThat(shown("/decisions?outcome=APPROVED&board=BD", "businessCase"))
                .containsExactly("BC-B");
        assertThat(shown("/decisions", "initiative")).containsExactly("B");
        assertThat(shown("/decisions?outcome=DEFERRED", "businessCase")).isEmpty();
        assertThat(shown("/decisions?sort=outcome,-since", "businessCase")).containsExactly("BC-B");
        assertThat(served.get("/api/v1/boards/BD/decisions?sort=-outcome,since", last)
                        .get("items"))
                .hasSize(3);
    }

    @Test
    void cases_and_dependencies_are_listed() {
        assertThat(shown("/business-cases?stage=OBC", "id")).containsExactly("BC-B");
        assertThat(shown("/dependencies?status=PROPOSED", "id")).containsExactly("D-AX");
    }

    @Test
    void a_case_is_in_the_timeline_of_the_initiative_that_it_is_known_to_concern() {
        assertThat(casesOf("X", last)).containsExactly("BC-X");
        assertThat(casesOf("Y", last)).containsExactly("BC-M");
        assertThat(casesOf("X", misfiled)).containsExactly("BC-M", "BC-X");
        assertThat(casesOf("Y", misfiled)).isEmpty();
    }

    @Test
    void an_ending_in_a_list_of_ratings_is_imprecise_until_its_month_is_over() {
        String ending = "/items/0/ending/imprecise";
        String list = "/api/v1/initiatives/X/rag-assessments?asOf=";
        assertThat(served.get(list + "2011-06-30", last).at(ending).asBoolean(false))
                .isTrue();
        assertThat(served.get(list + "2011-07-01", last).at(ending).asBoolean(false))
                .isFalse();
    }

    @Test
    void a_timeline_shows_ratings_by_the_portfolio_in_which_a_retracted_initiative_lay_as_their_list_does() {
        JsonNode rating =
                served.get("/api/v1/initiatives/GONE/rag-assessments", last).at("/items/0");
        assertThat(rating.path("overdueFrom").asString()).isEqualTo("2011-02-07");
        JsonNode timeline = served.get("/api/v1/initiatives/GONE/timeline?kind=rag", last)
                .at("/items/0/rag/ratings/OVERALL:PORTFOLIO_OFFICE/value");
        assertThat(timeline.path("overdueFrom").asString("none")).isEqualTo("2011-02-07");
    }

    @Test
    void a_history_holds_nothing_that_was_known_only_later_to_concern_its_initiative() {
        String history = "/api/v1/initiatives/Y/history?knownAt=position:";
        assertThat(served.get(history + misfiled, last).get("items")).hasSize(1);
        assertThat(served.get(history + last, last).get("items")).hasSize(3);
    }

    @Test
    void pages_are_parts_of_one_list() {
        String first = served.get(PF + "/appointments?sort=initiative&limit=1", last)
                .get("next")
                .asString();
        assertThat(shown("/appointments?sort=initiative&limit=1&cursor=" + first, "id"))
                .containsExactly("S-B");
    }

    @Test
    void a_portfolio_that_never_was_is_refused_and_one_that_was_not_yet_has_none() {
        assertThat(served.refusal("/api/v1/portfolios/NOPE/appointments")).isEqualTo("404 not-found");
        assertThat(shown("/appointments?asOf=2001-01-01", "id")).isEmpty();
    }

    private static Collection<String> casesOf(String initiative, long position) {
        return served.get(
                        "/api/v1/initiatives/%s/timeline?kind=business-case&knownAt=position:%s"
                                .formatted(initiative, position),
                        last)
                .get("items")
                .valueStream()
                .map(segment -> segment.get("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> shown(String question, String member) {
        return served.get(PF + question, last)
                .get("items")
                .valueStream()
                .map(item -> item.path(member).asString())
                .toList();
    }
}
