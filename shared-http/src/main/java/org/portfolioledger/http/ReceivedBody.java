package org.portfolioledger.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The body of a request on its way in: a usual one in memory, that of a {@link LongRequest} in a file without a name. */
abstract sealed class ReceivedBody implements Closeable {

    private long size;

    static ReceivedBody inMemory() {
        return new InMemory();
    }

    static ReceivedBody onDisk() throws IOException {
        return new OnDisk();
    }

    final void write(byte[] part, int length) throws IOException {
        out().write(part, 0, length);
        size += length;
    }

    /** In bytes. */
    final long size() {
        return size;
    }

    abstract OutputStream out();

    /** From its beginning, once it has arrived. */
    abstract InputStream read() throws IOException;

    private static final class InMemory extends ReceivedBody {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        OutputStream out() {
            return bytes;
        }

        @Override
        InputStream read() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public void close() {}
    }

    private static final class OnDisk extends ReceivedBody {

        private final FileChannel file;
        private final OutputStream out;

        OnDisk() throws IOException {
            Path path = Files.createTempFile("request", ".body");
            try {
                file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } finally {
                // What is open stays readable, and nothing is left behind, however this process ends.
                Files.delete(path);
            }
            out = Channels.newOutputStream(file);
        }

        @Override
        OutputStream out() {
            return out;
        }

        @Override
        InputStream read() throws IOException {
            file.position(0);
            return Channels.newInputStream(file);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
