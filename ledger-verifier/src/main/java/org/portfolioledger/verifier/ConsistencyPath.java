package org.portfolioledger.verifier;

import java.util.List;

/** Follows a proof that one tree begins with another, as RFC 6962, section 2.1.2, defines it. */
final class ConsistencyPath {

    /** What the path makes of the leaves at which it looks: their part of the old tree, and of the new. */
    private record Both(NodeHash old, NodeHash all) {

        Both withRight(NodeHash right) {
            return new Both(old, NodeHash.ofNode(all, right));
        }

        Both withLeft(NodeHash left) {
            return new Both(NodeHash.ofNode(left, old), NodeHash.ofNode(left, all));
        }
    }

    private ConsistencyPath() {}

    /** Whether the proof shows that the tree of a size begins with all leaves of the old one. */
    static boolean leads(long oldSize, NodeHash oldRoot, long size, NodeHash root, List<NodeHash> path) {
        if (oldSize < 0 || oldSize > size) return false;
        if (oldSize == size) return path.isEmpty() && oldRoot.equals(root);
        if (oldSize == 0) return path.isEmpty() && oldRoot.equals(NodeHash.ofNothing());
        if (path.size() != length(oldSize, size)) return false;
        return climb(oldSize, size, true, oldRoot, path).equals(new Both(oldRoot, root));
    }

    /** @param whole whether the old tree's leaves here are all that it has: then their hash is its root */
    private static Both climb(long old, long size, boolean whole, NodeHash oldRoot, List<NodeHash> path) {
        if (old == size) {
            NodeHash same = whole ? oldRoot : path.getLast();
            return new Both(same, same);
        }
        long left = InclusionPath.leftLeaves(size);
        NodeHash sibling = path.getLast();
        List<NodeHash> below = path.subList(0, path.size() - 1);
        return old <= left
                ? climb(old, left, whole, oldRoot, below).withRight(sibling)
                : climb(old - left, size - left, false, oldRoot, below).withLeft(sibling);
    }

    private static int length(long oldSize, long newSize) {
        int length = 0;
        long old = oldSize;
        boolean whole = true;
        for (long size = newSize; old != size; length++) {
            long left = InclusionPath.leftLeaves(size);
            if (old <= left) {
                size = left;
            } else {
                old -= left;
                size -= left;
                whole = false;
            }
        }
        return whole ? length : length + 1;
    }
}
