package org.portfolioledger.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That a leaf is below a signed head, to be checked without the log: C2SP's tlog-proof.
 *
 * @param index of the leaf, from 0: its position less one
 * @param hashes the sibling of each node from the leaf up
 * @param checkpoint with its signatures
 */
public record InclusionProof(long index, List<TreeHash> hashes, SignedNote checkpoint) {

    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    /** A path through more levels than a tree can have. */
    private static final int MOST_HASHES = 63;

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** @throws IllegalArgumentException if it is none */
    public static InclusionProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) throw new IllegalArgumentException("a proof without a checkpoint");
        List<String> lines = new ArrayList<>(text.substring(0, end).lines().toList());
        if (!lines.removeFirst().equals(FIRST)) throw new IllegalArgumentException("the first line is not " + FIRST);
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra "))
            NoteKey.base64(lines.removeFirst().substring(6));
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9][0-9]{0,17})"))
            throw new IllegalArgumentException("a proof without the index of its leaf");
        long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
        if (lines.size() > MOST_HASHES) throw new IllegalArgumentException("no tree has so many levels");
        return new InclusionProof(
                index, lines.stream().map(TreeHash::ofBase64).toList(), SignedNote.parse(text.substring(end + 2)));
    }

    /** As it is kept in a file named {@code *.tlog-proof}. */
    public String text() {
        String path = hashes.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        return FIRST + "\nindex " + index + "\n" + path + "\n" + checkpoint.whole();
    }

    /** Whether a leaf is there; whose signatures count is for {@link TrustPolicy} to say. */
    public boolean holds(TreeHash leaf) {
        TreeHead head = TreeHead.parse(checkpoint.text());
        return ProofCheck.isIncluded(leaf, index, head.size(), hashes, head.root());
    }
}
