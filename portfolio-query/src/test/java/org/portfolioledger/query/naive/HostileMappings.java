package org.portfolioledger.query.naive;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
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
import org.portfolioledger.vocabulary.Provenance;

/** Facts about mappings, as a careless source might state them. */
final class HostileMappings {

    private final Random random;
    private final UnaryOperator<String> portfolio;
    private final UnaryOperator<String> register;
    private final Supplier<String> name;
    private final Supplier<Provenance> on;

    HostileMappings(
            Random random,
            UnaryOperator<String> portfolio,
            UnaryOperator<String> register,
            Supplier<String> name,
            Supplier<Provenance> on) {
        this.random = random;
        this.portfolio = portfolio;
        this.register = register;
        this.name = name;
        this.on = on;
    }

    void addTo(Map<Class<? extends GovernanceFact>, Function<String, GovernanceFact>> makers) {
        makers.put(
                ImportMappingDefined.class,
                id -> new ImportMappingDefined(
                        id,
                        register.apply(id),
                        name.get(),
                        maybe(portfolio.apply(id)),
                        maybe("day"),
                        columns(),
                        maybe(new RowRecognition("GMPP", "alias", maybe("project"), random.nextBoolean(), null)),
                        List.of(),
                        commands(),
                        on.get()));
        makers.put(
                ImportMappingRedefined.class,
                id -> new ImportMappingRedefined(
                        id,
                        2 + random.nextInt(2),
                        maybe(portfolio.apply(id)),
                        null,
                        columns(),
                        null,
                        List.of(new MappedField("/source/document", name.get())),
                        commands(),
                        name.get(),
                        on.get()));
        makers.put(ImportMappingWithdrawn.class, id -> new ImportMappingWithdrawn(id, name.get(), on.get()));
    }

    private List<MappedColumn> columns() {
        return List.of(new MappedColumn(
                "project",
                maybe(name.get()),
                ColumnKind.TEXT,
                maybe(new TreeMap<>(Map.of("a", name.get()))),
                maybe(List.of("-")),
                null));
    }

    private List<MappedCommand> commands() {
        return List.of(new MappedCommand(
                name.get(),
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

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
