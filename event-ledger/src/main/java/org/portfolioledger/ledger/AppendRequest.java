package org.portfolioledger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command appends, all or nothing.
 *
 * <p>A request without events stores the command alone. It should guard the streams on which the decision rests that nothing
 * is new, also the one to which an event would have been appended.
 *
 * @param command the command that decided it
 * @param fingerprint of the request, by which a repeated command is told from a key that was used for another
 * @param register the record to which every stream of the request belongs
 * @param knownAt stated by an import into a register that migrates (cut to microseconds); null: when recorded. A register
 *     whose first request has none is live from there
 * @param goesLive whether the request ends the migration of its register, for ever; it has events and no knownAt then
 * @param events in the order in which they are to be numbered; within a stream without a gap
 * @param guards what else must not have moved
 */
public record AppendRequest(
        CommandKey command,
        String fingerprint,
        String register,
        @Nullable Instant knownAt,
        boolean goesLive,
        List<NewEvent> events,
        List<Guard> guards) {

    private static final Instant EARLIEST = LocalDate.of(1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant END = LocalDate.of(10_000, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    public AppendRequest {
        PostgresText.require("fingerprint", fingerprint);
        PostgresText.require("register", register);
        knownAt = knownAt == null ? null : inMicroseconds(knownAt);
        events = List.copyOf(events);
        guards = Basis.merged(guards);
        requireConsecutive(events);
        requireGrounds(events);
        if (goesLive && (knownAt != null || events.isEmpty())) {
            throw new IllegalArgumentException("a request that goes live has events and no knownAt");
        }
    }

    /** A request that leaves its register migrating or live, as it is. */
    public AppendRequest(
            CommandKey command,
            String fingerprint,
            String register,
            @Nullable Instant knownAt,
            List<NewEvent> events,
            List<Guard> guards) {
        this(command, fingerprint, register, knownAt, false, events, guards);
    }

    private static Instant inMicroseconds(Instant knownAt) {
        if (knownAt.isBefore(EARLIEST) || !knownAt.isBefore(END)) {
            throw new IllegalArgumentException("knownAt is outside the years 1 to 9999: " + knownAt);
        }
        return knownAt.truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireGrounds(List<NewEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            long itself = -1L - i;
            for (long ground : events.get(i).restsOn()) {
                if (ground < -events.size() || ground == itself) {
                    throw new IllegalArgumentException(
                            "event %s of the request cannot rest on its event %s".formatted(i + 1, -ground));
                }
            }
        }
    }

    private static void requireConsecutive(List<NewEvent> events) {
        var due = new HashMap<String, Long>();
        var ids = new HashSet<>();
        for (NewEvent event : events) {
            Long expected = due.put(event.stream(), event.sequence() + 1);
            if (expected != null && expected != event.sequence()) {
                throw new IllegalArgumentException("within the request, %s goes from sequence %s to %s"
                        .formatted(event.stream(), expected - 1, event.sequence()));
            }
            if (!ids.add(event.eventId())) {
                throw new IllegalArgumentException("within the request, two events have the id " + event.eventId());
            }
        }
    }
}
