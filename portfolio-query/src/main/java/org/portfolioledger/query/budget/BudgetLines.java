package org.portfolioledger.query.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.BudgetFact.BudgetFigure;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.CountedFigures;
import org.portfolioledger.state.CountedFigures.ContradictingFigures;
import org.portfolioledger.state.CountedFigures.CountedFigure;
import org.portfolioledger.vocabulary.FinancialYear;

/**
 * Budget lines with those that are managed under them. A line counts by what is stated of itself; where nothing is stated of
 * a year, by what the lines come to that are managed under it. Those that have ended count no more.
 */
final class BudgetLines {

    private final SortedMap<String, BudgetState> open = new TreeMap<>();
    private final Map<String, List<BudgetState>> under = new HashMap<>();

    BudgetLines(Collection<BudgetState> lines) {
        for (BudgetState line : lines) if (line.isOpen()) open.put(line.budget(), line);
        for (BudgetState line : open.values()) {
            String above = above(line);
            if (above != null)
                under.computeIfAbsent(above, _ -> new ArrayList<>()).add(line);
        }
    }

    /** Id of the line under which one is managed; null: of none of these, or it would be managed under itself. */
    private @Nullable String above(BudgetState line) {
        Set<String> seen = new HashSet<>();
        String first = managedUnder(line);
        String above = first;
        while (above != null && seen.add(above)) {
            if (above.equals(line.budget())) return null;
            above = managedUnder(Objects.requireNonNull(open.get(above)));
        }
        return first;
    }

    private @Nullable String managedUnder(BudgetState line) {
        String id = line.managedUnder() == null ? null : line.managedUnder().value();
        return id != null && open.containsKey(id) ? id : null;
    }

    /** Those that are managed under none of them, by id. */
    List<BudgetState> top() {
        return open.values().stream().filter(line -> above(line) == null).toList();
    }

    /** Those that are managed under a line, by id. */
    List<BudgetState> under(BudgetState line) {
        return under.getOrDefault(line.budget(), List.of());
    }

    /** A figure of a line by year and prices: what is stated of itself, or of those under it. */
    List<CountedFigure> counted(BudgetState line, BudgetFigure figure) {
        CountedFigures own = line.counted(figure);
        Set<@Nullable FinancialYear> stated = new HashSet<>();
        own.counted().forEach(one -> stated.add(one.of().year()));
        own.contradictions().stream().map(ContradictingFigures::year).forEach(stated::add);
        List<CountedFigure> all = new ArrayList<>(own.counted());
        for (CountedFigure below : below(line, figure))
            if (!stated.contains(below.of().year())) all.add(below);
        return List.copyOf(all);
    }

    /** What the lines that are managed under one come to, by year and prices. */
    List<CountedFigure> below(BudgetState line, BudgetFigure figure) {
        return CountedFigures.sums(under(line).stream()
                .flatMap(each -> counted(each, figure).stream())
                .toList());
    }

    /** The budgets of what is managed under a line, beside its own, of years for which it states one. */
    List<BudgetState.ComparedFigures> managedBesideOwn(BudgetState line) {
        return BudgetState.compared(
                below(line, BudgetFigure.BUDGET),
                line.counted(BudgetFigure.BUDGET).counted());
    }
}
