package org.portfolioledger.standard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.state.Grounded;

/**
 * What a table finds wrong with an attribute of a record.
 *
 * @param record id of the record; null: nothing of the entity is on record
 * @param attribute in the words of the table
 * @param path of ours from which it is read
 * @param detail what is wrong, in words
 * @param value what was stated, on its grounds; null: it is missing
 * @param freshUntil last day on which it was not too old; null: it is not too old
 */
public record DataFault(
        String initiative,
        DataEntity entity,
        @Nullable String record,
        String attribute,
        String path,
        DataFaultKind fault,
        String detail,
        @Nullable Grounded<List<String>> value,
        @Nullable LocalDate freshUntil) {

    /** What may be wrong. */
    public enum DataFaultKind {
        /** A required attribute is not stated. */
        MISSING,
        /** A value has another form than its table asks for. */
        MALFORMED,
        /** A value was not stated again for longer than its table lets it be. */
        STALE
    }
}
