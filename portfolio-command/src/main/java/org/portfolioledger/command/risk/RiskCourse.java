package org.portfolioledger.command.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.events.RiskFact;
import org.portfolioledger.events.RiskFact.RiskAdmission;
import org.portfolioledger.events.RiskFact.RiskAdmissionDecided;
import org.portfolioledger.events.RiskFact.RiskClosed;
import org.portfolioledger.events.RiskFact.RiskDeescalated;
import org.portfolioledger.events.RiskFact.RiskEscalated;
import org.portfolioledger.events.RiskFact.RiskGatekeeper;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskLinked;
import org.portfolioledger.events.RiskFact.RiskMaterialised;
import org.portfolioledger.events.RiskFact.RiskOwnerChanged;
import org.portfolioledger.events.RiskFact.RiskRaised;
import org.portfolioledger.events.RiskFact.RiskReopened;
import org.portfolioledger.events.RiskFact.RiskResponseChosen;
import org.portfolioledger.events.RiskFact.RiskReviewed;
import org.portfolioledger.events.RiskFact.RiskScored;
import org.portfolioledger.events.RiskFact.RiskUnlinked;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Holder;

/**
 * How a risk goes its way: from level to level through gatekeepers (rule 12), who are others than those who own, raise or
 * escalate it (rule 5); once from a risk to an issue; closed and reopened in turn. Accounts are told apart by their persons.
 */
final class RiskCourse {

    private final List<Finding> findings = new ArrayList<>();
    /** Who owned it so far. */
    private final Map<String, Stake> owners = new TreeMap<>();
    /** Who asked so far for a step that a gatekeeper decides. */
    private final Map<String, Stake> askers = new TreeMap<>();

    private final Map<String, EffectiveEntry<RecordedFact>> links = new HashMap<>();
    private final EffectiveEntry<RecordedFact> raisedBy;
    private RiskLevel level;
    /** By which it came to its level. */
    private EffectiveEntry<RecordedFact> placedBy;
    /** By which it waits for a gatekeeper. */
    private @Nullable Step waiting;
    /** Whether it was ever in a register. */
    private boolean admitted;
    /** By which it is an issue. */
    private @Nullable EffectiveEntry<RecordedFact> happened;

    private @Nullable EffectiveEntry<RecordedFact> closed;

    /** What somebody has to do with a risk. */
    private record Stake(String words, EffectiveEntry<RecordedFact> entry) {}

    /**
     * A step to a level.
     *
     * @param askers who asked for it, and who recorded that
     */
    private record Step(
            RiskLevel to, RiskGatekeeper gatekeeper, Map<String, Stake> askers, EffectiveEntry<RecordedFact> entry) {}

    private RiskCourse(RiskRaised raised, EffectiveEntry<RecordedFact> entry) {
        raisedBy = entry;
        placedBy = entry;
        level = raised.level();
        waiting = raising();
        admitted = waiting == null;
        if (raised.kind() == RiskKind.ISSUE) happened = entry;
        own(raised.owner(), entry);
    }

    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        RiskCourse course = of(entries);
        return course == null ? List.of() : List.copyOf(course.findings);
    }

    /** The correction of what a gatekeeper decided by somebody who owned, raised or escalated the risk. */
    static List<Finding> correcting(List<EffectiveEntry<RecordedFact>> entries, Set<String> recorders) {
        RiskCourse course = of(entries);
        if (course == null) return List.of();
        Map<String, Stake> stakes = new TreeMap<>(course.askers);
        stakes.putAll(course.owners);
        List<Finding> own = new ArrayList<>();
        stakes.forEach((person, stake) -> {
            if (recorders.contains(person))
                own.add(Finding.of(
                                RiskRule.SELF_ADMISSION,
                                "Person %s corrects what the gatekeeper decided, and %s"
                                        .formatted(person, stake.words()))
                        .against(List.of(stake.entry().position())));
        });
        return own;
    }

    /** Null: it was never raised. */
    private static @Nullable RiskCourse of(List<EffectiveEntry<RecordedFact>> entries) {
        List<EffectiveEntry<RecordedFact>> once = EntryChecks.openedOnce(entries);
        for (EffectiveEntry<RecordedFact> entry : once)
            if (entry.content().fact() instanceof RiskRaised raised) {
                RiskCourse course = new RiskCourse(raised, entry);
                once.forEach(course::take);
                return course;
            }
        return null;
    }

    private void take(EffectiveEntry<RecordedFact> entry) {
        RiskFact fact = Kinds.RISK.fact(entry);
        requireOpen(fact, entry);
        switch (fact) {
            case RiskRaised _, RiskScored _, RiskResponseChosen _, RiskReviewed _ -> {}
            case RiskOwnerChanged changed -> own(changed.owner(), entry);
            case RiskEscalated escalated -> {
                require(
                        escalated.level().compareTo(level) > 0,
                        RiskRule.NOT_A_HIGHER_LEVEL,
                        "It is on the level %s, and would be escalated to %s".formatted(level, escalated.level()),
                        entry,
                        placedBy);
                step(
                        escalated.level(),
                        escalated.gatekeeper(),
                        asked(escalated.escalatedBy(), "escalated it", entry),
                        entry);
            }
            case RiskDeescalated deescalated -> {
                require(
                        deescalated.level().compareTo(level) < 0,
                        RiskRule.NOT_A_LOWER_LEVEL,
                        "It is on the level %s, and would be handed back to %s".formatted(level, deescalated.level()),
                        entry,
                        placedBy);
                step(
                        deescalated.level(),
                        deescalated.gatekeeper(),
                        asked(deescalated.deescalatedBy(), "handed it back", entry),
                        entry);
            }
            case RiskAdmissionDecided decided -> answer(decided, entry);
            case RiskMaterialised _ -> {
                require(
                        happened == null,
                        RiskRule.MATERIALISED_ALREADY,
                        "It is an issue by %s".formatted(entry.effectiveOn()),
                        entry,
                        happened);
                happened = entry;
            }
            case RiskLinked linked -> {
                EffectiveEntry<RecordedFact> before =
                        links.put(RiskState.linkKey(linked.link(), linked.otherRisk(), linked.dependency()), entry);
                require(
                        before == null,
                        RiskRule.LINKED_ALREADY,
                        "The link is on record by %s".formatted(entry.effectiveOn()),
                        entry,
                        before);
            }
            case RiskUnlinked unlinked -> {
                EffectiveEntry<RecordedFact> before =
                        links.remove(RiskState.linkKey(unlinked.link(), unlinked.otherRisk(), unlinked.dependency()));
                require(
                        before != null,
                        RiskRule.NOT_LINKED,
                        "No such link is on record by %s".formatted(entry.effectiveOn()),
                        entry,
                        null);
            }
            case RiskClosed _ -> closed = entry;
            case RiskReopened _ -> reopen(entry);
        }
    }

    private void requireOpen(RiskFact fact, EffectiveEntry<RecordedFact> entry) {
        if (closed == null || fact instanceof RiskReopened || fact instanceof RiskRaised) return;
        boolean proposed = closed.position() == History.UNRECORDED;
        note(
                RiskRule.RISK_CLOSED_ALREADY,
                (proposed
                                ? "It would be closed from %s, and something else is on record for %s"
                                : "It is closed from %s, and nothing else may take effect on %s")
                        .formatted(closed.effectiveOn(), entry.effectiveOn()),
                entry,
                closed);
    }

    private void step(
            RiskLevel to,
            @Nullable RiskGatekeeper gatekeeper,
            Map<String, Stake> asked,
            EffectiveEntry<RecordedFact> entry) {
        if (waiting != null) {
            note(
                    RiskRule.ADMISSION_STILL_WAITS,
                    "The gatekeeper has not decided by %s on the level %s".formatted(entry.effectiveOn(), waiting.to()),
                    entry,
                    waiting.entry());
            return;
        }
        if (gatekeeper == null) {
            level = to;
            placedBy = entry;
        } else waiting = new Step(to, gatekeeper, asked, entry);
    }

    /** The step that raising it is; null: no gatekeeper is named. */
    private @Nullable Step raising() {
        if (!(raisedBy.content().fact() instanceof RiskRaised raised) || raised.gatekeeper() == null) return null;
        return new Step(raised.level(), raised.gatekeeper(), asked(null, "raised it", raisedBy), raisedBy);
    }

    private Map<String, Stake> asked(@Nullable String named, String words, EffectiveEntry<RecordedFact> entry) {
        Map<String, Stake> asked = new TreeMap<>();
        if (named != null) asked.put(named, new Stake(words, entry));
        for (String person : entry.content().recordedBy()) asked.put(person, new Stake(words, entry));
        asked.forEach(askers::putIfAbsent);
        return asked;
    }

    private void answer(RiskAdmissionDecided decided, EffectiveEntry<RecordedFact> entry) {
        Step step = waiting;
        if (step == null) {
            note(
                    RiskRule.NO_ADMISSION_WAITS,
                    "It waits for no gatekeeper on %s".formatted(entry.effectiveOn()),
                    entry,
                    placedBy);
            return;
        }
        waiting = null;
        othersDecide(decided, step, entry);
        String keeper = step.gatekeeper().person();
        require(
                keeper == null
                        || decided.decidedBy().isEmpty()
                        || decided.decidedBy().contains(keeper),
                RiskRule.NOT_THE_GATEKEEPER,
                "Person %s is the gatekeeper, and did not decide".formatted(keeper),
                entry,
                step.entry());
        if (decided.outcome() == RiskAdmission.ADMITTED) {
            admitted = true;
            level = step.to();
            placedBy = entry;
        } else if (step.entry().equals(raisedBy)) closed = entry;
    }

    private void othersDecide(RiskAdmissionDecided decided, Step step, EffectiveEntry<RecordedFact> entry) {
        Map<String, Stake> stakes = new HashMap<>(step.askers());
        stakes.putAll(owners);
        for (String person : decided.decidedBy())
            self(person, "decides on its admission", stakes.get(person), entry, "/decidedBy");
        for (String person : entry.content().recordedBy())
            if (!decided.decidedBy().contains(person))
                self(person, "records its admission", stakes.get(person), entry, null);
    }

    private void self(
            String person,
            String does,
            @Nullable Stake stake,
            EffectiveEntry<RecordedFact> entry,
            @Nullable String pointer) {
        if (stake == null) return;
        Finding finding = Finding.contradiction(
                RiskRule.SELF_ADMISSION,
                "Person %s %s, and %s".formatted(person, does, stake.words()),
                entry,
                List.of(stake.entry()));
        findings.add(pointer == null || entry.position() != History.UNRECORDED ? finding : finding.at(pointer));
    }

    /** One that was never admitted waits for its gatekeeper again. */
    private void reopen(EffectiveEntry<RecordedFact> entry) {
        require(
                closed != null,
                RiskRule.RISK_STILL_OPEN,
                "It is open on %s".formatted(entry.effectiveOn()),
                entry,
                raisedBy);
        closed = null;
        if (!admitted && waiting == null) waiting = raising();
    }

    private void own(@Nullable Holder owner, EffectiveEntry<RecordedFact> entry) {
        if (owner != null && owner.person() != null) owners.put(owner.person(), new Stake("owns it", entry));
    }

    private void require(
            boolean condition,
            RiskRule rule,
            String detail,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> other) {
        if (!condition) note(rule, detail, entry, other);
    }

    private void note(
            RiskRule rule,
            String detail,
            EffectiveEntry<RecordedFact> entry,
            @Nullable EffectiveEntry<RecordedFact> other) {
        findings.add(Finding.contradiction(rule, detail, entry, other == null ? List.of() : List.of(other)));
    }
}
