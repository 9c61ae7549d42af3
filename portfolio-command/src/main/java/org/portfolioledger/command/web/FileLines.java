package org.portfolioledger.command.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line and holds no more of it than one; a byte order mark before the first is skipped. */
final class FileLines {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BufferedInputStream file;
    private final int longest;
    private long number;

    /** @param longest how many bytes of a line are read at most */
    FileLines(InputStream file, int longest) {
        this.file = new BufferedInputStream(file, 1 << 16);
        this.longest = longest;
    }

    /**
     * A line.
     *
     * @param number 1, 2, 3, …
     * @param bytes without its end; of one that is too long, its beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed straight on, never compared.
    record FileLine(long number, byte[] bytes, boolean tooLong) {

        boolean isBlank() {
            for (byte each : bytes) if (each != ' ' && each != '\t' && each != '\r') return false;
            return true;
        }
    }

    /** Whether something of the next line can be read without waiting for it. */
    boolean hasArrived() throws IOException {
        return file.available() > 0;
    }

    /** The next line; null at the end. */
    @Nullable
    FileLine next() throws IOException {
        if (number == 0) skipMark();
        int first = file.read();
        if (first < 0) return null;
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        for (int each = first; each >= 0 && each != '\n'; each = file.read()) {
            if (line.size() < longest) line.write(each);
            else tooLong = true;
        }
        return new FileLine(number, line.toByteArray(), tooLong);
    }

    private void skipMark() throws IOException {
        file.mark(MARK.length);
        if (!Arrays.equals(file.readNBytes(MARK.length), MARK)) file.reset();
    }
}
