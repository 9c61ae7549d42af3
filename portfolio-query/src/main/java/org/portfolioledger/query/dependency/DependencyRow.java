package org.portfolioledger.query.dependency;

import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.DependencyState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** A dependency's row. */
@Component
final class DependencyRow implements RowType<DependencyState> {
    @Override
    public Kind<?, DependencyState> kind() {
        return Kinds.DEPENDENCY;
    }
}
