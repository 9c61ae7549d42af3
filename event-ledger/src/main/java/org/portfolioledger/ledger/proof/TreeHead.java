package org.portfolioledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The tree at a size: what a checkpoint (C2SP's tlog-checkpoint) says.
 *
 * @param origin identity of the log, the name of its key
 * @param size number of leaves, which is the last position
 * @param root of the tree
 */
public record TreeHead(String origin, long size, TreeHash root) {

    public TreeHead {
        if (!NoteKey.isName(origin)) throw new IllegalArgumentException("no log has the origin '" + origin + "'");
        if (size < 0) throw new IllegalArgumentException("a tree has no size of " + size);
        if (size == 0 && !root.equals(TreeHash.EMPTY))
            throw new IllegalArgumentException("the tree without leaves has another root");
    }

    /**
     * Reads the text of a checkpoint. What follows its three lines is signed too, and says nothing here.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TreeHead parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty))
            throw new IllegalArgumentException("a checkpoint has an origin, a size and a root, each on a line");
        return new TreeHead(lines.get(0), size(lines.get(1)), TreeHash.ofBase64(lines.get(2)));
    }

    private static long size(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,17}"))
            throw new IllegalArgumentException("not the size of a tree: " + digits);
        return Long.parseLong(digits);
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * When a key signed it, in seconds since 1970; 0 for a log, which does not say. Empty if none of the lines is of the key.
     *
     * @throws IllegalArgumentException if a line that passes for one of the key is not
     */
    static Optional<Long> signedAt(SignedNote note, NoteKey key) {
        TreeHead head = parse(note.text());
        Optional<Long> at = Optional.empty();
        for (SignedNote.Line line : note.signatures()) {
            if (!line.isOf(key)) continue;
            at = Optional.of(signedAt(note.text(), head, line, key)
                    .orElseThrow(() -> new IllegalArgumentException("a signature of " + key.name() + " is forged")));
        }
        return at;
    }

    private static Optional<Long> signedAt(String text, TreeHead head, SignedNote.Line line, NoteKey key) {
        byte[] signed = line.signature();
        if (!key.kind().isTimed())
            return key.verifies(text.getBytes(StandardCharsets.UTF_8), signed) ? Optional.of(0L) : Optional.empty();
        if (signed.length <= Long.BYTES) return Optional.empty();
        ByteBuffer timed = ByteBuffer.wrap(signed);
        long seconds = timed.getLong();
        byte[] signature = new byte[timed.remaining()];
        timed.get(signature);
        // A cosignature without a moment does not say that this was the largest tree.
        return seconds > 0 && key.verifies(cosigned(text, head, key, seconds), signature)
                ? Optional.of(seconds)
                : Optional.empty();
    }

    /** What a witness signs, as C2SP's tlog-cosignature describes. */
    static byte[] cosigned(String text, TreeHead head, NoteKey witness, long seconds) {
        if (witness.kind() == NoteKey.Kind.COSIGNATURE)
            return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
        byte[] name = witness.name().getBytes(StandardCharsets.UTF_8);
        byte[] origin = head.origin().getBytes(StandardCharsets.UTF_8);
        byte[] label = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(label.length + 2 + name.length + origin.length + 3 * Long.BYTES + TreeHash.LENGTH)
                .put(label)
                .put((byte) name.length)
                .put(name)
                .putLong(seconds)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(head.size())
                .put(head.root().bytes())
                .array();
    }
}
