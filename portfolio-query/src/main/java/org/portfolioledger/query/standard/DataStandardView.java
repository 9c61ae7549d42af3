package org.portfolioledger.query.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RegisterState.DataStandard;

/** The tables of a data standard that are in force. */
record DataStandardView(@JsonUnwrapped JudgedBy standard, List<DataEntityTable> entities) {

    static DataStandardView of(@Nullable Grounded<DataStandard> defined) {
        return new DataStandardView(
                JudgedBy.of(defined), JudgedBy.tables(defined).entities());
    }
}
