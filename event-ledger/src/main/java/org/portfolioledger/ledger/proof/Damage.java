package org.portfolioledger.ledger.proof;

import java.util.Map;

/**
 * Something of the ledger that is not as it was recorded.
 *
 * @param position of the fact
 * @param evidence what is there, and what was: hashes in hexadecimal
 */
public record Damage(long position, Kind kind, Map<String, String> evidence) {

    /** How it differs. */
    public enum Kind {
        /** What is stored of the fact does not fit the leaf that is stored with it. */
        ALTERED,
        /** Fact and leaf fit each other, but not the tree. */
        REWRITTEN,
        /** The tree has a leaf where the ledger has no fact. */
        MISSING,
        /** A tile of the tree does not fit the tile above it: the position is that of its first leaf. */
        OTHER_TILE
    }

    public Damage {
        evidence = Map.copyOf(evidence);
    }
}
