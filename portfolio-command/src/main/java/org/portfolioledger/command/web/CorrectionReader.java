package org.portfolioledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.CommandRoute;
import org.portfolioledger.command.Correct;
import org.portfolioledger.command.Decider;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonFaults;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.PositionRange;
import org.portfolioledger.ledger.StoredCommand;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.RecordedStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a correction of {@code {fact, reason, replacement?}}: what the replacement leaves out it inherits. */
final class CorrectionReader {

    static final String PATH = Catalogue.BASE + "/corrections";
    private static final Set<String> MEMBERS = Set.of("fact", "reason", "replacement", "knownAt");

    private final Catalogue catalogue;
    private final LedgerReader ledger;
    private final FactReader facts;
    private final CommandReader reader;
    private final JsonMapper json = FactSerializer.mapper();

    CorrectionReader(Catalogue catalogue, LedgerReader ledger, FactReader facts, CommandReader reader) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.facts = facts;
        this.reader = reader;
    }

    /**
     * A correction as it was sent.
     *
     * @param stream that of the first fact which it covers: the one that decides
     */
    record Read(
            Correct correct,
            String stream,
            String register,
            @Nullable Instant knownAt,
            String location) {}

    Read read(ObjectNode body, LocalDate today) {
        BodyFaults faults = new BodyFaults();
        for (String member : body.propertyNames())
            if (!MEMBERS.contains(member)) faults.add("/" + JsonFaults.escaped(member), "is not known here");
        Long position = faults.of(() -> position(body));
        String reason = faults.of(() -> reason(body));
        JsonNode statedKnown = body.get("knownAt");
        Instant knownAt = statedKnown == null ? null : faults.of(() -> CommandReader.knownAt(statedKnown));
        StoredEvent target = position == null ? null : ledger.at(position).orElse(null);
        List<Standing> unit = target == null ? List.of() : unit(target);
        Command replacement =
                target == null ? null : faults.of(() -> replacement(body.get("replacement"), unit, today));
        faults.requireNone();
        if (target == null || reason == null)
            throw Problem.of(
                    HttpProblem.UNKNOWN_REFERENCE,
                    "No fact is at position " + position,
                    List.of(Problem.At.body("/fact", "is the position of no fact")));
        Correct correct = new Correct(
                unit.stream()
                        .map(fact -> new Correct.Target(
                                fact.event().stream(), fact.event().position()))
                        .toList(),
                reason,
                replacement);
        return new Read(
                correct,
                unit.getFirst().event().stream(),
                target.register(),
                knownAt,
                Catalogue.BASE + "/facts/" + position);
    }

    /**
     * One of the facts that are corrected together.
     *
     * @param origin position of the fact in whose place it stands
     * @param words what may be said anew
     */
    private record Standing(StoredEvent event, long origin, GovernanceFact words) {}

    /**
     * All facts of the command that recorded one of them, in the order in which they were decided first; of commands that
     * were recorded together, the one fact of its own.
     */
    private List<Standing> unit(StoredEvent target) {
        PositionRange positions =
                ledger.command(target.command()).map(StoredCommand::positions).orElseThrow();
        List<Standing> unit = unit(positions);
        return catalogue.giving(kinds(unit)).isPresent() ? unit : List.of(standing(target));
    }

    private static List<Class<? extends GovernanceFact>> kinds(List<Standing> unit) {
        return unit.stream()
                .<Class<? extends GovernanceFact>>map(
                        standing -> standing.words().getClass())
                .toList();
    }

    private List<Standing> unit(PositionRange positions) {
        return ledger.between(positions.first(), positions.last()).stream()
                .map(this::standing)
                .sorted(Comparator.comparingLong(Standing::origin))
                .toList();
    }

    private Standing standing(StoredEvent event) {
        RecordedStream stream = facts.read(ledger.stream(event.stream()));
        long origin = stream.lineages().lineageOf(event.position()).getFirst().position();
        return new Standing(event, origin, Decider.words(stream, event.position()));
    }

    private @Nullable Command replacement(@Nullable JsonNode body, List<Standing> unit, LocalDate today) {
        if (body == null || body.isNull()) return null;
        if (!(body instanceof ObjectNode said)) throw fault("/replacement", "must be an object");
        List<GovernanceFact> words = unit.stream().map(Standing::words).toList();
        CommandRoute<?> route = catalogue.giving(kinds(unit)).orElseThrow();
        ObjectNode merged = json.valueToTree(route.words().apply(words));
        JsonNode before = merged.get("provenance");
        ObjectNode stated = before instanceof ObjectNode object ? object : json.createObjectNode();
        BodyFaults faults = new BodyFaults();
        ObjectNode own = said.deepCopy();
        List<@Nullable String> given = new ArrayList<>(Arrays.asList("id", "provenance", route.names()));
        given.addAll(route.variables());
        for (String name : given)
            if (name != null && own.remove(name) != null) faults.add("/replacement/" + name, "is given by the fact");
        boolean redated = own.hasNonNull("effectiveOn");
        ObjectNode restated = reader.statement(own, today);
        faults.of(() -> reader.requireNear(restated, today));
        if (!redated) {
            restated.remove("effectiveOn");
        } else {
            stated.remove(List.of("precision", "inferred", "note", "dateQualifier"));
        }
        stated.setAll(restated);
        reader.toFirstDay(stated);
        merged.setAll(own);
        merged.set("provenance", stated);
        Command read = faults.of(() -> reader.convert(merged, route.command()));
        faults.requireNone();
        return read;
    }

    private static Long position(ObjectNode body) {
        JsonNode fact = body.path("fact");
        if (!fact.isIntegralNumber() || !fact.canConvertToLong() || fact.asLong() < 1)
            throw fault("/fact", "is not the position of a fact");
        return fact.asLong();
    }

    private static String reason(ObjectNode body) {
        JsonNode reason = body.path("reason");
        if (!reason.isString() || reason.asString().isBlank()) throw fault("/reason", "is missing: say why");
        return reason.asString();
    }

    private static Problem fault(String pointer, String detail) {
        return Problem.of(
                HttpProblem.MALFORMED_REQUEST,
                "The body cannot be read as a correction",
                List.of(Problem.At.body(pointer, detail)));
    }
}
