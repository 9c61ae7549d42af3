package org.portfolioledger.command.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;

/**
 * The answer to a command.
 *
 * @param position last position that it wrote
 * @param facts what it wrote, in order
 * @param restingOnIt of a correction: positions of the facts that rested on what it corrects, or referred to what that
 *     opened, when it was recorded; null: it corrects nothing
 */
record Receipt(
        long position,
        Instant knownAt,
        Instant recordedAt,
        List<Fact> facts,
        @Nullable List<Long> restingOnIt) {

    /**
     * @param version version of the stream after the fact, the ETag of what it feeds
     */
    record Fact(String type, long position, UUID eventId, String stream, long version) {}

    /** Version of the stream that decided, after all of them. */
    @JsonIgnore
    long version() {
        String stream = facts.getFirst().stream();
        return facts.stream()
                .filter(fact -> fact.stream().equals(stream))
                .mapToLong(Fact::version)
                .max()
                .orElseThrow();
    }

    /** Of facts that were appended now. */
    static Receipt of(Outcome.Appended appended, List<NewEvent> events) {
        List<Fact> facts = new ArrayList<>();
        for (NewEvent event : events)
            facts.add(new Fact(
                    event.type(),
                    appended.first() + facts.size(),
                    event.eventId(),
                    event.stream(),
                    event.sequence() + 1));
        return new Receipt(appended.last(), appended.knownAt(), appended.recordedAt(), List.copyOf(facts), null);
    }

    /** Of facts that are on record, all of one command. */
    static Receipt of(List<StoredEvent> events) {
        StoredEvent last = events.getLast();
        return new Receipt(
                last.position(),
                last.knownAt(),
                last.recordedAt(),
                events.stream()
                        .map(event -> new Fact(
                                event.type(), event.position(), event.eventId(), event.stream(), event.sequence() + 1))
                        .toList(),
                null);
    }

    /** The same of a correction. */
    Receipt restingOnIt(List<Long> positions) {
        return new Receipt(position, knownAt, recordedAt, facts, positions);
    }
}
