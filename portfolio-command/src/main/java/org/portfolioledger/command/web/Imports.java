package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.web.Draft.Drafts;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.SchemaName;

/**
 * Takes commands in batches: NDJSON, one command a line as {@code {key, post, body}}, by one writer in the order of the
 * file. A line whose key is in the ledger is answered from there, so an import that broke off is simply sent again.
 */
public final class Imports {

    /** How many refused lines a report names at most; all of them are in a list of their own. */
    static final int MOST_REFUSALS = 100;

    private static final int MOST_AT_ONCE = 4;

    private final Commands commands;
    private final Drafts drafts;
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);

    Imports(Commands commands, Drafts drafts) {
        this.commands = commands;
        this.drafts = drafts;
    }

    /** What a refused line means for those after it. */
    public enum OnError {
        /** They are decided but not recorded, since they may rest on it. */
        STOP,
        /** They are recorded as if it were not in the file. */
        SKIP
    }

    /** What became of a line. */
    public enum LineOutcome {
        RECORDED,
        /** It was in the ledger before. */
        REPLAYED,
        /** It would have changed nothing. */
        UNCHANGED,
        REFUSED,
        /** It comes after the line at which the import stopped. */
        NOT_RECORDED
    }

    /** What a problem tells of an import that ended with it. */
    @SchemaName("Import")
    public record ImportReported(Report report) {}

    /**
     * One line.
     *
     * @param number 1, 2, 3, …
     * @param position last position that it wrote; null if it wrote nothing
     * @param problem why it was refused
     */
    public record Line(
            long number,
            @Nullable String key,
            LineOutcome outcome,
            @Nullable Long position,
            Problem.@Nullable Body problem) {}

    /**
     * A refused line.
     *
     * @param line 1, 2, 3, …
     * @param key null if it has none
     * @param columns headers of the columns of a spreadsheet that the problem is about; null: none, or not known
     * @param post path to which a row would be sent; null for what is no row
     * @param body what a row would be sent as; null for what is no row
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SchemaName("ImportRefusal")
    public record Refusal(
            long line,
            @Nullable String key,
            Problem.Body problem,
            @Nullable List<String> columns,
            @Nullable String post,
            @Nullable Map<String, Object> body) {}

    /**
     * What became of a file.
     *
     * @param recorded number of lines recorded; in a dry run, those that would be
     * @param replayed how many were in the ledger before
     * @param unchanged number of lines that would have changed nothing
     * @param notRecorded number of lines after the one at which it stopped that are not refused
     * @param stoppedAt number of the line at which it stopped; null if it did not
     * @param position last position that it wrote, or found where a line was recorded before; null if there is none
     * @param refusals the refused lines, the first 100 of them
     * @param moreRefusals path of the list of all refused lines; null if there are no more, or they are not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SchemaName("ImportReport")
    public record Report(
            boolean dryRun,
            long recorded,
            long replayed,
            long unchanged,
            long refused,
            long notRecorded,
            @Nullable Long stoppedAt,
            @Nullable Long position,
            List<Refusal> refusals,
            @Nullable String moreRefusals) {

        Report withMore(String path) {
            return new Report(
                    dryRun, recorded, replayed, unchanged, refused, notRecorded, stoppedAt, position, refusals, path);
        }

        /** Whether it stopped, or refused lines and keeps none. */
        public boolean failed() {
            return stoppedAt != null || (refused > 0 && recorded == 0 && replayed == 0);
        }

        long lines() {
            return recorded + replayed + unchanged + refused + notRecorded;
        }
    }

    /** Is told what becomes of an import on its way. */
    @FunctionalInterface
    public interface Watch {

        /** This node has room for it, and begins. */
        default void begun() {}

        /** A line was decided, and what it asks for is on disk. */
        void decided(Line line);

        /** A line was refused. */
        default void refused(Refusal refusal) {}
    }

    /**
     * Takes a file, of which it holds a few lines at a time.
     *
     * @param stream UTF-8
     * @throws Problem with the report so far, if this node cannot take commands at present; BUSY while it takes as many
     *     files as it can
     */
    public Report take(InputStream stream, Actor actor, boolean dry, OnError onError, Watch watch) throws IOException {
        return take(() -> new ImportLines(stream), actor, dry, onError, watch);
    }

    /** Opens what an import takes its commands from. */
    @FunctionalInterface
    interface Source {
        ImportSource open() throws IOException;
    }

    /** Takes commands from a source, which is opened once this node has room for it. */
    Report take(Source source, Actor actor, boolean dry, OnError onError, Watch watch) throws IOException {
        if (!running.tryAcquire())
            throw Problem.of(HttpProblem.BUSY, "%s imports are under way".formatted(MOST_AT_ONCE));
        try {
            watch.begun();
            try (ImportSource opened = source.open();
                    Draft draft = drafts.begin()) {
                return new ImportRun(commands, draft, commands.spelled(actor), dry, onError, watch).take(opened);
            }
        } finally {
            running.release();
        }
    }
}
