package org.portfolioledger.command.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BoardFacts.remit;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.as;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.day;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PostFacts.filled;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.PostFacts.vacated;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.LedgerRule;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.Rule;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.Provenance;

/** Rule 7: a board decides only within its remit, its dates of existence, its delegated limit and its quorum. */
class Rule7PowersTest {

    /** A board from 2020 until 2022, and a case of 2019 for four million pounds that it is to decide. */
    private final Given given = Given.persons("p-board", "p-submitter", "p-owner", "p-other")
            .facts(
                    initiative("PG", "2019-01-01"),
                    board("BD", "2020-01-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2019-01-01"),
                    version("BC", 1, "2019-01-01"),
                    submitted("BC", 1, "2019-01-01"));

    @Test
    void it_decides_from_its_first_day() {
        given.when(approved("2020-01-01")).isRecorded().restsOn(2L, 3L, 4L);
        given.when(approved("2019-12-31"))
                .refuses(PowersRule.BOARD_NOT_IN_EXISTENCE)
                .against(2L)
                .at("/effectiveOn")
                .entry("BD", "begins on 2020-01-01", "2019-12-31");
        given.when(boardDecided("BD", "D-1", "POLICY", "2020-01-01")).isRecorded();
        given.when(boardDecided("BD", "D-1", "POLICY", "2019-12-31")).refuses(PowersRule.BOARD_NOT_IN_EXISTENCE);
    }

    @Test
    void it_decides_until_the_day_before_its_closure() {
        given.facts(dissolved("BD", "2022-01-01"));
        given.when(approved("2021-12-31")).isRecorded();
        given.when(approved("2022-01-01"))
                .refuses(PowersRule.BOARD_NOT_IN_EXISTENCE)
                .against(6L)
                .entry("2022-01-01");
        given.when(approved("2040-01-01")).refuses(PowersRule.BOARD_NOT_IN_EXISTENCE);
    }

    @Test
    void facts_of_an_earlier_day_do_not_make_it_exist_earlier() {
        given.facts(limit("BD", "9000000", "2019-06-01"));
        given.when(approved("2019-12-31"))
                .refuses(PowersRule.BOARD_NOT_IN_EXISTENCE)
                .against(2L);
    }

    @Test
    void one_that_was_only_first_stated_for_its_date_may_have_existed_before() {
        var stated = new Provenance(day("2020-01-01"), null, null, null, DateQualifier.NO_LATER_THAN, null);
        given.and(given.whenReplaced(2, with(board("BD", "2020-01-01"), "provenance", stated)));
        given.when(approved("2019-12-31")).isRecorded();
    }

    @Test
    void one_that_is_not_on_record_decides_nothing() {
        given.when(with(approved("2020-06-01"), "board", "BD-9"))
                .refusesAll(ReferenceRule.UNKNOWN_REFERENCE, rule("BOARD_NOT_ON_ROUTE", given, "BD-9"));
    }

    @Test
    void it_decides_on_what_is_in_its_remit_that_day() {
        given.facts(remit("BD", List.of("POLICY"), "2021-01-01"));
        given.when(approved("2020-12-31")).isRecorded().restsOn(2L, 3L, 4L);
        given.when(approved("2021-01-01"))
                .refuses(PowersRule.OUTSIDE_REMIT)
                .against(6L)
                .entry("POLICY", "SOC");
        given.when(approved("2040-01-01")).refuses(PowersRule.OUTSIDE_REMIT);
        given.when(boardDecided("BD", "D-1", "REBASELINE", "2020-12-31")).isRecorded();
        given.when(boardDecided("BD", "D-1", "REBASELINE", "2021-01-01"))
                .refuses(PowersRule.OUTSIDE_REMIT)
                .against(6L);
        given.when(boardDecided("BD", "D-1", "CONTRACT", "2020-06-01")).refuses(PowersRule.OUTSIDE_REMIT);
    }

    @Test
    void a_matter_is_one_whatever_its_case() {
        given.when(boardDecided("BD", "D-1", "Rebaseline", "2020-06-01")).isRecorded();
    }

    @Test
    void of_a_case_whose_stage_nobody_stated_it_is_not_said_to_be_outside_the_remit() {
        given.replaced(3, with(caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2019-01-01"), "stage", null));
        given.when(approved("2020-06-01")).isRecorded();
    }

    @Test
    void it_approves_up_to_its_limit_to_the_penny() {
        cost("5000000.00").when(approved("2020-06-01")).isRecorded();
        cost("5000000").when(approved("2020-06-01")).isRecorded();
        cost("5000000.01")
                .when(approved("2020-06-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(2L)
                .entry("5000000.01", "5000000.00", "BD");
    }

    @Test
    void beside_cases_too_it_approves_a_cost_up_to_its_limit_to_the_penny() {
        var contract = boardDecided("BD", "D-1", "POLICY", "2020-06-01");
        given.when(with(contract, "cost", pounds("5000000.00"))).isRecorded();
        given.when(with(contract, "cost", pounds("5000000.01")))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(2L);
        given.when(with(with(contract, "cost", pounds("5000000.01")), "outcome", BoardOutcome.REJECTED))
                .isRecorded();
        given.when(with(contract, "cost", pounds("-1")))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/cost/amount");
    }

    @Test
    void a_limit_that_is_lowered_binds_from_its_day_on() {
        given.facts(limit("BD", "3999999.99", "2021-01-01"));
        given.when(approved("2020-12-31")).isRecorded().restsOn(2L, 3L, 4L);
        given.when(approved("2021-01-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(6L)
                .entry("4000000.00", "3999999.99");
        given.when(approved("2040-01-01")).refuses(PowersRule.OVER_DELEGATED_LIMIT);
    }

    @Test
    void a_limit_that_was_corrected_binds_as_corrected() {
        given.facts(limit("BD", "1", "2021-01-01")).replaced(6, limit("BD", "4000000", "2021-01-01"));
        given.when(approved("2021-01-01")).isRecorded().restsOn(2L, 3L, 4L, 7L);
        given.retracted(7)
                .when(approved("2021-01-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(6L);
    }

    @Test
    void a_cost_in_another_currency_is_not_held_against_the_limit_but_refused() {
        cost(with(pounds("1"), "currency", "EUR"))
                .when(approved("2020-06-01"))
                .refuses(PowersRule.AMOUNTS_NOT_COMPARABLE)
                .against(2L)
                .entry("EUR in nominal prices", "GBP in nominal prices", "BD");
    }

    @Test
    void a_cost_in_prices_of_another_time_is_not_held_against_the_limit_but_refused() {
        for (String day : new String[] {"2020-01-01", "2040-06-01"}) {
            cost(real("1", "2015/16"))
                    .when(approved(day))
                    .refuses(PowersRule.AMOUNTS_NOT_COMPARABLE)
                    .against(2L)
                    .entry("GBP in real prices of 2015/16", "GBP in nominal prices");
        }
        cost(real("1", "2015/16"))
                .facts(with(limit("BD", "1", "2020-06-01"), "limit", real("1", "2016/17")))
                .when(approved("2020-06-01"))
                .refuses(PowersRule.AMOUNTS_NOT_COMPARABLE)
                .against(6L)
                .entry("2015/16", "2016/17");
    }

    @Test
    void real_prices_of_one_year_are_held_against_each_other_to_the_penny() {
        var limit = with(limit("BD", "1", "2020-06-01"), "limit", real("4000000.00", "2015/16"));
        cost(real("4000000", "2015/16"))
                .facts(limit)
                .when(approved("2020-06-01"))
                .isRecorded();
        cost(real("4000000.01", "2015/16"))
                .facts(limit)
                .when(approved("2020-06-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(6L);
    }

    @Test
    void real_prices_of_years_that_nobody_stated_are_not_held_against_each_other() {
        cost(real("1", null))
                .facts(with(limit("BD", "1", "2020-06-01"), "limit", real("1", null)))
                .whenMigrating(approved("2020-06-01"))
                .unmet(PowersRule.AMOUNTS_NOT_COMPARABLE);
    }

    @Test
    void a_cost_that_cannot_be_held_against_the_limit_is_approved_on_purpose_or_not_at_all() {
        Given given = cost(real("1", "2015/16"));
        given.when(with(approved("2020-06-01"), "ultraVires", "Urgent repairs")).isRecorded();
        given.when(with(approved("2020-06-01"), "outcome", BoardOutcome.REJECTED))
                .isRecorded();
    }

    @Test
    void one_without_a_limit_approves_no_cost() {
        given.replaced(2, with(board("BD", "2020-01-01"), "limit", null));
        given.when(approved("2020-06-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(6L)
                .entry("BD");
        given.facts(board("TOP", "2020-01-01"), parent("BD", "TOP", "2020-01-01"))
                .when(as(BoardOutcome.REFERRED_UP, approved("2020-06-01")))
                .isRecorded();
    }

    @ParameterizedTest
    @EnumSource(
            value = BoardOutcome.class,
            names = {"NOTED", "ENDORSED", "DEFERRED", "REJECTED", "REFERRED_UP", "WITHDRAWN"})
    void above_its_limit_it_may_do_all_but_approve(BoardOutcome outcome) {
        cost("9000000")
                .facts(board("TOP", "2020-01-01"), parent("BD", "TOP", "2020-01-01"))
                .when(as(outcome, approved("2020-06-01")))
                .isRecorded();
    }

    @Test
    void it_decides_with_its_quorum_and_not_with_one_fewer() {
        given.when(with(approved("2020-06-01"), "attendance", 3)).isRecorded();
        given.when(with(approved("2020-06-01"), "attendance", 2))
                .refuses(PowersRule.NO_QUORUM)
                .against(2L)
                .at("/attendance")
                .entry("2", "3");
        given.when(with(approved("2020-06-01"), "attendance", null))
                .refuses(PowersRule.NO_QUORUM)
                .at("/attendance")
                .entry("Present: 1", "3");
        var alone = with(boardDecided("BD", "D-1", "POLICY", "2020-06-01"), "attendance", 2);
        given.when(alone).refuses(PowersRule.NO_QUORUM).against(2L);
        given.when(on("2040-06-01", alone)).refuses(PowersRule.NO_QUORUM);
    }

    @Test
    void nobody_present_decides_nothing() {
        for (int present : new int[] {-1, 0})
            given.whenMigrating(with(
                            with(with(approved("2020-06-01"), "attendance", present), "ultraVires", "Urgent"),
                            "decidedBy",
                            List.of()))
                    .refuses(PowersRule.IMPOSSIBLE_ATTENDANCE)
                    .at("/attendance");
        given.when(with(with(approved("2020-06-01"), "attendance", 1), "ultraVires", "Urgent"))
                .isRecorded();
    }

    @Test
    void whoever_decides_is_counted_among_those_present() {
        var two = with(with(approved("2020-06-01"), "attendance", 1), "decidedBy", List.of("p-board", "p-other"));
        given.when(with(two, "ultraVires", "Urgent"))
                .refuses(PowersRule.ATTENDANCE_BELOW_DECIDERS)
                .at("/attendance")
                .entry("1", "2");
    }

    @Test
    void who_decides_sits_on_it_on_that_day() {
        given.facts(
                sitting("BD", List.of("p-board"), "2020-02-01"),
                sitting("BD", List.of("p-other"), "2020-07-01"),
                quorum("BD", 1, "2020-02-01"));
        given.when(with(approved("2020-01-31"), "decidedBy", List.of("p-other")))
                .isRecorded();
        given.when(uncounted("2020-06-30")).isRecorded();
        given.when(with(uncounted("2020-07-01"), "decidedBy", List.of("p-other", "p-board")))
                .refuses(PowersRule.NOT_A_MEMBER)
                .against(7L)
                .at("/decidedBy/1")
                .entry("p-board", "BD", "2020-07-01");
        given.when(with(uncounted("2020-06-30"), "decidedBy", List.of("p-board", "p-other")))
                .refuses(PowersRule.NOT_A_MEMBER)
                .at("/decidedBy/1");
        var policy = with(
                with(boardDecided("BD", "D-1", "POLICY", "2020-07-01"), "attendance", null),
                "decidedBy",
                List.of("p-other", "p-board"));
        given.when(policy).refuses(PowersRule.NOT_A_MEMBER);
        given.when(on("2040-07-01", policy)).refuses(PowersRule.NOT_A_MEMBER);
        given.when(with(
                        with(boardDecided("BD", "D-1", "POLICY", "2020-07-01"), "attendance", null),
                        "ultraVires",
                        "Urgent"))
                .isRecorded();
    }

    @Test
    void where_a_post_sits_on_it_whoever_is_in_the_post_may_decide() {
        given.facts(
                with(sitting("BD", List.of("p-other"), "2020-02-01"), "chair", new Seat(null, "Director", null, null)),
                quorum("BD", 1, "2020-02-01"));
        given.when(uncounted("2020-02-01")).isRecorded();
        given.when(with(uncounted("2020-02-01"), "decidedBy", List.of("p-other", "p-board")))
                .isRecorded();
        given.when(with(
                        with(boardDecided("BD", "D-1", "POLICY", "2020-02-01"), "attendance", null),
                        "decidedBy",
                        List.of("p-owner", "p-board")))
                .refuses(PowersRule.NOT_A_MEMBER)
                .at("/decidedBy/1");
    }

    @Test
    void where_a_post_on_record_sits_on_it_its_holder_on_that_day_decides_and_nobody_else() {
        given.facts(
                post("PO", "2019-01-01"),
                filled("PO", "p-board", "2020-02-01"),
                vacated("PO", "2020-07-01"),
                filled("PO", "p-other", "2020-08-01"),
                with(sitting("BD", List.of(), "2020-02-01"), "members", List.of(new Seat(null, null, "PO", null))),
                quorum("BD", 1, "2020-02-01"));
        given.when(uncounted("2020-06-30")).isRecorded().restsOn(2L, 3L, 4L, 7L, 10L, 11L);
        given.when(uncounted("2020-07-01")).refusesAll(PowersRule.NOT_A_MEMBER, PowersRule.NO_QUORUM);
        given.when(with(uncounted("2020-06-30"), "attendance", 1)).isRecorded();
        given.when(with(uncounted("2020-06-30"), "attendance", 2)).refuses(PowersRule.ATTENDANCE_ABOVE_SEATS);
        given.when(with(uncounted("2020-06-30"), "decidedBy", List.of("p-board", "p-other")))
                .refuses(PowersRule.NOT_A_MEMBER)
                .at("/decidedBy/1")
                .against(10L);
        given.when(with(uncounted("2020-08-01"), "decidedBy", List.of("p-other")))
                .isRecorded();
        given.whenMigrating(uncounted("2020-08-01")).unmet(PowersRule.NOT_A_MEMBER, PowersRule.NO_QUORUM);
    }

    @Test
    void where_the_chair_alone_is_named_the_others_may_be_anybody() {
        given.facts(with(sitting("BD", List.of(), "2020-02-01"), "chair", new Seat("p-other", null, null, null)));
        given.when(approved("2020-02-01")).isRecorded();
    }

    @Test
    void who_is_in_the_chair_decides_too() {
        given.facts(
                with(sitting("BD", List.of("p-other"), "2020-02-01"), "chair", new Seat("p-board", null, null, null)),
                quorum("BD", 1, "2020-02-01"));
        given.when(uncounted("2020-02-01")).isRecorded();
    }

    @Test
    void a_limit_counts_until_its_last_day() {
        given.facts(with(limit("BD", "6000000", "2020-02-01"), "validUntil", LocalDate.parse("2020-06-30")));
        given.when(approved("2020-06-30")).isRecorded();
        given.when(approved("2020-07-01"))
                .refuses(PowersRule.OVER_DELEGATED_LIMIT)
                .against(6L)
                .entry("BD", "2020-06-30");
        given.facts(limit("BD", "6000000", "2020-07-01"));
        given.when(approved("2020-07-01")).isRecorded();
    }

    @Test
    void its_quorum_is_that_of_the_standing_orders_in_force() {
        given.facts(quorum("BD", 2, "2020-07-01"), quorum("BD", null, "2020-08-01"));
        given.when(with(approved("2020-06-30"), "attendance", 2))
                .refuses(PowersRule.NO_QUORUM)
                .against(2L);
        given.when(with(approved("2020-07-01"), "attendance", 2)).isRecorded();
        given.when(with(approved("2020-07-31"), "attendance", 1))
                .refuses(PowersRule.NO_QUORUM)
                .against(6L);
        given.when(with(approved("2020-08-01"), "attendance", 1)).isRecorded();
    }

    @Test
    void without_a_count_of_those_present_there_is_no_quorum() {
        var uncounted = given.when(with(approved("2020-06-01"), "attendance", null));
        assertThat(uncounted.isAccepted()).isFalse();
        given.replaced(2, with(board("BD", "2020-01-01"), "quorum", null))
                .when(with(approved("2020-06-01"), "attendance", null))
                .isRecorded();
    }

    @Test
    void outside_its_powers_it_decides_only_on_purpose_and_says_why() {
        given.facts(dissolved("BD", "2022-01-01"), remit("BD", List.of(), "2021-01-01"));
        var beyond = with(with(approved("2022-01-01"), "attendance", 1), "ultraVires", "Urgent repairs");
        cost("9000000").when(beyond).records(beyond).unmet();
        given.when(with(approved("2019-06-01"), "ultraVires", "Urgent repairs")).isRecorded();
        given.when(with(boardDecided("BD", "D-1", "CONTRACT", "2040-01-01"), "ultraVires", "Urgent repairs"))
                .isRecorded();
    }

    @Test
    void what_was_ultra_vires_stays_so_through_every_correction_but_may_be_retracted() {
        var beyond = with(boardDecided("BD", "D-1", "POLICY", "2020-06-01"), "ultraVires", "Urgent repairs");
        var within = with(beyond, "ultraVires", null);
        long decision = given.facts(beyond).head();
        given.whenReplaced(decision, within)
                .refuses(LedgerRule.ULTRA_VIRES_FOR_EVER)
                .against(decision);
        given.whenReplaced(decision, with(within, "ultraVires", "Urgent")).isRecorded();
        given.and(given.whenReplaced(decision, with(beyond, "subject", "An earlier start")));
        given.whenReplaced(given.head(), within).refuses(LedgerRule.ULTRA_VIRES_FOR_EVER);
        given.and(given.whenStruck(given.head()).isRecorded());
        given.and(given.whenStruck(given.head()).isRecorded());
        given.whenReplaced(given.head(), within).refuses(LedgerRule.ULTRA_VIRES_FOR_EVER);
        long plain =
                given.facts(boardDecided("BD", "D-2", "POLICY", "2020-06-01")).head();
        given.and(given.whenReplaced(
                plain, with(boardDecided("BD", "D-2", "POLICY", "2020-06-01"), "ultraVires", "Urgent")));
        given.whenStruck(given.head()).refuses(LedgerRule.ULTRA_VIRES_FOR_EVER);
        long approval = given.facts(with(approved("2020-06-01"), "ultraVires", "Urgent"))
                .head();
        given.whenReplaced(approval, approved("2020-06-01")).refuses(LedgerRule.ULTRA_VIRES_FOR_EVER);
        given.whenStruck(approval).isRecorded();
    }

    @Test
    void ultra_vires_sets_aside_the_powers_and_nothing_else() {
        given.when(with(with(approved("2020-06-01"), "ultraVires", "Urgent repairs"), "manner", null))
                .refuses(PowersRule.DECISION_WITHOUT_MEETING);
        given.when(with(with(approved("2020-06-01"), "ultraVires", "Urgent repairs"), "decidedBy", List.of("p-x")))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void an_approval_stands_when_the_limit_turns_out_to_have_been_lower() {
        given.and(approved("2020-06-01")).when(limit("BD", "1", "2020-03-01")).isRecorded();
    }

    private static Money real(String pounds, @Nullable String year) {
        return with(with(pounds(pounds), "priceBasis", PriceBasis.REAL), "priceYear", year);
    }

    private static Given cost(String pounds) {
        return cost(pounds(pounds));
    }

    private static Given cost(Money cost) {
        return Given.persons("p-board", "p-submitter", "p-owner")
                .facts(
                        initiative("PG", "2019-01-01"),
                        board("BD", "2020-01-01"),
                        caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2019-01-01"),
                        with(version("BC", 1, "2019-01-01"), "cost", cost),
                        submitted("BC", 1, "2019-01-01"));
    }

    private static BusinessCaseDecided approved(String day) {
        return decided("BC", "BD", 1, BoardOutcome.APPROVED, day);
    }

    private static BusinessCaseDecided uncounted(String day) {
        return with(approved(day), "attendance", null);
    }

    private static Rule rule(String name, Given given, String board) {
        return given.when(with(approved("2020-06-01"), "board", board)).rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
