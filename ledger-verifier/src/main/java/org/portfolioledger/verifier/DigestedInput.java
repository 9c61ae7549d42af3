package org.portfolioledger.verifier;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file of a bundle once, from front to back, and digests all of it. What it holds at a time is one buffer. */
final class DigestedInput {

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final long most;
    private final byte[] buffer;
    private final Sha256 sha = new Sha256();
    private int at;
    private int end;
    private long read;

    /** @param most bytes: if the file has more, reading fails */
    DigestedInput(InputStream in, long most) {
        this(in, most, BUFFER);
    }

    DigestedInput(InputStream in, long most, int buffer) {
        this.in = in;
        this.most = most;
        this.buffer = new byte[buffer];
    }

    /** Of the next byte, from the beginning of the file. */
    long offset() {
        return read - (end - at);
    }

    boolean isAtEnd() throws IOException, Malformed {
        return at == end && !fill();
    }

    int u8() throws IOException, Malformed {
        if (isAtEnd()) throw new EndsEarly();
        return buffer[at++] & 0xff;
    }

    int u16() throws IOException, Malformed {
        return (u8() << 8) | u8();
    }

    long u32() throws IOException, Malformed {
        return ((long) u16() << 16) | u16();
    }

    void copy(byte[] to, int offset, int length) throws IOException, Malformed {
        for (int done = 0; done < length; ) {
            int here = available(length - done);
            System.arraycopy(buffer, at, to, offset + done, here);
            at += here;
            done += here;
        }
    }

    /** How many of the next bytes are in the buffer: at least one, at most so many. They are not yet passed over. */
    int available(long wanted) throws IOException, Malformed {
        if (isAtEnd()) throw new EndsEarly();
        return (int) Math.min(wanted, end - at);
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer the next byte is. */
    int index() {
        return at;
    }

    void skip(int bytes) {
        at += bytes;
    }

    /** Reads what is left. */
    void drain() throws IOException, Malformed {
        do at = end;
        while (fill());
    }

    /** The SHA-256 of the whole file, once it is read, in place of everything else that this object can do. */
    byte[] sha256() {
        byte[] digest = new byte[NodeHash.LENGTH];
        sha.end(digest, 0);
        return digest;
    }

    private boolean fill() throws IOException, Malformed {
        int bytes = in.read(buffer, 0, buffer.length);
        if (bytes < 0) return false;
        read += bytes;
        if (read > most) throw new Malformed("it is longer than " + Printable.count(most, "byte"));
        sha.take(buffer, 0, bytes);
        at = 0;
        end = bytes;
        return true;
    }
}
