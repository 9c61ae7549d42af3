package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a request of a body that oversees the organisation. Stream {@code external-request-{id}}. */
public sealed interface ExternalRequestFact extends GovernanceFact {

    /**
     * It was made.
     *
     * @param board id of the body that made it
     * @param number that the body gave it, as {@code 8}; null only in migrated history
     * @param text what is requested
     * @param dueOn last day for the answer; null: not stated
     * @param owner who is to answer; null: not stated
     * @param document id of the document that makes it; null: not on record
     * @param initiative id of the initiative that it concerns; null: of none
     * @param attributes what the source also says and no field holds, by name
     */
    record ExternalRequestMade(
            String externalRequest,
            String register,
            String board,
            @Nullable String number,
            String text,
            @Nullable LocalDate dueOn,
            @Nullable Holder owner,
            @Nullable String document,
            @Nullable String initiative,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ExternalRequestFact, Opening {}

    /** Somebody else is to answer it. */
    record ExternalRequestAssigned(
            String externalRequest, Holder owner, @Nullable String reason, Provenance provenance)
            implements ExternalRequestFact {}

    /** The body set another day for the answer. */
    record ExternalRequestRescheduled(
            String externalRequest,
            LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance) implements ExternalRequestFact {}

    /**
     * The body was promised an answer.
     *
     * @param promisedFor last day for it; null only in migrated history: no day is promised
     */
    record ExternalRequestPromised(
            String externalRequest,
            String promise,
            @Nullable LocalDate promisedFor,
            Provenance provenance) implements ExternalRequestFact {}

    /**
     * It was answered.
     *
     * @param document id of the document that answers it; null only in migrated history
     * @param summary what was answered; null: not stated
     */
    record ExternalRequestAnswered(
            String externalRequest,
            @Nullable String document,
            @Nullable String summary,
            Provenance provenance) implements ExternalRequestFact {}

    /**
     * The answer did not satisfy the body.
     *
     * @param dueOn last day for another answer; null: the day stays
     */
    record ExternalRequestReopened(
            String externalRequest, String reason, @Nullable LocalDate dueOn, Provenance provenance)
            implements ExternalRequestFact {}

    /** The body no longer wants an answer. */
    record ExternalRequestWithdrawn(String externalRequest, String reason, Provenance provenance)
            implements ExternalRequestFact {}
}
