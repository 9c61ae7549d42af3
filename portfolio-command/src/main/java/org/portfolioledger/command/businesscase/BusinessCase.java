package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ChallengeVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DischargeCondition;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ReevaluateCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WithdrawCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.businesscase.StageGate.Case;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.ProposedDecision;
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
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.state.BoardState;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.BusinessCaseState.Outcome;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState.CasePolicy;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;

/** The rules of business cases: what a command results in. What must hold at all times is in {@link Route}. */
final class BusinessCase extends Family<BusinessCaseCommand, BusinessCaseFact, BusinessCaseState> {

    BusinessCase() {
        super(Kinds.BUSINESS_CASE, BusinessCaseCommand.class, BusinessCaseCommand.ROUTES, BusinessCaseRule.values());
    }

    @Override
    protected Decision<BusinessCaseFact> decide(
            BusinessCaseCommand command, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        return switch (command) {
            case OpenCase open -> open(open, history, evidence);
            case WriteVersion write -> write(write, history);
            case SubmitVersion submit -> submit(submit, history, evidence);
            case ChallengeVersion challenge ->
                Decision.stating(
                        BusinessCaseChallenged.class,
                        challenge,
                        new Findings().requirePersons(challenge.challengedBy(), "/challengedBy", evidence));
            case DecideOnCase decide -> decide(decide, history, evidence);
            case DischargeCondition discharge -> Conditions.discharge(discharge, history, evidence);
            case WithdrawCase withdraw ->
                Decision.stating(
                        BusinessCaseWithdrawn.class,
                        withdraw,
                        new Findings().requirePerson(withdraw.withdrawnBy(), "/withdrawnBy", evidence));
            case ReevaluateCase reevaluate -> reevaluate(reevaluate, history, evidence);
        };
    }

    @Override
    protected List<String> initiatives(BusinessCaseFact fact, BusinessCaseState state) {
        return switch (fact) {
            case BusinessCaseOpened opened -> List.of(opened.initiative());
            case BusinessCaseVersionRecorded _, BusinessCaseSubmitted _, BusinessCaseWithdrawn _ ->
                List.of(state.initiative());
            case BusinessCaseChallenged _,
                    BusinessCaseDecided _,
                    CaseConditionDischarged _,
                    BusinessCaseReevaluated _ -> List.of();
        };
    }

    @Override
    protected List<Finding> invariants(BusinessCaseState state) {
        return Route.findings(state);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(newPapers(entries));
        findings.addAll(Conditions.findings(entries));
        findings.addAll(SegregationOfDuties.findings(entries));
        return findings;
    }

    @Override
    protected List<Finding> correcting(
            BusinessCaseFact corrected, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        return corrected instanceof BusinessCaseDecided decided
                ? SegregationOfDuties.correcting(decided, history.entries(), evidence)
                : List.of();
    }

    /** A version is written once, with a paper of its own. */
    private static List<Finding> newPapers(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> taken = EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BusinessCaseVersionRecorded written ? written.version() : null,
                version -> Finding.of(BusinessCaseRule.VERSION_TAKEN, "Version %s is taken".formatted(version))
                        .at("/version"));
        if (!taken.isEmpty()) return taken;
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BusinessCaseVersionRecorded written
                        ? written.paper().sha256()
                        : null,
                hash -> Finding.of(
                                BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER,
                                "The paper %s is that of another version".formatted(hash))
                        .at("/paper/sha256"));
    }

    private static Decision<BusinessCaseFact> open(
            OpenCase open, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Grounded<CasePolicy> policy =
                RouteChoice.policy(open.initiative(), open.provenance().effectiveOn(), evidence);
        Findings findings = new Findings()
                .require(
                        open.stage() != null,
                        Finding.of(BusinessCaseRule.CASE_WITHOUT_STAGE, "The case states no stage")
                                .at("/stage"));
        if (policy == null)
            findings.require(
                    !open.route().isEmpty(),
                    Finding.of(BusinessCaseRule.ROUTE_WITHOUT_BOARDS, "The case states no route")
                            .at("/route"));
        else
            findings.require(
                    open.route().isEmpty(),
                    Finding.of(
                                    BusinessCaseRule.ROUTE_GIVEN_BY_POLICY,
                                    "The portfolio has a policy from %s".formatted(policy.since()))
                            .against(policy)
                            .at("/route"));
        findings.requireOpenInitiative(open.initiative(), open.provenance().effectiveOn(), "/initiative", evidence);
        if (EntryChecks.facts(history.entries(), BusinessCaseDecided.class)
                .findAny()
                .isPresent()) requireEarlierStage(open, evidence, findings);
        findings.requireKnown(Kinds.BOARD, open.route(), "/route", evidence)
                .requirePersons(open.owners(), "/owners", evidence);
        if (open.businessCase().equals(open.precedingCase()))
            findings.note(ReferenceRule.unknown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase"));
        else findings.requireKnown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase", evidence);
        return Decision.stating(BusinessCaseOpened.class, open, findings);
    }

    /** Where another opening makes approvals final, or of another stage, they are judged as such for the first time. */
    private static void requireEarlierStage(OpenCase open, Evidence evidence, Findings findings) {
        BusinessCaseState held = evidence.history(Kinds.BUSINESS_CASE, open.businessCase())
                .timeline()
                .last()
                .orElse(null);
        if (held == null
                || (Case.of(held).equals(Case.of(open)) && held.route().value().equals(open.route()))) return;
        BusinessCaseState anew = held.withRoute(held.route().as(open.route()));
        for (Grounded<Outcome> decided : held.outcomes()) {
            List<String> unmet = decided.unmetRules();
            if (unmet != null && unmet.contains(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED.name())) continue;
            Outcome outcome = decided.value();
            List<String> boards = CaseProgress.before(anew, decided).boards(outcome.version());
            if (StageGate.isOpenedBy(outcome.outcome(), outcome.board(), boards))
                StageGate.requireApproved(Case.of(open), outcome.waiver(), decided.since(), evidence, findings);
        }
    }

    private static Decision<BusinessCaseFact> write(
            WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        int version = write.version() == null ? nextVersion(write, history) : write.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(BusinessCaseRule.VERSION_TAKEN, "Version %s is below 1".formatted(version))
                                .at("/version"));
        Powers.requireHash(write.paper(), "/paper", findings);
        requireFigure(write.cost(), "/cost", findings);
        for (int i = 0; i < write.figures().size(); i++) {
            CaseFigure figure = write.figures().get(i);
            // A benefit may be lost: a saving below zero.
            requireFigure(
                    figure.kind() == FigureKind.BENEFIT ? absolute(figure.money()) : figure.money(),
                    "/figures/%s/money".formatted(i),
                    findings);
        }
        return Decision.of(versioned(write, version), findings);
    }

    private static Money absolute(Money money) {
        return new Money(
                money.amount().abs(), money.currency(), money.priceBasis(), money.priceYear(), money.confidence());
    }

    /** What the source does not qualify is recorded as it is, and never completed (rule 14). */
    private static void requireFigure(Money money, String pointer, Findings findings) {
        Powers.requireAmount(money, pointer, findings);
        findings.require(
                money.isQualified(),
                Finding.of(
                                BusinessCaseRule.AMOUNT_NOT_QUALIFIED,
                                "The price basis of the amount is %s, its confidence %s"
                                        .formatted(money.priceBasis(), money.confidence()))
                        .at(pointer));
    }

    private static int nextVersion(WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        return EntryChecks.nextVersion(
                EntryChecks.facts(history.entries(), BusinessCaseVersionRecorded.class)
                        .toList(),
                BusinessCaseVersionRecorded::version,
                version -> versioned(write, version));
    }

    private static BusinessCaseVersionRecorded versioned(WriteVersion write, int version) {
        return new BusinessCaseVersionRecorded(
                write.businessCase(),
                version,
                write.cost(),
                write.paper(),
                write.dimensions(),
                write.figures(),
                write.provenance());
    }

    private static Decision<BusinessCaseFact> submit(
            SubmitVersion submit, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings().requirePerson(submit.submittedBy(), "/submittedBy", evidence);
        CaseRoute route = onThatDay(submit.provenance(), history)
                .map(held -> RouteChoice.of(submit, held, written(submit.version(), held), evidence, findings))
                .orElse(submit.route());
        return Decision.of(
                new BusinessCaseSubmitted(
                        submit.businessCase(),
                        submit.version(),
                        submit.submittedBy(),
                        submit.decisionClass(),
                        route,
                        submit.provenance()),
                findings);
    }

    private static @Nullable Version written(int number, BusinessCaseState state) {
        Grounded<Version> version = state.versions().get(number);
        return version == null ? null : version.value();
    }

    /** The case on the day; before it began, as it began. */
    private static Optional<BusinessCaseState> onThatDay(
            Provenance provenance, History<RecordedFact, BusinessCaseState> history) {
        return history.timeline()
                .on(provenance.effectiveOn())
                .or(() -> history.timeline().segments().stream().findFirst().map(segment -> segment.state()));
    }

    private static Decision<BusinessCaseFact> reevaluate(
            ReevaluateCase reevaluate, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        LocalDate on = reevaluate.provenance().effectiveOn();
        Findings findings = new Findings().requirePersons(reevaluate.evaluatedBy(), "/evaluatedBy", evidence);
        Optional<BusinessCaseState> state = history.timeline().on(on);
        Grounded<FinalApproval> approval =
                state.map(BusinessCaseState::finalApproval).orElse(null);
        if (approval == null)
            findings.note(Finding.of(BusinessCaseRule.NOT_FINALLY_APPROVED, "The case is not finally approved on " + on)
                    .at("/effectiveOn"));
        else findings.rest(approval);
        state.ifPresent(held -> SegregationOfDuties.requireNotBySro(reevaluate, held.initiative(), evidence, findings));
        return Decision.stating(BusinessCaseReevaluated.class, reevaluate, findings);
    }

    private static Decision<BusinessCaseFact> decide(
            DecideOnCase decide, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings();
        Optional<BusinessCaseState> state = onThatDay(decide.provenance(), history);
        Grounded<Version> version = state.flatMap(held -> version(decide, held)).orElse(null);
        if (version != null) findings.rest(version);
        findings.require(
                decide.outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                        || !decide.conditions().isEmpty(),
                Finding.of(BusinessCaseRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        findings.require(
                !decide.papers().isEmpty(),
                Finding.of(BusinessCaseRule.DECISION_WITHOUT_PAPERS, "The decision names no paper")
                        .at("/papers"));
        findings.requireNamedOnce(
                decide.conditions().stream()
                        .<@Nullable String>map(CaseCondition::condition)
                        .toList(),
                i -> "/conditions/%s/condition".formatted(i));
        requireDeferral(decide, findings);
        requireReferral(decide, evidence, findings);
        Powers.judge(deliberation(decide, state.orElse(null), version), evidence, findings);
        if (decide.waiver() != null) findings.requirePerson(decide.waiver().waivedBy(), "/waiver/waivedBy", evidence);
        state.ifPresent(held -> {
            SegregationOfDuties.requireNotBySro(decide, held.initiative(), evidence, findings);
            if (held.stage() != null) findings.rest(held.stage());
            CaseProgress progress = CaseProgress.of(held);
            Grounded<Submission> submitted = progress.submission(decide.version());
            if (submitted == null || submitted.value().route() == null) findings.rest(held.route());
            else findings.rest(submitted);
            if (StageGate.isOpenedBy(decide.outcome(), decide.board(), progress.boards(decide.version())))
                StageGate.requireApproved(
                        Case.of(held), decide.waiver(), decide.provenance().effectiveOn(), evidence, findings);
        });
        return Decision.stating(BusinessCaseDecided.class, decide, findings);
    }

    private static void requireDeferral(DecideOnCase decide, Findings findings) {
        boolean defers = decide.outcome() == BoardOutcome.DEFERRED;
        LocalDate until = decide.deferredUntil();
        findings.require(
                        !defers || until != null,
                        Finding.of(BusinessCaseRule.DEFERRAL_WITHOUT_DATE, "The deferral does not state until when")
                                .at("/deferredUntil"))
                .require(
                        until == null
                                || (defers && until.isAfter(decide.provenance().effectiveOn())),
                        Finding.of(
                                        BusinessCaseRule.IMPOSSIBLE_DEFERRAL,
                                        "The outcome is %s on %s, and the case is taken up again on %s"
                                                .formatted(
                                                        decide.outcome() == null ? "NOT_STATED" : decide.outcome(),
                                                        decide.provenance().effectiveOn(),
                                                        until))
                                .at("/deferredUntil"));
    }

    /** A board refers a case up to that above it on the day, as known now. */
    private static void requireReferral(DecideOnCase decide, Evidence evidence, Findings findings) {
        boolean refers = decide.outcome() == BoardOutcome.REFERRED_UP;
        String to = decide.referredTo();
        Grounded<String> parent = !refers || decide.board() == null
                ? null
                : evidence.history(Kinds.BOARD, decide.board())
                        .timeline()
                        .on(decide.provenance().effectiveOn())
                        .map(BoardState::parent)
                        .orElse(null);
        String above = parent == null ? "no board" : "board " + parent.value();
        findings.require(
                        !refers || to != null,
                        Finding.of(
                                        BusinessCaseRule.REFERRAL_WITHOUT_BOARD,
                                        "The referral does not name the board above, which is " + above)
                                .at("/referredTo"))
                .require(
                        to == null || (refers && !to.equals(decide.board())),
                        Finding.of(
                                        BusinessCaseRule.IMPOSSIBLE_REFERRAL,
                                        "Board %s is named as that to which the case is referred up".formatted(to))
                                .at("/referredTo"))
                .requireKnown(Kinds.BOARD, to, "/referredTo", evidence);
        if (!refers || to == null) return;
        if (parent != null && findings.rest(parent).equals(to)) return;
        Finding past = Finding.of(
                        BusinessCaseRule.REFERRED_PAST_PARENT,
                        "On %s %s is above board %s"
                                .formatted(decide.provenance().effectiveOn(), above, decide.board()))
                .at("/referredTo");
        findings.note(parent == null ? past : past.against(parent));
    }

    private static Optional<Grounded<Version>> version(DecideOnCase decide, BusinessCaseState state) {
        return Optional.ofNullable(decide.version())
                .map(number -> state.versions().get(number));
    }

    private static ProposedDecision deliberation(
            DecideOnCase decide, @Nullable BusinessCaseState state, @Nullable Grounded<Version> version) {
        CaseStage stage =
                state == null || state.stage() == null ? null : state.stage().value();
        return new ProposedDecision(
                decide.board(),
                stage == null ? null : stage.name(),
                version == null ? null : version.value().cost(),
                decide.outcome(),
                decide.meeting(),
                decide.papers(),
                decide.attendance(),
                decide.decidedBy(),
                decide.ultraVires(),
                decide.provenance().effectiveOn());
    }
}
