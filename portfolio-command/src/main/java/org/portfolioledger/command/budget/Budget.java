package org.portfolioledger.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.ReferenceRule;
import org.portfolioledger.command.budget.BudgetCommand.EndBudget;
import org.portfolioledger.command.budget.BudgetCommand.OpenBudget;
import org.portfolioledger.command.budget.BudgetCommand.PreferBudgetSource;
import org.portfolioledger.command.budget.BudgetCommand.SetBudgetEnvelope;
import org.portfolioledger.command.budget.BudgetCommand.StateBudgetFigures;
import org.portfolioledger.command.figures.YearlyFigures;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.BudgetFact.BudgetSubject;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.FinancialYear;

/** The rules of budget lines. */
final class Budget extends Family<BudgetCommand, BudgetFact, BudgetState> {

    private static final int MOST_YEARS = 50;
    private static final Set<BudgetFigure> OF_SRO = Set.of(BudgetFigure.FORECAST, BudgetFigure.ACTUAL);

    Budget() {
        super(Kinds.BUDGET, BudgetCommand.class, BudgetCommand.ROUTES, BudgetRule.values());
    }

    @Override
    protected Decision<BudgetFact> decide(
            BudgetCommand command, History<RecordedFact, BudgetState> history, Evidence evidence) {
        return switch (command) {
            case OpenBudget open -> open(open, evidence);
            case StateBudgetFigures state -> state(state, history);
            case PreferBudgetSource prefer ->
                Decision.of(
                        new BudgetSourcePreferred(
                                prefer.budget(),
                                prefer.figure(),
                                firstSpelling(prefer.statedIn(), history),
                                prefer.reason(),
                                prefer.provenance()),
                        new Findings());
            case SetBudgetEnvelope set -> setEnvelope(set);
            case EndBudget end -> Decision.stating(BudgetEnded.class, end, new Findings());
        };
    }

    /** What is forecast and spent the initiative says itself; its budget others set. */
    @Override
    protected List<String> initiatives(BudgetFact fact, BudgetState state) {
        return fact instanceof BudgetFiguresStated stated && OF_SRO.contains(stated.figure())
                ? Stream.ofNullable(state.subject().value().initiative()).toList()
                : List.of();
    }

    private static Decision<BudgetFact> open(OpenBudget open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.kind() != null,
                        Finding.of(BudgetRule.BUDGET_WITHOUT_KIND, "The line is of no kind")
                                .at("/kind"));
        requireSubject(open.subject(), open.provenance().effectiveOn(), evidence, findings);
        requireAbove(open, evidence, findings);
        return Decision.stating(BudgetOpened.class, open, findings);
    }

    private static void requireSubject(BudgetSubject subject, LocalDate on, Evidence evidence, Findings findings) {
        boolean one = (subject.initiative() == null || subject.portfolio() == null)
                && (subject.businessGroup() == null || subject.portfolio() != null);
        findings.require(
                        one,
                        Finding.of(
                                        BudgetRule.AMBIGUOUS_BUDGET_SUBJECT,
                                        "The line names an initiative and a portfolio, or a business group of none")
                                .at("/subject"))
                .require(
                        Stream.of(subject.initiative(), subject.portfolio(), subject.businessGroup())
                                .anyMatch(Objects::nonNull),
                        Finding.of(BudgetRule.BUDGET_WITHOUT_SUBJECT, "The line names nothing on record")
                                .at("/subject"))
                .requireKnown(Kinds.PORTFOLIO, subject.portfolio(), "/subject/portfolio", evidence);
        if (subject.initiative() != null)
            findings.requireOpenInitiative(subject.initiative(), on, "/subject/initiative", evidence);
        if (subject.portfolio() != null && subject.businessGroup() != null)
            requireGroup(subject.portfolio(), subject.businessGroup(), evidence, findings);
    }

    private static void requireGroup(String portfolio, String group, Evidence evidence, Findings findings) {
        boolean named = evidence.history(Kinds.PORTFOLIO, portfolio)
                .timeline()
                .last()
                .map(state -> state.businessGroups().containsKey(group))
                .orElse(true);
        findings.require(
                named,
                ReferenceRule.unknown(
                        "Portfolio %s has no business group %s".formatted(portfolio, group), "/subject/businessGroup"));
    }

    /** The line above is on record, and is not managed under this one. */
    private static void requireAbove(OpenBudget open, Evidence evidence, Findings findings) {
        Set<String> seen = new TreeSet<>();
        String above = open.managedUnder();
        findings.requireKnown(Kinds.BUDGET, open.budget().equals(above) ? null : above, "/managedUnder", evidence);
        while (above != null && !above.equals(open.budget()) && seen.add(above))
            above = evidence.history(Kinds.BUDGET, above)
                    .timeline()
                    .last()
                    .map(BudgetState::managedUnder)
                    .map(Grounded::value)
                    .orElse(null);
        findings.require(
                above == null || !above.equals(open.budget()),
                Finding.of(BudgetRule.BUDGET_UNDER_ITSELF, "It would be managed under itself")
                        .at("/managedUnder"));
    }

    private static Decision<BudgetFact> state(StateBudgetFigures state, History<RecordedFact, BudgetState> history) {
        BudgetFiguresStated stated = new BudgetFiguresStated(
                state.budget(),
                state.figure(),
                firstSpelling(state.statedIn(), history),
                state.money(),
                state.provenance());
        Findings findings = new Findings();
        YearlyFigures.requireSome(!stated.money().isEmpty(), findings);
        YearlyFigures.requireMoney(stated.money(), "/money", findings);
        if (stated.figure() == BudgetFigure.ACTUAL) requireBegun(stated, findings);
        return Decision.of(stated, findings);
    }

    private static void requireBegun(BudgetFiguresStated actual, Findings findings) {
        LocalDate on = actual.provenance().effectiveOn();
        for (int i = 0; i < actual.money().size(); i++) {
            FinancialYear year = actual.money().get(i).year();
            findings.require(
                    year == null || !year.firstDay().isAfter(on),
                    Finding.of(
                                    BudgetRule.ACTUAL_OF_YEAR_TO_COME,
                                    "What was spent in %s would be stated on %s".formatted(year, on))
                            .at("/money/%s/year".formatted(i)));
        }
    }

    private static String firstSpelling(String source, History<RecordedFact, BudgetState> history) {
        return EntryChecks.firstSpelling(
                source,
                EntryChecks.facts(history.entries(), BudgetFiguresStated.class).map(BudgetFiguresStated::statedIn));
    }

    private static Decision<BudgetFact> setEnvelope(SetBudgetEnvelope set) {
        Findings findings = new Findings()
                .require(
                        set.years() >= 1 && set.years() <= MOST_YEARS,
                        Finding.of(BudgetRule.IMPOSSIBLE_ENVELOPE, "It would be for %s years".formatted(set.years()))
                                .at("/years"))
                .require(
                        set.firstYear() != null,
                        Finding.of(BudgetRule.ENVELOPE_WITHOUT_YEARS, "The envelope states no first year")
                                .at("/firstYear"));
        YearlyFigures.requireAmount(set.money(), "/money", findings);
        return Decision.stating(BudgetEnvelopeSet.class, set, findings);
    }

    @Override
    protected List<Finding> invariants(BudgetState state) {
        return EntryChecks.closedAfterItBegan(state, state.name(), BudgetRule.BUDGET_ENDED_BEFORE_IT_BEGAN);
    }

    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                BudgetEnded.class::isInstance,
                fact -> !(fact instanceof BudgetOpened),
                BudgetRule.BUDGET_ENDED_ALREADY,
                "ended"));
        Set<Stated> stated = new HashSet<>();
        EffectiveEntry<RecordedFact> envelope = null;
        for (EffectiveEntry<RecordedFact> entry : entries)
            switch (Kinds.BUDGET.fact(entry)) {
                case BudgetOpened _, BudgetEnded _ -> {}
                case BudgetFiguresStated figures -> stated.add(new Stated(figures.figure(), figures.statedIn()));
                case BudgetSourcePreferred prefer -> {
                    if (!stated.contains(new Stated(prefer.figure(), prefer.statedIn())))
                        findings.add(statesNothing(prefer, entry));
                }
                case BudgetEnvelopeSet set -> {
                    if (envelope != null && set.reason() == null) findings.add(changed(entry, envelope));
                    envelope = entry;
                }
            }
        return findings;
    }

    /** A figure that a source states. */
    private record Stated(BudgetFigure figure, String source) {}

    private static Finding statesNothing(BudgetSourcePreferred prefer, EffectiveEntry<RecordedFact> entry) {
        return Finding.contradiction(
                BudgetRule.SOURCE_STATES_NOTHING,
                "\"%s\" states no figure %s by %s".formatted(prefer.statedIn(), prefer.figure(), entry.effectiveOn()),
                entry,
                List.of());
    }

    private static Finding changed(EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> before) {
        return Finding.contradiction(
                BudgetRule.ENVELOPE_CHANGED_WITHOUT_REASON,
                "The envelope of %s takes the place of that of %s, and no reason is stated"
                        .formatted(entry.effectiveOn(), before.effectiveOn()),
                entry,
                List.of(before));
    }
}
