package org.portfolioledger.verifier;

/**
 * The tree over a log as it grows from left to right, of which only the complete subtrees at its right edge are kept: one for
 * each bit of its size.
 */
final class LogTree {

    /** More than anybody has, and few enough that sums of positions do not overflow. */
    static final long MOST_LEAVES = 1L << 61;

    private static final int HIGHEST_LEVEL = 61;

    private final Sha256 sha = new Sha256();
    private final byte[] subtrees = new byte[(HIGHEST_LEVEL + 1) * NodeHash.LENGTH];
    /** A one, the hash of the left child, and that of the right. */
    private final byte[] node = new byte[1 + 2 * NodeHash.LENGTH];

    private long size;

    LogTree() {
        node[0] = NodeHash.NODE;
    }

    /** How many leaves it has. */
    long size() {
        return size;
    }

    /** Whether so many leaves and a subtree of a level can be in one tree. */
    static boolean holds(long leaves, int level) {
        return level <= HIGHEST_LEVEL && leaves + (1L << level) <= MOST_LEAVES;
    }

    /** Whether a complete subtree of a level can stand next. */
    boolean fits(int level) {
        return holds(size, level) && (size & ((1L << level) - 1)) == 0;
    }

    /** Adds a complete subtree, which is a leaf if the level is 0. */
    void add(int level, byte[] hash, int offset) {
        System.arraycopy(hash, offset, node, 1 + NodeHash.LENGTH, NodeHash.LENGTH);
        int at = level;
        for (; ((size >>> at) & 1) == 1; at++) join(at);
        System.arraycopy(node, 1 + NodeHash.LENGTH, subtrees, at * NodeHash.LENGTH, NodeHash.LENGTH);
        size += 1L << level;
    }

    NodeHash root() {
        if (size == 0) return NodeHash.ofNothing();
        int at = Long.numberOfTrailingZeros(size);
        System.arraycopy(subtrees, at * NodeHash.LENGTH, node, 1 + NodeHash.LENGTH, NodeHash.LENGTH);
        for (at++; at <= HIGHEST_LEVEL; at++) if (((size >>> at) & 1) == 1) join(at);
        return NodeHash.at(node, 1 + NodeHash.LENGTH);
    }

    /** Makes what is the right child the node above it and the subtree of a level. */
    private void join(int level) {
        System.arraycopy(subtrees, level * NodeHash.LENGTH, node, 1, NodeHash.LENGTH);
        sha.take(node, 0, node.length);
        sha.end(node, 1 + NodeHash.LENGTH);
    }
}
