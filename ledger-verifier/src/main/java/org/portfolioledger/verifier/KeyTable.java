package org.portfolioledger.verifier;

/**
 * Numbers by key, in one array: a ledger can have millions of streams and commands. A place is good until the next key is
 * added.
 */
final class KeyTable {

    private static final int KEY = 2;

    private final int width;
    private long[] cells;
    private int places = 1 << 10;
    private int keys;

    /** @param numbers beside each key */
    KeyTable(int numbers) {
        width = KEY + numbers;
        cells = new long[places * width];
    }

    /** Where a key is; negative if it is not there. */
    int find(TextKey key) {
        int at = at(key.high(), key.low());
        return cells[at + 1] == 0 ? -1 : at;
    }

    /** Where a key is now; negative, less one, if it was not there before. Its numbers are then 0. */
    int add(TextKey key) {
        int at = at(key.high(), key.low());
        if (cells[at + 1] != 0) return at;
        if (++keys > places / 2) {
            grow();
            at = at(key.high(), key.low());
        }
        cells[at] = key.high();
        cells[at + 1] = key.low();
        return ~at;
    }

    long number(int at, int which) {
        return cells[at + KEY + which];
    }

    void put(int at, int which, long number) {
        cells[at + KEY + which] = number;
    }

    /** The place of a key, or the empty one at which it would be. */
    private int at(long high, long low) {
        int place = (int) high & (places - 1);
        while (true) {
            int at = place * width;
            if (cells[at + 1] == 0 || (cells[at] == high && cells[at + 1] == low)) return at;
            place = (place + 1) & (places - 1);
        }
    }

    private void grow() {
        long[] before = cells;
        places = Math.multiplyExact(places, 2);
        cells = new long[Math.multiplyExact(places, width)];
        for (int from = 0; from < before.length; from += width)
            if (before[from + 1] != 0) System.arraycopy(before, from, cells, at(before[from], before[from + 1]), width);
    }
}
