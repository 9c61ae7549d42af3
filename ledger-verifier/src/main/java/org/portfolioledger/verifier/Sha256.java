package org.portfolioledger.verifier;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of one message after another, without garbage. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the next bytes of the message. */
    void take(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** Ends the message and writes its digest, 32 bytes. */
    void end(byte[] to, int offset) {
        try {
            digest.digest(to, offset, NodeHash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for a digest", e);
        }
    }
}
