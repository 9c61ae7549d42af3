package org.portfolioledger.query.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskLevel;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.events.RiskFact.RiskSubject;
import org.portfolioledger.query.risk.CountedRisks.Counted;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.RiskScore;

/**
 * The risks of a portfolio by probability and impact. Each counts once, on its highest level. From the day on which a scheme is
 * replaced, the one that replaced it is counted alone: scores by the earlier one are history, and stay readable in it.
 *
 * @param score which score is counted
 * @param count of all risks that are counted, those without that score and those whose score is history among them
 * @param maps one for each scheme in use by which risks were scored: numbers of two schemes are never added up
 * @param history one for each scheme that the portfolio replaced by which risks are still scored: none of them is counted in
 *     a cell of {@code maps}
 * @param notScored those that are in a register and do not have that score
 */
record RiskHeatMap(
        RiskScoreKind score, int count, List<SchemeMap> maps, List<SchemeMap> history, List<RiskInMap> notScored) {

    /**
     * The risks that were scored by one scheme.
     *
     * @param scheme null: none is named
     * @param replacedBy position of the fact by which the portfolio replaced the scheme; null: it is in use
     * @param cells those that hold a risk, by probability and impact
     */
    record SchemeMap(
            @Nullable String scheme,
            @Nullable Integer schemeVersion,
            @Nullable Long replacedBy,
            List<HeatCell> cells) {}

    /**
     * One cell.
     *
     * @param score product of probability and impact
     * @param count how many risks are in it
     */
    record HeatCell(int probability, int impact, int score, int count, List<RiskInMap> risks) {}

    /**
     * A risk behind a cell.
     *
     * @param risk id
     * @param fact position of the fact that scored it; null: it does not have that score
     * @param sameAs ids of the risks that count as this one
     */
    record RiskInMap(
            String risk,
            String title,
            RiskKind kind,
            RiskLevel level,
            RiskSubject subject,
            @Nullable Long fact,
            List<String> sameAs) {

        static RiskInMap of(Counted counted) {
            RiskState risk = counted.risk();
            return new RiskInMap(
                    risk.risk(),
                    risk.title().value(),
                    risk.kind().value(),
                    risk.level().value(),
                    risk.subject().value(),
                    counted.score() == null ? null : counted.score().fact(),
                    counted.sameAs());
        }
    }

    /** By which scheme, in the order in which the maps are shown. */
    private record ScoredBy(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable Long replacedBy) {

        static final Comparator<ScoredBy> ORDER = Comparator.comparing(
                        ScoredBy::name, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                .thenComparing(ScoredBy::version, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()));
    }

    private record Cell(int probability, int impact) {
        static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::probability).thenComparingInt(Cell::impact);
    }

    static RiskHeatMap of(RiskScoreKind score, List<Counted> counted) {
        SortedMap<ScoredBy, SortedMap<Cell, List<RiskInMap>>> maps = new TreeMap<>(ScoredBy.ORDER);
        List<RiskInMap> notScored = new ArrayList<>();
        for (Counted one : counted) {
            Grounded<RiskScore> scored = one.score();
            if (scored == null) {
                notScored.add(RiskInMap.of(one));
                continue;
            }
            RiskScore value = scored.value();
            Long replacedBy =
                    one.replacement() == null ? null : one.replacement().fact();
            maps.computeIfAbsent(
                            new ScoredBy(value.scheme(), value.schemeVersion(), replacedBy),
                            _ -> new TreeMap<>(Cell.ORDER))
                    .computeIfAbsent(new Cell(value.probability(), value.impact()), _ -> new ArrayList<>())
                    .add(RiskInMap.of(one));
        }
        List<SchemeMap> shown = new ArrayList<>();
        List<SchemeMap> history = new ArrayList<>();
        maps.forEach((scheme, cells) -> (scheme.replacedBy() == null ? shown : history)
                .add(new SchemeMap(scheme.name(), scheme.version(), scheme.replacedBy(), cells(cells))));
        return new RiskHeatMap(score, counted.size(), shown, history, notScored);
    }

    private static List<HeatCell> cells(SortedMap<Cell, List<RiskInMap>> cells) {
        List<HeatCell> shown = new ArrayList<>();
        cells.forEach((cell, risks) -> shown.add(new HeatCell(
                cell.probability(), cell.impact(), cell.probability() * cell.impact(), risks.size(), risks)));
        return shown;
    }
}
