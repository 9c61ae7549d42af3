package org.portfolioledger.query;

import static org.portfolioledger.query.History.on;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.RowRecognition;

/** What tests tell of mappings. */
public final class MappingHistory {

    private MappingHistory() {}

    public static GovernanceFact mapping(String id, @Nullable String portfolio, String day) {
        return new MappingFact.ImportMappingDefined(
                id,
                "MPS",
                "Monthly return",
                portfolio,
                null,
                columns(),
                new RowRecognition(null, null, "project", true, null),
                List.of(),
                commands(),
                on(day));
    }

    public static GovernanceFact redefined(String id, int version, @Nullable String portfolio, String day) {
        return new MappingFact.ImportMappingRedefined(
                id, version, portfolio, null, columns(), null, List.of(), commands(), "Other columns", on(day));
    }

    public static GovernanceFact mappingWithdrawn(String id, String day) {
        return new MappingFact.ImportMappingWithdrawn(id, "Sent otherwise", on(day));
    }

    static List<MappedColumn> columns() {
        return List.of(new MappedColumn("project", "Project", ColumnKind.TEXT, null, null, null, null));
    }

    static List<MappedCommand> commands() {
        return List.of(new MappedCommand(
                "rating",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "/initiatives/{@initiative}/rag-assessments",
                List.of(new MappedField("/rating", "GREEN"))));
    }
}
