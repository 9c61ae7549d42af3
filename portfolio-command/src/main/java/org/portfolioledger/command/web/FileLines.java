package org.portfolioledger.command.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line and holds no more of it than one; a byte order mark before the first is skipped. */
final class FileLines {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream file;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int begin;
    private int end;
    private long number;

    /** @param longest how many bytes of a line are read at most */
    FileLines(InputStream file, int longest) {
        this.file = file;
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
            if (tooLong) return false;
            for (byte each : bytes) if (each != ' ' && each != '\t' && each != '\r') return false;
            return true;
        }
    }

    /** Whether something of the next line can be read without waiting for it. */
    boolean hasArrived() throws IOException {
        return begin < end || file.available() > 0;
    }

    /** The next line; null at the end. */
    @Nullable
    FileLine next() throws IOException {
        if (begin == end && !isFilled()) return null;
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        do {
            int stop = begin;
            while (stop < end && buffer[stop] != '\n') stop++;
            int taken = Math.min(stop - begin, longest - line.size());
            line.write(buffer, begin, taken);
            tooLong |= taken < stop - begin;
            boolean whole = stop < end;
            begin = whole ? stop + 1 : end;
            if (whole) break;
        } while (isFilled());
        byte[] bytes = line.toByteArray();
        return new FileLine(number, number == 1 ? withoutMark(bytes) : bytes, tooLong);
    }

    private boolean isFilled() throws IOException {
        begin = 0;
        end = Math.max(0, file.read(buffer));
        return end > 0;
    }

    private static byte[] withoutMark(byte[] line) {
        return line.length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length)
                ? Arrays.copyOfRange(line, MARK.length, line.length)
                : line;
    }
}
