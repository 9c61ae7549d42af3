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
import org.portfolioledger.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes commands in batches: NDJSON, one command a line as {@code {key, post, body}}, by one writer in the order of the
 * file. A line whose key is in the ledger is answered from there, so an import that broke off is simply sent again. It
 * stops at the first line that is refused: what comes after may rest on it.
 */
public final class Imports {

    private static final Set<String> MEMBERS = Set.of("key", "post", "body");

    private final Commands commands;
    private final JsonText text = new JsonText();

    Imports(Commands commands) {
        this.commands = commands;
    }

    /**
     * What became of one line.
     *
     * @param line 1, 2, 3, …
     * @param position last position that it wrote; null if it wrote nothing
     * @param replayed true if it was in the ledger before
     * @param problem null, or the problem detail that stopped the import
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long line,
            @Nullable String key,
            @Nullable Long position,
            @Nullable Boolean replayed,
            @Nullable Map<String, Object> problem) {}

    /**
     * What became of a file.
     *
     * @param recorded lines that were recorded now
     * @param replayed lines that were in the ledger before
     * @param unchanged lines that would have changed nothing
     * @param stoppedAt the line that was refused; null if all were taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            boolean dryRun,
            long recorded,
            long replayed,
            long unchanged,
            @Nullable Line stoppedAt,
            List<Line> lines) {}

    /**
     * Takes a file.
     *
     * @param stream UTF-8
     * @param progress told of every line
     */
    public Report take(InputStream stream, Actor actor, boolean dryRun, Consumer<Line> progress) throws IOException {
        // Byte by byte: what is no UTF-8 is refused with its line, and not mended.
        BufferedReader file = new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1));
        List<Line> lines = new ArrayList<>();
        long recorded = 0;
        long replayed = 0;
        long unchanged = 0;
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) continue;
            Line taken = take(number, line, actor);
            lines.add(taken);
            progress.accept(taken);
            if (taken.problem() != null) return new Report(dryRun, recorded, replayed, unchanged, taken, lines);
            if (taken.position() == null) unchanged++;
            else if (taken.replayed() != null) replayed++;
            else recorded++;
        }
        return new Report(dryRun, recorded, replayed, unchanged, null, lines);
    }

    private Line take(long number, String line, Actor actor) {
        String key = null;
        try {
            ObjectNode said = text.object(line.getBytes(StandardCharsets.ISO_8859_1));
            key = IdempotencyKey.of(string(said, "key"));
            String post = string(said, "post");
            said.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(member -> !MEMBERS.contains(member))
                    .forEach(member -> {
                        throw fault("/" + member, "is not known here");
                    });
            if (!(said.get("body") instanceof ObjectNode body)) throw fault("/body", "is no object");
            Commands.Answer answer = commands.take(post, body, actor, key, null);
            return switch (answer.result()) {
                case CommandDispatcher.Result.Recorded recorded ->
                    new Line(number, key, recorded.receipt().position(), recorded.replayed() ? true : null, null);
                case CommandDispatcher.Result.Unchanged _ -> new Line(number, key, null, null, null);
            };
        } catch (Problem problem) {
            return new Line(number, key, null, null, problem.body());
        }
    }

    private static String string(ObjectNode said, String member) {
        JsonNode value = said.path(member);
        if (!value.isString() || value.asString().isBlank()) throw fault("/" + member, "is missing");
        return value.asString();
    }

    private static Problem fault(String pointer, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The line is not of the form {\"key\": …, \"post\": …, \"body\": {…}}",
                List.of(Problem.At.body(pointer, detail)));
    }
}
