package org.portfolioledger.command.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.edge.Actor;
import org.portfolioledger.edge.EdgeProblem;
import org.portfolioledger.edge.Problem;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.wire.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a body to a path, whoever brings it (a POST, or a line of an import), and answers what became of it. */
final class Commands {

    private final Catalogue catalogue;
    private final Ledger ledger;
    private final FactReader facts;
    private final Dispatch dispatch;
    private final CommandReader reader = new CommandReader();
    private final CorrectionReader corrections;
    private final JsonMapper json = Wire.mapper();

    Commands(Catalogue catalogue, Ledger ledger, FactReader facts, Dispatch dispatch) {
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
    record Answer(Dispatch.Result result, String location) {}

    /**
     * @param path with its leading {@code /api/v1}
     * @throws Problem whatever stands in the way
     */
    Answer take(String path, ObjectNode body, Actor actor, @Nullable String key, @Nullable Long ifMatch) {
        LocalDate today = LocalDate.ofInstant(ledger.now(), CommandReader.OFFICE);
        String fingerprint = fingerprint(path, body);
        if (path.equals(CorrectionReader.PATH)) {
            CorrectionReader.Read read = corrections.read(body, today);
            Sent sent = new Sent(read.correct(), actor, key, fingerprint, read.knownAt(), ifMatch);
            return new Answer(dispatch.send(sent), read.location());
        }
        Catalogue.Matched matched =
                catalogue.at(path).orElseThrow(() -> Problem.of(EdgeProblem.NOT_FOUND, "No command is at " + path));
        requireIds(matched.variables());
        CommandReader.Read read = reader.read(matched.post(), matched.variables(), body, today);
        Sent sent = new Sent(read.command(), actor, key, fingerprint, read.knownAt(), ifMatch);
        Dispatch.Result result = dispatch.send(sent);
        return new Answer(result, location(matched.post(), read.command(), result));
    }

    /** A repeated command that names nothing has been given another id by now: the first one is on record. */
    private String location(Post<?> post, Command sent, Dispatch.Result result) {
        return result instanceof Dispatch.Result.Recorded recorded && recorded.replayed() && post.names() != null
                ? post.locationOf(firstSent(post, recorded.receipt()))
                : post.locationOf(sent);
    }

    private Command firstSent(Post<?> post, Receipt receipt) {
        long position = receipt.facts().getFirst().position();
        StoredEvent first = ledger.at(position).orElseThrow();
        return reader.convert(json.valueToTree(facts.read(first).fact()), post.command());
    }

    private static void requireIds(Map<String, String> variables) {
        variables.values().stream()
                .filter(id -> !CommandReader.isId(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Problem.of(EdgeProblem.NOT_FOUND, "Nothing can have the id in this path");
                });
    }

    /** Of path and content: white space and the order of members do not make another request. */
    private String fingerprint(String path, ObjectNode body) {
        try {
            byte[] text = (path + "\n" + json.writeValueAsString(sorted(body))).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = json.createObjectNode();
            TreeMap<String, JsonNode> members = new TreeMap<>();
            object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.forEach((name, value) -> sorted.set(name, sorted(value)));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode sorted = json.createArrayNode();
            array.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return node;
    }
}
