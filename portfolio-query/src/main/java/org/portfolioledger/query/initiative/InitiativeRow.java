package org.portfolioledger.query.initiative;

import org.portfolioledger.query.row.LookupKeys;
import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.InitiativeState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.Placement;
import org.springframework.stereotype.Component;

/** An initiative's row: found by what it belongs to. */
@Component
final class InitiativeRow implements RowType<InitiativeState> {
    @Override
    public Kind<?, InitiativeState> kind() {
        return Kinds.INITIATIVE;
    }

    @Override
    public LookupKeys columns(InitiativeState state) {
        Placement placement = state.placement().value();
        return new LookupKeys(state.initiative(), placement.portfolio(), placement.parent());
    }
}
