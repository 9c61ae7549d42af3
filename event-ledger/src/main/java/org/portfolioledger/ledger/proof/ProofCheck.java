package org.portfolioledger.ledger.proof;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks proofs of RFC 6962 as sections 2.1.3.2 and 2.1.4.2 of RFC 9162 describe. Whatever does not fit exactly is no proof. */
public final class ProofCheck {

    private ProofCheck() {}

    /** Whether a leaf is in the tree of a size that has a root. */
    public static boolean isIncluded(TreeHash leaf, long index, long size, List<TreeHash> proof, TreeHash root) {
        return rootOver(leaf, index, size, proof).filter(root::equals).isPresent();
    }

    /** The root of the tree in which a proof puts the leaf; empty if the proof is none of a leaf there. */
    public static Optional<TreeHash> rootOver(TreeHash leaf, long index, long size, List<TreeHash> proof) {
        if (index < 0 || index >= size) return Optional.empty();
        long at = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : proof) {
            if (last == 0) return Optional.empty();
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.ofNode(sibling, hash);
                int alone = Long.numberOfTrailingZeros(at);
                at >>>= alone;
                last >>>= alone;
            } else {
                hash = TreeHash.ofNode(hash, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the tree of a size begins with the leaves of the smaller one. */
    public static boolean isConsistent(
            long smaller, TreeHash smallerRoot, long size, TreeHash root, List<TreeHash> proof) {
        if (smaller < 0 || smaller > size) return false;
        if (smaller == 0 && size > 0) return proof.isEmpty() && smallerRoot.equals(TreeHash.EMPTY);
        if (smaller == size) return proof.isEmpty() && smallerRoot.equals(root);
        Iterator<TreeHash> hashes = proof.iterator();
        int complete = Long.numberOfTrailingZeros(smaller);
        long at = (smaller - 1) >>> complete;
        long last = (size - 1) >>> complete;
        // Where the smaller tree is complete, its root is the first of the hashes and is not said again.
        boolean isComplete = Long.bitCount(smaller) == 1;
        if (!isComplete && !hashes.hasNext()) return false;
        TreeHash before = isComplete ? smallerRoot : hashes.next();
        TreeHash after = before;
        while (hashes.hasNext()) {
            TreeHash hash = hashes.next();
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                before = TreeHash.ofNode(hash, before);
                after = TreeHash.ofNode(hash, after);
                int alone = Long.numberOfTrailingZeros(at);
                at >>>= alone;
                last >>>= alone;
            } else {
                after = TreeHash.ofNode(after, hash);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && before.equals(smallerRoot) && after.equals(root);
    }
}
