package org.portfolioledger.command.board;

import static org.portfolioledger.command.AppointmentFacts.sro;
import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.delegated;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.BoardFacts.limit;
import static org.portfolioledger.command.BoardFacts.parent;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BoardFacts.remit;
import static org.portfolioledger.command.BoardFacts.revoked;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.pounds;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.PostFacts.post;
import static org.portfolioledger.command.Shape.with;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Holder;

class BoardTest {

    private final Given given = Given.persons("p-board", "p-office").facts(board("BD", "2020-01-01"));

    @Test
    void the_holder_of_a_post_on_record_has_a_seat_or_a_delegation_and_nobody_is_named_beside_the_post() {
        given.facts(post("PO", "2020-01-01"));
        var seats = with(board("BD-2", "2020-01-01"), "quorum", null);
        given.when(with(seats, "members", List.of(new Seat(null, null, "PO", null))))
                .isRecorded();
        given.when(with(seats, "members", List.of(new Seat(null, null, "PO-9", null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/members/0/heldByPost");
        given.when(with(seats, "chair", new Seat("p-board", null, "PO", null)))
                .refuses(BoardRule.HOLDER_BESIDE_POST)
                .at("/chair");
        given.when(with(seats, "members", List.of(new Seat(null, null, "PO", null), new Seat(null, null, "PO", "A"))))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/members/1/heldByPost");
        var delegation = with(delegated("BD", "DG", "p-board", "2020-03-01"), "heldByPost", "PO");
        given.when(with(delegation, "delegate", null)).isRecorded();
        given.when(delegation).refuses(BoardRule.HOLDER_BESIDE_POST);
        given.when(with(with(delegation, "delegate", null), "heldByPost", null))
                .refuses(ReferenceRule.NOBODY_NAMED)
                .at("/delegate");
    }

    @Test
    void a_board_is_established_once() {
        Given.persons().when(board("BD", "2020-01-01")).records(board("BD", "2020-01-01"));
        given.when(board("BD", "2021-01-01"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(1L)
                .at("/id");
    }

    @Test
    void it_escalates_to_another_that_is_on_record() {
        var below = with(board("BD-2", "2020-01-01"), "decisionTypes", List.of());
        given.when(with(below, "parent", "BD")).isRecorded().reads("board-BD");
        given.when(with(board("BD-2", "2020-01-01"), "parent", "BD-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/parent");
        given.when(with(board("BD-2", "2020-01-01"), "parent", "BD-2")).refuses(BoardRule.OWN_PARENT);
    }

    @Test
    void it_is_not_corrected_into_escalating_to_itself_through_another() {
        given.facts(with(board("BD-2", "2020-01-01"), "parent", "BD"))
                .whenReplaced(1, with(board("BD", "2020-01-01"), "parent", "BD-2"))
                .refuses(BoardRule.OWN_PARENT)
                .entry("BD-2");
    }

    @Test
    void it_escalates_to_another_from_a_day_on_back_dated_and_in_time_to_come() {
        given.facts(board("BD-2", "2020-01-01"), boardDecided("BD-2", "D-1", "POLICY", "2010-01-01"));
        for (String day : new String[] {"2010-01-01", "2020-01-01", "2040-01-01"}) {
            given.when(with(parent("BD", "BD-2", day), "decision", 3L))
                    .isRecorded()
                    .reads("board-BD-2")
                    .restsOn(3L);
            given.when(parent("BD", null, day)).isRecorded();
        }
        given.when(parent("BD", "BD", "2021-01-01"))
                .refuses(BoardRule.OWN_PARENT)
                .at("/parent");
        given.when(parent("BD", "BD-9", "2021-01-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/parent");
        given.facts(parent("BD", "BD-2", "2021-01-01"))
                .when(parent("BD-2", "BD", "2021-01-01"))
                .refuses(BoardRule.OWN_PARENT)
                .entry("BD escalates to board BD-2");
    }

    @Test
    void its_parent_stands_from_its_closure_on() {
        given.facts(board("BD-2", "2020-01-01")).facts(dissolved("BD", "2021-01-01"));
        given.facts(boardDecided("BD-2", "D-1", "POLICY", "2020-06-01"));
        given.when(with(parent("BD", "BD-2", "2020-12-31"), "decision", 4L)).isRecorded();
        given.when(with(parent("BD", "BD-2", "2021-01-01"), "decision", 4L))
                .refuses(BoardRule.BOARD_CLOSED_ALREADY)
                .against(3L);
    }

    @Test
    void its_chair_and_members_are_persons_on_record_or_posts() {
        given.when(with(
                        with(
                                with(board("BD-2", "2020-01-01"), "quorum", 2),
                                "chair",
                                new Seat("p-board", "Deputy Mayor", null, null)),
                        "members",
                        List.of(new Seat(null, "Finance Director", null, null), new Seat("p-board", null, null, null))))
                .isRecorded();
        given.when(with(board("BD-2", "2020-01-01"), "chair", new Seat("p-x", null, null, null)))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/chair/person")
                .entry("p-x");
        given.whenMigrating(with(
                        with(board("BD-2", "2010-01-01"), "quorum", null),
                        "members",
                        List.of(new Seat("p-board", null, null, null), new Seat("p-x", null, null, null))))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/members/1/person");
    }

    @Test
    void a_quorum_is_no_more_than_those_who_sit() {
        var board = with(
                with(
                        board("BD-2", "2020-01-01"),
                        "members",
                        List.of(new Seat(null, "A", null, null), new Seat(null, "B", null, null))),
                "chair",
                new Seat(null, "Chair", null, null));
        given.when(with(board, "quorum", 3)).isRecorded();
        given.when(with(board, "quorum", 4))
                .refuses(BoardRule.IMPOSSIBLE_QUORUM)
                .at("/quorum")
                .entry("4", "3");
    }

    @Test
    void who_sits_as_chair_and_as_member_counts_once() {
        var board = with(
                with(
                        board("BD-2", "2020-01-01"),
                        "members",
                        List.of(new Seat("p-board", null, null, null), new Seat(null, "B", null, null))),
                "chair",
                new Seat("p-board", "Chair", null, null));
        given.when(with(board, "quorum", 2)).isRecorded();
        given.when(with(board, "quorum", 3))
                .refuses(BoardRule.IMPOSSIBLE_QUORUM)
                .entry("3", "2");
        var posts = with(
                board,
                "members",
                List.of(new Seat(null, "Adviser", null, null), new Seat(null, "Adviser", null, null)));
        given.when(with(posts, "quorum", 3)).isRecorded();
    }

    @Test
    void who_sits_is_a_person_or_a_post() {
        var board = with(board("BD-2", "2020-01-01"), "quorum", null);
        Seat nobody = new Seat(null, null, null, null);
        given.when(with(board, "members", List.of(new Seat(null, "A", null, null), nobody)))
                .refuses(BoardRule.SEAT_OF_NOBODY)
                .at("/members/1");
        given.when(with(board, "chair", nobody))
                .refuses(BoardRule.SEAT_OF_NOBODY)
                .at("/chair");
    }

    @Test
    void its_members_and_its_quorum_fit_each_other_whichever_changes() {
        given.facts(
                with(board("BD-2", "2020-01-01"), "quorum", null), sitting("BD-2", List.of("p-board"), "2020-03-01"));
        given.when(quorum("BD-2", 1, "2020-04-01")).isRecorded();
        given.when(quorum("BD-2", 2, "2020-02-01"))
                .refuses(BoardRule.IMPOSSIBLE_QUORUM)
                .at("/quorum")
                .entry("2", "1");
        given.when(quorum("BD-2", 2, "2040-02-01")).refuses(BoardRule.IMPOSSIBLE_QUORUM);
        given.when(quorum("BD-2", 0, "2020-04-01")).refuses(BoardRule.IMPOSSIBLE_QUORUM);
        given.facts(quorum("BD-2", 1, "2020-04-01"));
        given.when(with(sitting("BD-2", List.of("p-board"), "2020-05-01"), "reason", "As before"))
                .isRecorded();
        given.when(sitting("BD-2", List.of(), "2020-05-01")).isRecorded();
    }

    @Test
    void fewer_members_than_its_quorum_cannot_sit_on_it() {
        given.facts(
                with(board("BD-2", "2020-01-01"), "quorum", null),
                sitting("BD-2", List.of("p-board", "p-office"), "2020-03-01"),
                quorum("BD-2", 2, "2020-04-01"));
        given.when(sitting("BD-2", List.of("p-board"), "2020-05-01"))
                .refuses(BoardRule.IMPOSSIBLE_QUORUM)
                .at("/members")
                .entry("2", "1");
    }

    @Test
    void who_joins_it_is_known_and_sits_there_once() {
        given.facts(quorum("BD", null, "2020-02-01"));
        given.when(sitting("BD", List.of("p-nobody"), "2020-03-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/members/0/person");
        given.when(with(sitting("BD", List.of("p-board", "p-board"), "2020-03-01"), "reason", null))
                .refuses(ReferenceRule.NAMED_TWICE)
                .at("/members/1/person");
        given.when(with(sitting("BD", List.of(), "2020-03-01"), "chair", new Seat(null, null, null, "HOUSING")))
                .refuses(BoardRule.SEAT_OF_NOBODY)
                .at("/chair");
    }

    @Test
    void after_its_closure_nobody_joins_it_and_its_orders_stay() {
        given.facts(quorum("BD", null, "2020-02-01"), dissolved("BD", "2022-01-01"));
        given.when(sitting("BD", List.of("p-board"), "2022-01-01")).refuses(BoardRule.BOARD_CLOSED_ALREADY);
        given.when(quorum("BD", 1, "2022-01-01")).refuses(BoardRule.BOARD_CLOSED_ALREADY);
        given.when(sitting("BD", List.of("p-board"), "2021-12-31")).isRecorded();
    }

    @Test
    void another_board_that_is_on_record_replaces_it() {
        given.facts(board("BD-2", "2020-01-01"));
        given.when(with(dissolved("BD", "2022-01-01"), "successor", "BD-2")).isRecorded();
        given.when(with(dissolved("BD", "2022-01-01"), "successor", "BD"))
                .refuses(BoardRule.OWN_SUCCESSOR)
                .at("/successor");
        given.when(with(dissolved("BD", "2022-01-01"), "successor", "BD-3"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/successor");
    }

    @Test
    void a_limit_is_valid_for_a_day_at_least() {
        given.when(with(limit("BD", "1", "2020-03-01"), "validUntil", LocalDate.parse("2020-03-01")))
                .isRecorded();
        given.when(with(limit("BD", "1", "2020-03-01"), "validUntil", LocalDate.parse("2020-02-29")))
                .refuses(BoardRule.LIMIT_NEVER_VALID)
                .at("/validUntil")
                .entry("2020-03-01", "2020-02-29");
    }

    @Test
    void a_quorum_is_one_member_at_least() {
        given.when(with(board("BD-2", "2020-01-01"), "quorum", 1)).isRecorded();
        given.when(with(board("BD-2", "2020-01-01"), "quorum", 0))
                .refuses(BoardRule.IMPOSSIBLE_QUORUM)
                .at("/quorum");
    }

    @Test
    void its_limit_is_nothing_or_more() {
        given.when(limit("BD", "0", "2021-01-01")).isRecorded();
        given.when(limit("BD", "-0.01", "2021-01-01"))
                .refuses(PowersRule.AMOUNT_BELOW_ZERO)
                .at("/limit/amount");
        given.when(with(board("BD-2", "2020-01-01"), "limit", pounds("-1"))).refuses(PowersRule.AMOUNT_BELOW_ZERO);
        given.when(limit("BD-9", "1", "2021-01-01")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void its_limit_and_remit_change_back_dated_and_in_time_to_come() {
        for (String day : new String[] {"2010-01-01", "2020-01-01", "2040-01-01"}) {
            given.when(limit("BD", "1", day)).isRecorded();
            given.when(remit("BD", List.of("POLICY"), day)).isRecorded();
        }
    }

    @Test
    void it_decides_on_what_is_no_business_case() {
        var decision = boardDecided("BD", "D-1", "POLICY", "2020-05-20");
        given.when(decision).records(decision).restsOn(1L);
        given.facts(decision)
                .when(boardDecided("BD", "D-1", "POLICY", "2020-06-20"))
                .refuses(ReferenceRule.ALREADY_EXISTS)
                .against(2L)
                .at("/id");
        given.facts(initiative("PG", "2020-01-01"))
                .when(with(boardDecided("BD", "D-2", "POLICY", "2020-06-20"), "initiative", "PG"))
                .isRecorded()
                .reads("initiative-PG", "appointments-PG");
        given.when(with(boardDecided("BD", "D-2", "POLICY", "2020-06-20"), "initiative", "PG-9"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/initiative");
        given.when(boardDecided("BD-9", "D-1", "POLICY", "2020-06-20")).refuses(ReferenceRule.NOT_FOUND);
    }

    @Test
    void it_is_dissolved_on_the_day_of_its_beginning_at_the_earliest_and_once() {
        given.when(dissolved("BD", "2020-01-01")).isRecorded();
        given.when(dissolved("BD", "2019-12-31"))
                .refuses(BoardRule.BOARD_CLOSED_BEFORE_IT_BEGAN)
                .against(1L)
                .entry("2019-12-31");
        given.facts(dissolved("BD", "2021-01-01"));
        for (String day : new String[] {"2020-06-01", "2020-12-31", "2021-01-02", "2040-01-01"}) {
            given.when(dissolved("BD", day))
                    .refuses(BoardRule.BOARD_CLOSED_ALREADY)
                    .against(2L);
        }
    }

    @Test
    void its_limit_and_remit_stand_from_its_closure_on() {
        given.facts(dissolved("BD", "2021-01-01"));
        given.when(limit("BD", "1", "2020-12-31")).isRecorded();
        given.when(limit("BD", "1", "2021-01-01"))
                .refuses(BoardRule.BOARD_CLOSED_ALREADY)
                .against(2L)
                .entry("2021-01-01");
        given.when(remit("BD", List.of("POLICY"), "2040-01-01")).refuses(BoardRule.BOARD_CLOSED_ALREADY);
    }

    @Test
    void its_closure_is_not_back_dated_before_a_limit() {
        given.facts(limit("BD", "1", "2021-01-01"));
        given.when(dissolved("BD", "2021-01-01")).isRecorded();
        given.when(dissolved("BD", "2020-12-31"))
                .refuses(BoardRule.BOARD_CLOSED_ALREADY)
                .against(2L)
                .entry("2020-12-31", "2021-01-01");
    }

    @Test
    void a_decision_stands_when_the_board_turns_out_to_have_been_dissolved_before() {
        given.and(boardDecided("BD", "D-1", "POLICY", "2020-05-20"));
        given.when(dissolved("BD", "2020-05-01")).isRecorded();
    }

    @Test
    void the_remit_of_a_board_with_one_above_it_rests_on_that_boards_approval() {
        given.facts(board("BD-UP", "2020-01-01"), parent("BD", "BD-UP", "2020-02-01"));
        long decision = given.facts(boardDecided("BD-UP", "D-1", "POLICY", "2020-03-01"))
                .head();
        var changed = remit("BD", List.of("OBC"), "2020-04-01");
        given.when(changed)
                .refuses(BoardRule.REMIT_WITHOUT_DECISION)
                .at("/decision")
                .against(decision - 1);
        given.when(with(changed, "decision", decision)).isRecorded().restsOn(decision);
        given.when(with(changed, "decision", decision - 1)).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.when(with(changed, "decision", 4_000_000_000L)).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.when(remit("BD", List.of("OBC"), "2020-01-31")).isRecorded();
        given.whenMigrating(changed).unmet(BoardRule.REMIT_WITHOUT_DECISION);
        long other =
                given.facts(boardDecided("BD", "D-2", "POLICY", "2020-03-01")).head();
        given.when(with(changed, "decision", other)).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        long rejected = given.facts(
                        with(boardDecided("BD-UP", "D-3", "POLICY", "2020-03-01"), "outcome", BoardOutcome.REJECTED))
                .head();
        given.when(with(changed, "decision", rejected)).refuses(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void a_board_that_begins_under_another_has_its_remit_by_that_boards_approval() {
        given.facts(boardDecided("BD", "D-1", "POLICY", "2020-03-01"));
        var below = with(board("BD-2", "2020-03-01"), "parent", "BD");
        given.when(with(below, "decision", 2L)).isRecorded().restsOn(2L);
        given.when(with(on("2040-01-01", below), "decision", 2L)).isRecorded().restsOn(2L);
        given.when(with(on("2020-02-29", below), "decision", 2L))
                .refuses(BoardRule.REMIT_WITHOUT_DECISION)
                .at("/decision")
                .entry("BD", "2020-02-29");
        given.when(below).refuses(BoardRule.REMIT_WITHOUT_DECISION).at("/decision");
        given.when(with(below, "decision", 1L)).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.whenMigrating(below).unmet(BoardRule.REMIT_WITHOUT_DECISION);
        given.when(with(below, "decisionTypes", List.of())).isRecorded();
        given.when(with(below, "parent", null)).isRecorded();
        given.facts(board("BD-3", "2020-01-01"), boardDecided("BD-3", "D-1", "POLICY", "2020-03-01"));
        given.when(with(below, "decision", given.head())).refuses(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void a_board_that_is_given_another_above_it_has_its_remit_by_that_boards_approval() {
        given.facts(board("BD-UP", "2020-01-01"), boardDecided("BD-UP", "D-1", "POLICY", "2020-03-01"));
        var given2 = with(parent("BD", "BD-UP", "2020-03-01"), "decision", 3L);
        given.when(given2).isRecorded().restsOn(3L);
        given.when(on("2040-03-01", given2)).isRecorded().restsOn(3L);
        given.when(on("2020-02-29", given2)).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.when(with(given2, "decision", null))
                .refuses(BoardRule.REMIT_WITHOUT_DECISION)
                .at("/decision")
                .entry("BD-UP");
        given.whenMigrating(with(given2, "decision", null)).unmet(BoardRule.REMIT_WITHOUT_DECISION);
        given.when(parent("BD", null, "2020-03-01")).isRecorded();
        given.and(given2).and(given.whenStruck(3));
        given.when(on("2021-03-01", given2)).refuses(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void a_board_without_a_remit_is_given_another_above_it_by_nobody_unless_it_has_one_under_it() {
        given.facts(
                board("BD-UP", "2020-01-01"),
                with(board("BD-2", "2020-01-01"), "decisionTypes", List.of()),
                remit("BD-2", List.of("OBC"), "2020-03-01"));
        given.when(parent("BD-2", "BD-UP", "2020-02-01")).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.facts(parent("BD-2", null, "2020-03-01"));
        given.when(parent("BD-2", "BD-UP", "2020-02-01")).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.facts(parent("BD-2", null, "2020-02-29"));
        given.when(parent("BD-2", "BD-UP", "2020-02-01")).isRecorded();
    }

    @Test
    void an_establishment_is_not_corrected_into_more_than_the_board_above_approved() {
        var below = with(with(board("BD-2", "2020-03-01"), "parent", "BD"), "decisionTypes", List.of("SOC", "OBC"));
        given.migrated(below, BoardRule.REMIT_WITHOUT_DECISION);
        given.whenReplaced(2, with(below, "name", "Programme Board")).isRecorded();
        given.whenReplaced(2, with(below, "decisionTypes", List.of("SOC"))).isRecorded();
        var wider = with(below, "decisionTypes", List.of("SOC", "OBC", "FBC"));
        given.whenReplaced(2, wider).refuses(BoardRule.REMIT_WITHOUT_DECISION).at("/decision");
        given.facts(boardDecided("BD", "D-1", "POLICY", "2020-03-01"));
        given.whenReplaced(2, with(wider, "decision", 3L)).isRecorded().restsOn(3L);
        given.facts(board("BD-UP", "2020-01-01"));
        given.whenReplaced(2, with(below, "parent", "BD-UP")).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.whenReplaced(1, with(board("BD", "2020-01-01"), "parent", "BD-UP"))
                .refuses(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void a_change_of_remit_or_parent_is_not_corrected_into_more_than_was_migrated() {
        given.facts(board("BD-UP", "2020-01-01"), board("BD-3", "2020-01-01"));
        given.migrated(parent("BD", "BD-UP", "2020-02-01"), BoardRule.REMIT_WITHOUT_DECISION);
        given.migrated(remit("BD", List.of("OBC"), "2020-04-01"), BoardRule.REMIT_WITHOUT_DECISION);
        given.whenReplaced(4, with(parent("BD", "BD-UP", "2020-02-01"), "reason", "New scheme"))
                .isRecorded();
        given.whenReplaced(4, parent("BD", "BD-3", "2020-02-01")).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.whenReplaced(5, with(remit("BD", List.of("OBC"), "2020-04-01"), "reason", "New scheme"))
                .isRecorded();
        given.whenReplaced(5, remit("BD", List.of("FBC"), "2020-04-01")).refuses(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void the_approval_of_a_remit_stands_is_in_effect_and_concerns_no_initiative() {
        given.facts(initiative("PG", "2020-01-01"), board("BD-UP", "2020-01-01"), parent("BD", "BD-UP", "2020-02-01"));
        var approval = boardDecided("BD-UP", "D-1", "POLICY", "2020-03-01");
        long decision = given.facts(approval).head();
        var changed = with(remit("BD", List.of("OBC"), "2020-03-01"), "decision", decision);
        given.when(changed).isRecorded().restsOn(decision);
        given.when(on("2020-02-29", changed))
                .refuses(BoardRule.REMIT_WITHOUT_DECISION)
                .at("/decision")
                .entry("2020-02-29");
        given.facts(with(boardDecided("BD-UP", "D-2", "REBASELINE", "2020-03-01"), "initiative", "PG"));
        given.when(with(changed, "decision", given.head())).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.and(given.whenReplaced(decision, with(approval, "subject", "The remit of BD")));
        given.when(with(changed, "decision", given.head())).isRecorded().restsOn(given.head());
        given.when(changed).isRecorded().restsOn(given.head());
        given.facts(boardDecided("BD-UP", "D-3", "POLICY", "2020-03-01"));
        changed = with(changed, "decision", given.head());
        given.when(changed).isRecorded();
        given.and(given.whenStruck(given.head()));
        given.when(changed).refuses(BoardRule.REMIT_WITHOUT_DECISION);
        given.whenMigrating(changed).unmet(BoardRule.REMIT_WITHOUT_DECISION);
    }

    @Test
    void a_remit_is_for_the_board_that_was_last_above_also_while_none_is() {
        given.facts(
                board("BD-UP", "2020-01-01"),
                parent("BD", "BD-UP", "2020-02-01"),
                parent("BD", null, "2020-03-01"),
                boardDecided("BD-UP", "D-1", "POLICY", "2020-03-01"));
        var changed = remit("BD", List.of("OBC"), "2020-03-01");
        given.when(changed)
                .refuses(BoardRule.REMIT_WITHOUT_DECISION)
                .against(3L)
                .entry("BD-UP");
        given.when(with(changed, "decision", given.head())).isRecorded();
        given.when(on("2020-01-31", changed)).isRecorded();
    }

    @Test
    void it_delegates_no_more_than_it_may_decide_itself() {
        given.facts(with(board("BD-D", "2020-01-01"), "limit", pounds("5000000.00")));
        var given4 = delegated("BD-D", "DG", "p-board", "2020-03-01");
        given.when(given4).isRecorded();
        given.when(with(given4, "limit", pounds("5000000.00"))).isRecorded();
        given.when(with(given4, "limit", pounds("5000000.01")))
                .refuses(BoardRule.DELEGATED_BEYOND_POWERS)
                .at("/limit");
        given.when(with(given4, "decisionTypes", List.of("POLICY", "CONTRACT")))
                .refuses(BoardRule.DELEGATED_BEYOND_POWERS)
                .at("/decisionTypes")
                .entry("CONTRACT");
        given.when(with(given4, "validUntil", LocalDate.parse("2020-02-29"))).refuses(BoardRule.LIMIT_NEVER_VALID);
        given.when(with(given4, "delegate", new Holder("p-nobody", null))).refuses(ReferenceRule.UNKNOWN_REFERENCE);
        given.and(given4);
        given.when(with(given4, "reason", "Again")).refuses(ReferenceRule.ALREADY_EXISTS);
        given.when(revoked("BD-D", "DG-9", "2020-04-01")).refuses(ReferenceRule.NOT_FOUND);
        given.when(revoked("BD-D", "DG", "2020-02-29")).refuses(ReferenceRule.NOT_FOUND);
        given.when(revoked("BD-D", "DG", "2020-03-01")).isRecorded();
    }

    @Test
    void a_stage_of_a_case_is_decided_on_the_case() {
        for (String stage : new String[] {"SOC", "obc"}) {
            var decision = boardDecided("BD", "D-9", stage, "2020-05-20");
            given.when(decision).refuses(BoardRule.STAGE_DECIDED_BESIDE_CASE).at("/matter");
            given.when(with(decision, "ultraVires", "Urgent")).refuses(BoardRule.STAGE_DECIDED_BESIDE_CASE);
            given.whenMigrating(decision).unmet(BoardRule.STAGE_DECIDED_BESIDE_CASE);
        }
        given.when(boardDecided("BD", "D-9", "POLICY", "2020-05-20")).isRecorded();
    }

    @Test
    void an_approval_with_conditions_states_them() {
        var decision = with(
                boardDecided("BD", "D-9", "POLICY", "2020-05-20"), "outcome", BoardOutcome.APPROVED_WITH_CONDITIONS);
        given.when(decision).refuses(PowersRule.CONDITIONS_NOT_STATED).at("/conditions");
        given.when(with(decision, "conditions", List.of("A cost plan"))).isRecorded();
    }

    @Test
    void the_sro_of_an_initiative_decides_and_corrects_nothing_that_concerns_it() {
        given.facts(initiative("PG", "2020-01-01"), sro("PG", "SRO-1", "p-board", "2020-02-01"));
        var decision = with(boardDecided("BD", "D-1", "REBASELINE", "2020-05-20"), "initiative", "PG");
        given.when(decision)
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE)
                .at("/decidedBy/0")
                .against(3L);
        for (BoardOutcome other : List.of(BoardOutcome.DEFERRED, BoardOutcome.REJECTED, BoardOutcome.ENDORSED))
            given.when(with(decision, "outcome", other)).refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE);
        given.when(with(decision, "outcome", BoardOutcome.WITHDRAWN)).isRecorded();
        given.when(with(decision, "decidedBy", List.of("p-office"))).isRecorded();
        given.when(with(boardDecided("BD", "D-1", "REBASELINE", "2020-01-31"), "initiative", "PG"))
                .isRecorded();
        given.recordedBy("p-board")
                .when(with(decision, "decidedBy", List.of("p-office")))
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE);
        var rejected = with(with(decision, "decidedBy", List.of("p-office")), "outcome", BoardOutcome.REJECTED);
        given.recordedBy("p-office").and(rejected);
        long position = given.head();
        given.recordedBy("p-board")
                .whenStruck(position)
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE)
                .entry("p-board", "corrects the decision");
        given.recordedBy("p-board")
                .whenReplaced(position, with(rejected, "subject", "An earlier start"))
                .refuses(PowersRule.DECIDES_ON_OWN_INITIATIVE);
        given.recordedBy("p-office").whenStruck(position).isRecorded();
    }

    @Test
    void boards_do_not_replace_each_other_in_a_circle() {
        given.facts(
                board("BD-2", "2020-01-01"),
                board("BD-3", "2020-01-01"),
                with(dissolved("BD-2", "2021-01-01"), "successor", "BD-3"),
                with(dissolved("BD-3", "2022-01-01"), "successor", "BD"));
        given.when(with(dissolved("BD", "2023-01-01"), "successor", "BD-2"))
                .refuses(BoardRule.OWN_SUCCESSOR)
                .at("/successor");
        given.when(dissolved("BD", "2023-01-01")).isRecorded();
    }
}
