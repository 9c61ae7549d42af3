package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.UpdateFrequency;

/** What tests record of data standards. */
public final class DataStandardHistory {

    private DataStandardHistory() {}

    public static GovernanceFact standard(int version, String day, DataEntityTable... tables) {
        return new DataStandardDefined("MPS", version, "Version " + version, List.of(tables), on(day));
    }

    /** Of an entity of which at least one record is to be there. */
    public static DataEntityTable table(DataEntity entity, DataAttribute... attributes) {
        return new DataEntityTable(entity, true, List.of(attributes));
    }

    /** Required, of any form, and never too old. */
    public static DataAttribute attribute(String name, String path) {
        return new DataAttribute(name, true, path, null, List.of(), null, null, null);
    }

    public static DataAttribute attribute(String name, String path, DataFormat format) {
        return new DataAttribute(name, true, path, format, List.of(), null, null, null);
    }

    public static DataAttribute attribute(String name, String path, UpdateFrequency updated) {
        return new DataAttribute(name, true, path, null, List.of(), null, null, updated);
    }

    public static DataAttribute within(String name, String path, @Nullable Integer days) {
        return new DataAttribute(name, true, path, null, List.of(), null, days, null);
    }

    public static DataAttribute oneOf(String name, String path, String... values) {
        return new DataAttribute(name, true, path, null, List.of(values), null, null, null);
    }
}
