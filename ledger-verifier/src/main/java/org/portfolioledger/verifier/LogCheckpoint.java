package org.portfolioledger.verifier;

import java.util.List;

/**
 * The tree of a log at a size, as the text of a note states it: C2SP's tlog-checkpoint. Extension lines are no part of it,
 * because nobody can audit them.
 *
 * @param origin identity of the log
 * @param size number of leaves, which is the last position
 */
record LogCheckpoint(String origin, long size, NodeHash root) {

    static LogCheckpoint of(Note note) throws Malformed {
        List<String> lines = lines(note);
        if (lines.size() < 3 || lines.contains(""))
            throw new Malformed("it does not have the origin, the size and the root on a line each");
        LogCheckpoint checkpoint =
                new LogCheckpoint(lines.getFirst(), Decimal.parse(lines.get(1)), NodeHash.ofBase64(lines.get(2)));
        if (checkpoint.size == 0 && !checkpoint.root.equals(NodeHash.ofNothing()))
            throw new Malformed("it states for the tree without leaves a root that this tree does not have");
        return checkpoint;
    }

    static boolean hasExtensions(Note note) {
        return lines(note).size() > 3;
    }

    /** A text ends in a line feed, after which there is no line. */
    private static List<String> lines(Note note) {
        return List.of(note.text().substring(0, note.text().length() - 1).split("\n", -1));
    }

    @Override
    public String toString() {
        return "the checkpoint of " + origin + " with " + Printable.count(size, "fact");
    }
}
