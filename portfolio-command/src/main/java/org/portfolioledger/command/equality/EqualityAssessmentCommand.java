package org.portfolioledger.command.equality;

import static org.portfolioledger.vocabulary.ActorRole.PORTFOLIO_OFFICE;
import static org.portfolioledger.vocabulary.ActorRole.PROGRAMME_MANAGER;
import static org.portfolioledger.vocabulary.ActorRole.SRO;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentEnded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentKind;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentOpened;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentReviewed;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentTied;
import org.portfolioledger.events.EqualityAssessmentFact.EqualityAssessmentVersionRecorded;
import org.portfolioledger.events.EqualityAssessmentFact.EqualitySubject;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;

/** What can be put on record about an equality impact assessment. */
public sealed interface EqualityAssessmentCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/equality-assessments",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    "equalityAssessment",
                    OpenEqualityAssessment.class,
                    EqualityAssessmentOpened.class,
                    "Put an equality impact assessment on record with its first version",
                    """
                        {"id": "EIA-1", "register": "ACME", "kind": "INITIAL", "subjects": [{"initiative": "PG-HOMES"}],
                         "sha256": "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7", "author": {"post": "Equality Adviser"},
                         "reviewBy": "2027-02-01", "effectiveOn": "2026-02-01"}"""),
            CommandRoute.changing(
                    "/equality-assessments/{equalityAssessment}/subjects",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    TieEqualityAssessment.class,
                    EqualityAssessmentTied.class,
                    "Let an equality impact assessment also cover a business case or an initiative",
                    """
                        {"subject": {"businessCase": "BC-HOMES-OBC"}, "effectiveOn": "2026-02-05"}"""),
            CommandRoute.changing(
                    "/equality-assessments/{equalityAssessment}/versions",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    RecordEqualityVersion.class,
                    EqualityAssessmentVersionRecorded.class,
                    "Put a further version of an equality impact assessment on record",
                    """
                        {"sha256": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", "change": "Answers of tenants",
                         "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/equality-assessments/{equalityAssessment}/reviews",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReviewEqualityAssessment.class,
                    EqualityAssessmentReviewed.class,
                    "Record that an equality impact assessment was reviewed, and by when it is to be reviewed next",
                    """
                        {"reviewedBy": "p-sro1", "reviewBy": "2028-02-01", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/equality-assessments/{equalityAssessment}/endings",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    EndEqualityAssessment.class,
                    EqualityAssessmentEnded.class,
                    "Record that an equality impact assessment is no longer kept up to date",
                    """
                        {"reason": "The full assessment took its place", "effectiveOn": "2026-08-01"}"""));

    /**
     * Puts an assessment on record with its first version.
     *
     * @param subjects the initiatives and business cases that it assesses; at least one
     * @param sha256 SHA-256 of the bytes of the first version, 64 hexadecimal digits in lower case
     * @param author who wrote it
     * @param reviewBy last day by which it is to be reviewed
     */
    record OpenEqualityAssessment(
            @IdOf("equality-assessment") String equalityAssessment,
            @IdOf("register") String register,
            EqualityAssessmentKind kind,
            List<EqualitySubject> subjects,
            @Nullable String sha256,
            @Nullable Holder author,
            @Nullable LocalDate reviewBy,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements EqualityAssessmentCommand {}

    /** Records that it also covers something else. */
    record TieEqualityAssessment(
            @IdOf("equality-assessment") String equalityAssessment,
            EqualitySubject subject,
            @Nullable String reason,
            Provenance provenance)
            implements EqualityAssessmentCommand {}

    /**
     * Puts a further version on record.
     *
     * @param version null: the next one
     * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits in lower case
     * @param change what is different
     */
    record RecordEqualityVersion(
            @IdOf("equality-assessment") String equalityAssessment,
            @Nullable Integer version,
            @Nullable String sha256,
            @Nullable String change,
            Provenance provenance)
            implements EqualityAssessmentCommand {}

    /**
     * Records that it was reviewed.
     *
     * @param reviewBy last day by which it is to be reviewed next
     */
    record ReviewEqualityAssessment(
            @IdOf("equality-assessment") String equalityAssessment,
            @IdOf(IdOf.PERSON) @Nullable String reviewedBy,
            @Nullable LocalDate reviewBy,
            Provenance provenance)
            implements EqualityAssessmentCommand {}

    /** Records that it is no longer kept up to date. */
    record EndEqualityAssessment(
            @IdOf("equality-assessment") String equalityAssessment, String reason, Provenance provenance)
            implements EqualityAssessmentCommand {}
}
