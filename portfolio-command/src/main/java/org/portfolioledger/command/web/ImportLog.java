package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.Imports.Line;
import org.portfolioledger.command.web.Imports.LineOutcome;
import org.portfolioledger.command.web.Imports.Refusal;
import org.portfolioledger.command.web.Imports.Report;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.backup.BackedUpSchema;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.SchemaName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far imports are, and the lines that they refused: in the database, so that every node can tell. It holds no facts; an
 * import goes on where nothing can be written here, but for its refusals.
 */
public final class ImportLog {

    private static final Logger LOG = LoggerFactory.getLogger(ImportLog.class);
    private static final JsonMapper JSON = FactSerializer.mapper()
            .rebuild()
            .withConfigOverride(List.class, list -> list.setNullHandling(JsonSetter.Value.empty()))
            .build();

    private static final String VERSION = "1";

    /** It belongs beside the ledger, and its content into no backup. */
    public static final BackedUpSchema PART = new BackedUpSchema("imports", VERSION, List.of(), ImportLog::migrate);

    /** How often its node writes how far an import is. */
    private static final long SECONDS_BETWEEN = 1;

    /** After so long without a word from its node, an import is taken to have broken off. */
    private static final int SECONDS_OF_SILENCE = 10;

    private static final int DAYS_KEPT = 30;
    private static final int REFUSALS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    public ImportLog(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** Brings the schema {@code imports} to the version that this code needs; run it as the owner, after the ledger's. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/imports")
                .schemas("imports")
                .table("schema_history")
                .load()
                .migrate();
    }

    /** What has become of an import. */
    enum ImportState {
        RUNNING,
        ENDED,
        /** It ended with a problem. */
        FAILED,
        /** Its node is silent, as when it was killed: send the file again. */
        BROKEN_OFF
    }

    /**
     * How far an import is.
     *
     * @param line number of the last line that was decided; 0: none
     * @param recorded number of commands recorded; in a dry run, those that would be
     * @param replayed how many were in the ledger before
     * @param stoppedAt number of the line at which it stopped; null: it did not
     * @param position last position that it wrote; null: none
     * @param failure why it failed
     * @param refusals path of the list of its refused lines; null: it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SchemaName("ImportProgress")
    record ImportProgress(
            String id,
            ImportState state,
            boolean dryRun,
            long line,
            long recorded,
            long replayed,
            long unchanged,
            long refused,
            long notRecorded,
            @Nullable Long stoppedAt,
            @Nullable Long position,
            @Nullable String failure,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String refusals) {}

    /**
     * Refused lines, in the order of the file.
     *
     * @param next cursor of the page after it; null: there is none yet
     */
    @SchemaName("ImportRefusals")
    record ImportRefusals(
            List<Refusal> items, @JsonInclude @Nullable String next) {}

    /** An import whose progress is kept. */
    @FunctionalInterface
    interface Import {
        Report take(Imports.Watch watch) throws IOException;
    }

    static String refusalsOf(String id) {
        return ImportEndpoint.PATH + "/" + id + "/refusals";
    }

    /**
     * Takes an import, and keeps its progress under an id, that of the person who sends it. One of the same id that was sent
     * before is forgotten.
     */
    Report follow(String id, String person, boolean dry, Import work) throws IOException {
        Entry entry = new Entry(id, person, dry);
        try {
            Report report = work.take(entry);
            entry.end(report);
            return report.refused() > report.refusals().size() ? report.withMore(refusalsOf(id)) : report;
        } catch (IOException | RuntimeException | Error fault) {
            entry.fail(fault);
            throw fault;
        }
    }

    /** How far an import of a person is. */
    Optional<ImportProgress> of(String id, String person) {
        return jdbc.sql("""
                        select *, state = 'RUNNING' and heard_at < now() - make_interval(secs => :silence) as silent
                        from imports.import where person = :person and id = :id""")
                .param("silence", SECONDS_OF_SILENCE)
                .param("person", person)
                .param("id", id)
                .query((row, _) -> progress(row))
                .optional();
    }

    private static ImportProgress progress(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new ImportProgress(
                id,
                row.getBoolean("silent") ? ImportState.BROKEN_OFF : ImportState.valueOf(row.getString("state")),
                row.getBoolean("dry_run"),
                row.getLong("line"),
                row.getLong("recorded"),
                row.getLong("replayed"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                row.getLong("not_recorded"),
                row.getObject("stopped_at", Long.class),
                row.getObject("position", Long.class),
                row.getString("failure"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("ended_at", OffsetDateTime.class)),
                row.getLong("refused") > 0 ? refusalsOf(id) : null);
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private record Numbered(long number, Refusal refusal) {}

    /**
     * Refused lines of an import of a person; empty if there is no such import.
     *
     * @param after number of the last one that was read; 0: from the first
     */
    Optional<ImportRefusals> refusals(String id, String person, long after, int limit) {
        if (of(id, person).isEmpty()) return Optional.empty();
        List<Numbered> found = jdbc.sql("""
                        select r.number, r.refusal from imports.refusal r join imports.import i using (run)
                        where i.person = :person and i.id = :id and r.number > :after order by r.number limit :limit""")
                .param("person", person)
                .param("id", id)
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, _) ->
                        new Numbered(row.getLong("number"), JSON.readValue(row.getString("refusal"), Refusal.class)))
                .list();
        List<Numbered> page = found.subList(0, Math.min(limit, found.size()));
        return Optional.of(new ImportRefusals(
                page.stream().map(Numbered::refusal).toList(),
                found.size() > limit ? Long.toString(page.getLast().number()) : null));
    }

    /** One import on its way. Its node writes every second how far it is, also while no line is decided. */
    private final class Entry implements Imports.Watch {

        private final String id;
        private final String person;
        private final boolean dry;
        private final UUID run = UUID.randomUUID();
        private final Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        private final List<Refusal> unwritten = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);
        private boolean begun;
        private long line;
        private long refusals;

        Entry(String id, String person, boolean dry) {
            this.id = id;
            this.person = person;
            this.dry = dry;
        }

        @Override
        public void begun() {
            try {
                transaction.executeWithoutResult(_ -> {
                    jdbc.sql("delete from imports.import where (person = :person and id = :id)"
                                    + " or begun_at < now() - make_interval(days => :days)")
                            .param("person", person)
                            .param("id", id)
                            .param("days", DAYS_KEPT)
                            .update();
                    jdbc.sql("insert into imports.import (person, id, run, state, dry_run)"
                                    + " values (:person, :id, :run, 'RUNNING', :dry)")
                            .param("person", person)
                            .param("id", id)
                            .param("run", run)
                            .param("dry", dry)
                            .update();
                });
                begun = true;
            } catch (DataAccessException | TransactionException fault) {
                LOG.warn("the progress of import {} cannot be kept", id, fault);
                return;
            }
            Thread.ofVirtual().name("import-" + id).start(this::tell);
        }

        private void tell() {
            try {
                while (!over.await(SECONDS_BETWEEN, TimeUnit.SECONDS)) write();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public synchronized void decided(Line decided) {
            line = decided.number();
            counts.merge(decided.outcome(), 1L, Long::sum);
        }

        @Override
        public void refused(Refusal refusal) {
            boolean many;
            synchronized (this) {
                unwritten.add(refusal);
                many = unwritten.size() >= REFUSALS_AT_ONCE;
            }
            if (many) write();
        }

        /** @return whether it could be written */
        private synchronized boolean write() {
            if (!begun) {
                unwritten.clear();
                return false;
            }
            try {
                writeRefusals();
                jdbc.sql("""
                                update imports.import set line = :line, recorded = :recorded, replayed = :replayed,
                                    unchanged = :unchanged, refused = :refused, not_recorded = :notRecorded, heard_at = now()
                                where run = :run""")
                        .param("line", line)
                        .param("recorded", many(LineOutcome.RECORDED))
                        .param("replayed", many(LineOutcome.REPLAYED))
                        .param("unchanged", many(LineOutcome.UNCHANGED))
                        .param("refused", many(LineOutcome.REFUSED))
                        .param("notRecorded", many(LineOutcome.NOT_RECORDED))
                        .param("run", run)
                        .update();
                return true;
            } catch (DataAccessException | TransactionException fault) {
                LOG.warn("the progress of import {} cannot be written", id, fault);
                // Where it cannot be written for long, the import fails for the same reason.
                if (unwritten.size() > 10 * REFUSALS_AT_ONCE) unwritten.clear();
                return false;
            }
        }

        private void writeRefusals() {
            if (unwritten.isEmpty()) return;
            List<Object[]> rows = new ArrayList<>();
            for (Refusal refusal : unwritten)
                rows.add(new Object[] {refusals + rows.size() + 1, JSON.writeValueAsString(refusal), run});
            // Another run of the same id may have taken its place.
            transaction.executeWithoutResult(_ -> batches.batchUpdate("""
                            insert into imports.refusal (number, refusal, run)
                            select ?, ?, run from imports.import where run = ?""", rows));
            refusals += unwritten.size();
            unwritten.clear();
        }

        private long many(LineOutcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        private void end(Report report) {
            over(ImportState.ENDED, report.stoppedAt(), report.position(), null);
        }

        private void fail(Throwable fault) {
            over(
                    ImportState.FAILED,
                    null,
                    null,
                    fault instanceof Problem problem ? problem.body().detail() : "The system failed");
        }

        private void over(
                ImportState state, @Nullable Long stoppedAt, @Nullable Long position, @Nullable String failure) {
            over.countDown();
            if (!write()) return;
            try {
                jdbc.sql("""
                                update imports.import set state = :state, stopped_at = :stoppedAt, position = :position,
                                    failure = :failure, ended_at = now()
                                where run = :run""")
                        .param("state", state.name())
                        .param("stoppedAt", stoppedAt)
                        .param("position", position)
                        .param("failure", failure)
                        .param("run", run)
                        .update();
            } catch (DataAccessException | TransactionException fault) {
                LOG.warn("the end of import {} cannot be written", id, fault);
            }
        }
    }
}
