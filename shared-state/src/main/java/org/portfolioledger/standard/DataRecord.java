package org.portfolioledger.standard;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.state.Grounded;

/**
 * A record of an entity of the standard.
 *
 * @param id unique within the initiative and the entity
 * @param ended whether it is not kept any more: what it states is never too old
 * @param values by path of ours the values that were stated, on their grounds; null: nobody stated one
 */
public record DataRecord(
        DataEntity entity, String id, boolean ended, Function<String, @Nullable Grounded<List<String>>> values) {

    /** The values under a path of ours; null: nobody stated one. */
    public @Nullable Grounded<List<String>> value(String path) {
        return values.apply(path);
    }
}
