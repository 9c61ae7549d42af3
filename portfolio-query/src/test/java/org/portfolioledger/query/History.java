package org.portfolioledger.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.Corrected;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.Provenance;
import tools.jackson.databind.JsonNode;

/** Writes facts straight into a ledger, each in the stream in which it belongs. */
public final class History {

    private final Ledger ledger;
    private final FactSerializer serializer = new FactSerializer();
    private final Map<String, Long> sequences = new HashMap<>();
    private String register = "MPS";

    public History(DataSource appender) {
        this.ledger = new Ledger(appender);
    }

    /** The register of what is written from here on. */
    public History in(String other) {
        this.register = other;
        return this;
    }

    /** Appends a fact to a stream that the caller names; answers its position. */
    public long append(String stream, GovernanceFact fact) {
        return append(stream, fact, null, List.of(), List.of());
    }

    /** Appends a fact that is known from now on; answers its position. */
    public long append(GovernanceFact fact) {
        return append(fact, null, List.of(), List.of());
    }

    /** Appends a fact that a migration states to have been known at an instant. */
    public long known(String instant, GovernanceFact fact) {
        return append(fact, Instant.parse(instant), List.of(), List.of());
    }

    /** Appends a fact that rests on others. */
    public long resting(GovernanceFact fact, Long... facts) {
        return append(fact, null, List.of(), List.of(facts));
    }

    /** Appends a migrated fact that leaves rules unmet. */
    public long unmet(String instant, GovernanceFact fact, String... rules) {
        return append(fact, Instant.parse(instant), List.of(rules), List.of());
    }

    public long correct(long fact, String reason, @Nullable GovernanceFact replacement) {
        return correct(null, fact, reason, replacement);
    }

    /** Corrects a fact, as a migration states it to have been known at an instant; null: from now on. */
    public long correct(@Nullable Instant knownAt, long fact, String reason, @Nullable GovernanceFact replacement) {
        String stream = ledger.at(fact).orElseThrow().stream();
        Corrected corrected = new Corrected(
                fact, reason, replacement == null ? null : 1, replacement, Provenance.on(LocalDate.of(2015, 1, 1)));
        return append(stream, corrected, knownAt, List.of(), List.of());
    }

    /** The same in the stream in which it belongs. */
    public long append(GovernanceFact fact, @Nullable Instant knownAt, List<String> unmetRules, List<Long> restsOn) {
        return append(streamOf(fact), fact, knownAt, unmetRules, restsOn);
    }

    /** Appends a fact with all that can be recorded with it; no instant: known from now on. */
    public long append(
            String stream,
            GovernanceFact fact,
            @Nullable Instant knownAt,
            List<String> unmetRules,
            List<Long> restsOn) {
        return unit(knownAt, List.of(event(stream, fact, unmetRules).restingOn(restsOn)));
    }

    /** Appends several facts as one unit; answers the last position. */
    public long together(GovernanceFact... facts) {
        return together(null, List.of(facts), Collections.nCopies(facts.length, List.of()));
    }

    /**
     * The same, known from an instant on; null: from now on.
     *
     * @param restsOn on what each of them rests; −1 is the first of them
     */
    public long together(@Nullable Instant knownAt, List<GovernanceFact> facts, List<List<Long>> restsOn) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            GovernanceFact fact = facts.get(i);
            events.add(event(streamOf(fact), fact, List.of()).restingOn(restsOn.get(i)));
        }
        return unit(knownAt, events);
    }

    private long unit(@Nullable Instant knownAt, List<NewEvent> events) {
        List<Guard> guards = events.stream()
                .flatMap(event -> event.restsOn().stream())
                .filter(position -> position > 0)
                .map(position -> ledger.at(position).orElseThrow().stream())
                .distinct()
                .map(stream -> new Guard(stream, ledger.lastSequence(stream)))
                .toList();
        CommandKey key = new CommandKey("a.clerk", UUID.randomUUID().toString());
        Outcome outcome = ledger.append(
                        List.of(new AppendRequest(key, "f", register, knownAt, knownAt == null, events, guards)))
                .getFirst();
        if (outcome instanceof Outcome.Appended appended) return appended.last();
        throw new AssertionError(outcome.toString());
    }

    /** Appends what no program of today can read, such as a fact of a later release; answers its position. */
    public long unreadable(String stream, String type) {
        return raw(stream, type, "{}");
    }

    /** Appends what is not even JSON. */
    public long illegible(String stream) {
        return raw(stream, "initiative-opened", "not json");
    }

    private long raw(String stream, String type, String payload) {
        long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        return unit(
                null,
                List.of(new NewEvent(
                        UUID.randomUUID(),
                        stream,
                        sequence,
                        type,
                        1,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        LocalDate.of(2011, 1, 1))));
    }

    private NewEvent event(String stream, GovernanceFact fact, List<String> unmetRules) {
        long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
        String metadata =
                unmetRules.isEmpty() ? "{}" : "{\"unmetRules\":[\"" + String.join("\",\"", unmetRules) + "\"]}";
        FactType type = FactType.of(fact.getClass());
        return new NewEvent(
                UUID.randomUUID(),
                stream,
                sequence,
                type.typeName(),
                type.revision(),
                serializer.write(fact),
                metadata.getBytes(StandardCharsets.UTF_8),
                fact.provenance().effectiveOn());
    }

    /** The first component of every fact is the id of its entity. */
    private static String streamOf(GovernanceFact fact) {
        Kind<?, ?> kind = Kinds.ALL.stream()
                .filter(known -> known.facts().isInstance(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of entity has facts as " + fact));
        JsonNode members = FactSerializer.mapper().valueToTree(fact);
        return kind.stream(members.values().iterator().next().asString());
    }

    public static Provenance on(String day) {
        return Provenance.on(LocalDate.parse(day));
    }

    public static Provenance about(String day, DatePrecision precision) {
        return new Provenance(LocalDate.parse(day), precision, null, null, null, null);
    }

    /** Null: none. */
    public static @Nullable LocalDate date(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
