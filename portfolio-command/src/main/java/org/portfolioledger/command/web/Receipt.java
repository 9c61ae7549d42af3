package org.portfolioledger.command.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a command.
 *
 * @param position last position that it wrote
 * @param facts what it wrote, in order
 */
record Receipt(long position, Instant knownAt, Instant recordedAt, List<Fact> facts) {

    /**
     * @param version version of the stream after the fact, the ETag of what it feeds
     */
    record Fact(String type, long position, UUID eventId, String stream, long version) {}
}
