package org.portfolioledger.query.standard;

import java.util.List;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.standard.DataFault;
import org.portfolioledger.standard.DataFault.DataFaultKind;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.standard.DeliveryRecord;
import org.portfolioledger.state.RegisterState.DataStandard;

/**
 * How good the data of one entity is.
 *
 * @param records how many are on record
 * @param missing how many values
 * @param malformed how many values
 * @param stale how many values
 */
record EntityQuality(DataEntity entity, int records, int missing, int malformed, int stale) {

    static List<EntityQuality> of(DataStandard standard, DeliveryRecord of, List<DataFault> faults) {
        return standard.entities().stream()
                .map(DataEntityTable::entity)
                .map(entity -> new EntityQuality(
                        entity,
                        DataSources.records(entity, of).size(),
                        count(entity, DataFaultKind.MISSING, faults),
                        count(entity, DataFaultKind.MALFORMED, faults),
                        count(entity, DataFaultKind.STALE, faults)))
                .toList();
    }

    private static int count(DataEntity entity, DataFaultKind kind, List<DataFault> faults) {
        return (int) faults.stream()
                .filter(fault -> fault.entity() == entity && fault.fault() == kind)
                .count();
    }
}
