package org.portfolioledger.command.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Together.Addressed;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonFaults;
import org.portfolioledger.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the commands that came within another, each as {@code {post, body}}, the form of a line of an import. */
final class RecordsReader {

    static final String MEMBER = "records";
    private static final int MOST = 200;
    private static final Set<String> MEMBERS = Set.of("post", "body");

    private final Catalogue catalogue;
    private final CommandReader reader;

    RecordsReader(Catalogue catalogue, CommandReader reader) {
        this.catalogue = catalogue;
        this.reader = reader;
    }

    /** What a body holds of them, by path; empty where it holds none. */
    static Stream<Map.Entry<String, ObjectNode>> in(ObjectNode body) {
        return body.path(MEMBER)
                .valueStream()
                .flatMap(record -> record.get("body") instanceof ObjectNode object
                        ? Stream.of(Map.entry(record.path("post").asString(""), object))
                        : Stream.empty());
    }

    /**
     * @param body of the whole, whose day is that of each which states none
     * @param today by the clock of the ledger
     * @throws Problem MALFORMED_REQUEST, with pointers into the whole body
     */
    List<Addressed> read(ObjectNode body, LocalDate today) {
        if (!(body.path(MEMBER) instanceof ArrayNode records)) {
            if (body.path(MEMBER).isMissingNode() || body.path(MEMBER).isNull()) return List.of();
            throw JsonFaults.malformed("/" + MEMBER, "must be a list");
        }
        if (records.size() > MOST) throw JsonFaults.malformed("/" + MEMBER, "must have no more than " + MOST);
        JsonNode on = body.path("effectiveOn");
        BodyFaults faults = new BodyFaults();
        List<Addressed> read = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
            String pointer = "/%s/%s".formatted(MEMBER, i);
            Addressed one = faults.of(() -> record(record, pointer, on, today));
            if (one != null) read.add(one);
        }
        faults.requireNone();
        return List.copyOf(read);
    }

    private Addressed record(JsonNode record, String pointer, JsonNode on, LocalDate today) {
        if (!(record instanceof ObjectNode said)) throw JsonFaults.malformed(pointer, "must be an object");
        for (String name : said.propertyNames())
            if (!MEMBERS.contains(name)) throw JsonFaults.malformed(pointer + "/" + name, "is not known here");
        if (!(said.get("body") instanceof ObjectNode body))
            throw JsonFaults.malformed(pointer + "/body", "must be an object");
        Catalogue.Matched matched = catalogue
                .at(said.path("post").asString(""))
                .filter(found -> found.variables().values().stream().allMatch(CommandReader::isId))
                .orElseThrow(() -> JsonFaults.malformed(pointer + "/post", "is the path of no command"));
        requireOneFact(matched.route(), pointer);
        ObjectNode dated = body.deepCopy();
        if (!dated.hasNonNull("effectiveOn") && on.isString()) dated.set("effectiveOn", on);
        CommandReader.Read one =
                within(pointer + "/body", () -> reader.read(matched.route(), matched.variables(), dated, today));
        if (one.knownAt() != null) throw JsonFaults.malformed(pointer + "/body/knownAt", "is given by the whole");
        return new Addressed(matched.kind().stream(one.entity()), one.command());
    }

    /** So that each is corrected by itself. A register is opened and goes live by itself. */
    private static void requireOneFact(CommandRoute<?> route, String pointer) {
        if (route.takesRecords()
                || route.facts().size() > 1
                || route.facts().stream().anyMatch(RegisterFact.class::isAssignableFrom))
            throw JsonFaults.malformed(pointer + "/post", "is recorded by itself");
    }

    private static <T> T within(String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            List<Problem.At> there = problem.errors().stream()
                    .map(at -> new Problem.At(
                            part + (at.pointer() == null ? "" : at.pointer()), null, at.type(), at.detail()))
                    .toList();
            throw Problem.of(
                    problem.type() == HttpProblem.NOT_FOUND ? HttpProblem.MALFORMED_REQUEST : problem.type(),
                    String.valueOf(problem.getMessage()),
                    there);
        }
    }
}
