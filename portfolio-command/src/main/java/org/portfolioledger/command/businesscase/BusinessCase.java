package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Findings;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.businesscase.StageGate.BoardVerdict;
import org.portfolioledger.command.businesscase.StageGate.Case;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.ProposedDecision;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;
import org.portfolioledger.vocabulary.CaseStage;

/** The rules of business cases: what a command comes to. What must hold at all times is in {@link Route}. */
final class BusinessCase implements Rules<BusinessCaseCommand, BusinessCaseFact, BusinessCaseState> {

    @Override
    public Kind<BusinessCaseFact, BusinessCaseState> kind() {
        return Kinds.BUSINESS_CASE;
    }

    @Override
    public Class<BusinessCaseCommand> commands() {
        return BusinessCaseCommand.class;
    }

    @Override
    public Decision<BusinessCaseFact> decide(
            BusinessCaseCommand command, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        return switch (command) {
            case OpenCase open -> open(open, history, evidence);
            case WriteVersion write -> write(write, history);
            case SubmitVersion submit -> submit(submit, evidence);
            case DecideOnCase decide -> decide(decide, history, evidence);
        };
    }

    @Override
    public List<Finding> invariants(BusinessCaseState state) {
        return Route.findings(state);
    }

    @Override
    public List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> told) {
        List<Finding> findings = new ArrayList<>();
        requireNewPapers(told, findings);
        requireNothingAfterFinal(told, findings);
        return findings;
    }

    /** A version is written once, with a paper of its own. */
    private static void requireNewPapers(List<EffectiveEntry<RecordedFact>> told, List<Finding> findings) {
        Map<Integer, EffectiveEntry<RecordedFact>> versions = new HashMap<>();
        Map<String, EffectiveEntry<RecordedFact>> papers = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : told) {
            if (!(entry.content().fact() instanceof BusinessCaseVersionRecorded versioned)) continue;
            EffectiveEntry<RecordedFact> first = versions.putIfAbsent(versioned.version(), entry);
            EffectiveEntry<RecordedFact> same =
                    papers.putIfAbsent(versioned.paper().sha256(), entry);
            if (first != null) {
                findings.add(Finding.contradiction(
                                BusinessCaseRule.VERSION_TAKEN,
                                "Version %s is taken".formatted(versioned.version()),
                                entry,
                                List.of(first))
                        .at("/version"));
            } else if (same != null) {
                findings.add(Finding.contradiction(
                                BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER,
                                "Version %s has the paper of another version".formatted(versioned.version()),
                                entry,
                                List.of(same))
                        .at("/paper/sha256"));
            }
        }
    }

    private static void requireNothingAfterFinal(List<EffectiveEntry<RecordedFact>> told, List<Finding> findings) {
        String last = told.stream()
                .map(entry -> entry.content().fact())
                .filter(BusinessCaseOpened.class::isInstance)
                .map(opened -> ((BusinessCaseOpened) opened).route())
                .filter(route -> !route.isEmpty())
                .map(List::getLast)
                .findFirst()
                .orElse(null);
        EffectiveEntry<RecordedFact> approval = null;
        for (EffectiveEntry<RecordedFact> entry : told) {
            GovernanceFact fact = entry.content().fact();
            boolean goesOn = fact instanceof BusinessCaseDecided || fact instanceof BusinessCaseSubmitted;
            if (approval != null && goesOn) {
                findings.add(Finding.contradiction(
                        BusinessCaseRule.ALREADY_FINAL,
                        "It is finally approved on %s, and what holds from %s would come after that"
                                .formatted(approval.effectiveOn(), entry.effectiveOn()),
                        entry,
                        List.of(approval)));
            }
            boolean isFinal = fact instanceof BusinessCaseDecided decided
                    && decided.outcome() == BoardOutcome.APPROVED
                    && last != null
                    && last.equals(decided.board());
            if (approval == null && isFinal) approval = entry;
        }
    }

    private static Decision<BusinessCaseFact> open(
            OpenCase open, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings()
                .requireNew(history, StructuralRule.taken("business case", open.businessCase()))
                .require(
                        open.stage() != null,
                        Finding.of(BusinessCaseRule.CASE_WITHOUT_STAGE, "The case states no stage")
                                .at("/stage"))
                .require(
                        !open.route().isEmpty(),
                        Finding.of(BusinessCaseRule.ROUTE_WITHOUT_BOARDS, "The case states no route")
                                .at("/route"))
                .require(
                        open.route().stream().distinct().count() == open.route().size(),
                        Finding.of(
                                        BusinessCaseRule.BOARD_TWICE_ON_ROUTE,
                                        "The route %s names a board twice".formatted(open.route()))
                                .at("/route"));
        requireInitiative(open, evidence, findings);
        requireEarlierStage(open, history, evidence, findings);
        for (int i = 0; i < open.route().size(); i++) {
            findings.require(
                    evidence.history(Kinds.BOARD, open.route().get(i)).isOpened(),
                    StructuralRule.unknown("board", open.route().get(i), "/route/" + i));
        }
        if (open.precedingCase() != null) {
            findings.require(
                    !open.precedingCase().equals(open.businessCase())
                            && evidence.history(Kinds.BUSINESS_CASE, open.precedingCase())
                                    .isOpened(),
                    StructuralRule.unknown("business case", open.precedingCase(), "/precedingCase"));
        }
        for (int i = 0; i < open.owners().size(); i++) {
            findings.require(
                    evidence.knowsPerson(open.owners().get(i)),
                    StructuralRule.unknown("person", open.owners().get(i), "/owners/" + i));
        }
        return Decision.of(
                new BusinessCaseOpened(
                        open.businessCase(),
                        open.register(),
                        open.initiative(),
                        open.stage(),
                        open.title(),
                        open.route(),
                        open.precedingCase(),
                        open.owners(),
                        open.attributes(),
                        open.provenance()),
                findings);
    }

    private static void requireInitiative(OpenCase open, Evidence evidence, Findings findings) {
        History<RecordedFact, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, open.initiative());
        findings.require(initiative.isOpened(), StructuralRule.unknown("initiative", open.initiative(), "/initiative"));
        initiative
                .timeline()
                .on(open.provenance().effectiveOn())
                .map(InitiativeState::closure)
                .ifPresent(closure -> findings.note(Finding.of(
                                BusinessCaseRule.CASE_OF_CLOSED_INITIATIVE,
                                "%s is closed from %s".formatted(open.initiative(), closure.since()))
                        .against(closure)
                        .at("/initiative")));
    }

    /** Where another opening makes approvals final, or of another stage, they are judged as such for the first time. */
    private static void requireEarlierStage(
            OpenCase open, History<RecordedFact, BusinessCaseState> history, Evidence evidence, Findings findings) {
        List<RecordedFact> decisions = history.entries().stream()
                .map(EffectiveEntry::content)
                .filter(recorded -> recorded.fact() instanceof BusinessCaseDecided)
                .toList();
        if (decisions.isEmpty()) return;
        Optional<BusinessCaseState> before = evidence.history(Kinds.BUSINESS_CASE, open.businessCase())
                .timeline()
                .last();
        if (before.map(Case::of).filter(Case.of(open)::equals).isPresent()) return;
        for (RecordedFact decision : decisions) {
            if (decision.unmetRules().contains(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED.name())) continue;
            if (decision.fact() instanceof BusinessCaseDecided decided)
                StageGate.requireApproved(BoardVerdict.of(decided), Case.of(open), evidence, findings);
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
        Powers.requireAmount(write.cost(), "/cost", findings);
        return Decision.of(versioned(write, version), findings);
    }

    /** What is on record in the same words is the same version. */
    private static int nextVersion(WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        List<BusinessCaseVersionRecorded> written = history.entries().stream()
                .map(entry -> entry.content().fact())
                .filter(BusinessCaseVersionRecorded.class::isInstance)
                .map(BusinessCaseVersionRecorded.class::cast)
                .toList();
        return written.stream()
                .filter(known -> known.equals(versioned(write, known.version())))
                .findFirst()
                .map(BusinessCaseVersionRecorded::version)
                .orElseGet(() -> 1
                        + written.stream()
                                .mapToInt(BusinessCaseVersionRecorded::version)
                                .max()
                                .orElse(0));
    }

    private static BusinessCaseVersionRecorded versioned(WriteVersion write, int version) {
        return new BusinessCaseVersionRecorded(
                write.businessCase(), version, write.cost(), write.paper(), write.dimensions(), write.provenance());
    }

    private static Decision<BusinessCaseFact> submit(SubmitVersion submit, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        evidence.knowsPerson(submit.submittedBy()),
                        StructuralRule.unknown("person", submit.submittedBy(), "/submittedBy"));
        return Decision.of(
                new BusinessCaseSubmitted(
                        submit.businessCase(), submit.version(), submit.submittedBy(), submit.provenance()),
                findings);
    }

    private static Decision<BusinessCaseFact> decide(
            DecideOnCase decide, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings();
        Optional<BusinessCaseState> state = history.timeline()
                .on(decide.provenance().effectiveOn())
                .or(() -> history.timeline().segments().stream().findFirst().map(segment -> segment.state()));
        Grounded<Version> version = state.flatMap(held -> version(decide, held)).orElse(null);
        if (version != null) findings.rest(version);
        findings.require(
                decide.outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                        || !decide.conditions().isEmpty(),
                Finding.of(BusinessCaseRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        Powers.judge(deliberation(decide, state.orElse(null), version), evidence, findings);
        state.ifPresent(held -> {
            SegregationOfDuties.requireOthers(decide, held, evidence, findings);
            findings.rest(held.route());
            if (held.stage() != null) findings.rest(held.stage());
            StageGate.requireApproved(BoardVerdict.of(decide), Case.of(held), evidence, findings);
        });
        return Decision.of(
                new BusinessCaseDecided(
                        decide.businessCase(),
                        decide.board(),
                        decide.version(),
                        decide.outcome(),
                        decide.outcomeAsStated(),
                        decide.meeting(),
                        decide.papers(),
                        decide.attendance(),
                        decide.decidedBy(),
                        decide.conditions(),
                        decide.rationale(),
                        decide.waiver(),
                        decide.ultraVires(),
                        decide.attributes(),
                        decide.provenance()),
                findings);
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
