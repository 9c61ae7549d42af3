package org.portfolioledger.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.Opening;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.timeline.Entry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.timeline.Saying;
import org.portfolioledger.timeline.Segment;
import org.portfolioledger.wire.FactType;

/**
 * Decides any command of one family on the facts of one stream: asks the family's rules, and holds what would result
 * against its invariants in every segment from the earliest date that is touched.
 */
final class Judge<C extends Command, F extends PortfolioEvent, S> {

    private final Rules<C, F, S> rules;

    public Judge(Rules<C, F, S> rules) {
        this.rules = rules;
    }

    /** What the command comes to on the stream as recorded so far. */
    public Decision<PortfolioEvent> decide(Command command, List<Recorded> stream, Evidence evidence) {
        History<Recorded, S> history = rules.kind().history(stream);
        Decision<PortfolioEvent> decision = command instanceof Correct correct
                ? correct(correct, stream, history, evidence)
                : ordinary(rules.commands().cast(command), history, evidence);
        return decision.unless(strangers(evidence));
    }

    /** An answer is given from one register as known then, so what is of another would be lost from it. */
    private static List<Finding> strangers(Evidence evidence) {
        return evidence.read().stream()
                .filter(read -> !read.register().equals(evidence.register()))
                .map(read -> Finding.of(
                                LedgerRule.ANOTHER_REGISTER,
                                "%s is of the register %s, and what names it of the register %s"
                                        .formatted(
                                                read.stream().replaceFirst("-", " "),
                                                read.register(),
                                                evidence.register()))
                        .against(List.of(read.first())))
                .toList();
    }

    private Decision<PortfolioEvent> ordinary(C command, History<Recorded, S> history, Evidence evidence) {
        Decision<F> decision = rules.decide(command, history, evidence);
        F fact = decision.fact();
        if (fact == null) return Decision.nothing();
        Decision<PortfolioEvent> decided = add(command, fact, decision, history);
        // Who begins something under an id that is taken is told so, even in the words of who began it first.
        if (decided.breaks(StructuralRule.ALREADY_EXISTS)) return decided;
        return alreadySaid(fact, history)
                .map(said -> decided.storingNothing(said.says().unmetRules()))
                .orElse(decided);
    }

    /** The saying of the same words that would say the same if it stood where these would. */
    private Optional<Saying<Recorded>> alreadySaid(F fact, History<Recorded, S> history) {
        return history.sayings().stream()
                .filter(saying -> saying.says().fact().equals(fact))
                .filter(saying -> moved(saying, History.UNRECORDED, history)
                        .timeline()
                        .equals(moved(saying, saying.place(), history).timeline()))
                .findFirst();
    }

    /** With a saying in another place, as if it had corrected nothing. */
    private History<Recorded, S> moved(Saying<Recorded> saying, long place, History<Recorded, S> history) {
        return history.without(saying.place())
                .with(new Saying<>(place, saying.place(), saying.effectiveOn(), saying.says()));
    }

    private Decision<PortfolioEvent> add(C command, F fact, Decision<F> decision, History<Recorded, S> history) {
        LocalDate on = fact.stated().effectiveOn();
        History<Recorded, S> next = history.with(on, unrecorded(fact));
        LocalDate touched = fact instanceof Opening ? LocalDate.MIN : on;
        if (next.timeline().last().isEmpty()) return new Decision<>(fact, List.of(absent(command)), Set.of());
        return new Decision<>(fact, and(decision.findings(), newlyBroken(history, next, touched)), decision.restsOn());
    }

    private Decision<PortfolioEvent> correct(
            Correct correct, List<Recorded> stream, History<Recorded, S> history, Evidence evidence) {
        List<Entry<Recorded>> lineage = Kind.lineages(stream).lineageOf(correct.fact());
        if (lineage.isEmpty()) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.NOTHING_TO_CORRECT,
                            "%s holds no fact %d".formatted(correct.stream(), correct.fact())));
        }
        long last = lineage.getLast().position();
        if (last != correct.fact()) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.ALREADY_CORRECTED,
                            "Fact %d was corrected by fact %d: correct fact %d instead"
                                    .formatted(correct.fact(), last, last)));
        }
        long place = lineage.getFirst().position();
        Command replacement = correct.replacement();
        return replacement == null
                ? strike(correct, stream, history, place)
                : replace(correct, rules.commands().cast(replacement), stream, history, place, evidence);
    }

    private Decision<PortfolioEvent> strike(
            Correct correct, List<Recorded> stream, History<Recorded, S> history, long place) {
        Corrected strike = new Corrected(correct.fact(), correct.reason(), null, null, correct.stated());
        List<Recorded> more = new ArrayList<>(stream);
        more.add(new Recorded(History.UNRECORDED, strike, List.of(), List.of()));
        History<Recorded, S> next = rules.kind().history(more);
        if (history.isOpened() && !next.isOpened() && !next.sayings().isEmpty()) {
            List<Long> resting = next.sayings().stream().map(Saying::position).toList();
            return refused(
                    correct,
                    new Finding(
                            LedgerRule.OPENING_STILL_NEEDED,
                            "The facts %s rest on fact %d, which opens the entity".formatted(resting, correct.fact()),
                            null,
                            null,
                            null,
                            resting));
        }
        List<Saying<Recorded>> openings = next.sayings().stream()
                .filter(saying -> Kind.opens(saying.says()))
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
        return new Decision<>(strike, findings, Set.of());
    }

    /** Words that stand again stand as they did: with the rules that their source could not satisfy. */
    private List<String> unmet(History<Recorded, S> history, long place) {
        return history.sayings().stream()
                .filter(saying -> saying.place() == place)
                .flatMap(saying -> saying.says().unmetRules().stream())
                .toList();
    }

    private Decision<PortfolioEvent> replace(
            Correct correct,
            C command,
            List<Recorded> stream,
            History<Recorded, S> history,
            long place,
            Evidence evidence) {
        if (!command.stream().equals(correct.stream())) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.CORRECTS_ANOTHER_ENTITY,
                            "Fact %d belongs to %s, its replacement to %s"
                                    .formatted(correct.fact(), correct.stream(), command.stream())));
        }
        if (first(stream, place) instanceof Opening opening
                && !opening.register().equals(command.register())) {
            return refused(
                    correct,
                    Finding.of(
                            LedgerRule.CORRECTS_ANOTHER_ENTITY,
                            "Fact %d belongs to the register %s for ever, its replacement to %s"
                                    .formatted(correct.fact(), opening.register(), command.register())));
        }
        History<Recorded, S> without = history.without(place);
        Decision<F> decision = rules.decide(command, without, evidence);
        // What would be nothing new without the fact still takes away what the fact says.
        if (decision.fact() == null) decision = rules.decide(command, history, evidence);
        F fact = decision.fact();
        if (fact == null || says(history, place, fact)) return Decision.nothing();
        History<Recorded, S> next = without.with(
                new Saying<>(place, History.UNRECORDED, fact.stated().effectiveOn(), unrecorded(fact)));
        Corrected corrected = new Corrected(
                correct.fact(), correct.reason(), FactType.of(fact.getClass()).revision(), fact, fact.stated());
        return new Decision<>(
                corrected,
                and(decision.findings(), newlyBroken(history, next, touched(history, next, place))),
                decision.restsOn());
    }

    private boolean says(History<Recorded, S> history, long place, F fact) {
        return history.sayings().stream()
                .anyMatch(saying ->
                        saying.place() == place && saying.says().fact().equals(fact));
    }

    private static PortfolioEvent first(List<Recorded> stream, long place) {
        return stream.stream()
                .filter(recorded -> recorded.position() == place)
                .findFirst()
                .orElseThrow()
                .fact();
    }

    /** Rules that were broken before, for instance by migrated history, are not this command's doing. */
    private List<Finding> newlyBroken(History<Recorded, S> before, History<Recorded, S> after, LocalDate touched) {
        List<Finding> known = broken(before, touched);
        return broken(after, touched).stream()
                .filter(finding -> known.stream().noneMatch(finding::isSameAs))
                .toList();
    }

    private List<Finding> broken(History<Recorded, S> history, LocalDate touched) {
        List<Finding> findings = new ArrayList<>();
        for (Segment<S> segment : history.timeline().endingAfter(touched)) {
            for (Finding finding : rules.invariants(segment.state())) {
                if (findings.stream().noneMatch(finding::isSameAs)) {
                    findings.add(finding.during(segment.from(), segment.to()));
                }
            }
        }
        return and(rules.contradictions(history.sayings()), findings);
    }

    private LocalDate touched(History<Recorded, S> before, History<Recorded, S> after, long place) {
        LocalDate earliest = null;
        for (History<Recorded, S> history : List.of(before, after)) {
            for (Saying<Recorded> saying : history.sayings()) {
                if (saying.place() != place) continue;
                if (Kind.opens(saying.says())) return LocalDate.MIN;
                if (earliest == null || saying.effectiveOn().isBefore(earliest)) earliest = saying.effectiveOn();
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

    private static Recorded unrecorded(PortfolioEvent fact) {
        return new Recorded(History.UNRECORDED, fact, List.of(), List.of());
    }

    private static Decision<PortfolioEvent> refused(Correct correct, Finding finding) {
        Corrected undecided = new Corrected(correct.fact(), correct.reason(), null, null, correct.stated());
        return new Decision<>(undecided, List.of(finding.at("/fact")), Set.of());
    }
}
