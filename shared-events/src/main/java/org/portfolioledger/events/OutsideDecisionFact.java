package org.portfolioledger.events;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Facts about a decision that no board on record took. It approves no business case and stands for no decision of a
 * board. Stream {@code outside-decision-{id}}.
 */
public sealed interface OutsideDecisionFact extends GovernanceFact {

    /**
     * It was put on record.
     *
     * @param subject what it is about
     * @param kind null: not stated
     * @param wording the source's word for the outcome
     * @param decider who is said to have taken it, or is to take it; null: not stated
     * @param body name of the body that is said to have taken it, or is to take it; null: not stated
     * @param initiatives ids of those that it concerns; empty: not stated
     * @param portfolio id of the portfolio that it concerns; null: not stated
     * @param evidence of the outcome; empty where it is taken or announced only in migrated history
     * @param attributes what the source also says and no field holds, by name
     */
    record OutsideDecisionRecorded(
            String outsideDecision,
            String register,
            String subject,
            @Nullable OutsideDecisionKind kind,
            OutsideOutcome outcome,
            String wording,
            @Nullable Holder decider,
            @Nullable String body,
            List<String> initiatives,
            @Nullable String portfolio,
            List<Citation> evidence,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements OutsideDecisionFact, Opening {}

    /**
     * Its progress was recorded.
     *
     * @param wording the source's word for the outcome
     * @param decider who is said to have taken it, or is to take it; null: not stated
     * @param body name of the body that is said to have taken it, or is to take it; null: not stated
     * @param evidence of the outcome; empty where it is taken or announced only in migrated history
     */
    record OutsideDecisionProgressed(
            String outsideDecision,
            OutsideOutcome outcome,
            String wording,
            @Nullable Holder decider,
            @Nullable String body,
            List<Citation> evidence,
            Provenance provenance)
            implements OutsideDecisionFact {}

    /**
     * A later decision superseded it.
     *
     * @param by id of that decision; null: it is not a decision on record
     * @param description of that decision; null: {@code by} names it
     */
    record OutsideDecisionSuperseded(
            String outsideDecision,
            @Nullable String by,
            @Nullable String description,
            @Nullable String reason,
            Provenance provenance)
            implements OutsideDecisionFact {}

    /** On what it decides. */
    enum OutsideDecisionKind {
        STRATEGY,
        OPERATING_MODEL,
        GOVERNANCE,
        FUNDING,
        BUSINESS_CASE
    }

    /** The state of a decision outside boards. */
    enum OutsideOutcome {
        /** What is to be decided on is not written or not submitted yet. */
        NOT_YET_SUBMITTED,
        SUBMITTED,
        TAKEN,
        ANNOUNCED;

        /** Whether it was taken. */
        public boolean isTaken() {
            return this == TAKEN || this == ANNOUNCED;
        }
    }
}
