package org.portfolioledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The public key of a log or witness, with the name under which it signs: the vkey of C2SP's signed-note. */
final class VerifierKey {

    private final String name;
    private final KeyType type;
    private final byte[] material;
    private final PublicKey key;
    private final int id;

    private VerifierKey(String name, KeyType type, byte[] material) throws Malformed {
        this.name = name;
        this.type = type;
        this.material = material;
        this.key = type.key(material);
        this.id = id(name, type, material);
    }

    /** Reads the name, the id in hexadecimal, and the base64 of type and key, with a plus between them. */
    static VerifierKey parse(String text) throws Malformed {
        List<String> parts = List.of(text.split("\\+", 3));
        if (parts.size() != 3) throw new Malformed("it is no key of the form name+id+key: " + text);
        byte[] typed = Base64Text.decode(parts.getLast());
        if (typed.length == 0) throw new Malformed("it is a key without a type: " + text);
        VerifierKey key = new VerifierKey(
                KeyName.require(parts.getFirst()), KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        String id = HexFormat.of().toHexDigits(key.id);
        if (!parts.get(1).equals(id))
            throw new Malformed("the key of " + key.name + " has the id " + id + ", not " + parts.get(1));
        return key;
    }

    private static int id(String name, KeyType type, byte[] material) {
        Sha256 sha = new Sha256();
        byte[] line = utf8(name + "\n");
        sha.take(line, 0, line.length);
        sha.take(new byte[] {type.number()}, 0, 1);
        sha.take(material, 0, material.length);
        byte[] digest = new byte[NodeHash.LENGTH];
        sha.end(digest, 0);
        return ByteBuffer.wrap(digest).getInt();
    }

    String name() {
        return name;
    }

    KeyType type() {
        return type;
    }

    int id() {
        return id;
    }

    /** Whether they are the same key in two places, also under two names. */
    boolean hasMaterialOf(VerifierKey other) {
        return Arrays.equals(material, other.material);
    }

    /**
     * When this key signed, in seconds since 1970; 0 if the signature does not say. Empty if the signature is forged.
     *
     * @param text of the note
     * @param checkpoint what the text states
     */
    OptionalLong signedAt(String text, LogCheckpoint checkpoint, NoteSignature signature) {
        byte[] signed = signature.bytes();
        if (!type.isTimed()) return verifies(utf8(text), signed) ? OptionalLong.of(0) : OptionalLong.empty();
        if (signed.length != Long.BYTES + type.signatureBytes()) return OptionalLong.empty();
        long seconds = ByteBuffer.wrap(signed).getLong();
        if (seconds < 0 || !isShort(name) || !isShort(checkpoint.origin())) return OptionalLong.empty();
        byte[] message = type == KeyType.COSIGNATURE_ED25519
                ? utf8("cosignature/v1\ntime " + seconds + "\n" + text)
                : cosignedMessage(checkpoint, seconds);
        return verifies(message, Arrays.copyOfRange(signed, Long.BYTES, signed.length))
                ? OptionalLong.of(seconds)
                : OptionalLong.empty();
    }

    /** The structure of that name in tlog-cosignature, for a whole tree. */
    private byte[] cosignedMessage(LogCheckpoint checkpoint, long seconds) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(message)) {
            out.write(utf8("subtree/v1\n\0"));
            writeName(out, name);
            out.writeLong(seconds);
            writeName(out, checkpoint.origin());
            out.writeLong(0);
            out.writeLong(checkpoint.size());
            out.write(checkpoint.root().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return message.toByteArray();
    }

    /** Whether a message has room for a name. */
    private boolean isShort(String any) {
        return type != KeyType.COSIGNATURE_ML_DSA_44 || utf8(any).length <= 0xff;
    }

    private static void writeName(DataOutputStream out, String name) throws IOException {
        byte[] bytes = utf8(name);
        out.writeByte(bytes.length);
        out.write(bytes);
    }

    private boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != type.signatureBytes()) return false;
        try {
            Signature verification = Signature.getInstance(type.algorithm());
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot verify " + type.algorithm(), e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
