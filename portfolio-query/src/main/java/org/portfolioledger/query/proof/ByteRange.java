package org.portfolioledger.query.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.http.StreamedBody;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a request asks for (RFC 9110, 14.2). The file is written whole, and what is not asked for is left out.
 *
 * @param first byte, from 0
 * @param last byte; that of a whole file is never reached
 * @param length of the file
 */
record ByteRange(long first, long last, long length) {

    static final ByteRange WHOLE = new ByteRange(0, Long.MAX_VALUE, Long.MAX_VALUE);

    private static final int PART = 1 << 16;

    /** After so many bytes that are left out the connection is told that somebody is at work. */
    private static final int SIGN_OF_LIFE = 1 << 22;

    /** Writes a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Empty if the whole file is to be sent: no part is asked for, or several, or one of another file.
     *
     * @throws Problem if there is no such part
     */
    static Optional<ByteRange> of(HttpServletRequest request, String tag, long length) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        String of = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked == null || (of != null && !of.equals(tag))) return Optional.empty();
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException unknownUnit) {
            return Optional.empty();
        }
        if (ranges.size() != 1) return Optional.empty();
        long first = ranges.getFirst().getRangeStart(length);
        long last = ranges.getFirst().getRangeEnd(length);
        if (first >= length || last < first)
            throw Problem.of(HttpProblem.NO_SUCH_PART, "The file has " + length + " bytes")
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
        return Optional.of(new ByteRange(first, last, length));
    }

    String contentRange() {
        return "bytes " + first + "-" + last + "/" + length;
    }

    void send(StreamedBody.Parts parts, Content content) throws IOException {
        Cut cut = new Cut(parts);
        content.writeTo(cut);
        cut.flush();
    }

    private final class Cut extends OutputStream {

        private final StreamedBody.Parts parts;
        private final byte[] part = new byte[PART];
        private int filled;
        private long at;
        private long silent;

        Cut(StreamedBody.Parts parts) {
            this.parts = parts;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            long begin = Math.clamp(first - at, 0, many);
            long end = Math.clamp(last - at, begin - 1, many - 1L) + 1;
            at += many;
            silent += many - (end - begin);
            if (silent > SIGN_OF_LIFE) {
                parts.send(new byte[0]);
                silent = 0;
            }
            for (long taken = begin; taken < end; ) {
                int here = (int) Math.min(PART - filled, end - taken);
                System.arraycopy(bytes, Math.toIntExact(from + taken), part, filled, here);
                filled += here;
                taken += here;
                if (filled == PART) flush();
            }
        }

        @Override
        public void flush() throws IOException {
            if (filled == 0) return;
            parts.send(Arrays.copyOf(part, filled));
            filled = 0;
        }
    }
}
