package org.portfolioledger.command;

import static org.portfolioledger.command.Facts.on;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;

/** What tests record of mappings. */
public final class MappingFacts {

    private MappingFacts() {}

    public static ImportMappingDefined mapping(String id, @Nullable String portfolio, String day) {
        return defined(id, portfolio, columns(), byName(), commands(), day);
    }

    public static ImportMappingDefined defined(
            String id,
            @Nullable String portfolio,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedCommand> commands,
            String day) {
        return new ImportMappingDefined(
                id, "ACME", "Monthly return", portfolio, null, columns, recognition, List.of(), commands, on(day));
    }

    public static ImportMappingRedefined redefined(String id, int version, String day) {
        return new ImportMappingRedefined(
                id, version, null, null, columns(), byName(), List.of(), commands(), "Other columns", on(day));
    }

    public static ImportMappingWithdrawn mappingWithdrawn(String id, String day) {
        return new ImportMappingWithdrawn(id, "Sent otherwise", on(day));
    }

    public static List<MappedColumn> columns() {
        return List.of(column("project"), column("rating"));
    }

    public static MappedColumn column(String name) {
        return new MappedColumn(name, null, ColumnKind.TEXT, null, null, null, null);
    }

    public static RowRecognition byName() {
        return new RowRecognition(null, null, "project", true, null);
    }

    public static List<MappedCommand> commands() {
        return List.of(command("rating", "/initiatives/{@initiative}/rag-assessments", "{rating}", null));
    }

    public static MappedCommand command(String step, String post, String value, @Nullable RowStatus when) {
        return new MappedCommand(
                step,
                null,
                null,
                when == null ? null : List.of(when),
                null,
                null,
                null,
                null,
                post,
                List.of(new MappedField("/rating", value)));
    }
}
