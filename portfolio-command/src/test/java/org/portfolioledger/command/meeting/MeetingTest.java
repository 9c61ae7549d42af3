package org.portfolioledger.command.meeting;

import static org.portfolioledger.command.BoardFacts.board;
import static org.portfolioledger.command.BoardFacts.dissolved;
import static org.portfolioledger.command.Facts.paper;
import static org.portfolioledger.command.MeetingFacts.agenda;
import static org.portfolioledger.command.MeetingFacts.circulated;
import static org.portfolioledger.command.MeetingFacts.interest;
import static org.portfolioledger.command.MeetingFacts.meeting;
import static org.portfolioledger.command.MeetingFacts.meetingCancelled;
import static org.portfolioledger.command.MeetingFacts.meetingHeld;
import static org.portfolioledger.command.MeetingFacts.minuted;
import static org.portfolioledger.command.MeetingFacts.rescheduled;
import static org.portfolioledger.command.Shape.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portfolioledger.command.Given;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.vocabulary.Holder;

class MeetingTest {

    private final Given given = Given.persons("p-a", "p-b")
            .facts(board("BD", "2020-01-01"), meeting("M", "BD", "2020-05-20", "2020-05-01"));

    @Test
    void a_meeting_is_called_once_for_a_day_not_before_that_of_the_call() {
        given.when(meeting("M", "BD", "2020-06-20", "2020-06-01")).refuses(ReferenceRule.ALREADY_EXISTS);
        given.when(meeting("M-2", "BD", "2020-06-20", "2020-06-20")).isRecorded();
        given.when(meeting("M-2", "BD", "2020-06-20", "2020-06-21"))
                .refuses(MeetingRule.PLANNED_BEFORE_CALLED)
                .at("/plannedFor")
                .entry("2020-06-20", "2020-06-21");
        given.when(rescheduled("M", "2020-05-19", "2020-05-20")).refuses(MeetingRule.PLANNED_BEFORE_CALLED);
    }

    @Test
    void it_is_of_a_board_that_exists_on_its_day() {
        given.when(meeting("M-2", "BD-9", "2020-06-20", "2020-06-01"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/board");
        given.facts(dissolved("BD", "2020-07-01"));
        given.when(meeting("M-2", "BD", "2020-06-30", "2020-06-01")).isRecorded();
        given.when(meeting("M-2", "BD", "2020-07-01", "2020-06-01"))
                .refuses(MeetingRule.BOARD_CLOSED)
                .against(3L);
    }

    @Test
    void none_is_called_rescheduled_or_held_before_its_board_begins_or_after_it_ended() {
        given.facts(board("BD-2", "2020-06-01"));
        given.when(meeting("M-2", "BD-2", "2020-06-01", "2020-05-01")).isRecorded();
        given.when(meeting("M-2", "BD-2", "2020-05-31", "2020-05-01"))
                .refuses(MeetingRule.BOARD_NOT_BEGUN)
                .against(3L)
                .at("/plannedFor")
                .entry("BD-2", "2020-06-01", "2020-05-31");
        given.whenMigrating(meeting("M-2", "BD-2", "2020-05-31", "2020-05-01")).unmet(MeetingRule.BOARD_NOT_BEGUN);
        given.facts(meeting("M-2", "BD-2", "2020-06-20", "2020-05-01"), dissolved("BD-2", "2020-07-01"));
        given.when(rescheduled("M-2", "2020-06-01", "2020-05-10")).isRecorded();
        given.when(rescheduled("M-2", "2020-05-31", "2020-05-10")).refuses(MeetingRule.BOARD_NOT_BEGUN);
        given.when(rescheduled("M-2", "2020-06-30", "2020-05-10")).isRecorded();
        given.when(rescheduled("M-2", "2020-07-01", "2020-05-10"))
                .refuses(MeetingRule.BOARD_CLOSED)
                .against(5L)
                .at("/plannedFor");
        given.when(meetingHeld("M-2", List.of("p-a"), "2020-06-01")).isRecorded();
        given.when(meetingHeld("M-2", List.of("p-a"), "2020-05-31"))
                .refuses(MeetingRule.BOARD_NOT_BEGUN)
                .at("/effectiveOn");
        given.when(meetingHeld("M-2", List.of("p-a"), "2020-07-01")).refuses(MeetingRule.BOARD_CLOSED);
    }

    @Test
    void its_agenda_names_each_item_once_and_only_what_is_on_record() {
        given.when(agenda("M", null, "2020-05-06")).isRecorded();
        given.when(agenda("M", "BC-9", "2020-05-06"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/items/0/businessCase");
        var item = new AgendaItem("1", "New homes", null, null, null);
        given.when(with(agenda("M", null, "2020-05-06"), "items", List.of(item, item)))
                .refuses(ReferenceRule.NAMED_TWICE);
    }

    @Test
    void papers_belong_to_items_and_take_the_place_of_earlier_ones_once() {
        given.facts(agenda("M", null, "2020-05-06"), circulated("M", 1, "2020-05-10"));
        given.when(with(circulated("M", 2, "2020-05-11"), "item", "1")).isRecorded();
        given.when(with(circulated("M", 2, "2020-05-11"), "item", "2"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/item");
        given.when(circulated("M", 1, "2020-05-11"))
                .refuses(MeetingRule.PAPER_CIRCULATED_TWICE)
                .against(4L);
        var second = with(circulated("M", 2, "2020-05-11"), "replaces", paper(1).sha256());
        given.and(second);
        given.when(with(circulated("M", 3, "2020-05-12"), "replaces", paper(1).sha256()))
                .refuses(MeetingRule.REPLACES_NO_PAPER)
                .at("/replaces");
        given.when(with(circulated("M", 3, "2020-05-12"), "replaces", paper(2).sha256()))
                .isRecorded();
        given.when(with(circulated("M", 3, "2020-05-12"), "paper", with(paper(3), "sha256", "abc")))
                .refuses(PowersRule.INVALID_PAPER_HASH);
    }

    @Test
    void whoever_declares_an_interest_is_known_and_names_an_item_of_the_agenda() {
        given.facts(agenda("M", null, "2020-05-06"));
        given.when(interest("M", "p-a", "1", "2020-05-20")).isRecorded();
        given.when(interest("M", "p-a", null, "2020-05-20")).isRecorded();
        given.when(interest("M", "p-9", null, "2020-05-20"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/person");
        given.when(interest("M", "p-a", "7", "2020-05-20"))
                .refuses(ReferenceRule.UNKNOWN_REFERENCE)
                .at("/item");
    }

    @Test
    void it_is_held_once_by_people_who_are_there_and_not_excused() {
        var held = meetingHeld("M", List.of("p-a", "p-b"), "2020-05-20");
        given.when(with(held, "attendance", 2)).isRecorded();
        given.when(with(held, "attendance", 1))
                .refuses(MeetingRule.FEWER_PRESENT_THAN_NAMED)
                .at("/attendance");
        given.when(with(held, "apologies", List.of("p-b")))
                .refuses(MeetingRule.PRESENT_AND_ABSENT)
                .at("/apologies/0");
        given.when(with(held, "alsoPresent", List.of(new Holder(null, null)))).refuses(ReferenceRule.NOBODY_NAMED);
        given.and(held);
        given.when(meetingHeld("M", List.of("p-a"), "2020-05-21"))
                .refuses(MeetingRule.MEETING_HELD_ALREADY)
                .against(3L);
        given.when(rescheduled("M", "2020-06-20", "2020-05-21")).refuses(MeetingRule.MEETING_HELD_ALREADY);
        given.when(meetingCancelled("M", "2020-05-20")).refuses(MeetingRule.MEETING_HELD_ALREADY);
        given.when(circulated("M", 1, "2020-05-21")).isRecorded();
    }

    @Test
    void one_that_was_cancelled_is_not_held_also_when_that_was_learnt_later() {
        given.and(meetingCancelled("M", "2020-05-18"));
        given.when(meetingHeld("M", List.of("p-a"), "2020-05-20"))
                .refuses(MeetingRule.MEETING_CANCELLED_ALREADY)
                .against(3L);
        given.when(rescheduled("M", "2020-05-30", "2020-05-17")).isRecorded();
        given.and(given.whenStruck(3L))
                .when(meetingHeld("M", List.of("p-a"), "2020-05-20"))
                .isRecorded();
    }

    @Test
    void minutes_are_of_a_meeting_that_was_held_by_then() {
        given.when(minuted("M", "2020-05-27"))
                .refuses(MeetingRule.MINUTES_BEFORE_MEETING)
                .at("/effectiveOn");
        given.facts(meetingHeld("M", List.of("p-a"), "2020-05-20"));
        given.when(minuted("M", "2020-05-20")).isRecorded();
        given.when(minuted("M", "2020-05-19")).refuses(MeetingRule.MINUTES_BEFORE_MEETING);
    }
}
