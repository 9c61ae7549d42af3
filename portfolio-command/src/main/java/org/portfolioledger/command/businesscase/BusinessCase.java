package org.portfolioledger.command.businesscase;

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
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.businesscase.StageGate.BoardVerdict;
import org.portfolioledger.command.businesscase.StageGate.Case;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.command.powers.PowersRule;
import org.portfolioledger.command.powers.ProposedDecision;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.BoardOutcome;

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
            case SubmitVersion submit -> submit(submit, evidence);
            case DecideOnCase decide -> decide(decide, history, evidence);
        };
    }

    @Override
    protected List<String> initiatives(BusinessCaseFact fact, BusinessCaseState state) {
        return switch (fact) {
            case BusinessCaseOpened opened -> List.of(opened.initiative());
            case BusinessCaseVersionRecorded _, BusinessCaseSubmitted _ -> List.of(state.initiative());
            case BusinessCaseDecided _ -> List.of();
        };
    }

    @Override
    protected List<Finding> invariants(BusinessCaseState state) {
        return Route.findings(state);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(newPapers(entries));
        findings.addAll(nothingAfterFinal(entries));
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

    private static List<Finding> nothingAfterFinal(List<EffectiveEntry<RecordedFact>> entries) {
        Optional<String> last = EntryChecks.facts(entries, BusinessCaseOpened.class)
                .map(BusinessCaseOpened::route)
                .filter(route -> !route.isEmpty())
                .map(List::getLast)
                .findFirst();
        return EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof BusinessCaseDecided decided
                        && decided.outcome() == BoardOutcome.APPROVED
                        && last.filter(board -> board.equals(decided.board())).isPresent(),
                fact -> fact instanceof BusinessCaseDecided || fact instanceof BusinessCaseSubmitted,
                BusinessCaseRule.ALREADY_FINAL,
                "finally approved");
    }

    private static Decision<BusinessCaseFact> open(
            OpenCase open, History<RecordedFact, BusinessCaseState> history, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.stage() != null,
                        Finding.of(BusinessCaseRule.CASE_WITHOUT_STAGE, "The case states no stage")
                                .at("/stage"))
                .require(
                        !open.route().isEmpty(),
                        Finding.of(BusinessCaseRule.ROUTE_WITHOUT_BOARDS, "The case states no route")
                                .at("/route"));
        findings.requireOpenInitiative(open.initiative(), open.provenance().effectiveOn(), "/initiative", evidence);
        requireEarlierStage(open, history, evidence, findings);
        findings.requireKnown(Kinds.BOARD, open.route(), "/route", evidence)
                .requirePersons(open.owners(), "/owners", evidence);
        if (open.businessCase().equals(open.precedingCase()))
            findings.note(ReferenceRule.unknown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase"));
        else findings.requireKnown(Kinds.BUSINESS_CASE, open.precedingCase(), "/precedingCase", evidence);
        return Decision.stating(BusinessCaseOpened.class, open, findings);
    }

    /** Where another opening makes approvals final, or of another stage, they are judged as such for the first time. */
    private static void requireEarlierStage(
            OpenCase open, History<RecordedFact, BusinessCaseState> history, Evidence evidence, Findings findings) {
        List<RecordedFact> decisions = history.entries().stream()
                .map(EffectiveEntry::content)
                .filter(recorded -> recorded.counts() && recorded.fact() instanceof BusinessCaseDecided)
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

    private static int nextVersion(WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        return EntryChecks.nextVersion(
                EntryChecks.facts(history.entries(), BusinessCaseVersionRecorded.class)
                        .toList(),
                BusinessCaseVersionRecorded::version,
                version -> versioned(write, version));
    }

    private static BusinessCaseVersionRecorded versioned(WriteVersion write, int version) {
        return new BusinessCaseVersionRecorded(
                write.businessCase(), version, write.cost(), write.paper(), write.dimensions(), write.provenance());
    }

    private static Decision<BusinessCaseFact> submit(SubmitVersion submit, Evidence evidence) {
        Findings findings = new Findings().requirePerson(submit.submittedBy(), "/submittedBy", evidence);
        return Decision.stating(BusinessCaseSubmitted.class, submit, findings);
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
                Finding.of(PowersRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        findings.require(
                !decide.papers().isEmpty(),
                Finding.of(BusinessCaseRule.DECISION_WITHOUT_PAPERS, "The decision names no paper")
                        .at("/papers"));
        Powers.judge(deliberation(decide, state.orElse(null), version), evidence, findings);
        if (decide.waiver() != null) findings.requirePerson(decide.waiver().waivedBy(), "/waiver/waivedBy", evidence);
        state.ifPresent(held -> {
            SegregationOfDuties.requireNotBySro(decide, held.initiative(), evidence, findings);
            findings.rest(held.route());
            if (held.stage() != null) findings.rest(held.stage());
            StageGate.requireApproved(BoardVerdict.of(decide), Case.of(held), evidence, findings);
        });
        return Decision.stating(BusinessCaseDecided.class, decide, findings);
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
