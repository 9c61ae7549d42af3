package org.portfolioledger.query.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.events.BudgetFact.BudgetKind;
import org.portfolioledger.query.answer.SubResources;
import org.portfolioledger.query.figures.FigureSum;
import org.portfolioledger.query.figures.FiguresList;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.BudgetState.ComparedFigures;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.state.CountedFigures.FigureOf;

/**
 * Budget lines added up. The sums of the business groups add up to those of their kind, and the sums of the kinds to those of
 * their year, exactly. Amounts of two years, or in two kinds of prices, are never added.
 *
 * @param budgets how many lines count; those that are managed under another are counted with it
 * @param contradicting how many of them have a figure that does not count, since sources contradict each other
 * @param items by year and prices, then by kind, then by business group: each level before those below it
 * @param href path of the list of the lines that count
 * @param next cursor of the page after it; null: it is the last
 */
record BudgetTotals(
        int budgets,
        int contradicting,
        List<BudgetTotal> items,
        String href,
        @JsonInclude @Nullable String next) {

    /** What a sum is over. */
    enum TotalLevel {
        /** All lines of a year. */
        YEAR,
        /** Those of one kind. */
        KIND,
        /** Those of one kind and of one business group, or of those that own something together. */
        BUSINESS_GROUP
    }

    /**
     * What lines come to in one year, in the same prices.
     *
     * @param kind null: it is over all kinds, or the sources do not say which
     * @param businessGroups codes; null: it is over all of them; empty: none is stated
     * @param figures what counts, by figure
     * @param variance the forecasts beside the budgets, of lines that have both; null: none has
     * @param overProgramming the budgets of what is managed under lines beside those of these, of lines that have both; null:
     *     none has
     * @param href path of the list of these lines
     */
    record BudgetTotal(
            TotalLevel level,
            @JsonUnwrapped FigureOf of,
            @Nullable BudgetKind kind,
            @Nullable List<String> businessGroups,
            SortedMap<BudgetFigure, FactedSum> figures,
            @Nullable ComparedSum variance,
            @Nullable ComparedSum overProgramming,
            String href) {}

    /**
     * A sum.
     *
     * @param facts positions of the facts that state what was added, at most the first 100
     */
    record FactedSum(BigDecimal number, List<Long> facts) {}

    /** A place in the list: what comes first is over all, then over one. */
    private record Key(
            FigureOf of,
            TotalLevel level,
            @Nullable BudgetKind kind,
            @Nullable List<String> groups) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::of, FigureOf.ORDER)
                .thenComparing(key -> key.level != TotalLevel.YEAR)
                .thenComparing(Key::kind, Comparator.nullsLast(Comparator.<BudgetKind>naturalOrder()))
                .thenComparing(Key::level)
                .thenComparing(key -> key.groups == null ? "" : String.join("\0", key.groups));

        FiguresList behind(FiguresList all) {
            if (level == TotalLevel.YEAR) return all;
            FiguresList ofKind = all.with("kind", kind == null ? SubResources.NOT_STATED : kind.name());
            return groups == null ? ofKind : ofKind.ofGroups(groups);
        }
    }

    private static final class Sums {
        private final SortedMap<BudgetFigure, List<CountedFigure>> figures = new TreeMap<>();
        private final List<ComparedFigures> variances = new ArrayList<>();
        private final List<ComparedFigures> managed = new ArrayList<>();

        private BudgetTotal total(Key key, FiguresList behind) {
            SortedMap<BudgetFigure, FactedSum> sums = new TreeMap<>();
            figures.forEach((figure, some) -> {
                CountedFigure sum = CountedFigures.sum(some);
                sums.put(figure, new FactedSum(sum.number(), FigureSum.first(sum.facts())));
            });
            return new BudgetTotal(
                    key.level(),
                    key.of(),
                    key.kind(),
                    key.groups(),
                    sums,
                    variances.isEmpty() ? null : ComparedSum.of(variances),
                    managed.isEmpty() ? null : ComparedSum.of(managed),
                    key.behind(behind).href());
        }
    }

    /**
     * Adds lines up.
     *
     * @param groups the business groups of a line
     * @param behind the list of the lines
     */
    static List<BudgetTotal> of(
            BudgetLines lines, List<BudgetState> top, Function<BudgetState, List<String>> groups, FiguresList behind) {
        Map<Key, Sums> sums = new TreeMap<>(Key.ORDER);
        for (BudgetState line : top) {
            Levels levels =
                    new Levels(sums, line.kind() == null ? null : line.kind().value(), groups.apply(line));
            SortedMap<BudgetFigure, List<CountedFigure>> counted = new TreeMap<>();
            for (BudgetFigure figure : BudgetFigure.values()) counted.put(figure, lines.counted(line, figure));
            counted.forEach((figure, some) -> some.forEach(one -> levels.of(one.of())
                    .forEach(sum -> sum.figures
                            .computeIfAbsent(figure, _ -> new ArrayList<>())
                            .add(one))));
            BudgetState.compared(lines.counted(line, BudgetFigure.FORECAST), lines.counted(line, BudgetFigure.BUDGET))
                    .forEach(one -> levels.of(one.of()).forEach(sum -> sum.variances.add(one)));
            lines.managedBesideOwn(line).forEach(one -> levels.of(one.of()).forEach(sum -> sum.managed.add(one)));
        }
        List<BudgetTotal> totals = new ArrayList<>();
        sums.forEach((key, some) -> totals.add(some.total(key, behind)));
        return totals;
    }

    /** The sums to which a line belongs. */
    private record Levels(Map<Key, Sums> sums, @Nullable BudgetKind kind, List<String> groups) {

        List<Sums> of(FigureOf of) {
            return List.of(
                    at(new Key(of, TotalLevel.YEAR, null, null)),
                    at(new Key(of, TotalLevel.KIND, kind, null)),
                    at(new Key(of, TotalLevel.BUSINESS_GROUP, kind, groups)));
        }

        private Sums at(Key key) {
            return sums.computeIfAbsent(key, _ -> new Sums());
        }
    }
}
