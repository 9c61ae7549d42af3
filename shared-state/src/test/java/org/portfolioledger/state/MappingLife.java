package org.portfolioledger.state;

import static org.portfolioledger.state.Story.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.MappedTurn;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;

/** The life of a mapping, with every field at least once. */
final class MappingLife {

    private MappingLife() {}

    static Story<?, ?> story() {
        return Story.of(Kinds.MAPPING)
                .then(new MappingFact.ImportMappingDefined(
                        "MP-1",
                        "MPS",
                        "Monthly return",
                        "PF-1",
                        "day",
                        columns(),
                        new RowRecognition("GMPP", "alias", "project", true, "MPS-"),
                        List.of(new MappedField("/source/document", "Return of {day}")),
                        commands(),
                        on("2011-06-13")))
                .then(new MappingFact.ImportMappingRedefined(
                        "MP-1",
                        2,
                        null,
                        null,
                        columns(),
                        null,
                        List.of(),
                        commands(),
                        "other columns",
                        on("2011-07-01")))
                .then(new MappingFact.ImportMappingWithdrawn("MP-1", "no returns any more", on("2011-11-01")));
    }

    private static List<MappedColumn> columns() {
        return List.of(
                new MappedColumn("day", "Reported on", ColumnKind.DATE, null, null, null, null),
                new MappedColumn(
                        "cost",
                        null,
                        ColumnKind.NUMBER,
                        new TreeMap<>(Map.of("none", "0")),
                        List.of("n/a"),
                        new BigDecimal("1000000"),
                        2));
    }

    private static List<MappedCommand> commands() {
        return List.of(new MappedCommand(
                "cost",
                "money",
                "{@initiative}",
                List.of(RowStatus.NEW, RowStatus.KNOWN),
                MappedTurn.LATER,
                List.of("cost"),
                List.of("day"),
                List.of("/attributes/cost"),
                "/initiatives/{@initiative}/attributes",
                List.of(new MappedField("/attributes/cost", "{cost as text}"))));
    }
}
