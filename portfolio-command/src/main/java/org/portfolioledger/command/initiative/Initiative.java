package org.portfolioledger.command.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.StandingDecision;
import org.portfolioledger.command.initiative.InitiativeCommand.ChangeAttributes;
import org.portfolioledger.command.initiative.InitiativeCommand.ChangeOwners;
import org.portfolioledger.command.initiative.InitiativeCommand.CloseInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.EndAlias;
import org.portfolioledger.command.initiative.InitiativeCommand.GiveAlias;
import org.portfolioledger.command.initiative.InitiativeCommand.LeavePortfolio;
import org.portfolioledger.command.initiative.InitiativeCommand.MergeInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.MoveInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.OpenInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.RenameInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.SplitInitiative;
import org.portfolioledger.events.BusinessCaseFact.CaseStage;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.ExitOutcome;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasEnded;
import org.portfolioledger.events.InitiativeFact.InitiativeAliasGiven;
import org.portfolioledger.events.InitiativeFact.InitiativeAttributesChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeExited;
import org.portfolioledger.events.InitiativeFact.InitiativeMerged;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.InitiativeSplit;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.BusinessCaseState.FinalApproval;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Provenance;

/** The rules of initiatives. */
final class Initiative extends Family<InitiativeCommand, InitiativeFact, InitiativeState> {

    private static final Comparator<BusinessCaseState> BY_APPROVAL = Comparator.<BusinessCaseState, LocalDate>comparing(
                    state -> approvalOf(state).since())
            .thenComparing(Initiative::stage, Comparator.nullsFirst(Comparator.<CaseStage>naturalOrder()));

    Initiative() {
        super(Kinds.INITIATIVE, InitiativeCommand.class, InitiativeCommand.ROUTES, InitiativeRule.values());
    }

    @Override
    protected Decision<InitiativeFact> decide(
            InitiativeCommand command, History<RecordedFact, InitiativeState> history, Evidence evidence) {
        return switch (command) {
            case OpenInitiative open -> open(open, history, evidence);
            case RenameInitiative rename -> Decision.stating(InitiativeRenamed.class, rename, new Findings());
            case MoveInitiative move -> move(move, history, evidence);
            case ChangeOwners change -> changeOwners(change, evidence);
            case LeavePortfolio leave -> leave(leave, evidence);
            case SplitInitiative split ->
                Decision.stating(
                        InitiativeSplit.class,
                        split,
                        requireSuccessor(split.initiative(), split.into(), split.provenance(), evidence));
            case MergeInitiative merge ->
                Decision.stating(
                        InitiativeMerged.class,
                        merge,
                        requireSuccessor(merge.initiative(), merge.into(), merge.provenance(), evidence));
            case GiveAlias give ->
                Decision.of(
                        new InitiativeAliasGiven(
                                give.initiative(), scheme(give.scheme(), history), give.alias(), give.provenance()),
                        new Findings());
            case EndAlias end -> endAlias(end, history);
            case ChangeAttributes change -> changeAttributes(change, history);
            case CloseInitiative close ->
                Decision.stating(
                        InitiativeClosed.class,
                        close,
                        requireOthers(
                                close.initiative(), close.continuedBy(), "/continuedBy", evidence, new Findings()));
        };
    }

    private static Decision<InitiativeFact> open(
            OpenInitiative open, History<RecordedFact, InitiativeState> history, Evidence evidence) {
        Findings findings = new Findings().require(isAtMostTwo(open.owners()), tooManyOwners());
        place(
                open.initiative(),
                open.placement(),
                "/placement",
                stay(history, open.provenance().effectiveOn()),
                evidence,
                findings);
        requireOthers(open.initiative(), open.continues(), "/continues", evidence, findings);
        List<String> owners = owners(
                open.owners(),
                Placements.portfolio(open.placement(), open.provenance().effectiveOn(), evidence),
                evidence,
                findings);
        return Decision.of(
                new InitiativeOpened(
                        open.initiative(),
                        open.register(),
                        open.level(),
                        open.name(),
                        open.formerName(),
                        open.tier(),
                        open.placement(),
                        owners,
                        open.continues(),
                        open.attributes(),
                        open.provenance()),
                findings);
    }

    private static Decision<InitiativeFact> move(
            MoveInitiative move, History<RecordedFact, InitiativeState> history, Evidence evidence) {
        LocalDate on = move.provenance().effectiveOn();
        Findings findings = new Findings();
        findings.require(
                move.to().parent() != null || move.to().portfolio() != null,
                Finding.of(InitiativeRule.NO_PLACE_NAMED, "Neither a parent nor a portfolio is named")
                        .at("/to"));
        place(move.initiative(), move.to(), "/to", stay(history, on), evidence, findings);
        return Decision.stating(InitiativeMoved.class, move, findings);
    }

    private static Decision<InitiativeFact> leave(LeavePortfolio leave, Evidence evidence) {
        Findings findings = new Findings();
        requireDecision(leave, evidence, findings);
        requireOutcome(leave, evidence, findings);
        findings.require(
                        leave.benefitsHeldBy() != null,
                        Finding.of(InitiativeRule.BENEFITS_HELD_BY_NOBODY, "Nobody answers for the benefits")
                                .at("/benefitsHeldBy"))
                .requireHolder(leave.benefitsHeldBy(), "/benefitsHeldBy", evidence);
        return Decision.stating(InitiativeExited.class, leave, findings);
    }

    private static void requireDecision(LeavePortfolio leave, Evidence evidence, Findings findings) {
        Long position = leave.decision();
        LocalDate on = leave.provenance().effectiveOn();
        StandingDecision.require(
                position,
                on,
                decided -> StandingDecision.concerns(decided, leave.initiative(), on, evidence),
                evidence,
                findings,
                Finding.of(
                                InitiativeRule.EXIT_WITHOUT_DECISION,
                                position == null
                                        ? "The exit names no decision"
                                        : "Fact %s is not a board's approval that is in effect on %s and concerns %s or what is above it"
                                                .formatted(position, on, leave.initiative()))
                        .at("/decision"));
    }

    private static void requireOutcome(LeavePortfolio leave, Evidence evidence, Findings findings) {
        ExitOutcome outcome = leave.outcome();
        if (outcome == null) {
            findings.note(Finding.of(InitiativeRule.EXIT_WITHOUT_OUTCOME, "The exit states no outcome")
                    .at("/outcome"));
            return;
        }
        String named = outcome.businessCase();
        if (named == null) return;
        findings.requireApprovedCase(
                named,
                leave.initiative(),
                leave.provenance().effectiveOn(),
                InitiativeRule.CASE_NOT_APPROVED,
                "/outcome/businessCase",
                evidence);
        LocalDate on = leave.provenance().effectiveOn();
        evidence.history(Kinds.BUSINESS_CASE, named)
                .timeline()
                .on(on)
                .filter(state -> state.initiative().equals(leave.initiative()) && state.finalApproval() != null)
                .ifPresent(state -> requireLatest(state, on, evidence, findings));
    }

    /** That no case of the same initiative was finally approved after it by a day. */
    private static void requireLatest(BusinessCaseState named, LocalDate on, Evidence evidence, Findings findings) {
        approvedAfter(named, on, evidence)
                .ifPresent(later -> findings.note(Finding.of(
                                InitiativeRule.CASE_NOT_LATEST,
                                "After %s of %s, %s was finally approved on %s"
                                        .formatted(
                                                named.businessCase(),
                                                approvalOf(named).since(),
                                                later.businessCase(),
                                                approvalOf(later).since()))
                        .against(approvalOf(later))
                        .at("/outcome/businessCase")));
    }

    /** A case of the same initiative that was finally approved later by a day, or as a later stage on the same day. */
    private static Optional<BusinessCaseState> approvedAfter(BusinessCaseState named, LocalDate on, Evidence evidence) {
        return evidence.marked(Mark.ofCasesOf(named.initiative())).stream()
                .flatMap(id -> evidence.history(Kinds.BUSINESS_CASE, id).timeline().on(on).stream())
                .filter(other -> other.initiative().equals(named.initiative()) && other.finalApproval() != null)
                .max(BY_APPROVAL)
                .filter(latest -> BY_APPROVAL.compare(latest, named) > 0);
    }

    private static Grounded<FinalApproval> approvalOf(BusinessCaseState approved) {
        return Objects.requireNonNull(approved.finalApproval());
    }

    private static @Nullable CaseStage stage(BusinessCaseState state) {
        return state.stage() == null ? null : state.stage().value();
    }

    /** What takes work on is another initiative, and open on that day. */
    private static Findings requireSuccessor(String initiative, String into, Provenance provenance, Evidence evidence) {
        return new Findings()
                .require(!into.equals(initiative), continuesItself(initiative).at("/into"))
                .requireOpenInitiative(into, provenance.effectiveOn(), "/into", evidence);
    }

    private static Decision<InitiativeFact> endAlias(EndAlias end, History<RecordedFact, InitiativeState> history) {
        String scheme = scheme(end.scheme(), history);
        boolean given = EntryChecks.facts(history.entries(), InitiativeAliasGiven.class)
                .anyMatch(alias -> alias.scheme().equals(scheme));
        return Decision.of(
                new InitiativeAliasEnded(end.initiative(), scheme, end.reason(), end.provenance()),
                new Findings().require(given, ReferenceRule.absent("alias of scheme", end.scheme())));
    }

    /** A scheme in the spelling in which an alias of it was given first. */
    private static String scheme(String named, History<RecordedFact, InitiativeState> history) {
        return EntryChecks.firstSpelling(
                named,
                EntryChecks.facts(history.entries(), InitiativeAliasGiven.class).map(InitiativeAliasGiven::scheme));
    }

    private static Decision<InitiativeFact> changeAttributes(
            ChangeAttributes change, History<RecordedFact, InitiativeState> history) {
        Findings findings = new Findings()
                .require(
                        change.level() != null
                                || change.tier() != null
                                || !change.attributes().isEmpty()
                                || !change.without().isEmpty(),
                        Finding.of(InitiativeRule.NOTHING_CHANGED, "No level, tier or attributes are named"));
        LocalDate on = change.provenance().effectiveOn();
        Set<String> had = history.timeline()
                .on(on)
                .map(state -> state.attributes().keySet())
                .orElse(Set.of());
        for (int i = 0; i < change.without().size(); i++) {
            String name = change.without().get(i);
            findings.require(
                    had.contains(name) && !change.attributes().containsKey(name),
                    Finding.of(
                                    InitiativeRule.NO_SUCH_ATTRIBUTE,
                                    "%s has no attribute %s to remove on %s".formatted(change.initiative(), name, on))
                            .at("/without/" + i));
        }
        return Decision.stating(InitiativeAttributesChanged.class, change, findings);
    }

    private static Decision<InitiativeFact> changeOwners(ChangeOwners change, Evidence evidence) {
        LocalDate on = change.provenance().effectiveOn();
        Findings findings = new Findings()
                .require(isAtMostTwo(change.owners()) && !change.owners().isEmpty(), tooManyOwners());
        List<String> owners =
                owners(change.owners(), Placements.portfolio(change.initiative(), on, evidence), evidence, findings);
        return Decision.of(
                new InitiativeOwnersChanged(change.initiative(), owners, change.reason(), change.provenance()),
                findings);
    }

    /** Itself and where it lies, not whose work it goes on with. */
    @Override
    protected Set<String> concerns(InitiativeState state) {
        Set<String> streams = new TreeSet<>();
        if (state.above() != null) streams.add(Kinds.INITIATIVE.stream(state.above()));
        if (state.inPortfolio() != null) streams.add(Kinds.PORTFOLIO.stream(state.inPortfolio()));
        return streams;
    }

    @Override
    protected List<Finding> invariants(InitiativeState state) {
        return EntryChecks.closedAfterItBegan(state, state.level(), InitiativeRule.CLOSED_BEFORE_OPENED);
    }

    /** Nothing changes once it is closed, and it closes once; what ends was so before. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                fact -> fact instanceof InitiativeClosed || fact instanceof InitiativeMerged,
                fact -> !(fact instanceof InitiativeOpened),
                InitiativeRule.ALREADY_CLOSED,
                "closed"));
        findings.addAll(endsWhatWas(entries));
        return findings;
    }

    /** An exit ends a placement, and the ending of an alias an alias. What was before anything is known may end. */
    private static List<Finding> endsWhatWas(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>();
        EffectiveEntry<RecordedFact> nowhere = null;
        Map<String, EffectiveEntry<RecordedFact>> called = new HashMap<>();
        for (EffectiveEntry<RecordedFact> entry : entries) {
            switch (Kinds.INITIATIVE.fact(entry)) {
                case InitiativeOpened opened -> nowhere = opened.placement() == null ? entry : null;
                case InitiativeMoved _ -> nowhere = null;
                case InitiativeExited _ -> {
                    if (nowhere != null)
                        findings.add(Finding.contradiction(
                                        InitiativeRule.IN_NO_PORTFOLIO,
                                        "It is in no portfolio from %s on".formatted(nowhere.effectiveOn()),
                                        entry,
                                        List.of(nowhere))
                                .at("/effectiveOn"));
                    nowhere = entry;
                }
                case InitiativeAliasGiven given -> called.put(given.scheme(), entry);
                case InitiativeAliasEnded end ->
                    endsNoAlias(end.scheme(), entry, called.put(end.scheme(), entry), entries)
                            .ifPresent(findings::add);
                case InitiativeRenamed _,
                        InitiativeOwnersChanged _,
                        InitiativeAttributesChanged _,
                        InitiativeSplit _,
                        InitiativeMerged _,
                        InitiativeClosed _ -> {}
            }
        }
        return findings;
    }

    /** @param before what was said last of the alias of that scheme */
    private static Optional<Finding> endsNoAlias(
            String scheme,
            EffectiveEntry<RecordedFact> ending,
            @Nullable EffectiveEntry<RecordedFact> before,
            List<EffectiveEntry<RecordedFact>> entries) {
        if (before != null)
            return before.content().fact() instanceof InitiativeAliasGiven
                    ? Optional.empty()
                    : Optional.of(notCalledSo("Its alias in %s ended on %s", scheme, ending, before));
        // An ending whose alias was entered in error ends nothing, and harms nothing.
        return entries.stream()
                .filter(entry -> entry.content().fact() instanceof InitiativeAliasGiven given
                        && given.scheme().equals(scheme))
                .findFirst()
                .map(given -> notCalledSo("Its first alias in %s begins on %s", scheme, ending, given));
    }

    private static Finding notCalledSo(
            String detail, String scheme, EffectiveEntry<RecordedFact> ending, EffectiveEntry<RecordedFact> other) {
        return Finding.contradiction(
                        InitiativeRule.NOT_CALLED_SO,
                        detail.formatted(scheme, other.effectiveOn()),
                        ending,
                        List.of(other))
                .at("/effectiveOn");
    }

    private static void place(
            String initiative,
            @Nullable Placement placement,
            String pointer,
            PlacementPeriod stay,
            Evidence evidence,
            Findings findings) {
        if (placement == null) return;
        if (placement.parent() != null && placement.portfolio() != null) {
            findings.note(Finding.of(
                            InitiativeRule.TWO_PLACEMENTS,
                            "Parent %s and portfolio %s are both named"
                                    .formatted(placement.parent(), placement.portfolio()))
                    .at(pointer));
            return;
        }
        findings.requireKnown(Kinds.PORTFOLIO, placement.portfolio(), pointer + "/portfolio", evidence);
        if (placement.parent() != null) under(initiative, placement.parent(), pointer, stay, evidence, findings);
    }

    /** The days through which a placement would hold: until the next one that is on record. */
    private record PlacementPeriod(LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    private static PlacementPeriod stay(History<RecordedFact, InitiativeState> history, LocalDate from) {
        LocalDate to = history.entries().stream()
                .filter(entry -> entry.content().fact() instanceof InitiativeMoved
                        || entry.content().fact() instanceof InitiativeExited
                        || entry.content().fact() instanceof InitiativeOpened)
                .map(EffectiveEntry::effectiveOn)
                .filter(day -> day.isAfter(from))
                .findFirst()
                .orElse(null);
        return new PlacementPeriod(from, to);
    }

    private static void under(
            String initiative,
            String parent,
            String pointer,
            PlacementPeriod stay,
            Evidence evidence,
            Findings findings) {
        if (parent.equals(initiative)) {
            findings.note(ownAncestor(initiative, parent, stay.from()).at(pointer + "/parent"));
            return;
        }
        History<RecordedFact, InitiativeState> above = evidence.history(Kinds.INITIATIVE, parent);
        if (!above.isOpened()) {
            findings.note(ReferenceRule.unknown("initiative", parent, pointer + "/parent"));
            return;
        }
        above.timeline()
                .on(stay.from())
                .ifPresent(state ->
                        findings.requireOpen(state, parent, InitiativeRule.PARENT_IS_CLOSED, pointer + "/parent"));
        circle(initiative, parent, stay, evidence).ifPresent(found -> findings.note(found.at(pointer + "/parent")));
    }

    private static Optional<Finding> circle(String initiative, String parent, PlacementPeriod stay, Evidence evidence) {
        // What stands above may itself move while this placement holds.
        TreeSet<LocalDate> days = new TreeSet<>(List.of(stay.from()));
        for (LocalDate day = stay.from(); day != null; day = days.higher(day)) {
            // By the initiative whose placement it is, from the bottom up.
            Map<String, Long> placements = new LinkedHashMap<>();
            String at = parent;
            while (at != null && !placements.containsKey(at)) {
                if (at.equals(initiative)) {
                    return Optional.of(ownAncestor(initiative, parent, day)
                            .against(List.copyOf(placements.values()))
                            .during(day, null));
                }
                History<RecordedFact, InitiativeState> above = evidence.history(Kinds.INITIATIVE, at);
                above.entries().stream()
                        .map(EffectiveEntry::effectiveOn)
                        .filter(stay::covers)
                        .forEach(days::add);
                Grounded<Placement> placement =
                        above.timeline().on(day).map(InitiativeState::placement).orElse(null);
                if (placement == null) break;
                placements.put(at, placement.fact());
                at = placement.value().parent();
            }
        }
        return Optional.empty();
    }

    private static Finding ownAncestor(String initiative, String parent, LocalDate on) {
        return Finding.of(
                InitiativeRule.CIRCULAR_HIERARCHY, "%s is already below %s on %s".formatted(parent, initiative, on));
    }

    /**
     * The owners as the portfolio wrote them first, each a business group that it names, whenever it does. Where the
     * initiative lies in no portfolio there is nothing to hold them against, and views show that.
     */
    private static List<String> owners(
            List<String> owners, @Nullable String portfolio, Evidence evidence, Findings findings) {
        if (portfolio == null) return owners;
        List<String> groups = EntryChecks.facts(
                        evidence.history(Kinds.PORTFOLIO, portfolio).entries(), BusinessGroupNamed.class)
                .map(BusinessGroupNamed::businessGroup)
                .toList();
        List<String> spelled = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            String owner = owners.get(i);
            Optional<String> known =
                    groups.stream().filter(owner::equalsIgnoreCase).findFirst();
            findings.require(
                    known.isPresent(),
                    ReferenceRule.unknown(
                            "business group of portfolio %s called".formatted(portfolio), owner, "/owners/" + i));
            spelled.add(known.orElse(owner));
        }
        return List.copyOf(spelled);
    }

    /** Initiatives that continue another or are continued by it are on record, and are not that one itself. */
    private static Findings requireOthers(
            String initiative, List<String> others, String pointer, Evidence evidence, Findings findings) {
        for (int i = 0; i < others.size(); i++)
            findings.require(
                    !others.get(i).equals(initiative),
                    continuesItself(initiative).at(pointer + "/" + i));
        return findings.requireKnown(Kinds.INITIATIVE, others, pointer, evidence);
    }

    private static Finding continuesItself(String initiative) {
        return Finding.of(InitiativeRule.CONTINUES_ITSELF, "%s would continue itself".formatted(initiative));
    }

    private static boolean isAtMostTwo(List<String> owners) {
        return owners.size() <= 2;
    }

    private static Finding tooManyOwners() {
        return Finding.of(InitiativeRule.TOO_MANY_OWNERS, "The owners are not one or two business groups")
                .at("/owners");
    }
}
