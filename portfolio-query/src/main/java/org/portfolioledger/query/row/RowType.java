package org.portfolioledger.query.row;

import java.util.Set;
import org.portfolioledger.state.Kind;

/** One family's part in the table of rows: its kind, and what its rows are found by. A bean for each family. */
public interface RowType<S> {

    Kind<?, S> kind();

    /** What a state is found by, besides kind and id. */
    default LookupKeys columns(S state) {
        return LookupKeys.NONE;
    }

    /**
     * The revision of the fold of this kind. Raise it with every change of what any of its facts makes: the next start then
     * makes the rows of this kind anew, and carries those of the others over. A test compares it with the rows.
     */
    default int revision() {
        return 1;
    }

    /** Streams of the other entities that a state refers to. */
    default Set<String> refs(S state) {
        return Set.of();
    }
}
