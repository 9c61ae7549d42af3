package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is made on another thread: sent as a whole, or given up, after which its maker changes nothing more. */
final class PendingAnswer {

    private static final int SHORTEST_COMPRESSED = 2048;

    private final HttpServletResponse response;
    private final ContentCachingResponseWrapper buffer;
    private boolean abandoned;

    PendingAnswer(HttpServletResponse response) {
        this.response = response;
        HttpServletResponse gate = (HttpServletResponse) Proxy.newProxyInstance(
                PendingAnswer.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (_, method, arguments) -> pass(() -> method.invoke(response, arguments)));
        this.buffer = new ContentCachingResponseWrapper(gate);
    }

    private interface Call {
        @Nullable
        Object make() throws IllegalAccessException, InvocationTargetException;
    }

    private synchronized @Nullable Object pass(Call call) throws Throwable {
        if (abandoned) throw new IllegalStateException("the request was answered without this");
        try {
            return call.make();
        } catch (InvocationTargetException fault) {
            throw fault.getCause() == null ? fault : fault.getCause();
        }
    }

    /** Where the answer is made. */
    HttpServletResponse buffer() {
        return buffer;
    }

    synchronized void abandon() {
        abandoned = true;
    }

    /** Sends what was made, compressed where the caller takes that. */
    void send(HttpServletRequest request) throws IOException {
        byte[] body = buffer.getContentAsByteArray();
        if (body.length < SHORTEST_COMPRESSED || !isCompressible() || response.isCommitted()) {
            tagLikeTheCallers(request);
            buffer.copyBodyToResponse();
            return;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!ContentCoding.takesGzip(request)) {
            buffer.copyBodyToResponse();
            return;
        }
        byte[] compressed = compressed(body);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        tag(ContentCoding.tagOfGzip(response.getHeader(HttpHeaders.ETAG)));
        response.setContentLength(compressed.length);
        response.getOutputStream().write(compressed);
    }

    /** Whoever holds the compressed form is told of that form that it did not change. */
    private void tagLikeTheCallers(HttpServletRequest request) {
        if (response.getStatus() != HttpStatus.NOT_MODIFIED.value()) return;
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String tag = ContentCoding.tagOfGzip(response.getHeader(HttpHeaders.ETAG));
        if (tag != null && ContentCoding.holds(request, tag)) tag(tag);
    }

    private void tag(@Nullable String tag) {
        if (tag != null) response.setHeader(HttpHeaders.ETAG, tag);
    }

    private boolean isCompressible() {
        String type = response.getContentType();
        if (type == null || response.containsHeader(HttpHeaders.CONTENT_ENCODING)) return false;
        MediaType media = MediaType.parseMediaType(type);
        return media.getType().equals("text")
                || media.getSubtype().endsWith("json")
                || media.getSubtype().endsWith("javascript")
                || media.getSubtype().endsWith("yaml");
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
