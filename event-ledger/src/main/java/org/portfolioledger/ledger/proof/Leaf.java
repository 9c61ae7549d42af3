package org.portfolioledger.ledger.proof;

/**
 * A fact in the tree.
 *
 * @param position of the fact; the index of the leaf is one less
 */
record Leaf(long position, TreeHash hash) {}
