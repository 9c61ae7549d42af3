package org.portfolioledger.query.row;

import org.portfolioledger.state.Kind;

/** One family's part in the table of rows: its kind, and what its rows are found by. A bean for each family. */
public interface RowType<S> {

    Kind<?, S> kind();

    /** What a state is found by, besides kind and id. */
    default LookupKeys columns(S state) {
        return LookupKeys.NONE;
    }
}
