package org.portfolioledger.command.businesscase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ChallengeVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DischargeCondition;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.ReevaluateCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WithdrawCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
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
import org.portfolioledger.events.BusinessCaseFact.CaseConditionDischarged;
import org.portfolioledger.events.BusinessCaseFact.CaseRoute;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.BusinessCaseState.Submission;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.CaseProgress;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState.CasePolicy;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
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
            case OpenCase open -> open(open, evidence);
            case WriteVersion write -> CaseVersions.write(write, history);
            case SubmitVersion submit -> submit(submit, history, evidence);
            case ChallengeVersion challenge -> challenge(challenge, history, evidence);
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
        List<Finding> findings = new ArrayList<>(CaseVersions.findings(entries));
        findings.addAll(Conditions.findings(entries));
        findings.addAll(SegregationOfDuties.findings(entries));
        return findings;
    }

    @Override
    protected void arising(
            History<RecordedFact, BusinessCaseState> before,
            History<RecordedFact, BusinessCaseState> after,
            Evidence evidence,
            Findings findings) {
        StageGate.requireEarlierStage(before, after, evidence, findings);
    }

    @Override
    protected Set<?> approved(BusinessCaseState state) {
        Grounded<FinalApproval> standing = state.finalApproval();
        return standing == null ? Set.of() : Set.of(standing.place());
    }

    @Override
    protected List<Finding> correcting(
            BusinessCaseFact corrected, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        return switch (corrected) {
            case BusinessCaseDecided _, CaseConditionDischarged _, BusinessCaseReevaluated _ ->
                SegregationOfDuties.correcting(corrected.provenance().effectiveOn(), history.entries(), evidence);
            case BusinessCaseOpened _,
                    BusinessCaseVersionRecorded _,
                    BusinessCaseSubmitted _,
                    BusinessCaseChallenged _,
                    BusinessCaseWithdrawn _ -> List.of();
        };
    }

    private static Decision<BusinessCaseFact> open(OpenCase open, Evidence evidence) {
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
        evidence.mark(Mark.ofCasesOf(open.initiative()));
        findings.requireOpenInitiative(open.initiative(), open.provenance().effectiveOn(), "/initiative", evidence);
        findings.requireKnown(Kinds.BOARD, open.route(), "/route", evidence)
                .requirePersons(open.owners(), "/owners", evidence);
        if (open.businessCase().equals(open.precedingCase()))
            findings.note(ReferenceRule.unknown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase"));
        else findings.requireKnown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase", evidence);
        return Decision.stating(BusinessCaseOpened.class, open, findings);
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

    private static Decision<BusinessCaseFact> challenge(
            ChallengeVersion challenge, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !challenge.challengedBy().isEmpty(),
                        Finding.of(
                                        BusinessCaseRule.CHALLENGE_WITHOUT_PERSONS,
                                        "The challenge does not name who made it")
                                .at("/challengedBy"))
                .requirePersons(challenge.challengedBy(), "/challengedBy", evidence);
        onThatDay(challenge.provenance(), history)
                .ifPresent(
                        held -> SegregationOfDuties.requireNotBySro(challenge, held.initiative(), evidence, findings));
        return Decision.stating(BusinessCaseChallenged.class, challenge, findings);
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
                !decide.papers().isEmpty(),
                Finding.of(BusinessCaseRule.DECISION_WITHOUT_PAPERS, "The decision names no paper")
                        .at("/papers"));
        String successorOf = state.map(held -> RouteSuccession.of(decide, held, evidence, findings))
                .orElse(decide.successorOf());
        CaseOutcomes.requireComplete(decide, evidence, findings);
        Powers.judge(deliberation(decide, state.orElse(null), version), evidence, findings);
        if (decide.waiver() != null) findings.requirePerson(decide.waiver().waivedBy(), "/waiver/waivedBy", evidence);
        state.ifPresent(held -> {
            Waivers.requireAuthority(decide, held, evidence, findings);
            SegregationOfDuties.requireNotBySro(decide, held.initiative(), evidence, findings);
            if (held.stage() != null) findings.rest(held.stage());
            CaseOutcomes.requireLastPapers(decide, held, findings);
            CaseProgress progress = CaseProgress.of(held);
            Grounded<Submission> submitted = progress.submission(decide.version());
            if (submitted == null || submitted.value().route() == null) findings.rest(held.route());
            else findings.rest(submitted);
        });
        return Decision.stating(BusinessCaseDecided.class, decide.inPlaceOf(successorOf), findings);
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
                decide.manner(),
                decide.meeting(),
                null,
                decide.delegation(),
                decide.papers(),
                decide.attendance(),
                decide.decidedBy(),
                decide.dissent(),
                decide.businessCase(),
                state == null ? null : state.initiative(),
                decide.ultraVires(),
                decide.provenance().effectiveOn());
    }
}
