package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact;
import org.portfolioledger.events.BudgetFact.BudgetEnded;
import org.portfolioledger.events.BudgetFact.BudgetEnvelopeSet;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetFiguresStated;
import org.portfolioledger.events.BudgetFact.BudgetFiguresWithdrawn;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.events.BudgetFact.BudgetOpened;
import org.portfolioledger.events.BudgetFact.BudgetSourcePreferred;
import org.portfolioledger.state.BySource.PreferredSource;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;
import org.portfolioledger.vocabulary.FiguresSubject;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Source;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/**
 * A budget line.
 *
 * @param kind null: the source does not say which
 * @param managedUnder id of the line under which its project is managed; null: of none
 * @param figures by figure what each source states, by its name
 * @param preferred by figure the source that is preferred
 * @param envelope for several years together, the last that was set; null: none is on record
 * @param closure why it is no budget line any more; null: it is
 */
@RecordBuilder
public record BudgetState(
        @JsonProperty("id") String budget,
        String register,
        Grounded<String> name,
        @Nullable Grounded<BudgetKind> kind,
        Grounded<FiguresSubject> subject,
        @Nullable Grounded<String> managedUnder,
        Grounded<SortedMap<String, String>> attributes,
        SortedMap<BudgetFigure, SortedMap<String, BySource<BudgetFigures>>> figures,
        SortedMap<BudgetFigure, Grounded<PreferredSource>> preferred,
        @Nullable Grounded<BudgetEnvelope> envelope,
        @Nullable Grounded<String> closure)
        implements BudgetStateBuilder.With, Alerting, Closable, OfSubject, Referring {

    /**
     * Figures as one source states them.
     *
     * @param paper the paper that states them, and where in it; null: they were stated here
     * @param withdrawn why the source states none any more; null: it states these
     */
    public record BudgetFigures(
            List<YearlyMoney> money,
            @Nullable Source paper,
            @Nullable String withdrawn) implements StatedFigures {

        @Override
        public List<YearlyPosts> posts() {
            return List.of();
        }
    }

    /**
     * Money for several years together.
     *
     * @param firstYear null: not stated
     * @param years how many
     * @param reason null: it was the first, or not stated
     */
    public record BudgetEnvelope(
            Money money,
            @Nullable FinancialYear firstYear,
            int years,
            @Nullable String reason) {

        /** Whether a figure is of one of its years, and in its prices. */
        private boolean holds(FigureOf of) {
            FinancialYear year = of.year();
            return firstYear != null
                    && year != null
                    && year.first() >= firstYear.first()
                    && year.first() < firstYear.first() + years
                    && of.equals(FigureOf.money(year, money));
        }
    }

    /**
     * Two figures of one year, in the same prices.
     *
     * @param of the year and the prices
     * @param above by how much the first is above the second; below zero: it is below
     */
    public record ComparedFigures(FigureOf of, CountedFigure first, CountedFigure second, BigDecimal above) {}

    static BudgetState opened(BudgetOpened opened, Grounds grounds) {
        return new BudgetState(
                opened.budget(),
                opened.register(),
                grounds.ground(opened.name()),
                grounds.maybe(opened.kind()),
                grounds.ground(opened.subject()),
                grounds.maybe(opened.managedUnder()),
                grounds.ground(opened.attributes()),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null);
    }

    BudgetState evolve(BudgetFact fact, Grounds grounds) {
        return switch (fact) {
            case BudgetOpened again ->
                opened(again, grounds)
                        .withFigures(figures)
                        .withPreferred(preferred)
                        .withEnvelope(envelope)
                        .withClosure(closure);
            case BudgetFiguresStated stated ->
                withFigures(
                        stated.figure(),
                        stated.statedIn(),
                        grounds.ground(new BudgetFigures(
                                stated.money(), stated.provenance().source(), null)));
            case BudgetFiguresWithdrawn withdrawn ->
                withFigures(
                        withdrawn.figure(),
                        withdrawn.statedIn(),
                        grounds.ground(new BudgetFigures(
                                List.of(), withdrawn.provenance().source(), withdrawn.reason())));
            case BudgetSourcePreferred one ->
                withPreferred(Copies.with(
                        preferred, one.figure(), grounds.ground(new PreferredSource(one.statedIn(), one.reason()))));
            case BudgetEnvelopeSet set ->
                withEnvelope(
                        grounds.ground(new BudgetEnvelope(set.money(), set.firstYear(), set.years(), set.reason())));
            case BudgetEnded ended -> withClosure(grounds.ground(ended.reason()));
        };
    }

    private BudgetState withFigures(BudgetFigure figure, String source, Grounded<BudgetFigures> now) {
        SortedMap<String, BySource<BudgetFigures>> sources = figures.getOrDefault(figure, new TreeMap<>());
        return withFigures(Copies.with(
                figures, figure, Copies.with(sources, source, BySource.restated(sources.get(source), now))));
    }

    /** Which of the stated figures count. */
    public CountedFigures counted(BudgetFigure figure) {
        SortedMap<String, Grounded<BudgetFigures>> stated = new TreeMap<>();
        figures.getOrDefault(figure, new TreeMap<>()).forEach((source, said) -> stated.put(source, said.last()));
        return CountedFigures.of(stated, PreferredSource.name(preferred.get(figure)));
    }

    /** Whether sources contradict each other on one of its figures, and none is preferred. */
    public boolean isContradictory() {
        return figures.keySet().stream()
                .anyMatch(figure -> !counted(figure).contradictions().isEmpty());
    }

    /** By how much one figure is above the budget, for each year of which both count. */
    public List<ComparedFigures> againstBudget(BudgetFigure figure) {
        return compared(counted(figure).counted(), counted(BudgetFigure.BUDGET).counted());
    }

    /** Figures beside others of the same year and prices, by year. */
    public static List<ComparedFigures> compared(List<CountedFigure> first, List<CountedFigure> second) {
        List<ComparedFigures> both = new ArrayList<>();
        for (CountedFigure one : first)
            for (CountedFigure other : second)
                if (one.of().equals(other.of()))
                    both.add(new ComparedFigures(
                            one.of(), one, other, one.number().subtract(other.number())));
        return both;
    }

    /** The budgets of the years of its envelope, in the envelope's prices. */
    public List<CountedFigure> withinEnvelope() {
        if (envelope == null) return List.of();
        return counted(BudgetFigure.BUDGET).counted().stream()
                .filter(figure -> envelope.value().holds(figure.of()))
                .toList();
    }

    /** What of its envelope is not in the budget of a year; null: it has none, or its years are not stated. */
    public @Nullable BigDecimal leftOfEnvelope() {
        if (envelope == null || envelope.value().firstYear() == null) return null;
        return withinEnvelope().stream()
                .map(CountedFigure::number)
                .reduce(envelope.value().money().amount(), BigDecimal::subtract);
    }

    @Override
    public Set<Alert> alerts(LocalDate asOf) {
        Set<Alert> alerts = EnumSet.noneOf(Alert.class);
        if (!isOpen()) return alerts;
        if (isContradictory()) alerts.add(Alert.BUDGET_SOURCES_CONTRADICT);
        if (isAboveBudget(BudgetFigure.FORECAST)) alerts.add(Alert.FORECAST_ABOVE_BUDGET);
        if (isAboveBudget(BudgetFigure.ACTUAL)) alerts.add(Alert.ACTUAL_ABOVE_BUDGET);
        BigDecimal left = leftOfEnvelope();
        if (left != null && left.signum() < 0) alerts.add(Alert.BUDGETS_ABOVE_ENVELOPE);
        return alerts;
    }

    private boolean isAboveBudget(BudgetFigure figure) {
        return againstBudget(figure).stream()
                .anyMatch(compared -> compared.above().signum() > 0);
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = toSubject();
        if (managedUnder != null) references.add(Reference.toFormer(Kinds.BUDGET, managedUnder.value(), managedUnder));
        return references;
    }
}
