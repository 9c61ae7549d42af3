package org.portfolioledger.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request whose body has arrived as a whole, and whose entity tags are those of plain forms. */
final class ReceivedRequest extends HttpServletRequestWrapper {

    /** Of what is not a {@link LongRequest}, in bytes. */
    static final int LARGEST_BODY = SizeLimit.BODY.most();

    private final ServletInputStream body;

    ReceivedRequest(HttpServletRequest request, InputStream body) {
        super(request);
        this.body = new Received(body);
    }

    /** A header as it was sent; the application gets the entity tags of the plain forms. */
    String sent(String header) {
        return String.join(",", Collections.list(super.getHeaders(header)));
    }

    private static boolean holdsTags(String header) {
        return header.equalsIgnoreCase(HttpHeaders.IF_MATCH) || header.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
    }

    @Override
    public @Nullable String getHeader(String name) {
        String header = super.getHeader(name);
        return header != null && holdsTags(name) ? ContentCoding.plain(header) : header;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        Enumeration<String> headers = super.getHeaders(name);
        return holdsTags(name)
                ? Collections.enumeration(Collections.list(headers).stream()
                        .map(ContentCoding::plain)
                        .toList())
                : headers;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        String named = getCharacterEncoding();
        Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(body, charset));
    }

    private static final class Received extends ServletInputStream {

        private final InputStream bytes;
        private boolean finished;

        Received(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = bytes.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = bytes.read(into, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body has arrived: read it");
        }
    }
}
