package org.portfolioledger.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one command writes, all or nothing.
 *
 * @param command the command that decided it
 * @param fingerprint of the request, by which a repeated command is told from a key that was used for another
 * @param register the record to which every stream of the unit belongs
 * @param knownAt stated by an import into a register that still migrates (cut to microseconds); null: when recorded
 * @param events in the order in which they are to be numbered, at least one; within a stream without a gap
 * @param basis what else must not have moved
 */
public record AppendRequest(
        CommandKey command,
        String fingerprint,
        String register,
        @Nullable Instant knownAt,
        List<NewEvent> events,
        List<Guard> basis) {

    public AppendRequest {
        PostgresText.require("fingerprint", fingerprint);
        PostgresText.require("register", register);
        knownAt = knownAt == null ? null : knownAt.truncatedTo(ChronoUnit.MICROS);
        events = List.copyOf(events);
        basis = Basis.merged(basis);
        requireConsecutive(events);
    }

    private static void requireConsecutive(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a unit without events");
        }
        var due = new HashMap<String, Long>();
        for (NewEvent event : events) {
            Long expected = due.put(event.stream(), event.sequence() + 1);
            if (expected != null && expected != event.sequence()) {
                throw new IllegalArgumentException("within the unit, %s goes from sequence %s to %s"
                        .formatted(event.stream(), expected - 1, event.sequence()));
            }
        }
    }
}
