package org.portfolioledger.standard;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.state.Grounded;

/**
 * From where one entity of the standard is read.
 *
 * @param parts the parts of what is on record of an initiative that are records of the entity
 * @param paths by which attributes are read out of a part
 */
record DataSource<P>(DataEntity entity, Function<DeliveryRecord, List<Part<P>>> parts, List<DataPath<P>> paths) {

    /**
     * A part that is a record of the entity.
     *
     * @param id unique within the initiative and the entity
     * @param ended whether it is not kept any more: what it states is as old as it is
     */
    record Part<P>(String id, P part, boolean ended) {}

    /** The records of an initiative. */
    List<DataRecord> records(DeliveryRecord of) {
        boolean closed = !of.initiative().isOpen();
        return parts.apply(of).stream()
                .map(part ->
                        new DataRecord(entity, part.id(), closed || part.ended(), path -> value(part.part(), path)))
                .toList();
    }

    private @Nullable Grounded<List<String>> value(P part, String path) {
        DataPath<P> found = path(path);
        return found == null ? null : DataTexts.of(found.value(part, path));
    }

    /** The path that a table names; null: there is none. */
    @Nullable
    DataPath<P> path(String named) {
        return paths.stream().filter(path -> path.isNamed(named)).findFirst().orElse(null);
    }
}
