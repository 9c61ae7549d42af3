package org.portfolioledger.query.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portfolioledger.query.answer.EntityViews;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Rows.Known;
import org.portfolioledger.query.point.TimePoint;
import org.portfolioledger.state.BudgetState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.Viewpoint;
import org.springframework.stereotype.Component;

/** Shows of budget lines what counts, and what is managed under them. */
@Component
final class BudgetViews implements EntityViews<BudgetState, BudgetView, BudgetView> {

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

    @Override
    public Viewed<BudgetView> item(TimePoint point, BudgetState budget) {
        Viewed<List<BudgetView>> one = list(point, List.of(budget));
        return new Viewed<>(one.shown().getFirst(), one.seen());
    }

    /** Some lines, and those that are managed under them, directly or through others. */
    Collection<BudgetState> withThoseUnder(TimePoint point, List<BudgetState> some) {
        Map<String, BudgetState> found = new LinkedHashMap<>();
        some.forEach(budget -> found.put(budget.budget(), budget));
        List<BudgetState> latest = some;
        while (!latest.isEmpty()) {
            String[] streams = latest.stream()
                    .map(budget -> Kinds.BUDGET.stream(budget.budget()))
                    .toArray(String[]::new);
            List<BudgetState> under = new ArrayList<>();
            for (Known<BudgetState> known :
                    rows.where(point, Kinds.BUDGET, "r.refs && :streams::text[]", Map.of("streams", streams)))
                if (found.putIfAbsent(known.state().budget(), known.state()) == null) under.add(known.state());
            latest = under;
        }
        return found.values();
    }
}
