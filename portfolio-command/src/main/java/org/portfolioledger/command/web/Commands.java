package org.portfolioledger.command.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.ExpectedVersion;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.Together;
import org.portfolioledger.command.Together.Addressed;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerClock;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.serialization.UnreadableFact;
import tools.jackson.databind.node.ObjectNode;

/** Takes a body to a path, whoever brings it (a POST, or a line of an import), and answers what became of it. */
final class Commands {

    private final Catalogue catalogue;
    private final LedgerClock clock;
    private final FirstSpellings spellings;
    private final CommandDispatcher dispatch;
    private final CommandReader reader;
    private final RecordsReader records;
    private final CorrectionReader corrections;
    private final OutOfReach outOfReach;

    Commands(
            Catalogue catalogue,
            LedgerReader ledger,
            FactReader facts,
            FirstSpellings spellings,
            CommandDispatcher dispatch,
            OutOfReach outOfReach) {
        this.outOfReach = outOfReach;
        this.spellings = spellings;
        this.reader = new CommandReader(spellings);
        this.records = new RecordsReader(catalogue, reader);
        this.catalogue = catalogue;
        this.clock = new LedgerClock(ledger);
        this.dispatch = dispatch;
        this.corrections = new CorrectionReader(catalogue, ledger, facts, reader);
    }

    /**
     * What became of it.
     *
     * @param where finds the path of what it made or changed
     */
    record Answer(CommandDispatcher.Result result, Supplier<String> where) {

        /** Path of what it made or changed. */
        String location() {
            return where.get();
        }
    }

    /** Whoever asks, as the directory spells them; under that person their keys are kept. */
    Actor spelled(Actor actor) {
        return spellings.of(actor);
    }

    /** @throws Problem NOT_ALLOWED if no role of the actor may send a command to the path */
    void requireSender(String path, Actor actor) {
        actor.requireAnywhere(catalogue.sendersTo(path));
    }

    /** Whether a body names a position of the ledger, which the facts of a draft do not have yet. */
    boolean namesPosition(String path, ObjectNode body) {
        return RecordsReader.in(body).anyMatch(record -> namesPosition(record.getKey(), record.getValue()))
                || path.equals(CorrectionReader.PATH)
                || catalogue
                        .at(path)
                        .filter(matched -> RecordPart.of(matched.route().command()).stream()
                                .anyMatch(part -> part.position() && body.hasNonNull(part.name())))
                        .isPresent();
    }

    /** The streams on which a command to a path is decided, as far as the entity names them to which it is addressed. */
    Stream<String> streams(String path, ObjectNode body) {
        return catalogue.at(path).stream().flatMap(matched -> {
            CommandRoute<?> route = matched.route();
            String id = route.opens()
                    ? body.path("id").asString("")
                    : matched.variables().get(route.entity());
            return id != null && CommandReader.isId(id)
                    ? Stream.of(matched.kind(), matched.owner()).map(kind -> kind.stream(id))
                    : Stream.empty();
        });
    }

    /**
     * @param path with its leading {@code /api/v1}
     * @throws Problem whatever stands in the way
     */
    Answer take(String path, ObjectNode body, Actor by, @Nullable String key, @Nullable ExpectedVersion ifMatch) {
        Actor actor = spelled(by);
        LocalDate today = LocalDate.ofInstant(clock.now(), CommandReader.OFFICE);
        try {
            return take(path, body, actor, today, key, ifMatch);
        } catch (Problem refused) {
            Sender sender = new Sender(actor.person(), actor.grants(), actor.kind(), actor.onBehalfOf(), today, false);
            throw outOfReach.of(refused, path, body, sender);
        }
    }

    private Answer take(
            String path,
            ObjectNode body,
            Actor actor,
            LocalDate today,
            @Nullable String key,
            @Nullable ExpectedVersion ifMatch) {
        String fingerprint = Fingerprint.of(path, body);
        if (path.equals(CorrectionReader.PATH)) {
            CorrectionReader.Read read = correction(body, today);
            CommandRequest sent = new CommandRequest(
                    read.correct(),
                    read.stream(),
                    read.register(),
                    read.stream(),
                    actor,
                    today,
                    key,
                    fingerprint,
                    read.knownAt(),
                    ifMatch);
            return new Answer(dispatch.send(sent, () -> sent), read::location);
        }
        Catalogue.Matched matched =
                catalogue.at(path).orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No command is at " + path));
        requireIds(matched.variables());
        CommandRoute<?> route = matched.route();
        CommandReader.Read read = read(matched, body, today);
        if (read.knownAt() != null && route.facts().contains(RegisterWentLive.class))
            throw Problem.of(CommandProblem.KNOWN_AT_REFUSED, "A register goes live at the moment of recording");
        Function<CommandReader.Read, CommandRequest> request = one -> new CommandRequest(
                one.command(),
                matched.kind().stream(one.entity()),
                one.register(),
                matched.owner().stream(one.entity()),
                actor,
                today,
                key,
                fingerprint,
                one.knownAt(),
                ifMatch);
        // Read again, it names what another command has opened meanwhile as that one spelled it.
        CommandDispatcher.Result result =
                dispatch.send(request.apply(read), () -> request.apply(read(matched, body, today)));
        return new Answer(result, () -> location(matched, read.command(), result));
    }

    private CommandReader.Read read(Catalogue.Matched matched, ObjectNode body, LocalDate today) {
        return read(reader, records, matched, body, today);
    }

    private static CommandReader.Read read(
            CommandReader reader, RecordsReader records, Catalogue.Matched matched, ObjectNode body, LocalDate today) {
        BodyFaults faults = new BodyFaults();
        CommandReader.Read read = faults.of(() -> reader.read(matched.route(), matched.variables(), body, today));
        List<Addressed> others =
                matched.route().takesRecords() ? faults.of(() -> records.read(body, today)) : List.of();
        faults.requireNone();
        if (read == null || others == null) throw new IllegalStateException("a body is read, or has faults");
        return others.isEmpty()
                ? read
                : new CommandReader.Read(
                        new Together(read.command(), others), read.entity(), read.register(), read.knownAt());
    }

    /**
     * What cannot be read of a body that was sent to a path, as far as that is told without a look at what is on record: so
     * that whoever knows of another fault tells all at once.
     */
    List<Problem.At> faults(String path, ObjectNode body) {
        return faults(catalogue, path, body);
    }

    static List<Problem.At> faults(Catalogue catalogue, String path, ObjectNode body) {
        Catalogue.Matched matched = catalogue.at(path).orElse(null);
        if (matched == null || !matched.variables().values().stream().allMatch(CommandReader::isId)) return List.of();
        CommandReader apart = new CommandReader();
        try {
            // Nothing that is wrong about a date depends on the day, but for one that is years ahead.
            read(apart, new RecordsReader(catalogue, apart), matched, body, LocalDate.EPOCH.plusYears(200));
            return List.of();
        } catch (Problem problem) {
            return problem.type() == HttpProblem.MALFORMED_REQUEST ? problem.errors() : List.of();
        }
    }

    private CorrectionReader.Read correction(ObjectNode body, LocalDate today) {
        try {
            return corrections.read(body, today);
        } catch (UnreadableFact fault) {
            throw Refusals.problem(fault);
        }
    }

    /** From the path, the command and its facts, which hold what the sender left open: an id, the number of a version. */
    private String location(Catalogue.Matched matched, Command sent, CommandDispatcher.Result result) {
        Map<String, String> known = new HashMap<>(matched.variables());
        known.putAll(members((Record) (sent instanceof Together together ? together.whole() : sent)));
        if (result instanceof CommandDispatcher.Result.Recorded recorded && !(sent instanceof Together)) {
            recorded.facts().forEach(fact -> known.putAll(members((Record) fact)));
            known.put(
                    "position",
                    Long.toString(recorded.receipt().facts().getFirst().position()));
        }
        return Catalogue.BASE + matched.route().locate(known);
    }

    /** Those that may be part of a path. */
    private static Map<String, String> members(Record record) {
        Map<String, String> members = new HashMap<>();
        for (RecordPart part : RecordPart.of(record.getClass())) {
            Object value = part.in(record);
            if (value instanceof String || value instanceof Number) members.put(part.name(), value.toString());
        }
        return members;
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
