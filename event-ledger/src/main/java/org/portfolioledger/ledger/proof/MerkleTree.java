package org.portfolioledger.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of RFC 6962, section 2.1, of a tree whose complete subtrees are known. Sizes count leaves. */
public final class MerkleTree {

    private final CompleteTrees trees;

    public MerkleTree(CompleteTrees trees) {
        this.trees = trees;
    }

    /** The root over the first leaves. */
    public TreeHash root(long size) {
        if (size < 0) throw new IllegalArgumentException("a tree has no size of " + size);
        return size == 0 ? TreeHash.EMPTY : over(0, size);
    }

    /**
     * That a leaf is in the tree of a size: the sibling of each node from the leaf up.
     *
     * @param index of the leaf, from 0
     * @throws IllegalArgumentException if the tree does not have it
     */
    public List<TreeHash> inclusion(long index, long size) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        List<TreeHash> proof = new ArrayList<>();
        siblings(index, 0, size, proof);
        return proof;
    }

    /**
     * That the tree of one size begins with all the leaves of a smaller one.
     *
     * @param size of the smaller; 0 and the size itself need no proof
     * @throws IllegalArgumentException if it is larger
     */
    public List<TreeHash> consistency(long size, long with) {
        if (size < 0 || size > with)
            throw new IllegalArgumentException("a tree of " + with + " leaves does not begin with one of " + size);
        List<TreeHash> proof = new ArrayList<>();
        if (size > 0 && size < with) common(size, 0, with, true, proof);
        return proof;
    }

    private TreeHash over(long begin, long end) {
        long leaves = end - begin;
        if (Long.bitCount(leaves) == 1) return trees.hash(Long.numberOfTrailingZeros(leaves), begin / leaves);
        long middle = middle(begin, end);
        return TreeHash.ofNode(over(begin, middle), over(middle, end));
    }

    private void siblings(long index, long begin, long end, List<TreeHash> proof) {
        if (end - begin == 1) return;
        long middle = middle(begin, end);
        if (index < middle) {
            siblings(index, begin, middle, proof);
            proof.add(over(middle, end));
        } else {
            siblings(index, middle, end, proof);
            proof.add(over(begin, middle));
        }
    }

    /** @param known whether whoever checks it has the hash of the leaves up to the size, which is the smaller tree's root */
    private void common(long size, long begin, long end, boolean known, List<TreeHash> proof) {
        if (size == end) {
            if (!known) proof.add(over(begin, end));
            return;
        }
        long middle = middle(begin, end);
        if (size <= middle) {
            common(size, begin, middle, known, proof);
            proof.add(over(middle, end));
        } else {
            common(size, middle, end, false, proof);
            proof.add(over(begin, middle));
        }
    }

    /** The left subtree is the largest complete one that leaves something for the right. */
    private static long middle(long begin, long end) {
        return begin + Long.highestOneBit(end - begin - 1);
    }
}
