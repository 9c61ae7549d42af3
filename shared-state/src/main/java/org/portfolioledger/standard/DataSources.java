package org.portfolioledger.standard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;

/** From where each entity of the standard is read. A new source of one takes its place in this list. */
public final class DataSources {

    private static final Map<DataEntity, DataSource<?>> ALL = byEntity(List.of(
            ProjectFeatures.SOURCE,
            RisksAndIssues.RISKS,
            RisksAndIssues.ISSUES,
            BenefitAmounts.SOURCE,
            PlannedMilestones.SOURCE,
            BudgetAmounts.SOURCE,
            RoleHoldings.SOURCE));

    private DataSources() {}

    /**
     * A path from which an attribute can be read.
     *
     * @param path as a table names it; {@code *} stands for the key of one of many, as in {@code attributes.*}
     * @param format of its values, before a table asks for another
     * @param meaning what is read, in words
     */
    public record DataPathMeaning(DataEntity entity, String path, DataFormat format, String meaning) {}

    /** Every path that a table may name. */
    public static List<DataPathMeaning> paths() {
        return ALL.values().stream()
                .flatMap(source -> source.paths().stream()
                        .map(path -> new DataPathMeaning(source.entity(), path.name(), path.format(), path.meaning())))
                .toList();
    }

    /** Whether a table may name a path for an entity. */
    public static boolean isKnown(DataEntity entity, String path) {
        return source(entity).path(path) != null;
    }

    /** The records of an entity that are on record of an initiative, in their order. */
    public static List<DataRecord> records(DataEntity entity, DeliveryRecord of) {
        return source(entity).records(of);
    }

    private static DataSource<?> source(DataEntity entity) {
        return Objects.requireNonNull(ALL.get(entity));
    }

    private static Map<DataEntity, DataSource<?>> byEntity(List<DataSource<?>> sources) {
        Map<DataEntity, DataSource<?>> all = new EnumMap<>(DataEntity.class);
        for (DataSource<?> source : sources) all.put(source.entity(), source);
        return all;
    }
}
