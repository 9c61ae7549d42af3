package org.portfolioledger.ledger.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A whole and undamaged backup. */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST_MANIFEST = 1_000_000;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads all of it once.
     *
     * @throws BackupRefused if it is not what was written, or was written by other code
     */
    static BackupFile open(Path file, List<BackedUpSchema> schemas) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupFile backup = new BackupFile(zip, manifest(zip));
                backup.requireSchemas(schemas);
                backup.requireUndamaged();
                return backup;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new BackupRefused("There is no file %s.".formatted(file), e);
        } catch (IOException | JacksonException e) {
            throw new BackupRefused("%s is not a backup, or was cut short or damaged.".formatted(file), e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream text = entry(zip, MANIFEST)) {
            byte[] read = text.readNBytes(LONGEST_MANIFEST + 1);
            if (read.length > LONGEST_MANIFEST) throw new IOException("the manifest is too long");
            Manifest manifest = JSON.readValue(read, Manifest.class);
            if (manifest == null) throw new IOException("the manifest is empty");
            return manifest;
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new IOException("there is no " + name);
        return zip.getInputStream(entry);
    }

    private void requireSchemas(List<BackedUpSchema> schemas) {
        Map<String, String> versions = BackedUpSchema.versions(schemas);
        Set<String> tables =
                schemas.stream().flatMap(BackedUpSchema::qualifiedTables).collect(Collectors.toSet());
        if (manifest.format() != Manifest.FORMAT
                || !manifest.schemas().equals(versions)
                || !manifest.tables().keySet().equals(tables))
            throw new BackupRefused(
                    "The backup has format %s and the schemas %s, but this code needs format %s and %s: restore it with the code that fits."
                            .formatted(manifest.format(), manifest.schemas(), Manifest.FORMAT, versions));
    }

    /** Before anything of it reaches a database. */
    private void requireUndamaged() throws IOException {
        for (Map.Entry<String, Manifest.Table> table : manifest.tables().entrySet()) {
            MessageDigest digest = Digests.sha256();
            try (InputStream lines = new DigestInputStream(lines(table.getKey()), digest)) {
                lines.transferTo(OutputStream.nullOutputStream());
            }
            if (!Digests.text(digest).equals(table.getValue().sha256()))
                throw new BackupRefused(
                        "The backup is damaged: its %s does not match its manifest.".formatted(table.getKey()));
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What COPY wrote of a table. */
    InputStream lines(String table) throws IOException {
        return entry(zip, table);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
