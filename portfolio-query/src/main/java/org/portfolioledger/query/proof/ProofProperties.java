package org.portfolioledger.query.proof;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.http.Settings;
import org.portfolioledger.ledger.proof.HeadFile;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.LedgerLog.Signing;
import org.portfolioledger.ledger.proof.LogKey;
import org.portfolioledger.ledger.proof.Tiles;
import org.portfolioledger.ledger.proof.TrustPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs the heads of the tree over the ledger, and where the last one is kept. All of the first three, or none: then
 * nothing is signed.
 *
 * @param origin identity of the log, as {@code ledger.example.gov.uk/mps}; it stays the same for ever
 * @param key secret key of Ed25519 as PKCS#8 in PEM
 * @param head file that keeps the head that was signed last, on another disk than the database
 * @param policy C2SP's tlog-policy with the witnesses; left out: no witnesses
 * @param every how often a head is signed at most
 * @param checked facts a second that the check of the whole log goes through, in steps of 256
 */
@ConfigurationProperties("portfolio-ledger.proof")
record ProofProperties(
        @Nullable String origin,
        @Nullable String key,
        @Nullable Path head,
        @Nullable String policy,
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

    /** Null: nothing is signed. */
    @Nullable
    Signing signing() {
        if (origin == null || key == null || head == null) return null;
        try {
            TrustPolicy witnesses = TrustPolicy.parse(policy == null ? "quorum none" : policy);
            return new Signing(LogKey.ofPem(origin, key), new HeadFile(head), witnesses.witnesses(), every);
        } catch (IllegalArgumentException e) {
            throw new RefusedToStart("The settings portfolio-ledger.proof cannot be used: " + e.getMessage());
        }
    }
}
