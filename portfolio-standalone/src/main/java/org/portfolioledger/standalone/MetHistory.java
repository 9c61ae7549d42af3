package org.portfolioledger.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.command.web.Imports;
import org.portfolioledger.http.Actor;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

/**
 * The governance history of the Metropolitan Police Service, 2010 to 2018, as its papers state it. It is an import like
 * any other: one that broke off goes on at the next start.
 */
final class MetHistory {

    static final Actor MIGRATOR = new Actor("migrator", "p-migrator", Set.of(ActorRole.MIGRATOR));
    private static final int REPORTED_EVERY = 50;

    private final Directory directory;
    private final Imports imports;
    private final Resource people;
    private final Resource history;

    MetHistory(Directory directory, Imports imports, Resource people, Resource history) {
        this.directory = directory;
        this.imports = imports;
        this.people = people;
        this.history = history;
    }

    /**
     * Loads what is not loaded yet.
     *
     * @param progress told now and then
     * @throws IllegalStateException if a line is refused
     */
    void loadOnce(Consumer<String> progress) throws IOException {
        for (JsonNode person : FactSerializer.mapper().readTree(people.getContentAsByteArray())) {
            directory.add(
                    person.required("id").asString(),
                    person.required("name").asString(),
                    person.path("contact").isString() ? person.path("contact").asString() : null,
                    Directory.By.actor(MIGRATOR.person()));
        }
        AtomicLong loaded = new AtomicLong();
        try (InputStream file = history.getInputStream()) {
            Imports.Report report = imports.take(file, MIGRATOR, false, Imports.OnError.STOP, line -> {
                if (line.outcome() == Imports.LineOutcome.RECORDED && loaded.incrementAndGet() % REPORTED_EVERY == 0)
                    progress.accept("Loading the Met's history: " + loaded + " facts");
            });
            if (!report.refusals().isEmpty())
                throw new IllegalStateException(
                        "The Met's history stops at " + report.refusals().getFirst());
            if (report.recorded() > 0) progress.accept("Loaded the Met's history: " + report.recorded() + " facts");
        }
    }
}
