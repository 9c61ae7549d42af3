package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.BoardHistory.board;
import static org.portfolioledger.query.BoardHistory.boardDecided;
import static org.portfolioledger.query.BusinessCaseHistory.versioned;
import static org.portfolioledger.query.History.on;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import tools.jackson.databind.JsonNode;

/** A decision with its circumstances: the place on the route as it then stood, and the authority that then held. */
class DecisionsTest {

    private static Served served;
    private static long first;
    private static long referral;
    private static long approval;
    private static long superseded;
    private static long withinAll;
    private static long lastDay;
    private static long dayAfter;
    private static long blockedBefore;
    private static long blockedAfter;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2012-01-01"));
        history.append(initiative("I1", "One", "PF", "2012-01-01"));
        for (String id : List.of("BD-PROG", "BD-INV", "BD-TOP", "BD-NEW", "BD-STOP"))
            history.append(board(id, "2012-01-01"));
        history.append(opened("BC-1", List.of("BD-PROG", "BD-INV")));
        history.append(versioned("BC-1", 1, "10", "2012-02-01"));
        history.append(submitted("BC-1", 1, null, "2012-02-02"));
        first = history.append(decided("BC-1", "BD-PROG", BoardOutcome.ENDORSED, null, "2012-03-01"));
        referral = history.append(decided("BC-1", "BD-INV", BoardOutcome.REFERRED_UP, "BD-TOP", "2012-04-01"));
        approval = history.append(decided("BC-1", "BD-TOP", BoardOutcome.APPROVED, null, "2012-05-01"));

        history.append(opened("BC-2", List.of("BD-PROG", "BD-INV")));
        history.append(versioned("BC-2", 1, "10", "2012-02-01"));
        history.append(submitted("BC-2", 1, null, "2012-02-02"));
        superseded = history.append(decided("BC-2", "BD-PROG", BoardOutcome.DEFERRED, null, "2012-03-01"));
        history.append(versioned("BC-2", 2, "20", "2012-03-01"));
        history.append(
                submitted("BC-2", 2, new CaseRoute(List.of("BD-NEW", "BD-TOP"), null, null, null), "2012-03-01"));

        history.append(new BoardFact.BoardLimitSet(
                "BD-INV",
                new Money(new BigDecimal("100"), "GBP", PriceBasis.NOMINAL, null, Confidence.VALIDATED),
                LocalDate.parse("2012-06-30"),
                null,
                on("2012-01-02")));
        history.append(new BoardFact.BoardAuthorityDelegated(
                "BD-INV",
                "DG",
                new Holder("P-2", null),
                null,
                List.of("POLICY"),
                null,
                LocalDate.parse("2012-06-30"),
                null,
                on("2012-01-02")));
        withinAll = history.append(byDelegation("D-1", "2012-06-01"));
        lastDay = history.append(byDelegation("D-2", "2012-06-30"));
        dayAfter = history.append(byDelegation("D-3", "2012-07-01"));

        blockedBefore = history.append(boardDecided("BD-STOP", "D-1", "2012-03-01"));
        history.unreadable("board-BD-STOP", "board-dreamt");
        last = blockedAfter = history.append(boardDecided("BD-STOP", "D-2", "2012-03-02"));
        served.get("/api/v1/boards", last);
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void a_board_to_which_a_case_was_referred_up_has_its_place_on_the_route() {
        assertThat(step(first)).isEqualTo("[\"BD-PROG\",\"BD-INV\"] 1");
        assertThat(step(referral)).isEqualTo("[\"BD-PROG\",\"BD-INV\"] 2");
        assertThat(step(approval)).isEqualTo("[\"BD-PROG\",\"BD-INV\",\"BD-TOP\"] 3");
    }

    @Test
    void the_route_is_that_of_the_version_decided_whatever_is_submitted_later_that_day() {
        assertThat(step(superseded)).isEqualTo("[\"BD-PROG\",\"BD-INV\"] 1");
    }

    @Test
    void the_authority_is_what_held_on_the_day() {
        for (long decision : List.of(withinAll, lastDay)) {
            assertThat(authority(decision).at("/limit/value/amount").asString()).isEqualTo("100");
            assertThat(authority(decision).at("/delegation/value/delegation").asString())
                    .isEqualTo("DG");
        }
        assertThat(authority(dayAfter).has("limit")).isFalse();
        assertThat(authority(dayAfter).at("/limitValidUntil/value").asString()).isEqualTo("2012-06-30");
        assertThat(authority(dayAfter).has("delegation")).isFalse();
    }

    @Test
    void of_a_stream_that_cannot_be_folded_decisions_are_answered_up_to_where_it_stops() {
        JsonNode before = served.get("/api/v1/decisions/" + blockedBefore, last);
        assertThat(before.at("/decision/id").asString()).isEqualTo("D-1");
        assertThat(before.at("/blocked/0/id").asString()).isEqualTo("BD-STOP");
        assertThat(served.refusal("/api/v1/decisions/" + blockedAfter)).isEqualTo("503 not-caught-up");
        assertThat(served.refusal("/api/v1/decisions/" + (blockedAfter - 1))).isEqualTo("503 not-caught-up");
        assertThat(served.get("/api/v1/decisions/%s?knownAt=position:%s".formatted(blockedBefore, blockedBefore), last)
                        .has("blocked"))
                .isFalse();
    }

    private static String step(long decision) {
        JsonNode step = served.get("/api/v1/decisions/" + decision, last).get("step");
        return step.get("route") + " " + step.path("number");
    }

    private static JsonNode authority(long decision) {
        return served.get("/api/v1/decisions/" + decision, last).get("authority");
    }

    private static GovernanceFact opened(String id, List<String> route) {
        return new BusinessCaseOpened(
                id, "MPS", "I1", CaseStage.SOC, "Case", route, null, List.of("P-1"), new TreeMap<>(), on("2012-01-01"));
    }

    private static GovernanceFact submitted(String id, int version, @Nullable CaseRoute route, String day) {
        return new BusinessCaseSubmitted(id, version, "P-1", null, route, on(day));
    }

    private static GovernanceFact decided(
            String id, String board, BoardOutcome outcome, @Nullable String referredTo, String day) {
        return new BusinessCaseDecided(
                id,
                board,
                null,
                1,
                outcome,
                null,
                null,
                null,
                null,
                List.of(),
                3,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                referredTo,
                null,
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    private static GovernanceFact byDelegation(String decision, String day) {
        return new BoardFact.BoardDecided(
                "BD-INV",
                decision,
                "POLICY",
                "A policy",
                null,
                null,
                BoardOutcome.APPROVED,
                null,
                DecisionManner.BY_DELEGATION,
                null,
                null,
                "DG",
                List.of(),
                null,
                List.of("P-2"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }
}
