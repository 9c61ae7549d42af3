package org.portfolioledger.verifier;

import java.nio.ByteBuffer;
import java.util.List;

/** One line of signature below a note, whoever wrote it. */
final class NoteSignature {

    private static final String DASH = "\u2014";

    private final String name;
    private final int keyId;
    private final byte[] bytes;

    private NoteSignature(String name, int keyId, byte[] bytes) {
        this.name = name;
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /** @param line without its line feed */
    static NoteSignature parse(String line) throws Malformed {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() != 3 || !words.getFirst().equals(DASH))
            throw new Malformed("it has no line of signature: " + line);
        ByteBuffer signed = ByteBuffer.wrap(Base64Text.decode(words.getLast()));
        if (signed.remaining() <= Integer.BYTES) throw new Malformed("it has too short a signature: " + line);
        int keyId = signed.getInt();
        byte[] bytes = new byte[signed.remaining()];
        signed.get(bytes);
        return new NoteSignature(KeyName.require(words.get(1)), keyId, bytes);
    }

    /** Of the key that it says it is of; name and id together tell one from another. */
    boolean isOf(VerifierKey key) {
        return name.equals(key.name()) && keyId == key.id();
    }

    /** What the key signed with, after its id. */
    byte[] bytes() {
        return bytes.clone();
    }
}
