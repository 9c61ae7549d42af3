package org.portfolioledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that verifies lines of signed notes, as C2SP's signed-note and tlog-cosignature describe.
 *
 * @param name of the log or witness
 * @param kind what its signatures say
 * @param material the key alone, as the kind encodes it
 */
public record NoteKey(String name, Kind kind, ByteBuffer material) {

    /** What a signature says, and how it is made. */
    public enum Kind {
        /** The log signs its tree head by Ed25519. */
        LOG(0x01, "Ed25519", 32, 64, "302a300506032b6570032100"),
        /** A witness signs by Ed25519 that a tree head is consistent with all that it saw before. */
        COSIGNATURE(0x04, "Ed25519", 32, 64, "302a300506032b6570032100"),
        /** The same by ML-DSA-44. */
        COSIGNATURE_ML_DSA(0x06, "ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

        private final byte type;
        private final String algorithm;
        private final int keyLength;
        private final int signatureLength;
        private final byte[] prefix;

        /** @param prefix what stands before the key where X.509 encodes it, in hexadecimal */
        Kind(int type, String algorithm, int keyLength, int signatureLength, String prefix) {
            this.type = (byte) type;
            this.algorithm = algorithm;
            this.keyLength = keyLength;
            this.signatureLength = signatureLength;
            this.prefix = HexFormat.of().parseHex(prefix);
        }

        /** Whether a signature carries the moment at which it was made. */
        boolean isTimed() {
            return this != LOG;
        }

        private static Kind of(byte type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type == type)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no key of a log or witness has the type " + type));
        }
    }

    /** @throws IllegalArgumentException if no key of a note has this name, or the material is not of the kind */
    public NoteKey {
        if (!isName(name)) throw new IllegalArgumentException("a key cannot be named '" + name + "'");
        if (material.remaining() != kind.keyLength)
            throw new IllegalArgumentException(
                    kind.algorithm + " has keys of " + kind.keyLength + " bytes, not " + material.remaining());
        material = ByteBuffer.wrap(bytes(material)).asReadOnlyBuffer();
    }

    /** The key of a name that Java holds. */
    public static NoteKey of(String name, Kind kind, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (!Arrays.equals(
                kind.prefix, 0, kind.prefix.length, encoded, 0, Math.min(kind.prefix.length, encoded.length)))
            throw new IllegalArgumentException("not a key of " + kind.algorithm + ": " + key.getAlgorithm());
        return new NoteKey(
                name, kind, ByteBuffer.wrap(encoded, kind.prefix.length, encoded.length - kind.prefix.length));
    }

    /**
     * Reads a verifier key: name, id in hexadecimal, and base64 of type and key, with a plus between.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("not name+id+key: " + text);
        byte[] typed = base64(parts[2]);
        if (typed.length == 0) throw new IllegalArgumentException("a key without a type: " + text);
        NoteKey key = new NoteKey(parts[0], Kind.of(typed[0]), ByteBuffer.wrap(typed, 1, typed.length - 1));
        if (!key.idText().equals(parts[1]))
            throw new IllegalArgumentException("the id of the key is " + key.idText() + ", not " + parts[1]);
        return key;
    }

    /** As {@link #parse} reads it. */
    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + kind.keyLength)
                .put(kind.type)
                .put(bytes(material))
                .array();
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** The first four bytes of the SHA-256 of name, type and key. */
    public int id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(kind.type);
            return ByteBuffer.wrap(digest.digest(bytes(material))).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id());
    }

    /** Whether a signature is one of this key over a message. */
    boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != kind.signatureLength) return false;
        try {
            Signature verification = Signature.getInstance(kind.algorithm);
            verification.initVerify(key());
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " cannot verify", e);
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] encoded = ByteBuffer.allocate(kind.prefix.length + kind.keyLength)
                .put(kind.prefix)
                .put(bytes(material))
                .array();
        return KeyFactory.getInstance(kind.algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || isSpace(c));
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Standard base64, spelt as it is written: with padding, and nothing in the bits that are left over. */
    static byte[] base64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text))
            throw new IllegalArgumentException("not base64 as it is written: " + text);
        return bytes;
    }
}
