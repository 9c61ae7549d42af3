package org.portfolioledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.events.BoardFact;
import org.portfolioledger.events.BoardFact.BoardClosed;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.BoardEstablished;
import org.portfolioledger.events.BoardFact.BoardLimitSet;
import org.portfolioledger.events.BoardFact.BoardMembershipChanged;
import org.portfolioledger.events.BoardFact.BoardParentChanged;
import org.portfolioledger.events.BoardFact.BoardRemitChanged;
import org.portfolioledger.events.BoardFact.BoardStandingOrdersChanged;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.state.BoardState.Dissolution;
import org.portfolioledger.state.BoardState.Membership;
import org.portfolioledger.state.BoardState.Remit;
import org.portfolioledger.state.BoardState.StandingOrders;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Confidence;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;

class BoardStateTest {

    private final Story<BoardFact, BoardState> story = Story.of(Kinds.BOARD);

    @Test
    void a_board_begins_with_what_its_establishment_states_and_no_decision() {
        BoardState state = story.then(established("5.00", "2011-06-13")).state("2011-06-13");

        assertThat(state.remit().value()).isEqualTo(new Remit(List.of("approves"), List.of("OBC"), null, null));
        assertThat(Story.value(state.limit())).isEqualTo(pounds("5.00"));
        assertThat(state.standingOrders().value()).isEqualTo(new StandingOrders(5, "monthly"));
        assertThat(state.membership().value())
                .isEqualTo(new Membership(
                        new Seat(null, "Commissioner", null, null),
                        List.of(new Seat("PN-021", null, null, null)),
                        null));
        assertThat(Story.value(state.parent())).isEqualTo("BD-RPSC");
        assertThat(state.decisions()).isEmpty();
        assertThat(state.closure()).isNull();
    }

    @Test
    void what_the_establishment_does_not_state_is_not_there() {
        BoardState state = story.then(silent()).state("2011-06-13");

        assertThat(state.limit()).isNull();
        assertThat(state.standingOrders().value()).isEqualTo(new StandingOrders(null, null));
        assertThat(state.membership().value()).isEqualTo(new Membership(null, List.of(), null));
        assertThat(state.parent()).isNull();
    }

    @Test
    void its_limit_is_another_from_the_day_for_which_it_is_set() {
        var told = story.then(established("5.00", "2011-06-13")).then(limited("7.50", "2011-07-01"));

        assertThat(Story.value(told.state("2011-06-30").limit())).isEqualTo(pounds("5.00"));
        assertThat(Story.value(told.state("2011-07-01").limit())).isEqualTo(pounds("7.50"));
    }

    @Test
    void a_limit_stated_before_the_paper_that_describes_the_board_stands_where_that_paper_states_none() {
        var told = story.then(limited("7.50", "2011-01-01")).then(established(null, "2011-06-13"));

        assertThat(told.state("2011-06-13").limit())
                .isEqualTo(told.state("2011-01-01").limit())
                .hasFieldOrPropertyWithValue("value", pounds("7.50"))
                .hasFieldOrPropertyWithValue("fact", 1L);
    }

    @Test
    void a_limit_stated_before_the_paper_that_describes_the_board_gives_way_to_the_one_that_the_paper_states() {
        var told = story.then(limited("7.50", "2011-01-01")).then(established("5.00", "2011-06-13"));

        assertThat(Story.value(told.state("2011-06-12").limit())).isEqualTo(pounds("7.50"));
        assertThat(Story.value(told.state("2011-06-13").limit())).isEqualTo(pounds("5.00"));
    }

    @Test
    void others_sit_on_it_and_it_meets_by_other_orders_from_the_day_for_which_that_is_stated() {
        var told = story.then(established("5.00", "2011-06-13"))
                .then(new BoardMembershipChanged(
                        "BD-MB", null, List.of(new Seat("PN-022", null, null, "TP")), null, null, on("2012-01-01")))
                .then(new BoardStandingOrdersChanged("BD-MB", 1, null, null, on("2012-02-01")));

        assertThat(told.state("2011-12-31").membership().value().seats()).hasSize(2);
        assertThat(told.state("2012-01-01").membership().value().seats())
                .containsExactly(new Seat("PN-022", null, null, "TP"));
        assertThat(told.state("2012-01-31").standingOrders().value()).isEqualTo(new StandingOrders(5, "monthly"));
        assertThat(told.state("2012-02-01").standingOrders().value()).isEqualTo(new StandingOrders(1, null));
    }

    @Test
    void what_was_stated_for_an_earlier_day_stands_where_the_paper_that_describes_the_board_is_silent() {
        var told = story.then(new BoardMembershipChanged(
                        "BD-MB", null, List.of(new Seat("PN-022", null, null, null)), null, null, on("2011-01-01")))
                .then(new BoardStandingOrdersChanged("BD-MB", 1, null, null, on("2011-02-01")))
                .then(silent());

        BoardState state = told.state("2011-06-13");
        assertThat(state.membership()).isEqualTo(told.state("2011-01-01").membership());
        assertThat(state.standingOrders().value().quorum()).isEqualTo(1);
    }

    @Test
    void who_is_in_the_chair_and_a_member_has_one_seat() {
        Seat chair = new Seat("PN-021", "Chair", null, null);

        assertThat(new Membership(
                                chair,
                                List.of(new Seat("PN-021", null, null, null), new Seat(null, "A", null, null)),
                                chair)
                        .seats())
                .hasSize(2);
        assertThat(new Membership(chair, List.of(new Seat(null, "A", null, null)), null).seats())
                .hasSize(2);
    }

    @Test
    void its_remit_is_another_and_says_who_decided_that() {
        var told = story.then(established(null, "2011-06-13"))
                .then(new BoardRemitChanged(
                        "BD-MB", List.of("advises"), List.of("SOC", "POLICY"), 7L, "BD-RPSC", null, on("2012-01-01")));

        assertThat(told.state("2011-12-31").remit().value().decisionTypes()).containsExactly("OBC");
        assertThat(told.state("2012-01-01").remit().value())
                .isEqualTo(new Remit(List.of("advises"), List.of("SOC", "POLICY"), 7L, "BD-RPSC"));
    }

    @Test
    void it_escalates_to_another_and_then_to_none() {
        var told = story.then(established(null, "2011-06-13"))
                .then(new BoardParentChanged("BD-MB", "BD-GB", 5L, null, on("2012-01-01")))
                .then(new BoardParentChanged("BD-MB", null, null, null, on("2013-01-01")));

        assertThat(Story.value(told.state("2012-12-31").parent())).isEqualTo("BD-GB");
        assertThat(told.state("2011-12-31").parentDecision()).isNull();
        assertThat(Story.value(told.state("2012-01-01").parentDecision())).isEqualTo(5L);
        assertThat(told.state("2013-01-01").parent()).isNull();
        assertThat(told.state("2013-01-01").parentDecision()).isNull();
    }

    @Test
    void its_decisions_are_kept_by_id_each_from_its_date() {
        var told = story.then(established(null, "2011-06-13"))
                .then(decided("D-2", "2011-08-01"))
                .then(decided("D-1", "2011-07-01"));

        assertThat(told.state("2011-06-13").decisions()).isEmpty();
        assertThat(told.state("2011-07-01").decisions()).containsOnlyKeys("D-1");
        assertThat(told.state("2011-08-01").decisions()).containsOnlyKeys("D-1", "D-2");
    }

    @Test
    void a_decision_dated_before_the_establishment_stays() {
        var told = story.then(decided("D-1", "2010-12-08")).then(established(null, "2011-06-13"));

        assertThat(told.state("2010-12-08").name().since()).isEqualTo("2011-06-13");
        assertThat(told.state("2011-06-13").decisions()).containsOnlyKeys("D-1");
    }

    @Test
    void a_dissolved_board_keeps_what_it_decided_and_says_why_it_ended() {
        var told = story.then(established(null, "2011-06-13"))
                .then(decided("D-1", "2011-07-01"))
                .then(new BoardClosed("BD-MB", "merged", "BD-GB", on("2015-04-01")));

        assertThat(told.state("2015-03-31").closure()).isNull();
        assertThat(Story.value(told.state("2015-04-01").closure())).isEqualTo(new Dissolution("merged", "BD-GB"));
        assertThat(told.state("2015-04-01").decisions()).containsOnlyKeys("D-1");
    }

    @Test
    void of_a_board_that_no_fact_establishes_nothing_holds() {
        assertThat(story.then(limited("7.50", "2011-01-01")).isNothing("2011-01-01"))
                .isTrue();
    }

    /** A paper that names the board and its level, and no more. */
    private static BoardEstablished silent() {
        return new BoardEstablished(
                "BD-MB",
                "MPS",
                "Management Board",
                "CORPORATE",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                new TreeMap<>(),
                on("2011-06-13"));
    }

    private static BoardEstablished established(@Nullable String limit, String day) {
        return new BoardEstablished(
                "BD-MB",
                "MPS",
                "Management Board",
                "CORPORATE",
                List.of("approves"),
                List.of("OBC"),
                limit == null ? null : pounds(limit),
                5,
                "monthly",
                new Seat(null, "Commissioner", null, null),
                List.of(new Seat("PN-021", null, null, null)),
                null,
                "BD-RPSC",
                null,
                new TreeMap<>(),
                on(day));
    }

    private static BoardLimitSet limited(String limit, String day) {
        return new BoardLimitSet("BD-MB", pounds(limit), null, null, on(day));
    }

    private static BoardDecided decided(String decision, String day) {
        return new BoardDecided(
                "BD-MB",
                decision,
                "POLICY",
                "Star Chamber",
                null,
                null,
                BoardOutcome.APPROVED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                7,
                List.of("PN-021"),
                List.of(),
                List.of(),
                null,
                null,
                new TreeMap<>(),
                on(day));
    }

    private static Money pounds(String amount) {
        return new Money(new BigDecimal(amount), "GBP", PriceBasis.NOMINAL, null, Confidence.APPROVED);
    }
}
