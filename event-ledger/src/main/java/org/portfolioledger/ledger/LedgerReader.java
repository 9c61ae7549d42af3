package org.portfolioledger.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a decision reads of a ledger: the record itself, or a {@link LedgerFork} of it. */
public interface LedgerReader {

    /** The ledger's now, which is never before what it recorded last. */
    Instant now();

    /** A command that is stored, with or without events. */
    Optional<StoredCommand> command(CommandKey command);

    /** The facts of a stream in their order, from a sequence on. */
    List<StoredEvent> stream(String stream, long fromSequence);

    /** The facts of a stream in their order. */
    default List<StoredEvent> stream(String stream) {
        return stream(stream, 0);
    }

    /**
     * The facts of some streams up to a position, at most so many: one stream after the other, each in its order.
     *
     * @param limit where it is reached, the last stream may be cut
     */
    default List<StoredEvent> streams(Collection<String> streams, long position, int limit) {
        return streams.stream()
                .flatMap(stream -> stream(stream).stream())
                .filter(event -> event.position() <= position)
                .limit(limit)
                .toList();
    }

    /** The register to which a stream belongs; empty if it holds nothing. */
    Optional<String> registerOf(String stream);

    /** The stream of a name, whatever the case of its letters, as it was written first; empty if it holds nothing. */
    Optional<String> spelling(String stream);

    /** The last sequence of a stream; {@link Guard#EMPTY} if it holds nothing. */
    long lastSequence(String stream);

    /** The facts from one position to another, both included. */
    List<StoredEvent> between(long first, long last);

    /**
     * The facts between two positions, both included, whose decisions read a stream: those of its register, by position.
     *
     * @param limit most that are returned
     */
    List<StoredEvent> resting(String stream, long first, long last, int limit);

    /** The streams of a register with a fact whose decision asked for a stream that holds nothing, by name. */
    List<String> askingFor(String absent, String register);

    /** The fact at a position. */
    default Optional<StoredEvent> at(long position) {
        return between(position, position).stream().findFirst();
    }

    /** The facts after a position, at most as many as the limit; 0 is before the first. */
    default List<StoredEvent> after(long position, int limit) {
        return between(position + 1, position + limit);
    }

    Head head();

    /** The last position that was recorded before the instant; 0 if none was. */
    long positionRecordedBefore(Instant instant);

    /** First position since which the register is live; empty while it migrates. */
    Optional<Long> livePosition(String register);
}
