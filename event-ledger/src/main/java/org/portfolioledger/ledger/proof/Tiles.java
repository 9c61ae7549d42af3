package org.portfolioledger.ledger.proof;

import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The hashes of a tree in tiles of 256, as C2SP's tlog-tiles lays them out: those of level 0 hold leaves, and each hash of a
 * higher one is the root over a whole tile of the level below. The last tile of a level may hold fewer.
 */
public final class Tiles implements CompleteTrees {

    /** Hashes of a whole tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree within a tile. */
    static final int HEIGHT = 8;

    private final Source source;

    /** Where tiles are kept. */
    @FunctionalInterface
    public interface Source {

        /**
         * The hashes of a tile, one after the other; there may be more than a tree of some size has.
         *
         * @param level of tiles: 0 holds leaves
         * @param number from 0, among those of its level
         */
        Optional<byte[]> tile(int level, long number);
    }

    public Tiles(Source source) {
        this.source = source;
    }

    @Override
    public TreeHash hash(int level, long number) {
        int height = level % HEIGHT;
        long first = number << height;
        byte[] hashes = tile(level / HEIGHT, first / WIDTH);
        int begin = (int) (first % WIDTH);
        int width = 1 << height;
        if (hashes.length < (begin + width) * TreeHash.LENGTH)
            throw new NoSuchElementException("the tree has no whole subtree " + number + " of level " + level);
        return over(hashes, begin, width);
    }

    private byte[] tile(int level, long number) {
        return source.tile(level, number)
                .orElseThrow(() -> new NoSuchElementException("the tree has no tile " + number + " of level " + level));
    }

    /** The root over a power of two of hashes that stand one after the other. */
    static TreeHash over(byte[] hashes, int begin, int width) {
        TreeHash[] level = new TreeHash[width];
        for (int i = 0; i < width; i++) level[i] = TreeHash.at(hashes, begin + i);
        for (int left = width / 2; left > 0; left /= 2)
            for (int i = 0; i < left; i++) level[i] = TreeHash.ofNode(level[2 * i], level[2 * i + 1]);
        return level[0];
    }

    /** How many hashes a tile has in a tree of a size; 0: the tree does not reach to it. */
    public static int width(int level, long number, long size) {
        long hashes = level * HEIGHT < Long.SIZE - 1 ? size >>> (level * HEIGHT) : 0;
        return Math.clamp(hashes - number * WIDTH, 0, WIDTH);
    }
}
