package org.portfolioledger.query.proof;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.http.Settings;
import org.portfolioledger.ledger.proof.HeadFile;
import org.portfolioledger.ledger.proof.HeadResource;
import org.portfolioledger.ledger.proof.HeadSigner;
import org.portfolioledger.ledger.proof.HeadStore;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.LedgerLog.Signing;
import org.portfolioledger.ledger.proof.LogKey;
import org.portfolioledger.ledger.proof.Tiles;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs the heads of the tree over the ledger, and where the last one is kept. All of the first three, or none: then
 * nothing is signed.
 *
 * @param origin identity of the log, as {@code ledger.example.gov.uk/mps}; it stays the same for ever
 * @param key secret key of Ed25519 as PKCS#8 in PEM
 * @param head file that keeps the head that was signed last, on another disk than the database; or the address of an object
 *     over HTTP that heeds {@code If-Match}
 * @param headAuthorization value of the header {@code Authorization} for that address
 * @param formerKey signs as well, for those who do not have the public part of the key yet
 * @param witnesses lines of C2SP's tlog-policy that name witnesses and the quorum; left out: none
 * @param every how often a head is signed at most
 * @param checked facts a second that the check of the whole log goes through, in steps of 256
 */
@ConfigurationProperties("portfolio-ledger.proof")
record ProofProperties(
        @Nullable String origin,
        @Nullable String key,
        @Nullable String head,
        @Nullable String headAuthorization,
        @Nullable String formerKey,
        @Nullable String witnesses,
        @DefaultValue("1s") Duration every,
        @DefaultValue("1024") int checked) {

    /** @throws RefusedToStart if one is missing, or out of its range */
    ProofProperties {
        Settings.requireBetween("portfolio-ledger.proof.every", every, Duration.ofMillis(10), Duration.ofHours(1));
        Settings.requireBetween("portfolio-ledger.proof.checked", checked, 1, 1_000_000);
        boolean none = origin == null && key == null && head == null;
        boolean all = origin != null && key != null && head != null;
        if (!none && !all)
            throw new RefusedToStart(
                    "The settings portfolio-ledger.proof.origin, key and head belong together: set all of them, or none.");
    }

    LedgerLog.Pace pace(Duration poll) {
        return new LedgerLog.Pace(poll, Math.ceilDiv(checked, Tiles.WIDTH), Duration.ofSeconds(1));
    }

    private HeadStore store(String where) {
        if (!where.matches("https?://.*")) return new HeadFile(Path.of(where));
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new HeadResource(client, URI.create(where), headAuthorization);
    }

    /** Null: nothing is signed. */
    @Nullable
    Signing signing() {
        if (origin == null || key == null || head == null) return null;
        try {
            LogKey present = LogKey.ofPem(origin, key);
            HeadSigner signer = formerKey == null ? present : present.after(LogKey.ofPem(origin, formerKey));
            return new Signing(signer, store(head), witnesses == null ? Signing.NO_WITNESSES : witnesses, every);
        } catch (IllegalArgumentException e) {
            throw new RefusedToStart("The settings portfolio-ledger.proof cannot be used: " + e.getMessage());
        }
    }
}
