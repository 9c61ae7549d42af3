package org.portfolioledger.ledger.backup;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portfolioledger.ledger.LedgerMigration;
import org.portfolioledger.ledger.proof.ProofMigration;

/**
 * A schema that a backup contains.
 *
 * @param version its last migration
 * @param tables by their bare names, each behind those to which it refers
 * @param migration makes the schema as the owner of the database, or brings it to that version
 */
public record BackedUpSchema(String schema, String version, List<String> tables, Consumer<DataSource> migration) {

    /** All tables but the head, which the manifest contains. */
    static final BackedUpSchema LEDGER = new BackedUpSchema(
            "ledger",
            LedgerMigration.VERSION,
            List.of("register", "command", "event", "confirmation"),
            LedgerMigration::migrate);

    /** What was signed and what was found. The tree grows again from the facts. */
    static final BackedUpSchema PROOF = new BackedUpSchema(
            "proof",
            ProofMigration.VERSION,
            List.of("checkpoint", "log_key", "alert", "bundle"),
            ProofMigration::migrate);

    public BackedUpSchema {
        tables = List.copyOf(tables);
    }

    static List<BackedUpSchema> withLedger(BackedUpSchema... besides) {
        return Stream.concat(Stream.of(LEDGER, PROOF), Stream.of(besides)).toList();
    }

    static Map<String, String> versions(List<BackedUpSchema> schemas) {
        return schemas.stream().collect(Collectors.toMap(BackedUpSchema::schema, BackedUpSchema::version));
    }

    /** With the names of their schemas, as the entries of a backup are named. */
    Stream<String> qualifiedTables() {
        return tables.stream().map(table -> schema + "." + table);
    }
}
