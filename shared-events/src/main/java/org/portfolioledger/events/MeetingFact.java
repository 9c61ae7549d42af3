package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Paper;
import org.portfolioledger.vocabulary.PaperPurpose;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a meeting of a board. Stream {@code meeting-{id}}. */
public sealed interface MeetingFact extends GovernanceFact {

    /**
     * It was called.
     *
     * @param plannedFor day for which it was called
     * @param attributes what the source also says and no field holds, by name
     */
    record MeetingCalled(
            String meeting,
            String register,
            String board,
            LocalDate plannedFor,
            @Nullable String place,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements MeetingFact, Opening {}

    /** It is planned for another day. */
    record MeetingRescheduled(
            String meeting, LocalDate plannedFor, @Nullable String reason, Provenance provenance)
            implements MeetingFact {}

    /**
     * Its agenda was set.
     *
     * @param items all of them in order, those that stay too
     */
    record MeetingAgendaSet(String meeting, List<AgendaItem> items, Provenance provenance) implements MeetingFact {}

    /**
     * A paper was sent to the members, or put before them.
     *
     * @param item id of the item of the agenda to which it belongs; null: to none
     * @param replaces SHA-256 of the paper that it replaces; null: none
     */
    record MeetingPaperCirculated(
            String meeting,
            @Nullable String item,
            Paper paper,
            @Nullable String replaces,
            Provenance provenance) implements MeetingFact {}

    /**
     * Somebody declared an interest.
     *
     * @param person id of the person who did it
     * @param item id of the item of the agenda that it concerns; null: the whole meeting
     * @param interest what it is, in the words of the declaration
     * @param withdrew whether the person took no part in what it concerns
     */
    record InterestDeclared(
            String meeting,
            String person,
            @Nullable String item,
            String interest,
            boolean withdrew,
            Provenance provenance)
            implements MeetingFact {}

    /**
     * It was held.
     *
     * @param present ids of the members who were present; empty: not named
     * @param attendance number of members present; null: as many as are named
     * @param apologies ids of the members who sent their apologies
     * @param alsoPresent who else attended
     */
    record MeetingHeld(
            String meeting,
            List<String> present,
            @Nullable Integer attendance,
            List<String> apologies,
            List<Holder> alsoPresent,
            Provenance provenance)
            implements MeetingFact {}

    /**
     * Its minutes are on record.
     *
     * @param minutes hash of the minutes
     */
    record MeetingMinuted(String meeting, Paper minutes, Provenance provenance) implements MeetingFact {}

    /** It will not be held. */
    record MeetingCancelled(String meeting, String reason, Provenance provenance) implements MeetingFact {}

    /**
     * An item of an agenda.
     *
     * @param item id, unique within the meeting
     * @param subject what is to be considered
     * @param purpose what the board is asked to do; null: not stated
     * @param businessCase id of the case that it concerns; null: none
     * @param initiative id of the initiative that it concerns; null: none
     */
    record AgendaItem(
            String item,
            String subject,
            @Nullable PaperPurpose purpose,
            @IdOf("business-case") @Nullable String businessCase,
            @IdOf("initiative") @Nullable String initiative) {}
}
