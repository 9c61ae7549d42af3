package org.portfolioledger.query.standard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.standard.DataRecord;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.standard.DeliveryRecord;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RegisterState.DataStandard;

/**
 * A record of an entity of the standard.
 *
 * @param record id, unique within the initiative and the entity
 * @param ended whether it is not kept any more: what it states is never too old
 * @param attributes in the order of the table
 */
record DataRecordView(DataEntity entity, String record, boolean ended, List<DataValue> attributes) {

    /**
     * An attribute of it.
     *
     * @param name in the words of the table
     * @param path of ours from which it is read
     * @param value one text or more, on their grounds; null: nobody stated one
     */
    record DataValue(
            String name, String path, @JsonInclude @Nullable Grounded<List<String>> value) {}

    /** Those of an initiative, in the order of the tables. */
    static List<DataRecordView> of(DataStandard standard, DeliveryRecord of) {
        List<DataRecordView> views = new ArrayList<>();
        for (DataEntityTable table : standard.entities())
            for (DataRecord record : DataSources.records(table.entity(), of)) views.add(of(table, record));
        return views;
    }

    private static DataRecordView of(DataEntityTable table, DataRecord record) {
        return new DataRecordView(
                table.entity(),
                record.id(),
                record.ended(),
                table.attributes().stream()
                        .map(attribute ->
                                new DataValue(attribute.name(), attribute.path(), record.value(attribute.path())))
                        .toList());
    }
}
