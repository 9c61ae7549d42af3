package org.portfolioledger.ledger.proof;

/** The complete subtrees of a tree: of each power of two of leaves, those that stand one after the other from its first leaf on. */
@FunctionalInterface
public interface CompleteTrees {

    /**
     * @param level 0: leaves; the subtree has two to the power of it
     * @param number from 0, among those of its level
     * @throws java.util.NoSuchElementException if the tree does not reach to its end
     */
    TreeHash hash(int level, long number);
}
