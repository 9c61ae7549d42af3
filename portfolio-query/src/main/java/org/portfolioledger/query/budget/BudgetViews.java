package org.portfolioledger.query.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.ItemsAsListed;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Among;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of budget lines what counts, and what is managed under them. */
@Component
final class BudgetViews implements ItemsAsListed<BudgetState, BudgetView> {

    private final Rows rows;

    BudgetViews(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Kind<?, BudgetState> kind() {
        return Kinds.BUDGET;
    }

    @Override
    public Viewed<List<BudgetView>> list(TimePoint point, List<BudgetState> budgets) {
        Collection<BudgetState> all = withThoseUnder(point, budgets);
        BudgetLines lines = new BudgetLines(all);
        Viewpoint seen = rows.viewpoint(point, List.copyOf(all));
        return new Viewed<>(
                budgets.stream()
                        .map(budget -> BudgetView.of(budget, lines, seen))
                        .toList(),
                seen);
    }

    /** Some lines, and those that are managed under them, directly or through others. */
    Collection<BudgetState> withThoseUnder(TimePoint point, List<BudgetState> some) {
        Map<String, BudgetState> found = new LinkedHashMap<>();
        some.forEach(budget -> found.put(budget.budget(), budget));
        List<BudgetState> latest = some;
        while (!latest.isEmpty()) {
            Among referring = Among.referringTo(latest.stream()
                    .map(budget -> Kinds.BUDGET.stream(budget.budget()))
                    .toList());
            List<BudgetState> under = new ArrayList<>();
            for (Known<BudgetState> known : rows.where(point, Kinds.BUDGET, referring))
                if (found.putIfAbsent(known.state().budget(), known.state()) == null) under.add(known.state());
            latest = under;
        }
        return found.values();
    }
}
