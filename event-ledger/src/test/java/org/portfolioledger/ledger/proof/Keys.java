package org.portfolioledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Logs and witnesses of tests, each with a key of its own. */
final class Keys {

    private Keys() {}

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static LogKey log(String origin) {
        return LogKey.ofPem(origin, pem(pair("Ed25519").getPrivate()));
    }

    static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** A witness that signs whatever it is shown. */
    record Cosigner(NoteKey key, PrivateKey secret) {

        static Cosigner of(String name, NoteKey.Kind kind) {
            KeyPair pair = pair(kind == NoteKey.Kind.COSIGNATURE ? "Ed25519" : "ML-DSA-44");
            return new Cosigner(NoteKey.of(name, kind, pair.getPublic()), pair.getPrivate());
        }

        SignedNote.Line sign(SignedNote checkpoint, long seconds) {
            return sign(checkpoint.text(), TreeHead.parse(checkpoint.text()), seconds);
        }

        SignedNote.Line sign(String text, TreeHead head, long seconds) {
            byte[] signature = signed(secret, TreeHead.cosigned(text, head, key, seconds));
            return new SignedNote.Line(
                    key.name(),
                    key.id(),
                    ByteBuffer.allocate(Long.BYTES + signature.length)
                            .putLong(seconds)
                            .put(signature)
                            .flip());
        }
    }

    static byte[] signed(PrivateKey secret, byte[] message) {
        try {
            Signature signing = Signature.getInstance(secret.getAlgorithm());
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
