package org.portfolioledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text that one or more have signed, as C2SP's signed-note describes.
 *
 * @param text with its last line feed
 * @param signatures in their order; also those of keys that nobody here knows
 */
public record SignedNote(String text, List<Line> signatures) {

    /** More than anyone needs, and few enough to be verified. */
    private static final int MOST_SIGNATURES = 64;

    private static final String DASH = "\u2014 ";

    /**
     * One line of signature.
     *
     * @param name of the key
     * @param keyId of the key
     * @param bytes what the key signed with
     */
    public record Line(String name, int keyId, ByteBuffer bytes) {

        /** Whether this may be a line of a key; whether it is true is another matter. */
        boolean isOf(NoteKey key) {
            return name.equals(key.name()) && keyId == key.id();
        }

        private static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH) || !NoteKey.isName(parts[1]))
                throw new IllegalArgumentException("no line of a signature: " + line);
            ByteBuffer all = ByteBuffer.wrap(NoteKey.base64(parts[2]));
            if (all.remaining() < Integer.BYTES + 1)
                throw new IllegalArgumentException("a signature that is too short: " + line);
            return new Line(parts[1], all.getInt(), all.slice().asReadOnlyBuffer());
        }

        /** With its line feed. */
        public String text() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.remaining())
                    .putInt(keyId)
                    .put(bytes.duplicate())
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        byte[] signature() {
            byte[] signature = new byte[bytes.remaining()];
            bytes.duplicate().get(signature);
            return signature;
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) throw new IllegalArgumentException("the text of a note ends in a line feed");
    }

    /** @throws IllegalArgumentException if it is no note */
    public static SignedNote parse(byte[] note) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a note is UTF-8", e);
        }
    }

    /** @throws IllegalArgumentException if it is no note */
    public static SignedNote parse(String note) {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n'))
            throw new IllegalArgumentException("a note has no control characters");
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) throw new IllegalArgumentException("a note without signatures");
        List<Line> lines = parseLines(note.substring(end + 2));
        if (lines.isEmpty()) throw new IllegalArgumentException("a note without signatures");
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /** Signatures alone, as a witness answers them. */
    static List<Line> parseLines(String text) {
        List<Line> lines = text.lines().map(Line::parse).toList();
        if (lines.size() > MOST_SIGNATURES)
            throw new IllegalArgumentException("more than " + MOST_SIGNATURES + " signatures");
        return lines;
    }

    /** The same text with further signatures; one that is there already is not added. */
    public SignedNote with(List<Line> further) {
        List<Line> all = new ArrayList<>(signatures);
        further.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /** With its signatures. */
    public String whole() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(line -> whole.append(line.text()));
        return whole.toString();
    }
}
