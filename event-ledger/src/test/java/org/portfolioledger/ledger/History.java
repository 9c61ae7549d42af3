package org.portfolioledger.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;

/**
 * What many threads saw of some streams, and whether one order of it all explains it: an order that has no operation before
 * one that had ended when it began.
 */
record History(List<Attempt> attempts, List<Reading> readings) {

    /** An append of one event, between two moments of {@link System#nanoTime}. */
    record Attempt(AppendRequest unit, long begun, long ended, Outcome outcome) {

        NewEvent event() {
            return unit.events().getFirst();
        }

        boolean won() {
            return outcome instanceof Appended;
        }

        long position() {
            return ((Appended) outcome).first();
        }
    }

    /** The last sequence of a stream, as it was read between two moments of {@link System#nanoTime}. */
    record Reading(String stream, long last, long begun, long ended) {}

    /** Something that took effect between its begin and its end; those of one rank may stand in any order. */
    private record Operation(long rank, long begun, long ended, Object what) {}

    /** The winners in the order of their positions. */
    List<Attempt> winners() {
        return attempts.stream()
                .filter(Attempt::won)
                .sorted(Comparator.comparingLong(Attempt::position))
                .toList();
    }

    List<Conflict> conflicts() {
        return attempts.stream()
                .map(Attempt::outcome)
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /** The first winner that, one after the other in the order of positions, would not have won; empty if all would. */
    Optional<Attempt> unlawful() {
        Map<String, Long> last = new HashMap<>();
        for (Attempt winner : winners()) {
            NewEvent event = winner.event();
            boolean lawful = event.sequence() == last.getOrDefault(event.stream(), Guard.EMPTY) + 1
                    && winner.unit().guards().stream()
                            .allMatch(guard -> guard.lastSequence() == last.getOrDefault(guard.stream(), Guard.EMPTY));
            if (!lawful) return Optional.of(winner);
            last.put(event.stream(), event.sequence());
        }
        return Optional.empty();
    }

    /** The first winner whose position is lower than that of another which had ended before it began. */
    Optional<Object> outOfRealTime() {
        return misplaced(winners().stream().map(won -> new Operation(won.position(), won.begun(), won.ended(), won)));
    }

    /**
     * The first operation on the stream that has no place: a winner belongs before the winner of the next sequence, what was
     * read or named by a conflict between the winner of that sequence and the next.
     */
    Optional<Object> withoutPlace(String stream) {
        var operations = new ArrayList<Operation>();
        for (Attempt attempt : attempts) {
            if (attempt.won() && attempt.event().stream().equals(stream))
                operations.add(
                        new Operation(2 * attempt.event().sequence(), attempt.begun(), attempt.ended(), attempt));
            if (attempt.outcome() instanceof Conflict conflict
                    && conflict.stream().equals(stream))
                operations.add(new Operation(2 * conflict.actual() + 1, attempt.begun(), attempt.ended(), attempt));
        }
        for (Reading reading : readings)
            if (reading.stream().equals(stream))
                operations.add(new Operation(2 * reading.last() + 1, reading.begun(), reading.ended(), reading));
        return misplaced(operations.stream());
    }

    private static Optional<Object> misplaced(Stream<Operation> operations) {
        long latestBeginBefore = Long.MIN_VALUE;
        long latestBegin = Long.MIN_VALUE;
        long rank = Long.MIN_VALUE;
        for (Operation operation :
                operations.sorted(Comparator.comparingLong(Operation::rank)).toList()) {
            if (operation.rank() > rank) latestBeginBefore = latestBegin;
            rank = operation.rank();
            if (operation.ended() < latestBeginBefore) return Optional.of(operation.what());
            latestBegin = Math.max(latestBegin, operation.begun());
        }
        return Optional.empty();
    }
}
