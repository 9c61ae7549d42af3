package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ColumnKind;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.MappedTurn;
import org.portfolioledger.events.MappingFact.RowRecognition;
import org.portfolioledger.events.MappingFact.RowStatus;

/** Makes facts about mappings. */
final class HostileMappings extends HostileFamily {

    HostileMappings(HostileFacts all) {
        super(all);
        makers.put(
                ImportMappingDefined.class,
                id -> new ImportMappingDefined(
                        id,
                        register(id),
                        name(),
                        maybe(near("portfolio", id)),
                        maybe("day"),
                        columns(),
                        maybe(new RowRecognition("GMPP", "alias", maybe("project"), random.nextBoolean(), null)),
                        List.of(),
                        commands(),
                        on()));
        makers.put(
                ImportMappingRedefined.class,
                id -> new ImportMappingRedefined(
                        id,
                        2 + random.nextInt(2),
                        maybe(near("portfolio", id)),
                        null,
                        columns(),
                        null,
                        List.of(new MappedField("/source/document", name())),
                        commands(),
                        name(),
                        on()));
        makers.put(ImportMappingWithdrawn.class, id -> new ImportMappingWithdrawn(id, name(), on()));
    }

    @Override
    Class<? extends GovernanceFact> facts() {
        return MappingFact.class;
    }

    @Override
    String kind() {
        return "mapping";
    }

    @Override
    Some some() {
        return new Some("MAP", 2, ImportMappingDefined.class);
    }

    private List<MappedColumn> columns() {
        return List.of(new MappedColumn(
                "project",
                maybe(name()),
                ColumnKind.TEXT,
                maybe(new TreeMap<>(Map.of("a", name()))),
                maybe(List.of("-")),
                null,
                maybe(2)));
    }

    private List<MappedCommand> commands() {
        return List.of(new MappedCommand(
                name(),
                maybe("rating"),
                null,
                maybe(List.of(RowStatus.NEW)),
                maybe(MappedTurn.FIRST),
                maybe(List.of("project")),
                null,
                null,
                "/initiatives",
                List.of(new MappedField("/name", "{project}"))));
    }
}
