package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.Opening;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Segment;

/**
 * Decides any command of one family on the facts of one stream: asks the family's rules, and holds what would result
 * against its invariants in every segment from the earliest date that is touched.
 */
final class Decider<C extends Command, F extends GovernanceFact, S> {

    private final Rules<C, F, S> rules;

    public Decider(Rules<C, F, S> rules) {
        this.rules = rules;
    }

    /** What the command comes to on the stream as recorded so far. */
    public Decision<GovernanceFact> decide(Command command, List<RecordedFact> stream, Evidence evidence) {
        History<RecordedFact, S> history = rules.kind().history(stream);
        Decision<GovernanceFact> decision = command instanceof Correct correct
                ? correct(correct, stream, history, evidence)
                : ordinary(rules.commands().cast(command), history, evidence);
        return decision.unless(crossRegisterReferences(evidence));
    }

    /** An answer is given from one register as known then, so what is of another would be lost from it. */
    private static List<Finding> crossRegisterReferences(Evidence evidence) {
        return evidence.read().stream()
                .filter(read -> !read.register().equals(evidence.register()))
                .map(read -> Finding.of(
                                LedgerRule.ANOTHER_REGISTER,
                                "%s is of the register %s, and what names it of the register %s"
                                        .formatted(named(read.stream()), read.register(), evidence.register()))
                        .against(List.of(read.first())))
                .toList();
    }

    private static String named(String stream) {
        return Kinds.ofStream(stream)
                .map(kind -> kind.name() + " " + kind.idIn(stream))
                .orElse(stream);
    }

    private Decision<GovernanceFact> ordinary(C command, History<RecordedFact, S> history, Evidence evidence) {
        Decision<F> decision = rules.decide(command, history, evidence);
        F fact = decision.fact();
        if (fact == null) return Decision.nothing();
        Decision<GovernanceFact> decided = add(command, fact, decision, history);
        // Who begins something under an id that is taken is told so, even in the words of who began it first.
        if (decided.breaks(StructuralRule.ALREADY_EXISTS)) return decided;
        return alreadySaid(fact, history)
                .map(said -> decided.storingNothing(said.content().unmetRules()))
                .orElse(decided);
    }

    /** The entry of the same words that would say the same if it stood where these would. */
    private Optional<EffectiveEntry<RecordedFact>> alreadySaid(F fact, History<RecordedFact, S> history) {
        return history.entries().stream()
                .filter(entry -> entry.content().fact().equals(fact))
                .filter(entry -> moved(entry, History.UNRECORDED, history)
                        .timeline()
                        .equals(moved(entry, entry.origin(), history).timeline()))
                .findFirst();
    }

    /** With a entry in another place, as if it had corrected nothing. */
    private History<RecordedFact, S> moved(
            EffectiveEntry<RecordedFact> entry, long place, History<RecordedFact, S> history) {
        return history.without(entry.origin())
                .with(new EffectiveEntry<>(place, entry.origin(), entry.effectiveOn(), entry.content()));
    }

    private Decision<GovernanceFact> add(C command, F fact, Decision<F> decision, History<RecordedFact, S> history) {
        LocalDate on = fact.provenance().effectiveOn();
        History<RecordedFact, S> next = history.with(on, unrecorded(fact));
        LocalDate touched = fact instanceof Opening ? LocalDate.MIN : on;
        if (next.timeline().last().isEmpty()) return new Decision<>(fact, List.of(absent(command)), Set.of());
        return new Decision<>(fact, and(decision.findings(), newlyBroken(history, next, touched)), decision.restsOn());
    }

    private Decision<GovernanceFact> correct(
            Correct correct, List<RecordedFact> stream, History<RecordedFact, S> history, Evidence evidence) {
        List<Entry<RecordedFact>> lineage = Kind.lineages(stream).lineageOf(correct.fact());
        if (lineage.isEmpty()) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.NOTHING_TO_CORRECT,
                            "%s holds no fact %s".formatted(correct.stream(), correct.fact())));
        }
        long last = lineage.getLast().position();
        if (last != correct.fact()) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.ALREADY_CORRECTED,
                            "Fact %s was corrected by fact %s: correct fact %s instead"
                                    .formatted(correct.fact(), last, last)));
        }
        long place = lineage.getFirst().position();
        Command replacement = correct.replacement();
        return replacement == null
                ? retraction(correct, stream, history, place)
                : replace(correct, rules.commands().cast(replacement), stream, history, place, evidence);
    }

    private Decision<GovernanceFact> retraction(
            Correct correct, List<RecordedFact> stream, History<RecordedFact, S> history, long place) {
        Corrected retraction = new Corrected(correct.fact(), correct.reason(), null, null, correct.provenance());
        List<RecordedFact> more = new ArrayList<>(stream);
        more.add(new RecordedFact(History.UNRECORDED, retraction, List.of(), List.of()));
        History<RecordedFact, S> next = rules.kind().history(more);
        if (history.isOpened() && !next.isOpened() && !next.entries().isEmpty()) {
            List<Long> resting =
                    next.entries().stream().map(EffectiveEntry::position).toList();
            return refused(
                    correct,
                    new Finding(
                            LedgerRule.OPENING_STILL_NEEDED,
                            "The facts %s rest on fact %s, which opens the entity".formatted(resting, correct.fact()),
                            null,
                            null,
                            null,
                            resting));
        }
        List<EffectiveEntry<RecordedFact>> openings = next.entries().stream()
                .filter(entry -> Kind.opens(entry.content()))
                .toList();
        if (openings.size() > 1) {
            Finding twice = Finding.contradiction(
                    StructuralRule.ALREADY_EXISTS,
                    "It would be opened twice",
                    openings.getLast(),
                    openings.subList(0, openings.size() - 1));
            return refused(correct, twice);
        }
        List<Finding> findings = newlyBroken(history, next, touched(history, next, place)).stream()
                .filter(finding -> !finding.rule().isGovernance()
                        || !unmet(next, place).contains(finding.rule().name()))
                .toList();
        return new Decision<>(retraction, findings, Set.of());
    }

    /** Words that stand again stand as they did: with the rules that their source could not satisfy. */
    private List<String> unmet(History<RecordedFact, S> history, long place) {
        return history.entries().stream()
                .filter(entry -> entry.origin() == place)
                .flatMap(entry -> entry.content().unmetRules().stream())
                .toList();
    }

    private Decision<GovernanceFact> replace(
            Correct correct,
            C command,
            List<RecordedFact> stream,
            History<RecordedFact, S> history,
            long place,
            Evidence evidence) {
        if (!command.stream().equals(correct.stream())) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.CORRECTS_ANOTHER_ENTITY,
                            "Fact %s belongs to %s, its replacement to %s"
                                    .formatted(correct.fact(), correct.stream(), command.stream())));
        }
        if (first(stream, place) instanceof Opening opening
                && !opening.register().equals(command.register())) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.CORRECTS_ANOTHER_ENTITY,
                            "Fact %s belongs to the register %s for ever, its replacement to %s"
                                    .formatted(correct.fact(), opening.register(), command.register())));
        }
        History<RecordedFact, S> without = history.without(place);
        Decision<F> decision = rules.decide(command, without, evidence);
        // What would be nothing new without the fact still takes away what the fact says.
        if (decision.fact() == null) decision = rules.decide(command, history, evidence);
        F fact = decision.fact();
        if (fact == null || says(history, place, fact)) return Decision.nothing();
        History<RecordedFact, S> next = without.with(new EffectiveEntry<>(
                place, History.UNRECORDED, fact.provenance().effectiveOn(), unrecorded(fact)));
        Corrected corrected = new Corrected(
                correct.fact(), correct.reason(), FactType.of(fact.getClass()).revision(), fact, fact.provenance());
        return new Decision<>(
                corrected,
                and(decision.findings(), newlyBroken(history, next, touched(history, next, place))),
                decision.restsOn());
    }

    private boolean says(History<RecordedFact, S> history, long place, F fact) {
        return history.entries().stream()
                .anyMatch(entry ->
                        entry.origin() == place && entry.content().fact().equals(fact));
    }

    private static GovernanceFact first(List<RecordedFact> stream, long place) {
        return stream.stream()
                .filter(recorded -> recorded.position() == place)
                .findFirst()
                .orElseThrow()
                .fact();
    }

    /** Rules that were broken before, for instance by migrated history, are not this command's doing. */
    private List<Finding> newlyBroken(
            History<RecordedFact, S> before, History<RecordedFact, S> after, LocalDate touched) {
        List<Finding> known = broken(before, touched);
        return broken(after, touched).stream()
                .filter(finding -> known.stream().noneMatch(finding::isSameAs))
                .toList();
    }

    private List<Finding> broken(History<RecordedFact, S> history, LocalDate touched) {
        List<Finding> findings = new ArrayList<>();
        for (Segment<S> segment : history.timeline().endingAfter(touched)) {
            for (Finding finding : rules.invariants(segment.state())) {
                if (findings.stream().noneMatch(finding::isSameAs)) {
                    findings.add(finding.during(segment.from(), segment.to()));
                }
            }
        }
        return and(rules.historyInvariants(history.entries()), findings);
    }

    private LocalDate touched(History<RecordedFact, S> before, History<RecordedFact, S> after, long place) {
        LocalDate earliest = null;
        for (History<RecordedFact, S> history : List.of(before, after)) {
            for (EffectiveEntry<RecordedFact> entry : history.entries()) {
                if (entry.origin() != place) continue;
                if (Kind.opens(entry.content())) return LocalDate.MIN;
                if (earliest == null || entry.effectiveOn().isBefore(earliest)) earliest = entry.effectiveOn();
            }
        }
        return earliest == null ? LocalDate.MIN : earliest;
    }

    private Finding absent(Command command) {
        return StructuralRule.absent(rules.kind().name(), rules.kind().idIn(command.stream()));
    }

    /** Both, without those of the others that name no fact which the same rule does not name already. */
    private static List<Finding> and(List<Finding> some, List<Finding> others) {
        List<Finding> all = new ArrayList<>(some);
        for (Finding other : others) {
            boolean said = some.stream()
                    .anyMatch(finding -> finding.rule().equals(other.rule())
                            && finding.facts().containsAll(other.facts()));
            if (!said) all.add(other);
        }
        return all;
    }

    private static RecordedFact unrecorded(GovernanceFact fact) {
        return new RecordedFact(History.UNRECORDED, fact, List.of(), List.of());
    }

    private static Decision<GovernanceFact> refused(Correct correct, Finding finding) {
        Corrected undecided = new Corrected(correct.fact(), correct.reason(), null, null, correct.provenance());
        return new Decision<>(undecided, List.of(finding.at("/fact")), Set.of());
    }
}
