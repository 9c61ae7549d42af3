package org.portfolioledger.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The folder in which one running Portfolio Ledger keeps its database, held by a lock until it is closed.
 *
 * <p>A database is made under a passing name and gets its lasting one only when it is whole, and loses it before it is
 * erased. So whatever has a passing name is rubbish, whenever the process was killed.
 */
final class DataFolder implements AutoCloseable {
    private static final String PASSING = "unfinished-";

    private final Path home;
    private final FolderLock lock;

    private DataFolder(final Path home, final FolderLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /** @throws DataFolderInUse when it is already held */
    static DataFolder hold(final Path path) throws IOException {
        Files.createDirectories(path, OwnerOnly.FOLDER);
        final Path home = path.toRealPath();
        return new DataFolder(home, FolderLock.take(home));
    }

    /** Where the whole database is, if there is one. */
    Path database() {
        return home.resolve("postgres");
    }

    /** Where the library unpacks PostgreSQL. It makes that writable for all, so nobody else may enter the folder above. */
    Path binaries() throws IOException {
        return Files.createDirectories(home.resolve("binaries"), OwnerOnly.FOLDER)
                .resolve("unpacked");
    }

    Path newPassingDatabase() throws IOException {
        return Files.createDirectory(home.resolve(PASSING + UUID.randomUUID()), OwnerOnly.FOLDER);
    }

    /** Gives a finished database its lasting name, durably: its first commits must not outlive the name. */
    void name(final Path passingDatabase) throws IOException {
        Files.move(passingDatabase, database(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(home, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** An empty log of the server, for this start alone. */
    Path newLog() throws IOException {
        final Path log = home.resolve("postgres.log");
        Files.deleteIfExists(log);
        return Files.createFile(log, OwnerOnly.FILE);
    }

    OptionalInt rememberedPort() throws IOException {
        final Path file = home.resolve("port");
        final String port = Files.exists(file) ? Files.readString(file).strip() : "";
        return port.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty();
    }

    void rememberPort(final int port) throws IOException {
        final Path file = home.resolve("port");
        Files.deleteIfExists(file);
        Files.writeString(Files.createFile(file, OwnerOnly.FILE), port + "\n");
    }

    /** Takes the database, but nothing else that may lie in the folder, away for good. */
    void eraseDatabase() throws IOException {
        if (Files.exists(database())) {
            ServerProcesses.stop(database());
            Files.move(database(), home.resolve(PASSING + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(home.resolve("port"));
    }

    /** Clears what a killed process left: databases without a lasting name, binaries unpacked in part. */
    void clearUnfinished() throws IOException {
        for (final Path unfinished : children(home, PASSING + "*")) {
            ServerProcesses.stop(unfinished);
            Erasure.of(unfinished);
        }
        for (final Path unpacked : Files.exists(binaries()) ? children(binaries(), "PG-*") : List.<Path>of()) {
            if (Files.notExists(unpacked.resolve(".exists"))) {
                Erasure.of(unpacked);
            }
        }
    }

    private static List<Path> children(final Path folder, final String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
