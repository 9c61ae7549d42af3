package org.portfolioledger.command.review;

import static org.portfolioledger.vocabulary.ActorRole.ASSURANCE;
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
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswer;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.Holder;
import org.portfolioledger.vocabulary.IdOf;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.RagRating;
import org.portfolioledger.vocabulary.RecommendationRef;

/** What can be put on record about a review: assurance reviews, recommends and verifies, the owner's side answers and claims. */
public sealed interface ReviewCommand extends Command {

    /** Where they are sent to. */
    List<CommandRoute<?>> ROUTES = List.of(
            CommandRoute.beginning(
                    "/reviews",
                    Set.of(ASSURANCE),
                    "review",
                    OpenReview.class,
                    ReviewOpened.class,
                    "Put a review on record",
                    """
                        {"id": "RV-1", "register": "ACME", "kind": "GATE_2", "subject": {"initiative": "PG-HOMES"}, "plannedFor": "2026-06-15",
                         "reviewer": "Infrastructure Authority", "effectiveOn": "2026-05-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/schedules",
                    Set.of(ASSURANCE),
                    RescheduleReview.class,
                    ReviewRescheduled.class,
                    "Reschedule a review",
                    """
                        {"plannedFor": "2026-06-22", "reason": "Team not complete", "effectiveOn": "2026-06-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/sittings",
                    Set.of(ASSURANCE),
                    HoldReview.class,
                    ReviewHeld.class,
                    "Record that a review was held",
                    """
                        {"until": "2026-06-24", "effectiveOn": "2026-06-22"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/reports",
                    Set.of(ASSURANCE),
                    ReportReview.class,
                    ReviewReported.class,
                    "Record that a review was reported",
                    """
                        {"deliveryConfidence": "RED", "summary": "The loan is not secured", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/cancellations",
                    Set.of(ASSURANCE),
                    CancelReview.class,
                    ReviewCancelled.class,
                    "Cancel a review",
                    """
                        {"reason": "The programme was paused", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.beginning(
                            "/reviews/{review}/findings",
                            Set.of(ASSURANCE),
                            "finding",
                            MakeFinding.class,
                            FindingMade.class,
                            "Record what a review found",
                            """
                        {"id": "F-1", "text": "Two directors share the role of the SRO", "effectiveOn": "2026-07-01"}""")
                    .at("/reviews/{review}"),
            CommandRoute.beginning(
                    "/reviews/{review}/recommendations",
                    Set.of(ASSURANCE),
                    "recommendation",
                    MakeRecommendation.class,
                    RecommendationMade.class,
                    "Record what a review recommended",
                    """
                        {"id": "REC-1", "text": "Secure the loan before the contract is signed", "category": "Finance", "grade": "ESSENTIAL_DO_BY",
                         "owner": {"person": "p-sro1", "post": "Director of Housing"}, "dueOn": "2026-09-30", "effectiveOn": "2026-07-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/assignments",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    AssignRecommendation.class,
                    RecommendationAssigned.class,
                    "Give a recommendation another owner or another day",
                    """
                        {"owner": {"person": "p-sro1"}, "dueOn": "2026-10-31", "reason": "Moved to Housing", "effectiveOn": "2026-07-05"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/answers",
                    Set.of(PORTFOLIO_OFFICE, SRO),
                    AnswerRecommendation.class,
                    RecommendationAnswered.class,
                    "Record whether a recommendation is accepted",
                    """
                        {"answer": "ACCEPTED", "effectiveOn": "2026-07-06"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/progress-reports",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ReportOnRecommendation.class,
                    RecommendationProgressed.class,
                    "Record the progress of a recommendation",
                    """
                        {"progress": "Terms agreed with the lender", "effectiveOn": "2026-08-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/claims",
                    Set.of(PORTFOLIO_OFFICE, PROGRAMME_MANAGER, SRO),
                    ClaimRecommendation.class,
                    RecommendationClaimed.class,
                    "Claim that a recommendation is complete, with evidence",
                    """
                        {"claimedBy": "p-sro1", "evidence": [{"description": "Loan agreement of 20 August"}], "effectiveOn": "2026-08-21"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/verifications",
                    Set.of(ASSURANCE),
                    VerifyRecommendation.class,
                    RecommendationVerified.class,
                    "Verify that a recommendation is complete",
                    """
                        {"verifiedBy": "p-assurance", "effectiveOn": "2026-09-01"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/reopenings",
                    Set.of(ASSURANCE),
                    ReopenRecommendation.class,
                    RecommendationReopened.class,
                    "Reopen a recommendation",
                    """
                        {"reason": "The lender withdrew", "effectiveOn": "2026-09-10"}"""),
            CommandRoute.changing(
                    "/reviews/{review}/recommendations/{recommendation}/closures",
                    Set.of(ASSURANCE),
                    CloseRecommendation.class,
                    RecommendationClosed.class,
                    "Close a recommendation that was not done",
                    """
                        {"reason": "No loan is needed any more", "evidence": [{"description": "Decision of the Cabinet of 15 September"}], "effectiveOn": "2026-09-20"}"""));

    /**
     * Puts a review on record.
     *
     * @param subject an initiative or a portfolio
     * @param plannedFor day for which it is planned
     * @param reviewer who reviews
     * @param actionPlanOf id of the review whose action plan it assures; only of an assurance of action plan
     */
    record OpenReview(
            @IdOf("review") String review,
            @IdOf("register") String register,
            ReviewKind kind,
            ReviewSubject subject,
            @Nullable LocalDate plannedFor,
            @Nullable String reviewer,
            @IdOf("review") @Nullable String actionPlanOf,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReviewCommand {}

    /** Plans it for another day. */
    record RescheduleReview(
            @IdOf("review") String review,
            LocalDate plannedFor,
            @Nullable String reason,
            Provenance provenance) implements ReviewCommand {}

    /**
     * Records that it was held.
     *
     * @param until last day on which it was held
     */
    record HoldReview(
            @IdOf("review") String review, @Nullable LocalDate until, Provenance provenance) implements ReviewCommand {}

    /**
     * Records that it was reported.
     *
     * @param deliveryConfidence overall rating, where the report states one
     * @param report id of the document
     */
    record ReportReview(
            @IdOf("review") String review,
            @Nullable RagRating deliveryConfidence,
            @Nullable String summary,
            @IdOf("document") @Nullable String report,
            Provenance provenance)
            implements ReviewCommand {}

    /** Cancels it. */
    record CancelReview(@IdOf("review") String review, String reason, Provenance provenance) implements ReviewCommand {}

    /** Records what it found. */
    record MakeFinding(@IdOf("review") String review, String finding, String text, Provenance provenance)
            implements ReviewCommand {}

    /**
     * Records what it recommended.
     *
     * @param owner who is to act on it
     * @param dueOn last day on which it is to be complete
     * @param repeats the earlier recommendation that it repeats
     */
    record MakeRecommendation(
            @IdOf("review") String review,
            String recommendation,
            String text,
            @Nullable String category,
            @Nullable RecommendationGrade grade,
            @Nullable Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable RecommendationRef repeats,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements ReviewCommand {}

    /** Lets somebody else act on a recommendation, or by another day. */
    record AssignRecommendation(
            @IdOf("review") String review,
            String recommendation,
            Holder owner,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            Provenance provenance)
            implements ReviewCommand {}

    /** Records whether a recommendation is accepted. */
    record AnswerRecommendation(
            @IdOf("review") String review,
            String recommendation,
            RecommendationAnswer answer,
            @Nullable String reason,
            Provenance provenance)
            implements ReviewCommand {}

    /** Records how far a recommendation has come. */
    record ReportOnRecommendation(
            @IdOf("review") String review, String recommendation, String progress, Provenance provenance)
            implements ReviewCommand {}

    /**
     * Claims that a recommendation is complete.
     *
     * @param evidence documents on record, or a description of what shows it
     */
    record ClaimRecommendation(
            @IdOf("review") String review,
            String recommendation,
            @IdOf(IdOf.PERSON) @Nullable String claimedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements ReviewCommand {}

    /**
     * Verifies that a recommendation is complete.
     *
     * @param evidence beside that of the claim
     */
    record VerifyRecommendation(
            @IdOf("review") String review,
            String recommendation,
            @IdOf(IdOf.PERSON) @Nullable String verifiedBy,
            List<Citation> evidence,
            Provenance provenance)
            implements ReviewCommand {}

    /** Reopens a recommendation. */
    record ReopenRecommendation(
            @IdOf("review") String review, String recommendation, String reason, Provenance provenance)
            implements ReviewCommand {}

    /**
     * Closes a recommendation that was not done.
     *
     * @param evidence on which it is closed
     */
    record CloseRecommendation(
            @IdOf("review") String review,
            String recommendation,
            String reason,
            List<Citation> evidence,
            Provenance provenance)
            implements ReviewCommand {}
}
