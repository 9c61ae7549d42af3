package org.portfolioledger.query.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.standard.DataFault;
import org.portfolioledger.standard.DataFault.DataFaultKind;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.standard.DataStandards;
import org.portfolioledger.standard.DeliveryRecord;
import org.portfolioledger.state.RegisterState.DataStandard;

/**
 * How good the data under one attribute is, in the initiatives of a portfolio.
 *
 * @param attribute in the words of the table
 * @param path of ours from which it is read
 * @param required whether each record has it
 * @param records of the entity, in all initiatives
 * @param initiatives in which something is wrong with it
 * @param missing how many values
 * @param malformed how many values
 * @param stale how many values
 * @param faults all three
 */
record AttributeQuality(
        DataEntity entity,
        String attribute,
        String path,
        boolean required,
        int records,
        int initiatives,
        int missing,
        int malformed,
        int stale,
        int faults) {

    /** Adds up initiative by initiative, and keeps no more than numbers. */
    static final class Sum {

        private final DataStandard standard;
        private final Map<DataEntity, Integer> records = new EnumMap<>(DataEntity.class);
        private final Map<Key, Count> counts = new HashMap<>();

        Sum(DataStandard standard) {
            this.standard = standard;
        }

        /** An attribute of an entity. */
        private record Key(DataEntity entity, String attribute) {}

        /** What is wrong with it. */
        private static final class Count {
            private final Map<DataFaultKind, Integer> faults = new EnumMap<>(DataFaultKind.class);
            private int initiatives;
        }

        void add(DeliveryRecord of, LocalDate asOf) {
            for (DataEntityTable table : standard.entities())
                records.merge(
                        table.entity(), DataSources.records(table.entity(), of).size(), Integer::sum);
            Set<Key> here = new HashSet<>();
            for (DataFault fault : DataStandards.faults(standard, of, asOf)) {
                Key key = new Key(fault.entity(), fault.attribute());
                Count count = counts.computeIfAbsent(key, _ -> new Count());
                count.faults.merge(fault.fault(), 1, Integer::sum);
                if (here.add(key)) count.initiatives++;
            }
        }

        /** Every attribute of the tables, the worst first; those alike in the order of the tables. */
        List<AttributeQuality> worstFirst() {
            List<AttributeQuality> all = new ArrayList<>();
            for (DataEntityTable table : standard.entities())
                for (DataAttribute attribute : table.attributes()) all.add(of(table.entity(), attribute));
            all.sort(Comparator.comparingInt(AttributeQuality::faults).reversed());
            return all;
        }

        private AttributeQuality of(DataEntity entity, DataAttribute attribute) {
            Count count = counts.getOrDefault(new Key(entity, attribute.name()), new Count());
            return new AttributeQuality(
                    entity,
                    attribute.name(),
                    attribute.path(),
                    attribute.required(),
                    records.getOrDefault(entity, 0),
                    count.initiatives,
                    count.faults.getOrDefault(DataFaultKind.MISSING, 0),
                    count.faults.getOrDefault(DataFaultKind.MALFORMED, 0),
                    count.faults.getOrDefault(DataFaultKind.STALE, 0),
                    count.faults.values().stream().mapToInt(Integer::intValue).sum());
        }
    }
}
