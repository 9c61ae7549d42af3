package org.portfolioledger.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a data folder for one process: the operating system lets go when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    /** A second channel on the file, once closed, would drop this process's lock: a folder held here is never opened twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int LONGEST_PID = 20;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(final Path folder, final FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws DataFolderInUse when another process, or this one, already holds the folder */
    static FolderLock take(final Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            throw new DataFolderInUse(
                    folder, OptionalLong.of(ProcessHandle.current().pid()));
        }
        try {
            return new FolderLock(folder, lockedChannel(folder));
        } catch (final IOException | RuntimeException refused) {
            HELD_HERE.remove(folder);
            throw refused;
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel, which the caller keeps
    private static FileChannel lockedChannel(final Path folder) throws IOException {
        final FileChannel channel = FileChannel.open(
                folder.resolve("instance.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.FILE);
        if (channel.tryLock() == null) {
            final OptionalLong holder = readPid(channel);
            channel.close();
            throw new DataFolderInUse(folder, holder);
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return channel;
    }

    private static OptionalLong readPid(final FileChannel channel) throws IOException {
        final ByteBuffer text = ByteBuffer.allocate(LONGEST_PID);
        channel.read(text, 0);
        final String pid = US_ASCII.decode(text.flip()).toString().strip();
        return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
