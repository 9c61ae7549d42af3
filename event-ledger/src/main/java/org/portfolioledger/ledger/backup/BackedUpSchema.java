package org.portfolioledger.ledger.backup;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.portfolioledger.ledger.LedgerMigration;

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
            "ledger", LedgerMigration.VERSION, List.of("register", "command", "event"), LedgerMigration::migrate);

    public BackedUpSchema {
        tables = List.copyOf(tables);
    }

    static List<BackedUpSchema> withLedger(BackedUpSchema... besides) {
        return Stream.concat(Stream.of(LEDGER), Stream.of(besides)).toList();
    }

    static Map<String, String> versions(List<BackedUpSchema> schemas) {
        return schemas.stream().collect(Collectors.toMap(BackedUpSchema::schema, BackedUpSchema::version));
    }

    /** With the names of their schemas, as the entries of a backup are named. */
    Stream<String> qualifiedTables() {
        return tables.stream().map(table -> schema + "." + table);
    }
}
