package org.portfolioledger.command.meeting;

import static org.portfolioledger.vocabulary.ActorRole.BOARD_SECRETARY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.MeetingFact.AgendaItem;
import org.portfolioledger.events.MeetingFact.InterestDeclared;
import org.portfolioledger.events.MeetingFact.MeetingAgendaSet;
import org.portfolioledger.events.MeetingFact.MeetingCalled;
import org.portfolioledger.events.MeetingFact.MeetingCancelled;
import org.portfolioledger.events.MeetingFact.MeetingHeld;
import org.portfolioledger.events.MeetingFact.MeetingMinuted;
import org.portfolioledger.events.MeetingFact.MeetingPaperCirculated;
import org.portfolioledger.events.MeetingFact.MeetingRescheduled;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about a meeting. */
public sealed interface MeetingCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/meetings",
                    Set.of(BOARD_SECRETARY),
                    "meeting",
                    CallMeeting.class,
                    MeetingCalled.class,
                    "Call a meeting of a board",
                    """
                        {"id": "M-2026-05", "register": "ACME", "board": "BD-INV", "plannedFor": "2026-05-20",
                         "place": "Room 4", "effectiveOn": "2026-04-22"}"""),
            CommandRoute.changing(
                    "/meetings/{meeting}/planned-dates",
                    Set.of(BOARD_SECRETARY),
                    RescheduleMeeting.class,
                    MeetingRescheduled.class,
                    "Reschedule a meeting",
                    """
                        {"plannedFor": "2026-05-20", "reason": "The chair is away", "effectiveOn": "2026-05-04"}"""),
            CommandRoute.changing(
                    "/meetings/{meeting}/agendas",
                    Set.of(BOARD_SECRETARY),
                    SetAgenda.class,
                    MeetingAgendaSet.class,
                    "Set the agenda of a meeting",
                    """
                        {"items": [{"item": "1", "subject": "New homes: outline case", "purpose": "FOR_DECISION", "businessCase": "BC-HOMES-OBC"},
                                   {"item": "2", "subject": "Progress report", "purpose": "TO_NOTE"}],
                         "effectiveOn": "2026-05-06"}"""),
            CommandRoute.changing(
                    "/meetings/{meeting}/papers",
                    Set.of(BOARD_SECRETARY),
                    CirculatePaper.class,
                    MeetingPaperCirculated.class,
                    "Put a paper before the members, or replace one",
                    """
                        {"item": "1", "paper": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "title": "OBC version 1", "purpose": "FOR_DECISION"},
                         "effectiveOn": "2026-05-13"}"""),
            CommandRoute.changing(
                    "/meetings/{meeting}/interests",
                    Set.of(BOARD_SECRETARY),
                    DeclareInterest.class,
                    InterestDeclared.class,
                    "Record that somebody declared an interest",
                    """
                        {"person": "p-secretary", "item": "1", "interest": "Owns land on the site", "withdrew": true, "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                    "/meetings/{meeting}/attendances",
                    Set.of(BOARD_SECRETARY),
                    HoldMeeting.class,
                    MeetingHeld.class,
                    "Record that a meeting was held, and who was there",
                    """
                        {"present": ["p-secretary"], "attendance": 4, "apologies": [], "alsoPresent": [{"post": "Head of Legal Services"}],
                         "effectiveOn": "2026-05-20"}"""),
            CommandRoute.changing(
                            "/meetings/{meeting}/minutes",
                            Set.of(BOARD_SECRETARY),
                            RecordMinutes.class,
                            MeetingMinuted.class,
                            "Record the minutes of a meeting, and what was decided in it, together or not at all",
                            """
                        {"minutes": {"sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", "title": "Minutes of 20 May 2026"},
                         "records": [{"post": "/api/v1/boards/BD-INV/decisions",
                                      "body": {"id": "D-15", "matter": "REBASELINE", "subject": "New homes: later start", "outcome": "APPROVED", "meeting": "M-2026-05",
                                               "decidedBy": ["p-secretary"], "attendance": 4, "effectiveOn": "2026-05-20"}},
                                     {"post": "/api/v1/actions",
                                      "body": {"id": "ACT-2", "register": "ACME", "subject": "Tell the lender", "owner": {"post": "Head of Finance"},
                                               "meeting": "M-2026-05", "effectiveOn": "2026-05-20"}}],
                         "effectiveOn": "2026-05-27"}""")
                    .withRecords(),
            CommandRoute.changing(
                    "/meetings/{meeting}/cancellations",
                    Set.of(BOARD_SECRETARY),
                    CancelMeeting.class,
                    MeetingCancelled.class,
                    "Cancel a meeting",
                    """
                        {"reason": "Nothing to decide", "effectiveOn": "2026-05-18"}"""));

    /**
     * Calls it.
     *
     * @param plannedFor day for which it is called
     */
    record CallMeeting(
            @IdOf("meeting") String meeting,
            @IdOf("register") String register,
            @IdOf("board") String board,
            LocalDate plannedFor,
            @Nullable String place,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MeetingCommand {}

    /** Plans it for another day. */
    record RescheduleMeeting(
            @IdOf("meeting") String meeting,
            LocalDate plannedFor,
            @Nullable String reason,
            Provenance provenance) implements MeetingCommand {}

    /**
     * Sets its agenda.
     *
     * @param items all of them in order, those that stay too
     */
    record SetAgenda(@IdOf("meeting") String meeting, List<AgendaItem> items, Provenance provenance)
            implements MeetingCommand {}

    /**
     * Puts a paper before the members.
     *
     * @param item id of the item of the agenda to which it belongs
     * @param replaces SHA-256 of the paper that it replaces
     */
    record CirculatePaper(
            @IdOf("meeting") String meeting,
            @Nullable String item,
            Paper paper,
            @Nullable String replaces,
            Provenance provenance)
            implements MeetingCommand {}

    /**
     * Records that somebody declared an interest.
     *
     * @param item id of the item of the agenda that it concerns; null: the whole meeting
     * @param interest what it is, in the words of the declaration
     * @param withdrew whether the person took no part in what it concerns
     */
    record DeclareInterest(
            @IdOf("meeting") String meeting,
            @IdOf(IdOf.PERSON) String person,
            @Nullable String item,
            String interest,
            boolean withdrew,
            Provenance provenance)
            implements MeetingCommand {}

    /**
     * Records that it was held.
     *
     * @param present ids of the members who were present
     * @param attendance number of members present; null: as many as are named
     * @param apologies ids of the members who sent their apologies
     * @param alsoPresent who else attended
     */
    record HoldMeeting(
            @IdOf("meeting") String meeting,
            @IdOf(IdOf.PERSON) List<String> present,
            @Nullable Integer attendance,
            @IdOf(IdOf.PERSON) List<String> apologies,
            List<Holder> alsoPresent,
            Provenance provenance)
            implements MeetingCommand {}

    /** Records its minutes. */
    record RecordMinutes(@IdOf("meeting") String meeting, Paper minutes, Provenance provenance)
            implements MeetingCommand {}

    /** Cancels it. */
    record CancelMeeting(@IdOf("meeting") String meeting, String reason, Provenance provenance)
            implements MeetingCommand {}
}
