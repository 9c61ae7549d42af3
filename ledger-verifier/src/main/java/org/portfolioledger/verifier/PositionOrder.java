package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows the positions that facts state, one after the other, and says which are missing, inserted, out of order or
 * renumbered. A fact that does not state the position at which it stands is doubted until the next one: if that continues what
 * the doubted fact states, positions are missing before it; if it continues as if nothing had happened, the doubted fact was
 * altered or inserted. What is missing in one place and inserted in another has been moved.
 */
final class PositionOrder {

    /** Of a log that is in such disorder that it has more, no more is told. */
    private static final int MOST_RANGES = 1000;

    /** Positions that are not there. */
    private record Gap(long first, long last) {}

    /** Facts that stand where they do not belong: behind the place of a position. */
    private record Stray(long first, long last, long after) {}

    private final Report report;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Stray> strays = new ArrayList<>();
    /** From this position on the leaves do not stand where they must. */
    private long brokenFrom = Long.MAX_VALUE;

    /** The position that stands next, or that should stand where the doubted fact is. */
    private long expected = 1;

    private boolean doubted;
    /** The position that the doubted fact states. */
    private long stated;
    /** How many leaves there are from the doubted fact on, itself included. */
    private long leaves;

    PositionOrder(Report report) {
        this.report = report;
    }

    /** Whether each leaf up to a position stands where it must, whatever its fact states. */
    boolean isIntact(long position) {
        return position < brokenFrom;
    }

    /** The position of the leaf that was read last. */
    long last() {
        return doubted ? expected + leaves - 1 : expected - 1;
    }

    /** A fact that states a position. */
    void fact(long position) {
        if (!doubted) {
            if (position == expected) expected++;
            else doubt(position);
        } else if (position == expected + leaves) {
            renumbered();
            resume(position + 1);
        } else if (position == stated + leaves && stated > expected) {
            gap(expected, stated - 1);
            resume(position + 1);
        } else if (position == stated + leaves && isInGap(stated)) {
            rewind();
            resume(position + 1);
        } else if (position == expected + leaves - 1) {
            stray(stated, stated, expected - 1);
            resume(position + 1);
        } else if (stated > expected && position > stated + leaves) {
            gap(expected, stated - 1);
            resume(stated + leaves);
            fact(position);
        } else {
            stray(stated, stated, expected - 1);
            resume(expected + leaves - 1);
            fact(position);
        }
    }

    /** A leaf that states no position. */
    void leaf() {
        subtree(0);
    }

    /** The leaves of a subtree that begins at a multiple of its size. */
    void subtree(int level) {
        long size = 1L << level;
        if (doubted) {
            leaves += size;
            return;
        }
        long begin = (expected - 1 + size - 1) & -size;
        gap(expected, begin);
        expected = begin + size + 1;
    }

    /**
     * Tells what was found.
     *
     * @param size of the tree that the log should have
     */
    void end(long size) {
        if (doubted) decide(size);
        long last = last();
        if (last > size)
            report.fault(
                    FaultKind.INSERTED,
                    size + 1,
                    "The log does not end with position " + size + ", as the tree does, but with position " + last
                            + ".");
        gap(last + 1, size);
        for (Stray stray : strays) tell(stray);
        for (Gap gap : gaps) tell(gap, size > last && gap.last == size);
    }

    private void tell(Gap gap, boolean isTail) {
        if (isTail)
            report.fault(
                    FaultKind.CUT_OFF,
                    gap.first,
                    "The log ends before position " + gap.first + "; the tree ends with position " + gap.last + ".");
        else
            report.fault(
                    FaultKind.MISSING,
                    gap.first,
                    gap.first == gap.last
                            ? "Position " + gap.first + " is missing."
                            : "Positions " + gap.first + " to " + gap.last + " are missing.");
    }

    private void decide(long size) {
        if (stated > expected && stated + leaves - 1 == size) {
            gap(expected, stated - 1);
            resume(stated + leaves);
        } else if (stated < expected && expected + leaves - 1 != size) {
            stray(stated, stated, expected - 1);
            resume(expected + leaves - 1);
        } else {
            renumbered();
            resume(expected + leaves);
        }
    }

    private void doubt(long position) {
        doubted = true;
        stated = position;
        leaves = 1;
    }

    private void resume(long next) {
        doubted = false;
        expected = next;
    }

    private void renumbered() {
        report.fault(
                FaultKind.RENUMBERED,
                expected,
                "The entry at position " + expected + " was altered: it states position " + stated + ".");
    }

    private void gap(long first, long last) {
        if (first > last) return;
        brokenFrom = Math.min(brokenFrom, first);
        if (gaps.size() < MOST_RANGES) gaps.add(new Gap(first, last));
    }

    private void stray(long first, long last, long after) {
        brokenFrom = Math.min(brokenFrom, after + 1);
        if (strays.isEmpty()) {
            strays.add(new Stray(first, last, after));
            return;
        }
        Stray before = strays.getLast();
        if (before.last + 1 == first && before.after == after)
            strays.set(strays.size() - 1, new Stray(before.first, last, after));
        else if (strays.size() < MOST_RANGES) strays.add(new Stray(first, last, after));
    }

    private boolean isInGap(long position) {
        return gaps.stream().anyMatch(gap -> gap.first <= position && position <= gap.last);
    }

    /** The doubted fact and the next fill a gap: not they were moved, but what stands between the gap and them. */
    private void rewind() {
        while (gaps.getLast().first > stated) gaps.removeLast();
        Gap gap = gaps.removeLast();
        gap(gap.first, stated - 1);
        stray(gap.last + 1, expected - 1, gap.first - 1);
    }

    /** A stray was moved if its position is missing elsewhere, and inserted if it is not. */
    private void tell(Stray stray) {
        long next = stray.first;
        for (Gap gap :
                gaps.stream().sorted(Comparator.comparingLong(Gap::first)).toList()) {
            long from = Math.max(next, gap.first);
            long to = Math.min(stray.last, gap.last);
            if (from > to) continue;
            inserted(next, from - 1, stray.after);
            report.fault(FaultKind.REORDERED, from, facts(from, to, stray.after) + " out of order.");
            gaps.remove(gap);
            if (gap.first < from) gaps.add(new Gap(gap.first, from - 1));
            if (to < gap.last) gaps.add(new Gap(to + 1, gap.last));
            next = to + 1;
        }
        inserted(next, stray.last, stray.after);
    }

    private void inserted(long from, long to, long after) {
        if (from <= to) report.fault(FaultKind.INSERTED, from, facts(from, to, after) + " inserted.");
    }

    private static String facts(long from, long to, long after) {
        String where = after == 0 ? ", at the beginning of the log," : ", behind position " + after + ",";
        return from == to
                ? "The fact that states position " + from + where + " is"
                : "The facts that state positions " + from + " to " + to + where + " are";
    }
}
