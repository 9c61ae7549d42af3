package org.portfolioledger.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of unknown length that is refused once it proves too long. */
public final class SizeLimitedInputStream extends FilterInputStream {

    private final long most;
    private long left;

    public SizeLimitedInputStream(InputStream body, long most) {
        super(body);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) count(1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) throw Problem.of(HttpProblem.TOO_LARGE, "The body has more than " + most + " bytes");
    }
}
