package org.portfolioledger.command.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.review.ReviewCommand.AnswerRecommendation;
import org.portfolioledger.command.review.ReviewCommand.AssignRecommendation;
import org.portfolioledger.command.review.ReviewCommand.CancelReview;
import org.portfolioledger.command.review.ReviewCommand.ClaimRecommendation;
import org.portfolioledger.command.review.ReviewCommand.CloseRecommendation;
import org.portfolioledger.command.review.ReviewCommand.HoldReview;
import org.portfolioledger.command.review.ReviewCommand.MakeFinding;
import org.portfolioledger.command.review.ReviewCommand.MakeRecommendation;
import org.portfolioledger.command.review.ReviewCommand.OpenReview;
import org.portfolioledger.command.review.ReviewCommand.ReopenRecommendation;
import org.portfolioledger.command.review.ReviewCommand.ReportOnRecommendation;
import org.portfolioledger.command.review.ReviewCommand.ReportReview;
import org.portfolioledger.command.review.ReviewCommand.RescheduleReview;
import org.portfolioledger.command.review.ReviewCommand.VerifyRecommendation;
import org.portfolioledger.events.ReviewFact;
import org.portfolioledger.events.ReviewFact.FindingMade;
import org.portfolioledger.events.ReviewFact.RecommendationAnswered;
import org.portfolioledger.events.ReviewFact.RecommendationAssigned;
import org.portfolioledger.events.ReviewFact.RecommendationClaimed;
import org.portfolioledger.events.ReviewFact.RecommendationClosed;
import org.portfolioledger.events.ReviewFact.RecommendationGrade;
import org.portfolioledger.events.ReviewFact.RecommendationMade;
import org.portfolioledger.events.ReviewFact.RecommendationProgressed;
import org.portfolioledger.events.ReviewFact.RecommendationReopened;
import org.portfolioledger.events.ReviewFact.RecommendationState;
import org.portfolioledger.events.ReviewFact.RecommendationVerified;
import org.portfolioledger.events.ReviewFact.ReviewCancelled;
import org.portfolioledger.events.ReviewFact.ReviewHeld;
import org.portfolioledger.events.ReviewFact.ReviewKind;
import org.portfolioledger.events.ReviewFact.ReviewOpened;
import org.portfolioledger.events.ReviewFact.ReviewReported;
import org.portfolioledger.events.ReviewFact.ReviewRescheduled;
import org.portfolioledger.events.ReviewFact.ReviewSubject;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recommendation;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.ReviewState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.RecommendationRef;

/** The rules of reviews. How recommendations are followed to their end is in {@link FollowUp}. */
final class Review extends Family<ReviewCommand, ReviewFact, ReviewState> {

    private static final Set<RecommendationState> ENDS =
            Set.of(RecommendationState.VERIFIED, RecommendationState.CLOSED_NOT_DONE);

    Review() {
        super(Kinds.REVIEW, ReviewCommand.class, ReviewCommand.ROUTES, ReviewRule.values());
    }

    @Override
    protected Decision<ReviewFact> decide(
            ReviewCommand command, History<RecordedFact, ReviewState> history, Evidence evidence) {
        return switch (command) {
            case OpenReview open -> open(open, evidence);
            case RescheduleReview reschedule -> Decision.stating(ReviewRescheduled.class, reschedule, new Findings());
            case HoldReview hold -> hold(hold);
            case ReportReview report ->
                Decision.stating(
                        ReviewReported.class,
                        report,
                        new Findings().requireKnown(Kinds.DOCUMENT, report.report(), "/report", evidence));
            case CancelReview cancel -> Decision.stating(ReviewCancelled.class, cancel, new Findings());
            case MakeFinding make -> Decision.stating(FindingMade.class, make, new Findings());
            case MakeRecommendation make -> recommend(make, evidence);
            case AssignRecommendation assign -> {
                Findings findings = new Findings();
                String id = made(assign.recommendation(), history, findings);
                findings.requireHolder(assign.owner(), "/owner", evidence);
                yield Decision.of(
                        new RecommendationAssigned(
                                assign.review(),
                                id,
                                assign.owner(),
                                assign.dueOn(),
                                assign.reason(),
                                assign.provenance()),
                        findings);
            }
            case AnswerRecommendation answer -> {
                Findings findings = new Findings();
                String id = made(answer.recommendation(), history, findings);
                yield Decision.of(
                        new RecommendationAnswered(
                                answer.review(), id, answer.answer(), answer.reason(), answer.provenance()),
                        findings);
            }
            case ReportOnRecommendation report -> {
                Findings findings = new Findings();
                String id = made(report.recommendation(), history, findings);
                yield Decision.of(
                        new RecommendationProgressed(report.review(), id, report.progress(), report.provenance()),
                        findings);
            }
            case ClaimRecommendation claim -> claim(claim, history, evidence);
            case VerifyRecommendation verify -> verify(verify, history, evidence);
            case ReopenRecommendation reopen -> {
                Findings findings = new Findings();
                String id = made(reopen.recommendation(), history, findings);
                yield Decision.of(
                        new RecommendationReopened(reopen.review(), id, reopen.reason(), reopen.provenance()),
                        findings);
            }
            case CloseRecommendation close -> {
                Findings findings = new Findings();
                String id = made(close.recommendation(), history, findings);
                requireEvidence(close.evidence(), evidence, findings);
                yield Decision.of(
                        new RecommendationClosed(
                                close.review(), id, close.reason(), close.evidence(), close.provenance()),
                        findings);
            }
        };
    }

    /** Assurance reviews and verifies; the side of the owner answers, reports and claims. */
    @Override
    protected List<String> initiatives(ReviewFact fact, ReviewState state) {
        return switch (fact) {
            case RecommendationAssigned _,
                    RecommendationAnswered _,
                    RecommendationProgressed _,
                    RecommendationClaimed _ ->
                Stream.ofNullable(state.subject().value().initiative()).toList();
            case ReviewOpened _,
                    ReviewRescheduled _,
                    ReviewHeld _,
                    ReviewReported _,
                    ReviewCancelled _,
                    FindingMade _,
                    RecommendationMade _,
                    RecommendationVerified _,
                    RecommendationReopened _,
                    RecommendationClosed _ -> List.of();
        };
    }

    private static Decision<ReviewFact> open(OpenReview open, Evidence evidence) {
        Findings findings = new Findings();
        requireSubject(open, evidence, findings);
        boolean ofPlan = open.kind() == ReviewKind.AAP;
        findings.require(
                        !ofPlan || open.actionPlanOf() != null,
                        Finding.of(ReviewRule.ACTION_PLAN_OF_NOTHING, "It names no review whose action plan it assures")
                                .at("/actionPlanOf"))
                .require(
                        ofPlan || open.actionPlanOf() == null,
                        Finding.of(
                                        ReviewRule.NO_ACTION_PLAN_TO_ASSURE,
                                        "A review of the kind %s assures no action plan".formatted(open.kind()))
                                .at("/actionPlanOf"));
        if (open.review().equals(open.actionPlanOf()))
            findings.note(ReferenceRule.unknown(Kinds.REVIEW, open.actionPlanOf(), "/actionPlanOf"));
        else findings.requireKnown(Kinds.REVIEW, open.actionPlanOf(), "/actionPlanOf", evidence);
        if (open.actionPlanOf() != null)
            evidence.history(Kinds.REVIEW, open.actionPlanOf())
                    .timeline()
                    .last()
                    .filter(assured -> assured.register().equals(open.register()))
                    .ifPresent(assured -> requireSameSubject(open, assured, findings));
        return Decision.stating(ReviewOpened.class, open, findings);
    }

    private static void requireSubject(OpenReview open, Evidence evidence, Findings findings) {
        ReviewSubject subject = open.subject();
        long named = Stream.of(subject.initiative(), subject.portfolio(), subject.description())
                .filter(Objects::nonNull)
                .count();
        findings.require(
                        named == 1,
                        Finding.of(ReviewRule.AMBIGUOUS_REVIEW_SUBJECT, "The review names %s subjects".formatted(named))
                                .at("/subject"))
                .require(
                        subject.description() == null,
                        Finding.of(ReviewRule.REVIEW_WITHOUT_SUBJECT, "Neither an initiative nor a portfolio is named")
                                .at("/subject"))
                .requireKnown(Kinds.PORTFOLIO, subject.portfolio(), "/subject/portfolio", evidence)
                .requireKnown(Kinds.INITIATIVE, subject.initiative(), "/subject/initiative", evidence);
    }

    private static Decision<ReviewFact> hold(HoldReview hold) {
        Findings findings = new Findings()
                .require(
                        hold.until() == null
                                || !hold.until().isBefore(hold.provenance().effectiveOn()),
                        Finding.of(
                                        ReviewRule.IMPOSSIBLE_SITTING,
                                        "It would be held from %s until %s"
                                                .formatted(hold.provenance().effectiveOn(), hold.until()))
                                .at("/until"));
        return Decision.stating(ReviewHeld.class, hold, findings);
    }

    /** An action plan is of what the review was of. */
    private static void requireSameSubject(OpenReview open, ReviewState assured, Findings findings) {
        findings.require(
                assured.subject().value().equals(open.subject()),
                Finding.of(
                                ReviewRule.ASSURES_ANOTHER_SUBJECT,
                                "Review %s had another subject".formatted(assured.review()))
                        .against(assured.subject())
                        .at("/subject"));
    }

    private static Decision<ReviewFact> recommend(MakeRecommendation make, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        make.grade() != null,
                        Finding.of(ReviewRule.RECOMMENDATION_WITHOUT_GRADE, "The recommendation states no grade")
                                .at("/grade"))
                .requireHolder(make.owner(), "/owner", evidence);
        RecommendationRef repeats = make.repeats();
        if (repeats != null
                && repeats.review().equals(make.review())
                && repeats.recommendation().equalsIgnoreCase(make.recommendation()))
            findings.note(
                    Finding.of(ReviewRule.OWN_REPETITION, "It names itself").at("/repeats"));
        else findings.requireRecommendation(repeats, "/repeats", evidence);
        return Decision.stating(RecommendationMade.class, make, findings);
    }

    private static Decision<ReviewFact> claim(
            ClaimRecommendation claim, History<RecordedFact, ReviewState> history, Evidence evidence) {
        Findings findings = new Findings();
        String id = made(claim.recommendation(), history, findings);
        requireEvidence(claim.evidence(), evidence, findings);
        findings.requirePerson(claim.claimedBy(), "/claimedBy", evidence);
        return Decision.of(
                new RecommendationClaimed(claim.review(), id, claim.claimedBy(), claim.evidence(), claim.provenance()),
                findings);
    }

    private static Decision<ReviewFact> verify(
            VerifyRecommendation verify, History<RecordedFact, ReviewState> history, Evidence evidence) {
        Findings findings = new Findings();
        String id = made(verify.recommendation(), history, findings);
        findings.require(
                        verify.verifiedBy() != null,
                        Finding.of(ReviewRule.VERIFIER_NOT_NAMED, "The verification names nobody")
                                .at("/verifiedBy"))
                .requirePerson(verify.verifiedBy(), "/verifiedBy", evidence)
                .requireCitations(verify.evidence(), "/evidence", evidence);
        return Decision.of(
                new RecommendationVerified(
                        verify.review(), id, verify.verifiedBy(), verify.evidence(), verify.provenance()),
                findings);
    }

    private static void requireEvidence(List<Citation> cited, Evidence evidence, Findings findings) {
        findings.require(
                        !cited.isEmpty(),
                        Finding.of(ReviewRule.CLOSED_WITHOUT_EVIDENCE, "Nothing is cited as evidence")
                                .at("/evidence"))
                .requireCitations(cited, "/evidence", evidence);
    }

    /** The id of a recommendation as it was made, if it was. */
    private static String made(String id, History<RecordedFact, ReviewState> history, Findings findings) {
        List<String> all = EntryChecks.facts(history.entries(), RecommendationMade.class)
                .map(RecommendationMade::recommendation)
                .toList();
        findings.require(all.stream().anyMatch(id::equalsIgnoreCase), ReferenceRule.absent("recommendation", id));
        return EntryChecks.firstSpelling(id, all.stream());
    }

    @Override
    protected List<Finding> invariants(ReviewState state) {
        List<Finding> findings = new ArrayList<>(
                EntryChecks.closedAfterItBegan(state, state.kind(), ReviewRule.REVIEW_CANCELLED_BEFORE_IT_BEGAN));
        if (state.report() != null && state.held() == null)
            findings.add(Finding.of(ReviewRule.REPORTED_BEFORE_HELD, "The review was not held by then")
                    .against(state.report()));
        for (Recommendation recommendation : state.recommendations().values()) {
            if (recommendation.grade() != null
                    && recommendation.grade().value() == RecommendationGrade.ESSENTIAL_DO_BY
                    && recommendation.dueOn() == null)
                findings.add(Finding.of(
                                ReviewRule.ESSENTIAL_WITHOUT_DATE,
                                "Recommendation %s states no date".formatted(recommendation.recommendation()))
                        .against(recommendation.grade())
                        .at("/dueOn"));
        }
        return findings;
    }

    @Override
    protected List<Finding> correcting(
            ReviewFact corrected, History<RecordedFact, ReviewState> history, Evidence evidence) {
        return FollowUp.correcting(corrected, history.entries(), evidence.recorders());
    }

    /** A recommendation that was verified, or closed without being done, counts as ended. */
    @Override
    protected Set<?> approved(ReviewState state) {
        return state.recommendations().entrySet().stream()
                .filter(made -> ENDS.contains(made.getValue().state().value()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof FindingMade made ? made.finding() : null,
                id -> ReferenceRule.taken("finding", id)));
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof RecommendationMade made ? made.recommendation() : null,
                id -> ReferenceRule.taken("recommendation", id)));
        findings.addAll(EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof ReviewHeld ? "held" : fact instanceof ReviewReported ? "reported" : null,
                step -> Finding.of(ReviewRule.REVIEW_STEP_TAKEN, "The review was already %s".formatted(step))));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                ReviewHeld.class::isInstance,
                fact -> fact instanceof ReviewCancelled || fact instanceof ReviewRescheduled,
                ReviewRule.REVIEW_HELD_BY_THEN,
                "held"));
        findings.addAll(EntryChecks.nothingAfter(
                entries,
                ReviewCancelled.class::isInstance,
                fact -> fact instanceof ReviewRescheduled
                        || fact instanceof ReviewHeld
                        || fact instanceof ReviewReported
                        || fact instanceof ReviewCancelled
                        || fact instanceof FindingMade
                        || fact instanceof RecommendationMade,
                ReviewRule.REVIEW_CANCELLED_ALREADY,
                "cancelled"));
        findings.addAll(FollowUp.findings(entries));
        return findings;
    }
}
