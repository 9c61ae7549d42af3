package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.FinancialYear;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.PostKind;
import org.portfolioledger.vocabulary.PriceBasis;
import org.portfolioledger.vocabulary.StatedFigures;
import org.portfolioledger.vocabulary.YearlyMoney;
import org.portfolioledger.vocabulary.YearlyPosts;

/**
 * Which of the figures that several sources state of one thing count. Where a source is preferred, its figures alone count.
 * Where none is, a figure counts on which all that state it agree; where they do not, none counts, and all are named.
 *
 * @param counted in the order of years
 * @param contradictions in the order of years
 */
public record CountedFigures(List<CountedFigure> counted, List<ContradictingFigures> contradictions) {

    /**
     * What a figure is of. Only figures of one measure may be added up.
     *
     * @param year null: the sources state no year
     * @param posts of this kind; null: it is money
     * @param currency of money
     * @param priceBasis of money
     * @param priceYear of money in real prices; null: not stated, or not real
     */
    public record FigureOf(
            @Nullable FinancialYear year,
            @Nullable PostKind posts,
            @Nullable String currency,
            @Nullable PriceBasis priceBasis,
            @Nullable String priceYear) {

        /** By year, those without one last; money before posts. */
        public static final Comparator<FigureOf> ORDER = Comparator.comparing(
                        FigureOf::year, Comparator.nullsLast(Comparator.<FinancialYear>naturalOrder()))
                .thenComparing(FigureOf::posts, Comparator.nullsFirst(Comparator.<PostKind>naturalOrder()))
                .thenComparing(FigureOf::currency, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                .thenComparing(FigureOf::priceBasis, Comparator.nullsFirst(Comparator.<PriceBasis>naturalOrder()))
                .thenComparing(FigureOf::priceYear, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

        static FigureOf money(@Nullable FinancialYear year, Money money) {
            return new FigureOf(year, null, money.currency(), money.priceBasis(), money.priceYear());
        }

        static FigureOf posts(YearlyPosts posts) {
            return new FigureOf(posts.year(), posts.kind(), null, null, null);
        }

        /** What two sources speak of alike, in whatever prices. */
        private FigureOf inAnyPrices() {
            return new FigureOf(year, posts, null, null, null);
        }
    }

    /**
     * A figure that counts.
     *
     * @param statedIn the sources that state it
     */
    public record CountedFigure(
            @JsonUnwrapped FigureOf of, BigDecimal number, List<String> statedIn, List<Long> facts) {}

    /**
     * Figures of which none counts, since sources contradict each other and none is preferred.
     *
     * @param posts of this kind; null: it is money
     */
    public record ContradictingFigures(
            @Nullable FinancialYear year, @Nullable PostKind posts, List<OneFigure> figures) {}

    /** A figure as one source states it. */
    public record OneFigure(String statedIn, @JsonUnwrapped FigureOf of, BigDecimal number, long fact) {

        private boolean agrees(OneFigure other) {
            return of.equals(other.of) && number.compareTo(other.number) == 0;
        }
    }

    /**
     * Those that count.
     *
     * @param stated what each source states, by its name
     * @param preferred the source that is preferred; null: none is
     */
    public static CountedFigures of(
            Map<String, ? extends Grounded<? extends StatedFigures>> stated, @Nullable String preferred) {
        SortedMap<FigureOf, List<OneFigure>> cells = new TreeMap<>(FigureOf.ORDER);
        stated.forEach((source, figures) -> {
            if (preferred != null && !preferred.equalsIgnoreCase(source)) return;
            for (OneFigure one : figures(source, figures))
                cells.computeIfAbsent(one.of().inAnyPrices(), _ -> new ArrayList<>())
                        .add(one);
        });
        List<CountedFigure> counted = new ArrayList<>();
        List<ContradictingFigures> contradictions = new ArrayList<>();
        cells.forEach((cell, figures) -> {
            OneFigure first = figures.getFirst();
            if (figures.stream().allMatch(first::agrees)) counted.add(counted(first, figures));
            else contradictions.add(new ContradictingFigures(cell.year(), cell.posts(), List.copyOf(figures)));
        });
        return new CountedFigures(List.copyOf(counted), List.copyOf(contradictions));
    }

    private static CountedFigure counted(OneFigure first, List<OneFigure> figures) {
        return new CountedFigure(
                first.of(),
                first.number(),
                figures.stream().map(OneFigure::statedIn).toList(),
                figures.stream().map(OneFigure::fact).toList());
    }

    private static List<OneFigure> figures(String source, Grounded<? extends StatedFigures> stated) {
        List<OneFigure> figures = new ArrayList<>();
        for (YearlyMoney one : stated.value().money())
            figures.add(new OneFigure(
                    source, FigureOf.money(one.year(), one.money()), one.money().amount(), stated.fact()));
        for (YearlyPosts one : stated.value().posts())
            figures.add(new OneFigure(source, FigureOf.posts(one), one.number(), stated.fact()));
        return figures;
    }

    /**
     * The sums of figures by what they are of: exact, independent of the order in which they are added, each with the sources
     * and the facts behind it.
     */
    public static List<CountedFigure> sums(List<CountedFigure> figures) {
        SortedMap<FigureOf, List<CountedFigure>> of = new TreeMap<>(FigureOf.ORDER);
        figures.forEach(
                one -> of.computeIfAbsent(one.of(), _ -> new ArrayList<>()).add(one));
        return of.values().stream().map(CountedFigures::sum).toList();
    }

    /** The sum of one figure or more that are all of the same. */
    public static CountedFigure sum(List<CountedFigure> figures) {
        TreeSet<String> sources = new TreeSet<>();
        TreeSet<Long> facts = new TreeSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (CountedFigure one : figures) {
            sum = sum.add(one.number());
            sources.addAll(one.statedIn());
            facts.addAll(one.facts());
        }
        return new CountedFigure(figures.getFirst().of(), sum, List.copyOf(sources), List.copyOf(facts));
    }
}
