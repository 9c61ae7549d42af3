package org.portfolioledger.ledger.backup;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Describes a backup.
 *
 * @param format of the file
 * @param takenAt the moment of its contents, by the database's clock
 * @param schemas the version of each
 * @param ledger the digest of the facts
 * @param tables by qualified name
 */
public record Manifest(
        int format, Instant takenAt, Map<String, String> schemas, LedgerDigest ledger, Map<String, Table> tables) {

    static final int FORMAT = 1;

    public Manifest {
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(ledger, "ledger");
        schemas = Map.copyOf(schemas);
        tables = Map.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param columns as a list of SQL
     * @param sha256 of its lines, in hexadecimal
     */
    public record Table(String columns, long rows, String sha256) {

        public Table {
            Objects.requireNonNull(columns, "columns");
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
