package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;

/** What tests record of data standards. */
public final class DataStandardFacts {

    private DataStandardFacts() {}

    /** With one attribute. */
    public static DataStandardDefined standard(String register, int version, String day) {
        return standard(register, version, List.of(table(DataEntity.RISK, attribute("Impact", "impact"))), day);
    }

    public static DataStandardDefined standard(String register, int version, List<DataEntityTable> tables, String day) {
        return new DataStandardDefined(register, version, "Data standard", tables, on(day));
    }

    public static DataEntityTable table(DataEntity entity, DataAttribute... attributes) {
        return new DataEntityTable(entity, true, List.of(attributes));
    }

    /** To be stated again every month. */
    public static DataAttribute attribute(String name, String path) {
        return new DataAttribute(name, true, path, null, List.of(), null, null, UpdateFrequency.MONTHLY);
    }
}
