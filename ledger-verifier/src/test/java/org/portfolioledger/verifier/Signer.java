package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A log or witness of tests with a key of its own, which signs whatever it is shown.
 *
 * @param type 1: a log by Ed25519; 4 and 6: a witness by Ed25519 and ML-DSA-44
 */
record Signer(String name, int type, KeyPair pair) {

    static Signer log(String name) {
        return of(name, 1);
    }

    static Signer of(String name, int type) {
        try {
            return new Signer(
                    name,
                    type,
                    KeyPairGenerator.getInstance(type == 6 ? "ML-DSA-44" : "Ed25519")
                            .generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Signer named(String other) {
        return new Signer(other, type, pair);
    }

    String vkey() {
        return vkey(name, type, material());
    }

    static String vkey(String name, int type, byte[] material) {
        byte[] typed = joined(new byte[] {(byte) type}, material);
        return name + "+" + HexFormat.of().formatHex(keyId(name, typed)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** The key as X.509 encodes it ends with the key itself. */
    private byte[] material() {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - (type == 6 ? 1312 : 32), encoded.length);
    }

    static byte[] keyId(String name, byte[] typed) {
        return Arrays.copyOf(PlainTree.sha256(joined((name + "\n").getBytes(UTF_8), typed)), 4);
    }

    byte[] keyId() {
        return keyId(name, joined(new byte[] {(byte) type}, material()));
    }

    /** A line of signature; seconds count for witnesses alone. */
    String line(String text, long seconds) {
        return line(name, keyId(), signature(text, seconds));
    }

    static String line(String name, byte[] keyId, byte[] signature) {
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(joined(keyId, signature)) + "\n";
    }

    /** A note with the signatures of several. */
    static String note(String text, List<String> lines) {
        return text + "\n" + String.join("", lines);
    }

    byte[] signature(String text, long seconds) {
        try {
            ByteArrayOutputStream moment = new ByteArrayOutputStream();
            if (type != 1) new DataOutputStream(moment).writeLong(seconds);
            return joined(moment.toByteArray(), signed(message(text, seconds)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] message(String text, long seconds) throws IOException {
        if (type == 1) return text.getBytes(UTF_8);
        if (type == 4) return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
        List<String> lines = text.lines().toList();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(message);
        out.write("subtree/v1\n\0".getBytes(UTF_8));
        out.writeByte(name.getBytes(UTF_8).length);
        out.write(name.getBytes(UTF_8));
        out.writeLong(seconds);
        out.writeByte(lines.get(0).getBytes(UTF_8).length);
        out.write(lines.get(0).getBytes(UTF_8));
        out.writeLong(0);
        out.writeLong(Long.parseLong(lines.get(1)));
        out.write(Base64.getDecoder().decode(lines.get(2)));
        return message.toByteArray();
    }

    private byte[] signed(byte[] message) {
        try {
            Signature signing = Signature.getInstance(type == 6 ? "ML-DSA-44" : "Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
