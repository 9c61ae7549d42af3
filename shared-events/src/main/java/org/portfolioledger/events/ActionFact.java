package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RecommendationRef;

/** Facts about something that somebody is to do. Stream {@code action-{id}}. */
public sealed interface ActionFact extends GovernanceFact {

    /**
     * It is to be done. It came from at most one of a decision, a recommendation, a meeting, a risk and something
     * described.
     *
     * @param subject what is to be done
     * @param owner null only in migrated history: nobody is named
     * @param dueOn last day on which it is to be done; null: not stated
     * @param initiative id of the initiative that it concerns; null: of none
     * @param decision position of the board's decision from which it came
     * @param recommendation of a review from which it came
     * @param meeting id of the meeting from which it came
     * @param risk id of the risk or issue to which it responds
     * @param origin from what it came, in the source's words
     * @param attributes what the source also says and no field holds, by name
     */
    record ActionOpened(
            String action,
            String register,
            String subject,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String initiative,
            @Nullable Long decision,
            @Nullable RecommendationRef recommendation,
            @Nullable String meeting,
            @Nullable String risk,
            @Nullable String origin,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ActionFact, Opening {}

    /** Its progress was reported. */
    record ActionProgressed(String action, String progress, Provenance provenance) implements ActionFact {}

    /** Another owner took it over. */
    record ActionHandedOn(
            String action, Holder owner, @Nullable String reason, Provenance provenance) implements ActionFact {}

    /** It is due on another day. */
    record ActionRescheduled(
            String action, LocalDate dueOn, @Nullable String reason, Provenance provenance) implements ActionFact {}

    /**
     * It was done.
     *
     * @param evidence that it was done; empty only in migrated history
     * @param doneBy id of the person who did it
     */
    record ActionDone(
            String action,
            List<Citation> evidence,
            @Nullable String doneBy,
            Provenance provenance) implements ActionFact {}

    /** It is no longer to be done. */
    record ActionDropped(String action, String reason, Provenance provenance) implements ActionFact {}
}
