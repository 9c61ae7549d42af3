package org.portfolioledger.verifier;

import java.util.List;
import java.util.Optional;

/** Follows a proof of inclusion from its leaf to the root, as RFC 6962, section 2.1.1, defines it. */
final class InclusionPath {

    private InclusionPath() {}

    /**
     * The root to which the proof leads; empty if it has not as many hashes as a proof for this leaf has.
     *
     * @param index of the leaf, from 0
     * @param size of the tree
     */
    static Optional<NodeHash> root(NodeHash leaf, long index, long size, List<NodeHash> path) {
        if (index < 0 || index >= size || path.size() != length(index, size)) return Optional.empty();
        return Optional.of(climb(leaf, index, size, path));
    }

    private static NodeHash climb(NodeHash leaf, long index, long size, List<NodeHash> path) {
        if (size == 1) return leaf;
        long left = leftLeaves(size);
        NodeHash sibling = path.getLast();
        List<NodeHash> below = path.subList(0, path.size() - 1);
        return index < left
                ? NodeHash.ofNode(climb(leaf, index, left, below), sibling)
                : NodeHash.ofNode(sibling, climb(leaf, index - left, size - left, below));
    }

    private static int length(long index, long size) {
        int length = 0;
        long at = index;
        for (long leaves = size; leaves > 1; length++) {
            long left = leftLeaves(leaves);
            leaves = at < left ? left : leaves - left;
            if (at >= left) at -= left;
        }
        return length;
    }

    /** The largest power of two below a size: so many leaves does the left child have. */
    static long leftLeaves(long size) {
        return Long.highestOneBit(size - 1);
    }
}
