package org.portfolioledger.query.businesscase;

import org.portfolioledger.query.row.Columns;
import org.portfolioledger.query.row.RowOf;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** A business case's row: found by its initiative. */
@Component
final class BusinessCaseRow implements RowOf<BusinessCaseState> {
    @Override
    public Kind<?, BusinessCaseState> kind() {
        return Kinds.BUSINESS_CASE;
    }

    @Override
    public Columns columns(BusinessCaseState state) {
        return Columns.ofInitiative(state.initiative());
    }
}
