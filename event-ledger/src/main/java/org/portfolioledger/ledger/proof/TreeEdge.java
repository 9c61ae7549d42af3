package org.portfolioledger.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right edge of a tree, to which leaves are added; it gives the tiles that became longer. Sizes count leaves. */
final class TreeEdge {

    /** A tile that is there from now on, or longer than before. */
    @SuppressWarnings("ArrayRecordComponent") // Handed to whoever writes it, and never compared.
    record Grown(int level, long number, byte[] hashes) {}

    /** The last tile of a level, which is not whole. */
    private static final class Last {

        private final byte[] hashes = new byte[Tiles.WIDTH * TreeHash.LENGTH];
        private int width;
        private boolean grew;

        private void add(TreeHash hash) {
            System.arraycopy(hash.bytes(), 0, hashes, width * TreeHash.LENGTH, TreeHash.LENGTH);
            width++;
            grew = true;
        }

        private byte[] held() {
            return Arrays.copyOf(hashes, width * TreeHash.LENGTH);
        }
    }

    private final List<Last> levels = new ArrayList<>();
    private long size;

    private TreeEdge(long size) {
        this.size = size;
    }

    /** The edge of the tree of a size. */
    static TreeEdge of(long size, Tiles.Source tiles) {
        TreeEdge edge = new TreeEdge(size);
        for (int level = 0; level * Tiles.HEIGHT < Long.SIZE - 1 && size >>> (level * Tiles.HEIGHT) > 0; level++) {
            Last last = new Last();
            long hashes = size >>> (level * Tiles.HEIGHT);
            last.width = (int) (hashes % Tiles.WIDTH);
            if (last.width > 0) {
                byte[] held = tiles.tile(level, hashes / Tiles.WIDTH).orElseThrow();
                System.arraycopy(held, 0, last.hashes, 0, last.width * TreeHash.LENGTH);
            }
            edge.levels.add(last);
        }
        return edge;
    }

    long size() {
        return size;
    }

    /** Adds leaves on the right. */
    List<Grown> add(List<TreeHash> leaves) {
        List<Grown> grown = new ArrayList<>();
        for (TreeHash leaf : leaves) {
            add(0, leaf, grown);
            size++;
        }
        for (int level = 0; level < levels.size(); level++) {
            Last last = levels.get(level);
            if (last.grew) grown.add(new Grown(level, (size >>> (level * Tiles.HEIGHT)) / Tiles.WIDTH, last.held()));
            last.grew = false;
        }
        return grown;
    }

    private void add(int level, TreeHash hash, List<Grown> grown) {
        if (level == levels.size()) levels.add(new Last());
        Last last = levels.get(level);
        last.add(hash);
        if (last.width < Tiles.WIDTH) return;
        // The leaf that is being added is not counted yet, and it is the last of this tile.
        grown.add(new Grown(level, (size >>> (level * Tiles.HEIGHT)) / Tiles.WIDTH, last.held()));
        last.width = 0;
        last.grew = false;
        add(level + 1, Tiles.over(last.hashes, 0, Tiles.WIDTH), grown);
    }
}
