package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.Imports.Line;
import org.portfolioledger.command.web.Imports.LineOutcome;
import org.portfolioledger.command.web.Imports.Report;
import org.portfolioledger.serialization.SchemaName;

/** How far the imports are that this node takes, and what became of the last ones. It holds no facts: they are in the ledger. */
final class ImportLog {

    private static final int MOST = 32;

    private final Map<Owned, Entry> entries = new LinkedHashMap<>();

    /** What an import is doing. */
    enum ImportState {
        RUNNING,
        ENDED,
        /** It ended with a problem that its answer states. */
        FAILED
    }

    /**
     * How far an import is.
     *
     * @param line number of the last line that was decided; 0: none
     * @param recorded number of commands recorded; in a dry run, those that would be
     * @param replayed how many were in the ledger before
     * @param report null while it runs, and where it failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SchemaName("ImportProgress")
    record ImportProgress(
            String id,
            ImportState state,
            long line,
            long recorded,
            long replayed,
            long unchanged,
            long refused,
            long notRecorded,
            @Nullable Report report) {}

    private record Owned(String person, String id) {}

    private static final class Entry {

        private final Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        private ImportState state = ImportState.RUNNING;
        private long line;
        private @Nullable Report report;
    }

    /** Work whose progress is kept. */
    @FunctionalInterface
    interface Import<E extends Exception> {
        Report take(Consumer<Line> progress) throws E;
    }

    /** Takes an import, and keeps its progress under an id, that of the person who sends it. */
    <E extends Exception> Report follow(String id, String person, Import<E> work) throws E {
        Entry entry = new Entry();
        Owned owned = new Owned(person, id);
        synchronized (entries) {
            entries.remove(owned);
            entries.put(owned, entry);
            if (entries.size() > MOST)
                entries.remove(entries.keySet().iterator().next());
        }
        boolean done = false;
        try {
            Report report = work.take(line -> count(entry, line));
            synchronized (entries) {
                entry.report = report;
            }
            done = true;
            return report;
        } finally {
            synchronized (entries) {
                entry.state = done ? ImportState.ENDED : ImportState.FAILED;
            }
        }
    }

    private void count(Entry entry, Line line) {
        synchronized (entries) {
            entry.line = line.number();
            entry.counts.merge(line.outcome(), 1L, Long::sum);
        }
    }

    /** How far an import of a person is; empty if this node does not know it. */
    Optional<ImportProgress> of(String id, String person) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(new Owned(person, id))).map(entry -> progress(id, entry));
        }
    }

    private static ImportProgress progress(String id, Entry entry) {
        return new ImportProgress(
                id,
                entry.state,
                entry.line,
                many(entry, LineOutcome.RECORDED),
                many(entry, LineOutcome.REPLAYED),
                many(entry, LineOutcome.UNCHANGED),
                many(entry, LineOutcome.REFUSED),
                many(entry, LineOutcome.NOT_RECORDED),
                entry.report);
    }

    private static long many(Entry entry, LineOutcome outcome) {
        return entry.counts.getOrDefault(outcome, 0L);
    }
}
