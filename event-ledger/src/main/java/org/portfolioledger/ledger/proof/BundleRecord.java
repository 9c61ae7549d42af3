package org.portfolioledger.ledger.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody had an audit bundle made, as it stays on record.
 *
 * @param madeBy id in the directory of people
 * @param purpose as it was stated
 * @param asked what was asked for, as JSON
 * @param file its length and digest; null until it was written once
 */
public record BundleRecord(
        long number,
        Instant madeAt,
        String madeBy,
        String purpose,
        String asked,
        AuditBundle bundle,
        @Nullable File file) {

    /**
     * A bundle as a file.
     *
     * @param bytes its length
     * @param sha256 in hexadecimal
     * @param catalogue SHA-256 of the catalogue in it, in hexadecimal; with another, the file would be another
     */
    public record File(long bytes, String sha256, String catalogue) {}
}
