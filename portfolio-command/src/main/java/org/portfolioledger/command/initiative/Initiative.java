package org.portfolioledger.command.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.Placements;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.initiative.InitiativeCommand.ChangeOwners;
import org.portfolioledger.command.initiative.InitiativeCommand.CloseInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.MoveInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.OpenInitiative;
import org.portfolioledger.command.initiative.InitiativeCommand.RenameInitiative;
import org.portfolioledger.events.InitiativeFact;
import org.portfolioledger.events.InitiativeFact.InitiativeClosed;
import org.portfolioledger.events.InitiativeFact.InitiativeMoved;
import org.portfolioledger.events.InitiativeFact.InitiativeOpened;
import org.portfolioledger.events.InitiativeFact.InitiativeOwnersChanged;
import org.portfolioledger.events.InitiativeFact.InitiativeRenamed;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.PortfolioFact.BusinessGroupNamed;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of initiatives. */
final class Initiative extends Family<InitiativeCommand, InitiativeFact, InitiativeState> {

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
        place(move.initiative(), move.to(), "/to", stay(history, on), evidence, findings);
        return Decision.stating(InitiativeMoved.class, move, findings);
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

    @Override
    protected List<Finding> invariants(InitiativeState state) {
        return EntryChecks.closedAfterItBegan(state, state.level(), InitiativeRule.CLOSED_BEFORE_OPENED);
    }

    /** Nothing changes once it is closed, and it closes once. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.nothingAfter(
                entries,
                InitiativeClosed.class::isInstance,
                fact -> !(fact instanceof InitiativeOpened),
                InitiativeRule.ALREADY_CLOSED,
                "closed");
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
                    Finding.of(InitiativeRule.CONTINUES_ITSELF, "%s would continue itself".formatted(initiative))
                            .at(pointer + "/" + i));
        return findings.requireKnown(Kinds.INITIATIVE, others, pointer, evidence);
    }

    private static boolean isAtMostTwo(List<String> owners) {
        return owners.size() <= 2;
    }

    private static Finding tooManyOwners() {
        return Finding.of(InitiativeRule.TOO_MANY_OWNERS, "The owners are not one or two business groups")
                .at("/owners");
    }
}
