package org.portfolioledger.ledger.proof;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The last signed head in a file, on another disk than the database: at any moment it holds one head whole. */
public final class HeadFile implements HeadStore {

    private final Path file;

    public HeadFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public Optional<Kept> last() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException fault) {
            throw new HeadStoreUnavailable("the last signed head cannot be read from " + file, fault);
        }
        try {
            return Optional.of(new Kept(TreeHead.parse(text), text));
        } catch (IllegalArgumentException other) {
            throw new HeadStoreUnavailable(file + " holds no head of a tree", other);
        }
    }

    @Override
    public boolean replace(Optional<Kept> before, TreeHead next) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null || !last().equals(before)) return false;
            write(next);
            return true;
        } catch (OverlappingFileLockException another) {
            return false;
        } catch (IOException fault) {
            throw new HeadStoreUnavailable("the last signed head cannot be written to " + file, fault);
        }
    }

    /** The name changes to the new file only when that is on disk. */
    private void write(TreeHead next) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(next.text()));
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
