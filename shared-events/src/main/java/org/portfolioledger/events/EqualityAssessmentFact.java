package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about an equality impact assessment, a document that lives on. Stream {@code equality-assessment-{id}}. */
public sealed interface EqualityAssessmentFact extends GovernanceFact {

    /**
     * An assessment was put on record with its first version.
     *
     * @param subjects what it assesses; at least one
     * @param sha256 SHA-256 of the bytes of version 1; null only in migrated history: nobody knows them
     * @param author who wrote it; null: not stated
     * @param reviewBy last day by which it is to be reviewed; null: not stated
     * @param attributes what the source also says and no field holds, by name
     */
    record EqualityAssessmentOpened(
            String equalityAssessment,
            String register,
            EqualityAssessmentKind kind,
            List<EqualitySubject> subjects,
            @Nullable String sha256,
            @Nullable Holder author,
            @Nullable LocalDate reviewBy,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements EqualityAssessmentFact, Opening {}

    /** It also assesses something else, from the day on which this took effect. */
    record EqualityAssessmentTied(
            String equalityAssessment,
            EqualitySubject subject,
            @Nullable String reason,
            Provenance provenance) implements EqualityAssessmentFact {}

    /**
     * A further version was written.
     *
     * @param version 2, 3, …
     * @param sha256 SHA-256 of its bytes; null only in migrated history: nobody knows them
     * @param change what changes; null: not stated
     */
    record EqualityAssessmentVersionRecorded(
            String equalityAssessment,
            int version,
            @Nullable String sha256,
            @Nullable String change,
            Provenance provenance)
            implements EqualityAssessmentFact {}

    /**
     * It was reviewed.
     *
     * @param reviewedBy id of the person who reviewed it
     * @param reviewBy last day by which it is to be reviewed next; null: it is not
     */
    record EqualityAssessmentReviewed(
            String equalityAssessment,
            @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance) implements EqualityAssessmentFact {}

    /** It is no longer kept up to date. */
    record EqualityAssessmentEnded(String equalityAssessment, String reason, Provenance provenance)
            implements EqualityAssessmentFact {}

    /**
     * What is assessed: exactly one is given.
     *
     * @param initiative id of an initiative
     * @param businessCase id of a business case that it accompanies
     * @param description what the source names and is neither; only in migrated history
     */
    record EqualitySubject(
            @IdOf("initiative") @Nullable String initiative,
            @IdOf("business-case") @Nullable String businessCase,
            @Nullable String description) {}

    /** How far an assessment goes. */
    enum EqualityAssessmentKind {
        /** Made while a business case is written; it accompanies the case (rule 9). */
        INITIAL,
        /** Made before delivery starts. */
        FULL,
        /** Of a programme as a whole, with what its projects add up to. */
        PROGRAMME_LEVEL
    }
}
