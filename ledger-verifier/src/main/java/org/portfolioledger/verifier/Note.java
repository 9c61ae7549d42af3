package org.portfolioledger.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures below it: C2SP's signed-note.
 *
 * @param text what is signed, with its last line feed
 * @param signatures of keys known and unknown
 */
record Note(String text, List<NoteSignature> signatures) {

    /** In bytes. */
    static final int LONGEST = 1 << 20;

    private static final int MOST_SIGNATURES = 100;

    Note {
        signatures = List.copyOf(signatures);
    }

    static Note parse(byte[] bytes) throws Malformed {
        return parse(Utf8.strictly(bytes));
    }

    static Note parse(String note) throws Malformed {
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) throw new Malformed("it has control characters");
        int end = note.lastIndexOf("\n\n");
        if (end < 0) throw new Malformed("it has no empty line before its signatures");
        if (!note.endsWith("\n") || end + 2 == note.length())
            throw new Malformed("it does not end in lines of signature");
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST_SIGNATURES)
                throw new Malformed("it has more than " + MOST_SIGNATURES + " signatures");
            signatures.add(NoteSignature.parse(line));
        }
        return new Note(note.substring(0, end + 1), signatures);
    }
}
