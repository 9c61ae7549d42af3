package org.portfolioledger.journey;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.proof.SignedNote;
import org.portfolioledger.ledger.proof.TreeHead;

/** A query half that signs the heads of its log. */
final class SignedLog {

    static final String ORIGIN = "ledger.example/acme";

    private SignedLog() {}

    /** @param folder where the last signed head is kept */
    static String[] settings(Path folder) {
        return new String[] {
            "portfolio-ledger.proof.origin=" + ORIGIN,
            "portfolio-ledger.proof.key=" + pem(),
            "portfolio-ledger.proof.head=" + folder.resolve("head"),
            "portfolio-ledger.proof.every=50ms",
            "portfolio-ledger.proof.checked=1000000"
        };
    }

    /** Returns when a head is signed that covers a position. */
    static void awaitSignedUpTo(Caller query, long position) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Reply reply = query.get("reader", "/ledger/checkpoint");
            return reply.status() == 200
                    && TreeHead.parse(SignedNote.parse(reply.response().body()).text())
                                    .size()
                            >= position;
        });
    }

    private static String pem() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return "-----BEGIN PRIVATE KEY-----" + Base64.getEncoder().encodeToString(key)
                    + "-----END PRIVATE KEY-----";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
