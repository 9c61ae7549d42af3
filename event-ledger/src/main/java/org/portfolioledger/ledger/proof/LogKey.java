package org.portfolioledger.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The key with which a log signs its tree heads, by Ed25519. */
public final class LogKey implements HeadSigner {

    private static final byte[] PROBE = "of one pair".getBytes(StandardCharsets.UTF_8);

    private final PrivateKey secret;
    private final NoteKey verifier;

    private LogKey(PrivateKey secret, NoteKey verifier) {
        this.secret = secret;
        this.verifier = verifier;
    }

    /**
     * Reads a key of PKCS#8 in PEM, as {@code openssl genpkey -algorithm ed25519} makes it.
     *
     * @param origin of the log
     * @throws IllegalArgumentException if it is none, without a word of what it is
     */
    public static LogKey ofPem(String origin, String pem) {
        try {
            String body =
                    pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
            return of(origin, (EdECPrivateKey) KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the key of the log must be an Ed25519 key in PEM, as openssl genpkey -algorithm ed25519 makes it");
        }
    }

    private static LogKey of(String origin, EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed =
                secret.getBytes().orElseThrow(() -> new IllegalArgumentException("a key that does not show itself"));
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        // Java has no other way from a secret key to its public one than to draw that key again.
        pairs.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        LogKey key = new LogKey(
                secret,
                NoteKey.of(origin, NoteKey.Kind.LOG, pairs.generateKeyPair().getPublic()));
        if (!key.verifier.verifies(PROBE, key.signed(PROBE)))
            throw new IllegalStateException("this Java draws keys of Ed25519 in another way");
        return key;
    }

    /** Chance that always draws the same. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // Never written.
        private final byte[] bytes;

        Drawn(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] drawn) {
            System.arraycopy(bytes, 0, drawn, 0, drawn.length);
        }
    }

    @Override
    public NoteKey verifier() {
        return verifier;
    }

    @Override
    public SignedNote sign(TreeHead head) {
        if (!head.origin().equals(verifier.name()))
            throw new IllegalArgumentException(verifier.name() + " does not sign for " + head.origin());
        byte[] signature = signed(head.text().getBytes(StandardCharsets.UTF_8));
        return new SignedNote(
                head.text(), List.of(new SignedNote.Line(verifier.name(), verifier.id(), ByteBuffer.wrap(signature))));
    }

    private byte[] signed(byte[] message) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log cannot sign", e);
        }
    }
}
