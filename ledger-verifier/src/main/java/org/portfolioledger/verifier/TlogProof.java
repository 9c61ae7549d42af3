package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * A proof that a leaf is in the tree of a checkpoint: C2SP's tlog-proof. Its extra data are read over, for nobody signed them.
 *
 * @param index of the leaf, from 0: its position less one
 * @param path from the sibling of the leaf up to the children of the root
 */
record TlogProof(long index, List<NodeHash> path, Note checkpoint) {

    /** In bytes. */
    static final int LONGEST = 2 * Note.LONGEST;

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    TlogProof {
        path = List.copyOf(path);
    }

    static TlogProof parse(byte[] bytes) throws Malformed {
        String text = Utf8.strictly(bytes);
        int end = text.indexOf("\n\n");
        if (end < 0) throw new Malformed("it has no empty line before its checkpoint");
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST_LINE)) throw new Malformed("its first line is not " + FIRST_LINE);
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA))
            Base64Text.decode(lines.removeFirst().substring(EXTRA.length()));
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) throw new Malformed("it has no line with an index");
        long index = Decimal.parse(lines.removeFirst().substring(INDEX.length()));
        return new TlogProof(index, hashes(lines), Note.parse(text.substring(end + 2)));
    }

    /** Of lines with one hash each. */
    static List<NodeHash> hashes(List<String> lines) throws Malformed {
        if (lines.size() > MOST_HASHES) throw new Malformed("no tree has so many levels as this proof has hashes");
        List<NodeHash> hashes = new ArrayList<>();
        for (String line : lines) hashes.add(NodeHash.ofBase64(line));
        return hashes;
    }
}
