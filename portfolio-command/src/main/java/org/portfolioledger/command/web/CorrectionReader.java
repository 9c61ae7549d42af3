package org.portfolioledger.command.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Command;
import org.portfolioledger.command.Correct;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.vocabulary.Provenance;
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

    record Read(Correct correct, @Nullable Instant knownAt, String location) {}

    Read read(ObjectNode body, LocalDate today) {
        body.propertyStream()
                .filter(member -> !MEMBERS.contains(member.getKey()))
                .findFirst()
                .ifPresent(member -> {
                    throw fault("/" + member.getKey(), "is not known here");
                });
        long position = position(body);
        String reason = reason(body);
        StoredEvent target = ledger.at(position)
                .orElseThrow(() -> Problem.of(
                        HttpProblem.UNKNOWN_REFERENCE,
                        "No fact is at position " + position,
                        List.of(Problem.At.body("/fact", "is the position of no fact"))));
        GovernanceFact standing = words(target);
        Command replacement = replacement(body.get("replacement"), standing, today);
        Provenance provenance = replacement == null ? standing.provenance() : replacement.provenance();
        JsonNode knownAt = body.get("knownAt");
        return new Read(
                new Correct(target.stream(), position, reason, replacement, provenance),
                knownAt == null ? null : CommandReader.knownAt(knownAt),
                Catalogue.BASE + "/facts/" + position);
    }

    /** What the entry to be corrected says; for a retraction, what it retracted, since that is what may be said anew. */
    private GovernanceFact words(StoredEvent target) {
        List<RecordedFact> stream =
                ledger.stream(target.stream()).stream().map(facts::read).toList();
        var lineages = Kind.lineages(stream);
        return lineages.lineageOf(target.position()).stream()
                .filter(entry -> entry.position() <= target.position())
                .map(entry -> lineages.whatIsSaidBy(entry)
                        .map(EffectiveEntry::content)
                        .map(RecordedFact::fact))
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private @Nullable Command replacement(@Nullable JsonNode body, GovernanceFact standing, LocalDate today) {
        if (body == null || body.isNull()) return null;
        if (!(body instanceof ObjectNode said)) throw fault("/replacement", "must be an object");
        if (standing instanceof Corrected) throw new IllegalStateException("a correction says its replacement");
        CommandRoute<?> post = catalogue.giving(standing.getClass()).orElseThrow();
        ObjectNode merged = json.valueToTree(standing);
        JsonNode before = merged.get("provenance");
        ObjectNode stated = before instanceof ObjectNode object ? object : json.createObjectNode();
        for (String made : Arrays.asList("id", "provenance", post.names()))
            if (made != null && said.has(made)) throw fault("/replacement/" + made, "is given by the fact");
        post.variables().stream().filter(said::has).findFirst().ifPresent(name -> {
            throw fault("/replacement/" + name, "is given by the fact");
        });
        ObjectNode own = said.deepCopy();
        boolean redated = own.hasNonNull("effectiveOn");
        ObjectNode restated = reader.statement(own, today);
        if (!redated) {
            restated.remove("effectiveOn");
        } else {
            stated.remove(List.of("precision", "inferred", "note", "dateQualifier"));
        }
        stated.setAll(restated);
        reader.toFirstDay(stated);
        merged.setAll(own);
        merged.set("provenance", stated);
        return reader.convert(merged, post.command());
    }

    private static long position(ObjectNode body) {
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
