package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseChallenged;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseReevaluated;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseWithdrawn;
import org.portfolioledger.events.BusinessCaseFact.CaseCondition;
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseDimension;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.ReevaluationResult;
import org.portfolioledger.events.BusinessCaseFact.Waiver;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Citation;
import org.portfolioledger.vocabulary.DecisionManner;
import org.portfolioledger.vocabulary.Dissent;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Paper;

/**
 * A business case and how far it has come.
 *
 * @param route boards in the order in which they decide, if its opening states them; a submission may have a different route
 * @param precedingCase id of the case of the stage before it
 * @param versions by number
 * @param submissions in order
 * @param challenges by panels, in order
 * @param outcomes what boards decided, in order
 * @param retractedOutcomes outcomes of boards that no longer count, in order
 * @param conditions of approvals, by id
 * @param finalApprovals in order; the last one counts unless it lapsed
 * @param withdrawals from the boards, in order; a submission after the last one ends it
 */
@RecordBuilder
public record BusinessCaseState(
        @JsonProperty("id") String businessCase,
        String register,
        String initiative,
        @Nullable Grounded<CaseStage> stage,
        Grounded<String> title,
        Grounded<List<String>> route,
        @Nullable Grounded<String> precedingCase,
        Grounded<List<String>> owners,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<Integer, Grounded<Version>> versions,
        List<Grounded<Submission>> submissions,
        List<Grounded<Challenge>> challenges,
        List<Grounded<Outcome>> outcomes,
        List<Grounded<Outcome>> retractedOutcomes,
        SortedMap<String, Grounded<ApprovalCondition>> conditions,
        List<Grounded<FinalApproval>> finalApprovals,
        List<Grounded<Withdrawal>> withdrawals)
        implements BusinessCaseStateBuilder.With, OfInitiative, Referring, Deciding {

    /** One version of the case. */
    public record Version(
            int version, Money cost, Paper paper, List<CaseDimension> dimensions, List<CaseFigure> figures) {}

    /**
     * A version put to the boards.
     *
     * @param decisionClass class of decision by which it takes a fast route; null: it takes none
     * @param route that the portfolio's policy gave it; null: the case has its own
     */
    public record Submission(
            int version,
            String submittedBy,
            @Nullable String decisionClass,
            @Nullable CaseRoute route) {}

    /** What a panel found in a version. */
    public record Challenge(
            int version,
            String panel,
            List<String> challengedBy,
            @Nullable String observations) {}

    /**
     * A condition of an approval.
     *
     * @param board that set it; null: the source does not say
     * @param ending what became of it; null: it is outstanding
     */
    public record ApprovalCondition(
            String text, @Nullable String board, @Nullable Grounded<ConditionEnd> ending) {

        /** Whether it still has to be met. */
        public boolean isOutstanding() {
            return ending == null;
        }
    }

    /** What became of a condition. */
    public record ConditionEnd(ConditionFate fate, @Nullable String dischargedBy, List<Citation> evidence) {}

    /** What may become of a condition. */
    public enum ConditionFate {
        /** It was met. */
        DISCHARGED,
        /** It binds no more: its board approved without it, or the case begins anew. */
        LIFTED
    }

    /**
     * That a case was finally approved: by the last board of its route, with no condition left.
     *
     * @param submittedOn day on which the case was first submitted; null: no submission is on record
     * @param expiresOn first day on which it no longer carries the next stage; null: it does for ever
     * @param reevaluation the last one; null: none
     */
    public record FinalApproval(
            @Nullable String board,
            @Nullable Integer version,
            @Nullable Grounded<LocalDate> submittedOn,
            @Nullable LocalDate expiresOn,
            @Nullable Grounded<Reevaluation> reevaluation) {

        /** Whether it was found to hold no longer. */
        public boolean isLapsed() {
            return reevaluation != null && reevaluation.value().result() == ReevaluationResult.LAPSED;
        }

        /** Whether it is too old on a day to carry the next stage. */
        public boolean isExpired(LocalDate day) {
            return expiresOn != null && !day.isBefore(expiresOn);
        }
    }

    /** Another evaluation of an approved case. */
    public record Reevaluation(ReevaluationResult result, List<String> evaluatedBy, String reason) {}

    /** That a case was taken back from the boards. */
    public record Withdrawal(@Nullable String withdrawnBy, String reason) {}

    /**
     * What a board decided.
     *
     * @param successorOf id of the board of the route in whose place the board decided; null: it is on the route itself
     * @param finalApproval true if by it, and the discharge of every condition, the case is finally approved
     * @param conditions conditions of the board's decision
     * @param deferredUntil day on which the board considers the case again
     * @param referredTo id of the board above it to which it referred the case up
     * @param retracted null, or the reason for which it was retracted
     */
    @RecordBuilder
    public record Outcome(
            @Nullable String board,
            @Nullable String successorOf,
            @Nullable Integer version,
            @Nullable BoardOutcome outcome,
            @Nullable String outcomeAsStated,
            boolean finalApproval,
            @Nullable DecisionManner manner,
            @Nullable String meeting,
            @Nullable String delegation,
            List<Paper> papers,
            @Nullable Integer attendance,
            List<String> decidedBy,
            List<Dissent> dissent,
            List<CaseCondition> conditions,
            @Nullable LocalDate deferredUntil,
            @Nullable String referredTo,
            @Nullable String rationale,
            @Nullable Waiver waiver,
            @Nullable String ultraVires,
            SortedMap<String, String> attributes,
            @Nullable String retracted)
            implements BusinessCaseStateOutcomeBuilder.With, Alerting {

        /** The board of the route whose turn it took; null: the source does not say. */
        public @Nullable String boardOfRoute() {
            return successorOf == null ? board : successorOf;
        }

        /** Whether the case may go on to the next board. */
        public boolean isInFavour() {
            return outcome != null && outcome.isInFavour();
        }

        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            Set<Alert> alerts = EnumSet.noneOf(Alert.class);
            if (ultraVires != null) alerts.add(Alert.ULTRA_VIRES);
            if (waiver != null) alerts.add(Alert.WAIVED);
            if (retracted != null) alerts.add(Alert.DECISION_RETRACTED);
            return alerts;
        }
    }

    static BusinessCaseState opened(BusinessCaseOpened opened, Grounds grounds) {
        return new BusinessCaseState(
                opened.businessCase(),
                opened.register(),
                opened.initiative(),
                grounds.maybe(opened.stage()),
                grounds.ground(opened.title()),
                grounds.ground(opened.route()),
                grounds.maybe(opened.precedingCase()),
                grounds.ground(opened.owners()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    BusinessCaseState evolve(BusinessCaseFact fact, Grounds grounds) {
        return switch (fact) {
            case BusinessCaseOpened opened -> again(opened(opened, grounds));
            case BusinessCaseVersionRecorded versioned ->
                withVersions(Copies.with(versions, versioned.version(), grounds.ground(version(versioned))));
            case BusinessCaseSubmitted submitted ->
                withSubmissions(Copies.with(submissions, grounds.ground(submission(submitted))));
            case BusinessCaseChallenged challenged ->
                withChallenges(Copies.with(challenges, grounds.ground(challenge(challenged))));
            case BusinessCaseDecided decided -> decided(decided, grounds);
            case CaseConditionDischarged discharged -> discharged(discharged, grounds);
            case BusinessCaseWithdrawn withdrawn ->
                lifting(_ -> true, grounds)
                        .withWithdrawals(Copies.with(
                                withdrawals,
                                grounds.ground(new Withdrawal(withdrawn.withdrawnBy(), withdrawn.reason()))));
            case BusinessCaseReevaluated reevaluated -> reevaluated(reevaluated, grounds);
        };
    }

    private BusinessCaseState again(BusinessCaseState opened) {
        return opened.withVersions(versions)
                .withSubmissions(submissions)
                .withChallenges(challenges)
                .withOutcomes(outcomes)
                .withRetractedOutcomes(retractedOutcomes)
                .withConditions(conditions)
                .withFinalApprovals(finalApprovals)
                .withWithdrawals(withdrawals);
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(Reference.to(Kinds.INITIATIVE, initiative, title));
        for (String board : route.value()) references.add(Reference.to(Kinds.BOARD, board, route));
        if (precedingCase != null)
            references.add(Reference.to(Kinds.BUSINESS_CASE, precedingCase.value(), precedingCase));
        for (Grounded<Version> version : versions.values())
            references.add(Reference.to(Kinds.INITIATIVE, initiative, version));
        for (Grounded<Submission> submission : submissions) {
            references.add(Reference.to(Kinds.INITIATIVE, initiative, submission));
            CaseRoute given = submission.value().route();
            if (given != null)
                for (String board : given.boards()) references.add(Reference.to(Kinds.BOARD, board, submission));
        }
        for (Grounded<Outcome> outcome : decided()) {
            references.add(Reference.to(Kinds.INITIATIVE, initiative, outcome));
            references.addAll(Reference.toMaybe(Kinds.BOARD, outcome.value().board(), outcome));
            String successorOf = outcome.value().successorOf();
            if (successorOf != null) references.add(Reference.toFormer(Kinds.BOARD, successorOf, outcome));
            references.addAll(Reference.toMaybe(Kinds.MEETING, outcome.value().meeting(), outcome));
            references.addAll(Reference.toMaybe(Kinds.BOARD, outcome.value().referredTo(), outcome));
        }
        for (Grounded<ApprovalCondition> condition : conditions.values()) {
            Grounded<ConditionEnd> ending = condition.value().ending();
            if (ending != null)
                references.addAll(Reference.toCited(ending.value().evidence(), ending));
        }
        return references;
    }

    /** All that boards decided, also what was retracted, in order. */
    public List<Grounded<Outcome>> decided() {
        List<Grounded<Outcome>> all = new ArrayList<>(outcomes);
        all.addAll(retractedOutcomes);
        all.sort(Comparator.<Grounded<Outcome>, LocalDate>comparing(Grounded::since)
                .thenComparingLong(Grounded::place));
        return List.copyOf(all);
    }

    @Override
    public List<RecordedDecision> recordedDecisions() {
        return decided().stream()
                .filter(outcome -> outcome.value().outcome() != BoardOutcome.WITHDRAWN)
                .map(this::recorded)
                .toList();
    }

    private RecordedDecision recorded(Grounded<Outcome> decided) {
        Outcome outcome = decided.value();
        return new RecordedDecision(
                decided.fact(),
                decided.since(),
                businessCase,
                initiative,
                RecordedDecision.meeting(outcome.manner(), outcome.meeting()),
                null,
                outcome.papers(),
                outcome.decidedBy(),
                RecordedDecision.persons(outcome.dissent()),
                outcome.waiver() == null ? null : outcome.waiver().waivedBy());
    }

    /** The final approval, if the case has one that did not lapse. */
    public @Nullable Grounded<FinalApproval> finalApproval() {
        if (finalApprovals.isEmpty() || finalApprovals.getLast().value().isLapsed()) return null;
        return finalApprovals.getLast();
    }

    /** Ids of the conditions that still have to be met. */
    public List<String> outstandingConditions() {
        return conditions.entrySet().stream()
                .filter(condition -> condition.getValue().value().isOutstanding())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The boards for which the case waits; of those whose turn has not come yet, too. */
    public List<RouteStep> waiting() {
        CaseProgress progress = CaseProgress.of(this);
        List<RouteStep> steps = progress.steps();
        boolean isPut = !progress.submissions().isEmpty() && finalApproval() == null;
        if (!isPut || steps.stream().anyMatch(RouteStep::ends)) return List.of();
        List<RouteStep> waiting = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            RouteStep step = steps.get(i);
            // Only the final approval takes a case from the last board, or that it refers the case up.
            boolean last = i == steps.size() - 1 && step.outcome() != BoardOutcome.REFERRED_UP;
            if (last || step.passedOn() == null) waiting.add(step);
        }
        return List.copyOf(waiting);
    }

    private BusinessCaseState decided(BusinessCaseDecided decided, Grounds grounds) {
        if (grounds.retracted() != null)
            return withRetractedOutcomes(
                    Copies.with(retractedOutcomes, grounds.ground(outcome(decided, false, grounds))));
        List<String> boards = CaseProgress.of(this).boards(decided.version());
        Outcome said = outcome(decided, false, grounds);
        boolean isFinal = decided.outcome() == BoardOutcome.APPROVED && isLast(said.boardOfRoute(), boards);
        Grounded<Outcome> outcome = grounds.ground(said.withFinalApproval(isFinal));
        boolean replaces = !decided.conditions().isEmpty()
                || (decided.outcome() != null && decided.outcome().approves());
        BusinessCaseState lifted = replaces ? lifting(condition -> isSetBy(said, condition), grounds) : this;
        BusinessCaseState after = lifted.withOutcomes(Copies.with(outcomes, outcome))
                .withConditions(lifted.setting(decided.conditions(), decided.board(), grounds));
        return isFinal ? after.approved(outcome.value(), grounds) : after.settled(grounds);
    }

    /** A board answers for the conditions of the one that it replaced. */
    private static boolean isSetBy(Outcome said, ApprovalCondition condition) {
        return Objects.equals(condition.board(), said.board())
                || (said.successorOf() != null && said.successorOf().equals(condition.board()));
    }

    private SortedMap<String, Grounded<ApprovalCondition>> setting(
            List<CaseCondition> set, @Nullable String board, Grounds grounds) {
        SortedMap<String, Grounded<ApprovalCondition>> all = conditions;
        for (CaseCondition condition : set)
            all = Copies.with(
                    all, condition.condition(), grounds.ground(new ApprovalCondition(condition.text(), board, null)));
        return all;
    }

    /** The same, in which conditions that are outstanding bind no more. */
    private BusinessCaseState lifting(Predicate<ApprovalCondition> which, Grounds grounds) {
        ConditionEnd lifted = new ConditionEnd(ConditionFate.LIFTED, null, List.of());
        SortedMap<String, Grounded<ApprovalCondition>> after = new TreeMap<>(conditions);
        after.replaceAll((_, condition) -> condition.value().isOutstanding() && which.test(condition.value())
                ? ended(condition, lifted, grounds)
                : condition);
        return withConditions(after);
    }

    private BusinessCaseState discharged(CaseConditionDischarged discharged, Grounds grounds) {
        Grounded<ApprovalCondition> condition = conditions.get(discharged.condition());
        if (condition == null || !condition.value().isOutstanding()) return this;
        ConditionEnd end = new ConditionEnd(ConditionFate.DISCHARGED, discharged.dischargedBy(), discharged.evidence());
        return withConditions(Copies.with(conditions, discharged.condition(), ended(condition, end, grounds)))
                .settled(grounds);
    }

    private static Grounded<ApprovalCondition> ended(
            Grounded<ApprovalCondition> condition, ConditionEnd end, Grounds grounds) {
        ApprovalCondition set = condition.value();
        return condition.as(new ApprovalCondition(set.text(), set.board(), grounds.ground(end)));
    }

    /** Finally approved, where the last board approved on conditions, none is outstanding any more, and those before it stand by it. */
    private BusinessCaseState settled(Grounds grounds) {
        if (finalApproval() != null || !outstandingConditions().isEmpty()) return this;
        CaseProgress progress = CaseProgress.of(this);
        // Not where a board thought better of it, or another version is before the boards by now.
        List<RouteStep> steps = progress.steps();
        if (steps.stream().anyMatch(RouteStep::ends)
                || steps.isEmpty()
                || steps.getLast().outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                || !progress.hasNobodyAgainst()) return this;
        List<String> boards = progress.boards(progress.version());
        Grounded<Outcome> last = progress.outcomes().stream()
                .filter(outcome -> Objects.equals(outcome.value().version(), progress.version()))
                .filter(outcome -> isLast(outcome.value().boardOfRoute(), boards))
                .reduce((_, later) -> later)
                .orElse(null);
        if (last == null || last.value().conditions().isEmpty()) return this;
        Outcome approval = last.value().withFinalApproval(true);
        List<Grounded<Outcome>> after = new ArrayList<>(outcomes);
        after.set(outcomes.indexOf(last), last.as(approval));
        return withOutcomes(List.copyOf(after)).approved(approval, grounds);
    }

    private BusinessCaseState approved(Outcome by, Grounds grounds) {
        CaseProgress progress = CaseProgress.of(this);
        Grounded<LocalDate> submittedOn = progress.submissions().isEmpty()
                ? null
                : progress.submissions()
                        .getFirst()
                        .as(progress.submissions().getFirst().since());
        LocalDate expiresOn = expiry(progress.given(by.version()), grounds);
        return withFinalApprovals(Copies.with(
                finalApprovals,
                grounds.ground(new FinalApproval(by.board(), by.version(), submittedOn, expiresOn, null))));
    }

    private static @Nullable LocalDate expiry(@Nullable CaseRoute given, Grounds grounds) {
        return given == null || given.approvalMonths() == null
                ? null
                : grounds.provenance().effectiveOn().plusMonths(given.approvalMonths());
    }

    private BusinessCaseState reevaluated(BusinessCaseReevaluated reevaluated, Grounds grounds) {
        Grounded<FinalApproval> approval = finalApproval();
        if (approval == null) return this;
        boolean upheld = reevaluated.result() == ReevaluationResult.UPHELD;
        FinalApproval before = approval.value();
        FinalApproval after = new FinalApproval(
                before.board(),
                before.version(),
                before.submittedOn(),
                upheld ? expiry(CaseProgress.of(this).given(before.version()), grounds) : before.expiresOn(),
                grounds.ground(
                        new Reevaluation(reevaluated.result(), reevaluated.evaluatedBy(), reevaluated.reason())));
        List<Grounded<FinalApproval>> all = new ArrayList<>(finalApprovals);
        all.set(all.size() - 1, approval.as(after));
        BusinessCaseState held = withFinalApprovals(List.copyOf(all));
        return upheld ? held : held.lifting(_ -> true, grounds);
    }

    private static boolean isLast(@Nullable String board, List<String> boards) {
        return !boards.isEmpty() && boards.getLast().equals(board);
    }

    private static Outcome outcome(BusinessCaseDecided decided, boolean isFinal, Grounds grounds) {
        return new Outcome(
                decided.board(),
                decided.successorOf(),
                decided.version(),
                decided.outcome(),
                decided.outcomeAsStated(),
                isFinal,
                decided.manner(),
                decided.meeting(),
                decided.delegation(),
                decided.papers(),
                decided.attendance(),
                decided.decidedBy(),
                decided.dissent(),
                decided.conditions(),
                decided.deferredUntil(),
                decided.referredTo(),
                decided.rationale(),
                decided.waiver(),
                decided.ultraVires(),
                decided.attributes(),
                grounds.retracted());
    }

    private static Submission submission(BusinessCaseSubmitted submitted) {
        return new Submission(
                submitted.version(), submitted.submittedBy(), submitted.decisionClass(), submitted.route());
    }

    private static Challenge challenge(BusinessCaseChallenged challenged) {
        return new Challenge(
                challenged.version(), challenged.panel(), challenged.challengedBy(), challenged.observations());
    }

    private static Version version(BusinessCaseVersionRecorded versioned) {
        return new Version(
                versioned.version(), versioned.cost(), versioned.paper(), versioned.dimensions(), versioned.figures());
    }
}
