package org.portfolioledger.query.businesscase;

import org.portfolioledger.query.row.LookupKeys;
import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springframework.stereotype.Component;

/** A business case's row: found by its initiative. */
@Component
final class BusinessCaseRow implements RowType<BusinessCaseState> {
    @Override
    public Kind<?, BusinessCaseState> kind() {
        return Kinds.BUSINESS_CASE;
    }

    @Override
    public LookupKeys columns(BusinessCaseState state) {
        return LookupKeys.ofInitiative(state.initiative());
    }
}
