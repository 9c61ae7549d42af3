package org.portfolioledger.ledger.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.portfolioledger.ledger.LedgerCheck;
import org.postgresql.PGConnection;

/**
 * Writes one moment of a ledger into one file, whatever is appended meanwhile: a zip of PostgreSQL's COPY texts and a
 * manifest. It needs no more than a role that may read every table, and holds nobody up.
 */
public final class Backup {

    private final DataSource dataSource;
    private final List<BackedUpSchema> schemas;

    /** @param besides what belongs to the ledger in the same database */
    public Backup(DataSource dataSource, BackedUpSchema... besides) {
        this.dataSource = dataSource;
        this.schemas = BackedUpSchema.withLedger(besides);
    }

    /**
     * Writes a file that did not exist. It bears its name only once it is whole and on the disk.
     *
     * @throws BackupRefused if the ledger is not whole, or the file cannot be written
     */
    public Manifest write(Path file) {
        LedgerCheck.requireSound(dataSource);
        try {
            return writeWhole(file.toAbsolutePath());
        } catch (IOException e) {
            throw new BackupRefused(
                    "The backup cannot be written to %s (%s).".formatted(file, BackupRefused.reason(e)), e);
        } catch (SQLException e) {
            throw new BackupRefused("The ledger cannot be read (%s).".formatted(BackupRefused.reason(e)), e);
        }
    }

    private Manifest writeWhole(Path file) throws IOException, SQLException {
        if (Files.exists(file)) throw new BackupRefused("%s exists, and no backup replaces a file.".formatted(file));
        Path folder = file.resolveSibling(".");
        // Readable by nobody else: it holds the names of people.
        Path passing = Files.createTempFile(folder, file.getFileName() + ".", ".unfinished");
        try {
            Manifest manifest = fill(passing);
            name(passing, file);
            try (FileChannel named = FileChannel.open(folder, StandardOpenOption.READ)) {
                named.force(true);
            }
            return manifest;
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    /** A second name cannot be given where another backup has taken it meanwhile; a move would write over that. */
    private static void name(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (UnsupportedOperationException noSecondNames) {
            Files.move(whole, file);
        }
    }

    private Manifest fill(Path passing) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(passing, StandardOpenOption.WRITE);
                Connection connection = dataSource.getConnection()) {
            // Not closed, which would close the channel before it is forced.
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            Manifest manifest = copy(connection, zip);
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            zip.write(BackupFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.finish();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest copy(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            LedgerDigest ledger = LedgerDigest.of(connection);
            Map<String, Manifest.Table> tables = new TreeMap<>();
            for (String table :
                    schemas.stream().flatMap(BackedUpSchema::qualifiedTables).toList()) {
                zip.putNextEntry(new ZipEntry(table));
                tables.put(table, copy(connection, table, zip));
                zip.closeEntry();
            }
            return new Manifest(Manifest.FORMAT, now(connection), BackedUpSchema.versions(schemas), ledger, tables);
        } finally {
            connection.rollback();
        }
    }

    private static Manifest.Table copy(Connection connection, String table, OutputStream zip)
            throws IOException, SQLException {
        String columns = columns(connection, table);
        MessageDigest digest = Digests.sha256();
        OutputStream summed = new DigestOutputStream(new Unclosed(zip), digest);
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %1$s from %2$s order by 1, 2) to stdout".formatted(columns, table), summed);
        return new Manifest.Table(columns, rows, Digests.text(digest));
    }

    static String columns(Connection connection, String table) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet none = query.executeQuery("select * from " + table + " where false")) {
            StringBuilder columns = new StringBuilder();
            for (int column = 1; column <= none.getMetaData().getColumnCount(); column++)
                columns.append(column == 1 ? "" : ", ")
                        .append(none.getMetaData().getColumnName(column));
            return columns.toString();
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select transaction_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The driver leaves the stream open or not as its version has it; the next entry needs it open. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            out.write(bytes, from, many);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
