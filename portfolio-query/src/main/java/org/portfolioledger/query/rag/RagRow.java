package org.portfolioledger.query.rag;

import org.portfolioledger.query.row.LookupKeys;
import org.portfolioledger.query.row.RowType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RagState;
import org.springframework.stereotype.Component;

/** The row of an initiative's ratings. */
@Component
final class RagRow implements RowType<RagState> {
    @Override
    public Kind<?, RagState> kind() {
        return Kinds.RAG;
    }

    @Override
    public LookupKeys columns(RagState state) {
        return LookupKeys.ofInitiative(state.initiative());
    }
}
