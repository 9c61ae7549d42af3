package org.portfolioledger.ledger.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Brings a backup into a database that holds nothing, all or nothing. It has no rows: they are built from the facts.
 */
public final class Restore {

    private final DataSource owner;
    private final List<BackedUpSchema> schemas;
    private final List<String> tables;

    /**
     * @param owner of the database
     * @param besides what belongs to the ledger, as when the backup was taken
     */
    public Restore(DataSource owner, BackedUpSchema... besides) {
        this.owner = owner;
        this.schemas = BackedUpSchema.withLedger(besides);
        this.tables = schemas.stream().flatMap(BackedUpSchema::qualifiedTables).toList();
    }

    /**
     * Returns once the restored ledger is verified against the manifest and committed.
     *
     * @throws BackupRefused if the file is damaged or of another version, or the database holds something; at most, empty
     *     schemas were made then
     */
    public Manifest from(Path file) {
        try (BackupFile backup = BackupFile.open(file, schemas)) {
            try (Connection connection = owner.getConnection()) {
                requireNothingElse(connection);
            }
            schemas.forEach(schema -> schema.migration().accept(owner));
            try (Connection connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                requireEmpty(connection);
                restore(connection, backup);
                connection.commit();
            }
            return backup.manifest();
        } catch (IOException e) {
            throw new BackupRefused("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
        } catch (SQLException e) {
            throw new BackupRefused(
                    "The backup does not go into the database (%s).".formatted(BackupRefused.reason(e)), e);
        }
    }

    /** Rows of another history would be taken for rows of this one. */
    private void requireNothingElse(Connection connection) throws SQLException {
        String ours =
                schemas.stream().map(schema -> "'" + schema.schema() + "'").collect(Collectors.joining(", "));
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("""
                        select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', %s) limit 1""".formatted(ours))) {
            if (found.next())
                throw new BackupRefused("The database holds something in its schema %s: restore into a new one."
                        .formatted(found.getString(1)));
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement()) {
            // Whoever would append meanwhile waits, and then finds the restored ledger.
            query.execute("select 1 from ledger.head for update");
            for (String table : tables)
                try (ResultSet row = query.executeQuery("select 1 from " + table + " limit 1")) {
                    if (row.next())
                        throw new BackupRefused("The database holds something in its table %s: restore into a new one."
                                .formatted(table));
                }
        }
    }

    private void restore(Connection connection, BackupFile backup) throws IOException, SQLException {
        for (String table : tables) {
            copy(connection, table, backup);
            continueCounting(connection, table);
        }
        LedgerDigest stated = backup.manifest().ledger();
        setHead(connection, stated);
        LedgerDigest restored = LedgerDigest.of(connection);
        if (!restored.equals(stated))
            throw new BackupRefused("The backup's manifest has the digest %s, but the restored ledger has %s."
                    .formatted(stated, restored));
    }

    private static void copy(Connection connection, String table, BackupFile backup) throws IOException, SQLException {
        Manifest.Table stated =
                Objects.requireNonNull(backup.manifest().tables().get(table));
        if (!Backup.columns(connection, table).equals(stated.columns()))
            throw new BackupRefused("The backup's %s has other columns than the database's.".formatted(table));
        try (InputStream lines = backup.lines(table)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table, stated.columns()), lines);
            if (rows != stated.rows())
                throw new BackupRefused(
                        "The backup's %s has %s rows, but its manifest has %s.".formatted(table, rows, stated.rows()));
        }
    }

    /** A column that numbers its rows continues after the restored numbers. */
    private static void continueCounting(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select attname from pg_attribute where attrelid = ?::regclass and attidentity <> ''")) {
            query.setString(1, table);
            try (ResultSet columns = query.executeQuery();
                    Statement set = connection.createStatement()) {
                while (columns.next()) set.execute("""
                            select setval(pg_get_serial_sequence('%2$s', '%1$s'), coalesce(max(%1$s), 0) + 1, false)
                            from %2$s""".formatted(columns.getString(1), table));
            }
        }
    }

    private static void setHead(Connection connection, LedgerDigest digest) throws SQLException {
        try (PreparedStatement set =
                connection.prepareStatement("update ledger.head set position = ?, recorded_at = ?")) {
            set.setLong(1, digest.position());
            set.setObject(2, digest.recordedAt().atOffset(ZoneOffset.UTC));
            set.executeUpdate();
        }
    }
}
