package org.portfolioledger.command;

import java.util.Set;

/**
 * The versions of a stream on one of which the sender decided.
 *
 * @param versions 0: before it began
 * @param any whether every version will do, once it has begun
 */
public record ExpectedVersion(Set<Long> versions, boolean any) {

    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(Set.of(version), false);
    }

    /** Whether the stream has one of them. */
    public boolean isMet(long present) {
        return any ? present > 0 : versions.contains(present);
    }
}
