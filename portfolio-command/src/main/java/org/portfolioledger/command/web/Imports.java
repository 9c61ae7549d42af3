package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;
import org.portfolioledger.serialization.SchemaName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes commands in batches: NDJSON, one command a line as {@code {key, post, body}}, by one writer in the order of the
 * file. A line whose key is in the ledger is answered from there, so an import that broke off is simply sent again.
 * Every line is decided, also after a stop, so that one run reports every refused line.
 */
public final class Imports {

    private static final Set<String> MEMBERS = Set.of("key", "post", "body");
    /** The byte order mark of UTF-8, as it reads byte by byte. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private final Commands commands;
    private final DryRun dryRun;
    private final JsonText text = new JsonText();

    Imports(Commands commands, DryRun dryRun) {
        this.commands = commands;
        this.dryRun = dryRun;
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
        /** It could be recorded, but comes after the line at which the import stopped. */
        NOT_RECORDED
    }

    /** What a problem tells of an import that ended with it. */
    @SchemaName("Import")
    public record ImportReported(Report report) {}

    /**
     * One line.
     *
     * @param line 1, 2, 3, …
     * @param position last position that it wrote; null if it wrote nothing
     * @param problem why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @SchemaName("ImportLine")
    public record Line(
            long line,
            @Nullable String key,
            LineOutcome outcome,
            @Nullable Long position,
            Problem.@Nullable Body problem) {}

    /**
     * What became of a file.
     *
     * @param stoppedAt number of the line at which it stopped; null if it did not
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
            List<Line> lines) {

        private static Report of(boolean dryRun, @Nullable Long stoppedAt, List<Line> lines) {
            return new Report(
                    dryRun,
                    count(lines, LineOutcome.RECORDED),
                    count(lines, LineOutcome.REPLAYED),
                    count(lines, LineOutcome.UNCHANGED),
                    count(lines, LineOutcome.REFUSED),
                    count(lines, LineOutcome.NOT_RECORDED),
                    stoppedAt,
                    List.copyOf(lines));
        }

        private static long count(List<Line> lines, LineOutcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }

        /** Whether it stopped, or refused lines and keeps none. */
        public boolean failed() {
            return stoppedAt != null || (refused > 0 && recorded == 0 && replayed == 0);
        }
    }

    /**
     * Takes a file.
     *
     * @param stream UTF-8
     * @param progress gets every line
     * @throws Problem with the report so far, if this node cannot take commands at present
     */
    public Report take(InputStream stream, Actor actor, boolean dry, OnError onError, Consumer<Line> progress)
            throws IOException {
        // Byte by byte: a line that is not UTF-8 is refused by its number, and never repaired.
        BufferedReader file = new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1));
        List<Line> lines = new ArrayList<>();
        Commands deciding = dry ? dryRun.begin() : commands;
        Long stoppedAt = null;
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            String command = number == 1 && line.startsWith(MARK) ? line.substring(MARK.length()) : line;
            if (command.isBlank()) continue;
            Line taken;
            try {
                taken = take(deciding, number, command, actor);
            } catch (Problem unavailable) {
                throw unavailable.with(new ImportReported(Report.of(dry, number, lines)));
            }
            if (stoppedAt != null) taken = afterStop(taken);
            lines.add(taken);
            progress.accept(taken);
            if (taken.outcome() == LineOutcome.REFUSED && onError == OnError.STOP && stoppedAt == null) {
                stoppedAt = number;
                if (!dry) deciding = dryRun.begin();
            }
        }
        return Report.of(dry, stoppedAt, lines);
    }

    private static Line afterStop(Line decided) {
        return switch (decided.outcome()) {
            case RECORDED, UNCHANGED -> new Line(decided.line(), decided.key(), LineOutcome.NOT_RECORDED, null, null);
            case REPLAYED, REFUSED, NOT_RECORDED -> decided;
        };
    }

    private Line take(Commands deciding, long number, String line, Actor actor) {
        String key = null;
        try {
            ObjectNode said = text.object(line.getBytes(StandardCharsets.ISO_8859_1));
            key = IdempotencyKey.of(List.of(string(said, "key")));
            String post = string(said, "post");
            List<Problem.At> unknown = said.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(member -> !MEMBERS.contains(member))
                    .map(member -> Problem.At.body("/" + member, "is not known here"))
                    .toList();
            if (!unknown.isEmpty()) throw fault(unknown);
            if (!(said.get("body") instanceof ObjectNode body))
                throw fault(List.of(Problem.At.body("/body", "must be an object")));
            Commands.Answer answer = deciding.take(post, body, actor, key, null);
            return switch (answer.result()) {
                case CommandDispatcher.Result.Recorded recorded ->
                    new Line(
                            number,
                            key,
                            recorded.replayed() ? LineOutcome.REPLAYED : LineOutcome.RECORDED,
                            recorded.receipt().position(),
                            null);
                case CommandDispatcher.Result.Unchanged _ -> new Line(number, key, LineOutcome.UNCHANGED, null, null);
            };
        } catch (Problem problem) {
            // Not the line is at fault: every later line would fail for the same reason.
            if (problem.type().status() >= 500) throw problem;
            return new Line(number, key, LineOutcome.REFUSED, null, problem.body());
        }
    }

    private static String string(ObjectNode said, String member) {
        JsonNode value = said.path(member);
        if (!value.isString() || value.asString().isBlank())
            throw fault(List.of(Problem.At.body("/" + member, "is missing")));
        return value.asString();
    }

    private static Problem fault(List<Problem.At> faults) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The line is not of the form {\"key\": …, \"post\": …, \"body\": {…}}",
                faults);
    }
}
