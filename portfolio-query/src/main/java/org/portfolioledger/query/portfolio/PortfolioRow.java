package org.portfolioledger.query.portfolio;

import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PortfolioState;
import org.springframework.stereotype.Component;

/** A portfolio's row. */
@Component
final class PortfolioRow implements RowType<PortfolioState> {
    @Override
    public Kind<?, PortfolioState> kind() {
        return Kinds.PORTFOLIO;
    }
}
