package org.portfolioledger.command.businesscase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.Decision.Judgement;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Rules;
import org.portfolioledger.command.StructuralRule;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.DecideOnCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.OpenCase;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.SubmitVersion;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.businesscase.EarlierStage.Case;
import org.portfolioledger.command.businesscase.EarlierStage.Said;
import org.portfolioledger.command.powers.Deliberation;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseDecided;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseOpened;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseSubmitted;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersioned;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.Version;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
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
            BusinessCaseCommand command, History<Recorded, BusinessCaseState> history, Evidence evidence) {
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
    public List<Finding> contradictions(List<Saying<Recorded>> told) {
        List<Finding> findings = new ArrayList<>();
        requireNewPapers(told, findings);
        requireNothingAfterFinal(told, findings);
        return findings;
    }

    /** A version is written once, with a paper of its own. */
    private static void requireNewPapers(List<Saying<Recorded>> told, List<Finding> findings) {
        Map<Integer, Saying<Recorded>> versions = new HashMap<>();
        Map<String, Saying<Recorded>> papers = new HashMap<>();
        for (Saying<Recorded> saying : told) {
            if (!(saying.says().fact() instanceof BusinessCaseVersioned versioned)) continue;
            Saying<Recorded> first = versions.putIfAbsent(versioned.version(), saying);
            Saying<Recorded> same = papers.putIfAbsent(versioned.paper().sha256(), saying);
            if (first != null) {
                findings.add(Finding.contradiction(
                                BusinessCaseRule.VERSION_TAKEN,
                                "Version %d is taken".formatted(versioned.version()),
                                saying,
                                List.of(first))
                        .at("/version"));
            } else if (same != null) {
                findings.add(Finding.contradiction(
                                BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER,
                                "Version %d has the paper of another version".formatted(versioned.version()),
                                saying,
                                List.of(same))
                        .at("/paper/sha256"));
            }
        }
    }

    private static void requireNothingAfterFinal(List<Saying<Recorded>> told, List<Finding> findings) {
        String last = told.stream()
                .map(saying -> saying.says().fact())
                .filter(BusinessCaseOpened.class::isInstance)
                .map(opened -> ((BusinessCaseOpened) opened).route())
                .filter(route -> !route.isEmpty())
                .map(List::getLast)
                .findFirst()
                .orElse(null);
        Saying<Recorded> approval = null;
        for (Saying<Recorded> saying : told) {
            PortfolioEvent fact = saying.says().fact();
            boolean goesOn = fact instanceof BusinessCaseDecided || fact instanceof BusinessCaseSubmitted;
            if (approval != null && goesOn) {
                findings.add(Finding.contradiction(
                        BusinessCaseRule.ALREADY_FINAL,
                        "It is finally approved on %s, and what holds from %s would come after that"
                                .formatted(approval.effectiveOn(), saying.effectiveOn()),
                        saying,
                        List.of(approval)));
            }
            boolean isFinal = fact instanceof BusinessCaseDecided decided
                    && decided.outcome() == BoardOutcome.APPROVED
                    && last != null
                    && last.equals(decided.board());
            if (approval == null && isFinal) approval = saying;
        }
    }

    private static Decision<BusinessCaseFact> open(
            OpenCase open, History<Recorded, BusinessCaseState> history, Evidence evidence) {
        Judgement judgement = new Judgement()
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
        requireInitiative(open, evidence, judgement);
        requireEarlierStage(open, history, evidence, judgement);
        for (int i = 0; i < open.route().size(); i++) {
            judgement.require(
                    evidence.history(Kinds.BOARD, open.route().get(i)).isOpened(),
                    StructuralRule.unknown("board", open.route().get(i), "/route/" + i));
        }
        if (open.follows() != null) {
            judgement.require(
                    !open.follows().equals(open.businessCase())
                            && evidence.history(Kinds.BUSINESS_CASE, open.follows())
                                    .isOpened(),
                    StructuralRule.unknown("business case", open.follows(), "/follows"));
        }
        for (int i = 0; i < open.owners().size(); i++) {
            judgement.require(
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
                        open.follows(),
                        open.owners(),
                        open.particulars(),
                        open.stated()),
                judgement);
    }

    private static void requireInitiative(OpenCase open, Evidence evidence, Judgement judgement) {
        History<Recorded, InitiativeState> initiative = evidence.history(Kinds.INITIATIVE, open.initiative());
        judgement.require(
                initiative.isOpened(), StructuralRule.unknown("initiative", open.initiative(), "/initiative"));
        initiative
                .timeline()
                .on(open.stated().effectiveOn())
                .map(InitiativeState::closure)
                .ifPresent(closure -> judgement.note(Finding.of(
                                BusinessCaseRule.CASE_OF_CLOSED_INITIATIVE,
                                "%s is closed from %s".formatted(open.initiative(), closure.since()))
                        .against(closure)
                        .at("/initiative")));
    }

    /** Where another opening makes approvals final, or of another stage, they are judged as such for the first time. */
    private static void requireEarlierStage(
            OpenCase open, History<Recorded, BusinessCaseState> history, Evidence evidence, Judgement judgement) {
        List<Recorded> decisions = history.sayings().stream()
                .map(Saying::says)
                .filter(recorded -> recorded.fact() instanceof BusinessCaseDecided)
                .toList();
        if (decisions.isEmpty()) return;
        Optional<BusinessCaseState> before = evidence.history(Kinds.BUSINESS_CASE, open.businessCase())
                .timeline()
                .last();
        if (before.map(Case::of).filter(Case.of(open)::equals).isPresent()) return;
        for (Recorded decision : decisions) {
            if (decision.unmetRules().contains(BusinessCaseRule.EARLIER_STAGE_NOT_APPROVED.name())) continue;
            if (decision.fact() instanceof BusinessCaseDecided decided)
                EarlierStage.requireApproved(Said.of(decided), Case.of(open), evidence, judgement);
        }
    }

    private static Decision<BusinessCaseFact> write(WriteVersion write, History<Recorded, BusinessCaseState> history) {
        int version = write.version() == null ? nextVersion(write, history) : write.version();
        Judgement judgement = new Judgement()
                .require(
                        version > 0,
                        Finding.of(BusinessCaseRule.VERSION_TAKEN, "Version %d is below 1".formatted(version))
                                .at("/version"));
        Powers.requireHash(write.paper(), "/paper", judgement);
        Powers.requireAmount(write.cost(), "/cost", judgement);
        return Decision.of(versioned(write, version), judgement);
    }

    /** What is on record in the same words is the same version. */
    private static int nextVersion(WriteVersion write, History<Recorded, BusinessCaseState> history) {
        List<BusinessCaseVersioned> written = history.sayings().stream()
                .map(saying -> saying.says().fact())
                .filter(BusinessCaseVersioned.class::isInstance)
                .map(BusinessCaseVersioned.class::cast)
                .toList();
        return written.stream()
                .filter(known -> known.equals(versioned(write, known.version())))
                .findFirst()
                .map(BusinessCaseVersioned::version)
                .orElseGet(() -> 1
                        + written.stream()
                                .mapToInt(BusinessCaseVersioned::version)
                                .max()
                                .orElse(0));
    }

    private static BusinessCaseVersioned versioned(WriteVersion write, int version) {
        return new BusinessCaseVersioned(
                write.businessCase(), version, write.cost(), write.paper(), write.dimensions(), write.stated());
    }

    private static Decision<BusinessCaseFact> submit(SubmitVersion submit, Evidence evidence) {
        Judgement judgement = new Judgement()
                .require(
                        evidence.knowsPerson(submit.submittedBy()),
                        StructuralRule.unknown("person", submit.submittedBy(), "/submittedBy"));
        return Decision.of(
                new BusinessCaseSubmitted(
                        submit.businessCase(), submit.version(), submit.submittedBy(), submit.stated()),
                judgement);
    }

    private static Decision<BusinessCaseFact> decide(
            DecideOnCase decide, History<Recorded, BusinessCaseState> history, Evidence evidence) {
        Judgement judgement = new Judgement();
        Optional<BusinessCaseState> state = history.timeline()
                .on(decide.stated().effectiveOn())
                .or(() -> history.timeline().segments().stream().findFirst().map(segment -> segment.state()));
        Grounded<Version> version = state.flatMap(held -> version(decide, held)).orElse(null);
        if (version != null) judgement.rest(version);
        judgement.require(
                decide.outcome() != BoardOutcome.APPROVED_WITH_CONDITIONS
                        || !decide.conditions().isEmpty(),
                Finding.of(BusinessCaseRule.CONDITIONS_NOT_STATED, "The approval states no conditions")
                        .at("/conditions"));
        Powers.judge(deliberation(decide, state.orElse(null), version), evidence, judgement);
        state.ifPresent(held -> {
            Accountable.requireOthers(decide, held, evidence, judgement);
            judgement.rest(held.route());
            if (held.stage() != null) judgement.rest(held.stage());
            EarlierStage.requireApproved(Said.of(decide), Case.of(held), evidence, judgement);
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
                        decide.present(),
                        decide.decidedBy(),
                        decide.conditions(),
                        decide.rationale(),
                        decide.waiver(),
                        decide.ultraVires(),
                        decide.particulars(),
                        decide.stated()),
                judgement);
    }

    private static Optional<Grounded<Version>> version(DecideOnCase decide, BusinessCaseState state) {
        return Optional.ofNullable(decide.version())
                .map(number -> state.versions().get(number));
    }

    private static Deliberation deliberation(
            DecideOnCase decide, @Nullable BusinessCaseState state, @Nullable Grounded<Version> version) {
        CaseStage stage =
                state == null || state.stage() == null ? null : state.stage().value();
        return new Deliberation(
                decide.board(),
                stage == null ? null : stage.name(),
                version == null ? null : version.value().cost(),
                decide.outcome(),
                decide.meeting(),
                decide.papers(),
                decide.present(),
                decide.decidedBy(),
                decide.ultraVires(),
                decide.stated().effectiveOn());
    }
}
