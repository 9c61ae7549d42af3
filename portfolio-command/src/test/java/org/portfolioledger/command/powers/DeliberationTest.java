package org.portfolioledger.command.powers;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.boardDecided;
import static org.portfolioledger.command.BoardFacts.quorum;
import static org.portfolioledger.command.BoardFacts.sitting;
import static org.portfolioledger.command.BusinessCaseFacts.caseOpened;
import static org.portfolioledger.command.BusinessCaseFacts.decided;
import static org.portfolioledger.command.BusinessCaseFacts.submitted;
import static org.portfolioledger.command.BusinessCaseFacts.version;
import static org.portfolioledger.command.Facts.on;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.InitiativeFacts.initiative;
import static org.portfolioledger.command.MeetingFacts.agenda;
import static org.portfolioledger.command.MeetingFacts.circulated;
import static org.portfolioledger.command.MeetingFacts.interest;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingCancelled;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.MeetingFacts.rescheduled;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.events.BoardFact.BoardDecided;
import org.portfolioledger.events.BoardFact.Seat;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;

/** In which way a board decides: in a meeting of its own, in writing, or as a board of one (rules 5, 7 and 8). */
class DeliberationTest {

    private static final String DAY = "2020-05-20";

    private final Given given = Given.persons("p-a", "p-b", "p-c", "p-owner", "p-submitter")
            .facts(
                    initiative("PG", "2020-01-01"),
                    board("BD", "2020-01-01"),
                    board("BD-2", "2020-01-01"),
                    meeting("M", "BD", DAY, "2020-05-01"),
                    caseOpened("BC", "PG", CaseStage.SOC, List.of("BD"), "2020-01-01"),
                    version("BC", 1, "2020-01-01"),
                    submitted("BC", 1, "2020-01-02"));

    @Test
    void a_decision_in_a_meeting_names_one_on_record_of_the_board_itself() {
        given.when(inMeeting("M", DAY)).isRecorded();
        given.when(with(inMeeting("M", DAY), "manner", null)).isRecorded();
        given.when(inMeeting("M-9", DAY))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/meeting");
        given.when(inMeeting(null, DAY))
                .refuses(PowersRule.DECISION_WITHOUT_MEETING)
                .at("/meeting");
        given.facts(meeting("M-2", "BD-2", DAY, "2020-05-01"));
        given.when(inMeeting("M-2", DAY))
                .refuses(PowersRule.MEETING_OF_ANOTHER_BOARD)
                .against(8L);
        given.whenMigrating(inMeeting("M-2", DAY)).refuses(PowersRule.MEETING_OF_ANOTHER_BOARD);
    }

    @Test
    void it_is_made_on_the_day_of_the_meeting() {
        given.when(inMeeting("M", "2020-05-19"))
                .refuses(PowersRule.NOT_ON_DAY_OF_MEETING)
                .against(4L)
                .entry("2020-05-20", "2020-05-19");
        given.when(inMeeting("M", "2020-05-21")).refuses(PowersRule.NOT_ON_DAY_OF_MEETING);
        given.facts(rescheduled("M", "2020-05-21", "2020-05-10"));
        given.when(inMeeting("M", "2020-05-21")).isRecorded();
        given.when(inMeeting("M", DAY)).refuses(PowersRule.NOT_ON_DAY_OF_MEETING);
        given.facts(meetingHeld("M", List.of("p-a", "p-b", "p-c"), "2020-05-22"));
        given.when(inMeeting("M", "2020-05-22")).isRecorded();
        given.whenMigrating(inMeeting("M", "2020-05-23")).unmet(PowersRule.NOT_ON_DAY_OF_MEETING);
    }

    @Test
    void nothing_is_decided_in_one_that_was_cancelled() {
        given.facts(meetingCancelled("M", DAY));
        given.when(inMeeting("M", DAY))
                .refuses(PowersRule.MEETING_WAS_CANCELLED)
                .against(8L);
    }

    @Test
    void those_who_decide_were_present_and_no_more_than_were_there() {
        given.facts(meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY));
        var decision = with(inMeeting("M", DAY), "decidedBy", List.of("p-a", "p-b", "p-c"));
        given.when(decision).isRecorded();
        given.when(with(decision, "decidedBy", List.of("p-a", "p-owner")))
                .refuses(PowersRule.NOT_PRESENT)
                .at("/decidedBy/1")
                .against(8L);
        given.when(with(decision, "attendance", 4))
                .refuses(PowersRule.ATTENDANCE_ABOVE_MEETING)
                .at("/attendance");
    }

    @Test
    void the_quorum_is_counted_among_those_at_the_meeting_where_the_decision_says_nothing() {
        given.facts(quorum("BD", 3, "2020-02-01"), meetingHeld("M", List.of("p-a", "p-b"), DAY));
        var decision = with(with(inMeeting("M", DAY), "decidedBy", List.of("p-a")), "attendance", null);
        given.when(decision).refuses(PowersRule.NO_QUORUM).entry("Present: 2; needed: 3");
        given.and(given.whenReplaced(9L, meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY)));
        given.when(decision).isRecorded();
    }

    @Test
    void whoever_withdrew_for_an_interest_takes_no_part() {
        given.facts(
                agenda("M", "BC", "2020-05-06"),
                interest("M", "p-a", "1", DAY),
                meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY),
                quorum("BD", 2, "2020-02-01"));
        given.when(onCase(List.of("p-b", "p-c"))).isRecorded();
        given.when(onCase(List.of("p-a", "p-b")))
                .refuses(PowersRule.INTEREST_DECLARED)
                .at("/decidedBy/0")
                .against(9L);
        given.when(with(onCase(List.of("p-b")), "ultraVires", "Urgent")).isRecorded();
        given.when(with(onCase(List.of("p-a")), "ultraVires", "Urgent")).refuses(PowersRule.INTEREST_DECLARED);
        var other = with(inMeeting("M", DAY), "decidedBy", List.of("p-a", "p-b"));
        given.when(other).isRecorded();
        given.facts(interest("M", "p-b", null, DAY), quorum("BD", 1, "2020-02-01"));
        given.when(other).refuses(PowersRule.INTEREST_DECLARED).at("/decidedBy/1");
    }

    @Test
    void whoever_withdrew_from_an_item_takes_no_part_in_what_is_decided_under_it() {
        var policy = new AgendaItem("2", "Policy", null, null, null);
        var homes = new AgendaItem("3", "New homes", null, null, "PG");
        given.facts(
                with(agenda("M", null, "2020-05-06"), "items", List.of(policy, homes)),
                interest("M", "p-a", "2", DAY),
                interest("M", "p-b", "3", DAY),
                quorum("BD", 1, "2020-02-01"));
        given.when(with(inMeeting("M", DAY), "item", "2"))
                .refuses(PowersRule.INTEREST_DECLARED)
                .at("/decidedBy/0")
                .against(9L);
        given.when(with(inMeeting("M", DAY), "item", "3")).isRecorded();
        given.when(inMeeting("M", DAY))
                .refuses(PowersRule.DECISION_WITHOUT_ITEM)
                .at("/item")
                .against(9L);
        given.whenMigrating(inMeeting("M", DAY)).unmet(PowersRule.DECISION_WITHOUT_ITEM);
        given.when(with(inMeeting("M", DAY), "item", "4"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/item");
        var others = with(inMeeting("M", DAY), "decidedBy", List.of("p-b"));
        given.when(others).isRecorded();
        given.when(with(others, "item", "2")).isRecorded();
        given.when(with(others, "item", "3")).refuses(PowersRule.INTEREST_DECLARED);
        given.when(with(with(others, "initiative", "PG"), "item", "2")).refuses(PowersRule.INTEREST_DECLARED);
        given.when(with(boardDecided("BD", "D-1", "POLICY", DAY), "item", "2"))
                .refusesAll(PowersRule.MANNER_DOES_NOT_FIT, ReferenceRule.UNKNOWN_REFERENCE);
    }

    @Test
    void it_rests_on_the_last_version_of_each_paper() {
        given.facts(
                circulated("M", 1, "2020-05-10"),
                with(circulated("M", 99, "2020-05-18"), "replaces", paper(1).sha256()));
        given.when(inMeeting("M", DAY)).isRecorded();
        given.when(with(inMeeting("M", DAY), "papers", List.of(paper(1))))
                .refuses(PowersRule.SUPERSEDED_PAPER)
                .at("/papers/0")
                .against(9L);
    }

    @Test
    void in_writing_those_who_answered_are_the_quorum() {
        given.facts(quorum("BD", 3, "2020-02-01"));
        var decision = with(
                with(boardDecided("BD", "D-1", "POLICY", DAY), "attendance", null), "decidedBy", List.of("p-a", "p-b"));
        given.when(decision).refuses(PowersRule.NO_QUORUM);
        given.when(with(decision, "dissent", List.of(new Dissent("p-c", "Too dear"))))
                .isRecorded();
        given.when(with(decision, "meeting", "M")).refusesAll(PowersRule.MANNER_DOES_NOT_FIT, PowersRule.NO_QUORUM);
    }

    @Test
    void whoever_dissents_is_a_known_member_who_does_not_decide() {
        given.facts(sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"), quorum("BD", 1, "2020-02-01"));
        var decision = with(boardDecided("BD", "D-1", "POLICY", DAY), "decidedBy", List.of("p-a"));
        given.when(with(decision, "dissent", List.of(new Dissent("p-b", null)))).isRecorded();
        given.when(with(decision, "dissent", List.of(new Dissent("p-a", null))))
                .refuses(PowersRule.DISSENT_OF_DECIDER)
                .at("/dissent/0/person");
        given.when(with(decision, "dissent", List.of(new Dissent("p-owner", null))))
                .refuses(PowersRule.NOT_A_MEMBER)
                .at("/dissent/0/person");
        given.when(with(decision, "dissent", List.of(new Dissent("p-9", null))))
                .refusesAll(ReferenceRule.UNKNOWN_REFERENCE, PowersRule.NOT_A_MEMBER);
    }

    @Test
    void a_board_of_one_decides_alone_and_no_other_does() {
        var alone = with(
                with(
                        with(boardDecided("BD", "D-1", "POLICY", DAY), "manner", DecisionManner.ALONE),
                        "attendance",
                        null),
                "decidedBy",
                List.of("p-a"));
        given.when(alone).refuses(PowersRule.NOT_ALONE).at("/manner");
        given.facts(sitting("BD", List.of("p-a"), "2020-02-01"));
        given.when(alone).isRecorded();
        given.when(with(alone, "decidedBy", List.of("p-b"))).refuses(PowersRule.NOT_A_MEMBER);
        given.facts(sitting("BD", List.of("p-a", "p-b"), "2020-03-01"));
        given.when(alone).refuses(PowersRule.NOT_ALONE).against(9L);
        given.when(with(alone, "ultraVires", "Nobody else could")).isRecorded();
    }

    @Test
    void a_board_of_one_is_whoever_is_in_its_chair() {
        var alone = with(
                with(
                        with(boardDecided("BD", "D-1", "POLICY", DAY), "manner", DecisionManner.ALONE),
                        "attendance",
                        null),
                "decidedBy",
                List.of("p-a"));
        given.facts(with(sitting("BD", List.of(), "2020-02-01"), "chair", new Seat("p-a", null, null, null)));
        given.when(alone).isRecorded();
        given.when(with(alone, "decidedBy", List.of("p-b")))
                .refuses(PowersRule.NOT_A_MEMBER)
                .at("/decidedBy/0")
                .against(8L);
    }

    @Test
    void whoever_withdrew_does_not_count_although_other_members_stayed_away() {
        given.facts(
                sitting("BD", List.of("p-a", "p-b", "p-c", "p-owner"), "2020-02-01"),
                meetingHeld("M", List.of("p-a", "p-b", "p-c"), DAY));
        var decision = with(with(inMeeting("M", DAY), "attendance", null), "decidedBy", List.of("p-a"));
        given.when(decision).isRecorded();
        given.facts(interest("M", "p-c", null, DAY));
        given.when(decision).refuses(PowersRule.NO_QUORUM).entry("Present: 2; needed: 3");
    }

    @Test
    void only_members_who_are_named_and_did_not_withdraw_make_a_quorum() {
        given.facts(
                sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"),
                meetingHeld("M", List.of("p-a", "p-owner", "p-submitter"), DAY));
        var decision = with(inMeeting("M", DAY), "attendance", null);
        given.when(decision).refuses(PowersRule.NO_QUORUM).at("/attendance").entry("Present: 1; needed: 3");
        given.when(with(decision, "attendance", 3)).refuses(PowersRule.NO_QUORUM);
        given.and(given.whenReplaced(9L, meetingHeld("M", List.of("p-a", "p-b", "p-c", "p-owner"), DAY)));
        given.when(decision).isRecorded();
        given.facts(interest("M", "p-owner", null, DAY));
        given.when(decision).isRecorded();
        given.facts(interest("M", "p-c", null, DAY));
        given.when(decision).refuses(PowersRule.NO_QUORUM).entry("Present: 2; needed: 3");
        given.whenMigrating(decision).unmet(PowersRule.NO_QUORUM);
    }

    @Test
    void who_was_present_without_being_named_counts_too() {
        given.facts(
                sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"),
                with(meetingHeld("M", List.of("p-a", "p-owner"), DAY), "attendance", 4));
        var decision = with(inMeeting("M", DAY), "attendance", null);
        given.when(decision).isRecorded();
        given.and(given.whenReplaced(9L, with(meetingHeld("M", List.of("p-a", "p-owner"), DAY), "attendance", 3)));
        given.when(decision).refuses(PowersRule.NO_QUORUM).entry("Present: 2");
    }

    @Test
    void no_more_members_are_present_than_have_a_seat() {
        given.facts(sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"));
        var decision = inMeeting("M", DAY);
        given.when(with(decision, "attendance", 3)).isRecorded();
        given.when(with(decision, "attendance", 4))
                .refuses(PowersRule.ATTENDANCE_ABOVE_SEATS)
                .at("/attendance")
                .against(8L);
        given.facts(interest("M", "p-c", null, DAY));
        given.when(with(decision, "attendance", 3)).refuses(PowersRule.NO_QUORUM);
    }

    @Test
    void in_writing_the_members_who_answered_are_named() {
        given.facts(sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"));
        var decision = boardDecided("BD", "D-1", "POLICY", DAY);
        given.when(with(decision, "decidedBy", List.of("p-a")))
                .refuses(PowersRule.NO_QUORUM)
                .entry("Present: 1; needed: 3");
        given.when(with(decision, "decidedBy", List.of("p-a", "p-b", "p-c"))).isRecorded();
    }

    @Test
    void a_term_that_ended_yesterday_gives_no_vote_today() {
        given.facts(
                sitting("BD", List.of("p-a", "p-b", "p-c"), "2020-02-01"),
                sitting("BD", List.of("p-b", "p-c"), DAY),
                quorum("BD", 2, "2020-02-01"));
        var decision = with(
                with(boardDecided("BD", "D-1", "POLICY", DAY), "decidedBy", List.of("p-a", "p-b", "p-c")),
                "attendance",
                null);
        given.when(decision).refuses(PowersRule.NOT_A_MEMBER).against(9L).at("/decidedBy/0");
        given.when(on("2020-05-19", decision)).isRecorded();
    }

    private static BoardDecided inMeeting(@Nullable String meeting, String day) {
        var decision = with(boardDecided("BD", "D-1", "POLICY", day), "manner", DecisionManner.IN_MEETING);
        return with(with(decision, "meeting", meeting), "decidedBy", List.of("p-a"));
    }

    private static BusinessCaseDecided onCase(List<String> persons) {
        var decision = with(decided("BC", "BD", 1, BoardOutcome.APPROVED, DAY), "manner", DecisionManner.IN_MEETING);
        return with(with(decision, "meeting", "M"), "decidedBy", persons);
    }
}
