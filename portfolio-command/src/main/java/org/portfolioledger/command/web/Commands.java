package org.portfolioledger.command.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a body to a path, whoever brings it (a POST, or a line of an import), and answers what became of it. */
final class Commands {

    private final Catalogue catalogue;
    private final LedgerReader ledger;
    private final FactReader facts;
    private final CommandDispatcher dispatch;
    private final CommandReader reader = new CommandReader();
    private final CorrectionReader corrections;
    private final JsonMapper json = FactSerializer.mapper();

    Commands(Catalogue catalogue, LedgerReader ledger, FactReader facts, CommandDispatcher dispatch) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.facts = facts;
        this.dispatch = dispatch;
        this.corrections = new CorrectionReader(catalogue, ledger, facts, reader);
    }

    /**
     * What became of it.
     *
     * @param location path of what it made or changed
     */
    record Answer(CommandDispatcher.Result result, String location) {}

    /**
     * @param path with its leading {@code /api/v1}
     * @throws Problem whatever stands in the way
     */
    Answer take(String path, ObjectNode body, Actor actor, @Nullable String key, @Nullable Long ifMatch) {
        LocalDate today = LocalDate.ofInstant(ledger.now(), CommandReader.OFFICE);
        String fingerprint = Fingerprint.of(path, body);
        if (path.equals(CorrectionReader.PATH)) {
            CorrectionReader.Read read = corrections.read(body, today);
            CommandRequest sent = new CommandRequest(read.correct(), actor, key, fingerprint, read.knownAt(), ifMatch);
            return new Answer(dispatch.send(sent), read.location());
        }
        Catalogue.Matched matched =
                catalogue.at(path).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No command is at " + path));
        requireIds(matched.variables());
        CommandReader.Read read = reader.read(matched.post(), matched.variables(), body, today);
        CommandRequest sent = new CommandRequest(read.command(), actor, key, fingerprint, read.knownAt(), ifMatch);
        CommandDispatcher.Result result = dispatch.send(sent);
        return new Answer(result, location(matched.post(), read.command(), result));
    }

    /** Read from the fact, which says what the sender left open: an id, the number of a version. */
    private String location(CommandRoute<?> post, Command sent, CommandDispatcher.Result result) {
        if (!(result instanceof CommandDispatcher.Result.Recorded recorded)) return post.locationOf(sent);
        ObjectNode said = json.valueToTree(facts.read(recorded.first()).fact());
        return post.locationOf(reader.convert(said, post.command()))
                .replace(CommandRoute.POSITION, Long.toString(recorded.first().position()));
    }

    private static void requireIds(Map<String, String> variables) {
        variables.values().stream()
                .filter(id -> !CommandReader.isId(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.of(HttpProblem.NOT_FOUND, "Nothing can have the id in this path");
                });
    }
}
