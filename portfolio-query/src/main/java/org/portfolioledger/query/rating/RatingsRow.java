package org.portfolioledger.query.rating;

import org.portfolioledger.query.row.Columns;
import org.portfolioledger.query.row.RowOf;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RatingsState;
import org.springframework.stereotype.Component;

/** The row of an initiative's ratings. */
@Component
final class RatingsRow implements RowOf<RatingsState> {
    @Override
    public Kind<?, RatingsState> kind() {
        return Kinds.RATINGS;
    }

    @Override
    public Columns columns(RatingsState state) {
        return Columns.ofInitiative(state.initiative());
    }
}
