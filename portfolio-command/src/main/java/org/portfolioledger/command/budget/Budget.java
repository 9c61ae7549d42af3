package org.portfolioledger.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.budget.BudgetCommand.EndBudget;
import org.portfolioledger.command.budget.BudgetCommand.OpenBudget;
import org.portfolioledger.command.budget.BudgetCommand.PreferBudgetSource;
import org.portfolioledger.command.budget.BudgetCommand.SetBudgetEnvelope;
import org.portfolioledger.command.budget.BudgetCommand.StateBudgetFigures;
import org.portfolioledger.command.budget.BudgetCommand.WithdrawBudgetFigures;
import org.portfolioledger.command.figures.FigureSources;
import org.portfolioledger.command.figures.FigureSources.SourceOf;
import org.portfolioledger.command.figures.SubjectOfFigures;
import org.portfolioledger.command.figures.YearlyFigures;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.BudgetState;
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
            case WithdrawBudgetFigures withdraw ->
                Decision.of(
                        new BudgetFiguresWithdrawn(
                                withdraw.budget(),
                                withdraw.figure(),
                                firstSpelling(withdraw.statedIn(), history),
                                withdraw.reason(),
                                withdraw.provenance()),
                        new Findings());
            case SetBudgetEnvelope set -> setEnvelope(set);
            case EndBudget end -> Decision.stating(BudgetEnded.class, end, new Findings());
        };
    }

    /** What is forecast and spent the initiative says itself; its budget others set. */
    @Override
    protected List<String> initiatives(BudgetFact fact, BudgetState state) {
        @Nullable
        BudgetFigure figure = switch (fact) {
            case BudgetFiguresStated stated -> stated.figure();
            case BudgetFiguresWithdrawn withdrawn -> withdrawn.figure();
            default -> null;
        };
        return figure != null && OF_SRO.contains(figure)
                ? Stream.ofNullable(state.subject().value().initiative()).toList()
                : List.of();
    }

    private static Decision<BudgetFact> open(OpenBudget open, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        open.kind() != null,
                        Finding.of(BudgetRule.BUDGET_WITHOUT_KIND, "The line is of no kind")
                                .at("/kind"));
        SubjectOfFigures.require(open.subject(), open.provenance().effectiveOn(), evidence, findings);
        SubjectOfFigures.requireWithin(
                Kinds.BUDGET,
                open.budget(),
                open.managedUnder(),
                "/managedUnder",
                BudgetState::managedUnder,
                evidence,
                findings);
        return Decision.stating(BudgetOpened.class, open, findings);
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
        return FigureSources.firstSpelling(
                source, history.entries(), BudgetFiguresStated.class, BudgetFiguresStated::statedIn);
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
        findings.addAll(FigureSources.requireStated(entries, Budget::stated, Budget::preferred, Budget::withdrawn));
        EffectiveEntry<RecordedFact> envelope = null;
        for (EffectiveEntry<RecordedFact> entry : entries)
            if (Kinds.BUDGET.fact(entry) instanceof BudgetEnvelopeSet set) {
                if (envelope != null && set.reason() == null) findings.add(changed(entry, envelope));
                envelope = entry;
            }
        return findings;
    }

    private static @Nullable SourceOf stated(GovernanceFact fact) {
        return fact instanceof BudgetFiguresStated stated ? source(stated.statedIn(), stated.figure()) : null;
    }

    private static @Nullable SourceOf preferred(GovernanceFact fact) {
        return fact instanceof BudgetSourcePreferred prefer ? source(prefer.statedIn(), prefer.figure()) : null;
    }

    private static @Nullable SourceOf withdrawn(GovernanceFact fact) {
        return fact instanceof BudgetFiguresWithdrawn withdrawn
                ? source(withdrawn.statedIn(), withdrawn.figure())
                : null;
    }

    private static SourceOf source(String statedIn, BudgetFigure figure) {
        return new SourceOf(statedIn, "figure " + figure);
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
