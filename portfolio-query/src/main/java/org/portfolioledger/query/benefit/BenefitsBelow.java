package org.portfolioledger.query.benefit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.state.BenefitState;
import org.portfolioledger.state.InitiativeState;

/**
 * The benefits of a portfolio or an initiative with all below it.
 *
 * @param initiative id of the initiative at the top; null: it is a portfolio
 * @param initiatives all of them, by id; the one at the top among them
 * @param benefits by id
 */
record BenefitsBelow(
        @Nullable String initiative, Map<String, InitiativeState> initiatives, List<BenefitState> benefits) {

    /** The initiative by which a benefit is a part of the whole; null: by itself. */
    @Nullable
    String through(BenefitState benefit) {
        String at = benefit.subject().value().initiative();
        if (at == null || at.equals(initiative)) return null;
        String below = at;
        // At most one step for each initiative: a circle that a correction made leads nowhere.
        for (int step = 0; step < initiatives.size(); step++) {
            InitiativeState state = initiatives.get(below);
            String parent = state == null ? null : state.placement().value().parent();
            if (Objects.equals(parent, initiative) || parent == null || !initiatives.containsKey(parent)) return below;
            below = parent;
        }
        return at;
    }

    /** Codes of the business groups in which a benefit is expected: its own, or the owners of its initiative. */
    List<String> groups(BenefitState benefit) {
        String own = benefit.subject().value().businessGroup();
        if (own != null) return List.of(own);
        String of = benefit.subject().value().initiative();
        InitiativeState state = of == null ? null : initiatives.get(of);
        return state == null
                ? List.of()
                : state.owners().value().stream().sorted().toList();
    }
}
