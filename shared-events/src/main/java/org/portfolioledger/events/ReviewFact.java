package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;

/** Facts about an assurance review, and what became of its recommendations. Stream {@code review-{id}}. */
public sealed interface ReviewFact extends GovernanceFact {

    /**
     * A review was put on record.
     *
     * @param plannedFor day for which it is planned; null: not stated
     * @param reviewer who reviews, in the source's words
     * @param actionPlanOf id of the review whose action plan it assures; only of an assurance of action plan
     * @param attributes what the source also says and no field holds, by name
     */
    record ReviewOpened(
            String review,
            String register,
            ReviewKind kind,
            ReviewSubject subject,
            @Nullable LocalDate plannedFor,
            @Nullable String reviewer,
            @Nullable String actionPlanOf,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReviewFact, Opening {}

    /** It is planned for another day. */
    record ReviewRescheduled(
            String review, LocalDate plannedFor, @Nullable String reason, Provenance provenance)
            implements ReviewFact {}

    /**
     * It was held, from the day on which this took effect.
     *
     * @param until last day on which it was held; null: not stated
     */
    record ReviewHeld(String review, @Nullable LocalDate until, Provenance provenance) implements ReviewFact {}

    /**
     * It was reported.
     *
     * @param deliveryConfidence overall rating, where the report states one
     * @param summary what it found
     * @param report id of the document
     */
    record ReviewReported(
            String review,
            @Nullable RagRating deliveryConfidence,
            @Nullable String summary,
            @Nullable String report,
            Provenance provenance)
            implements ReviewFact {}

    /** It will not be held. */
    record ReviewCancelled(String review, String reason, Provenance provenance) implements ReviewFact {}

    /**
     * It found something.
     *
     * @param finding id, unique within the review
     */
    record FindingMade(String review, String finding, String text, Provenance provenance) implements ReviewFact {}

    /**
     * It recommended something.
     *
     * @param recommendation id, unique within the review
     * @param grade null only in migrated history: the source states none
     * @param owner who is to act on it; null: not yet stated
     * @param dueOn last day on which it is to be complete
     * @param repeats the earlier recommendation that it repeats
     */
    record RecommendationMade(
            String review,
            String recommendation,
            String text,
            @Nullable String category,
            @Nullable RecommendationGrade grade,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable RecommendationRef repeats,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReviewFact {}

    /**
     * A recommendation has another owner or another day.
     *
     * @param dueOn null: the day is unchanged
     */
    record RecommendationAssigned(
            String review,
            String recommendation,
            Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements ReviewFact {}

    /** The owner stated whether a recommendation is accepted. */
    record RecommendationAnswered(
            String review,
            String recommendation,
            RecommendationAnswer answer,
            @Nullable String reason,
            Provenance provenance)
            implements ReviewFact {}

    /** The progress of a recommendation was reported. */
    record RecommendationProgressed(String review, String recommendation, String progress, Provenance provenance)
            implements ReviewFact {}

    /**
     * A recommendation is claimed to be complete.
     *
     * @param claimedBy id of the person who claims it
     * @param evidence that it is; empty only in migrated history
     */
    record RecommendationClaimed(
            String review,
            String recommendation,
            @Nullable String claimedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements ReviewFact {}

    /**
     * A recommendation was verified as complete.
     *
     * @param verifiedBy id of the person who verified it; null only in migrated history
     * @param evidence beside that of the claim
     */
    record RecommendationVerified(
            String review,
            String recommendation,
            @Nullable String verifiedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements ReviewFact, Approval {}

    /** A recommendation that had ended, or was claimed to be complete, is open again. */
    record RecommendationReopened(String review, String recommendation, String reason, Provenance provenance)
            implements ReviewFact {}

    /**
     * A recommendation was closed without being done.
     *
     * @param evidence on which it was closed; empty only in migrated history
     */
    record RecommendationClosed(
            String review, String recommendation, String reason, List<Citation> evidence, Provenance provenance)
            implements ReviewFact, Approval {}

    /**
     * What is reviewed: exactly one is given.
     *
     * @param initiative id of an initiative
     * @param portfolio id of a portfolio
     * @param description what the source names and is neither; only in migrated history
     */
    record ReviewSubject(
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("portfolio") @Nullable String portfolio,
            @Nullable String description) {}

    /** Kind of review. */
    enum ReviewKind {
        STARTING_GATE(true),
        GATE_0(true),
        GATE_1(true),
        GATE_2(true),
        GATE_3(true),
        GATE_4(true),
        GATE_5(true),
        /** Project assessment review. */
        PAR(false),
        /** Assurance of action plan. */
        AAP(false),
        INTERNAL_AUDIT(false),
        EXTERNAL_REVIEW(false),
        POST_PROJECT_REVIEW(false);

        private final boolean gate;

        ReviewKind(boolean gate) {
            this.gate = gate;
        }

        /** Whether it is a gate. */
        public boolean isGate() {
            return gate;
        }
    }

    /** How urgent a recommendation is. */
    enum RecommendationGrade {
        CRITICAL_DO_NOW,
        ESSENTIAL_DO_BY,
        RECOMMENDED
    }

    /** Whether a recommendation is accepted. */
    enum RecommendationAnswer {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED
    }

    /** The state of a recommendation. */
    enum RecommendationState {
        OPEN,
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED,
        IN_PROGRESS,
        CLAIMED_COMPLETE,
        VERIFIED,
        CLOSED_NOT_DONE;

        /** Whether its owner has nothing more to do. */
        public boolean isAnsweredFor() {
            return this == REJECTED || this == CLAIMED_COMPLETE || hasEnded();
        }

        /** Whether it was followed to its end. */
        public boolean hasEnded() {
            return this == VERIFIED || this == CLOSED_NOT_DONE;
        }
    }
}
