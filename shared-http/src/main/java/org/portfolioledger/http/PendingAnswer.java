package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer that is made on another thread: sent as a whole or part by part, or given up, after which its maker changes
 * nothing more.
 */
final class PendingAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(PendingAnswer.class);
    private static final int SHORTEST_COMPRESSED = 2048;

    private final HttpServletResponse response;
    private final Buffer buffer;
    private final BlockingQueue<Next> made = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(1);
    private @Nullable OutputStream sending;
    private volatile boolean brokenOff;
    private boolean abandoned;

    PendingAnswer(HttpServletResponse response) {
        this.response = response;
        HttpServletResponse gate = (HttpServletResponse) Proxy.newProxyInstance(
                PendingAnswer.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (_, method, arguments) -> pass(() -> method.invoke(response, arguments)));
        this.buffer = new Buffer(gate);
    }

    /** Where an answer is made: kept until it is whole, or handed over part by part. */
    final class Buffer extends ContentCachingResponseWrapper {

        private Buffer(HttpServletResponse gate) {
            super(gate);
        }

        /** Hands over the parts of a body; once the first is sent, nothing else can be answered instead. */
        void stream(StreamedBody body) throws IOException {
            AtomicBoolean begun = new AtomicBoolean();
            try {
                body.writeTo(part -> {
                    handOver(part);
                    begun.set(true);
                });
            } catch (IOException | RuntimeException | Error fault) {
                if (!begun.get()) throw fault;
                // Of one that was given up, whoever gave it up has told.
                if (!isAbandoned()) LOG.warn("an answer was broken off", fault);
                brokenOff = true;
            }
        }

        private void handOver(byte[] part) throws IOException {
            try {
                room.acquire();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("nobody waits for the rest");
            }
            made.add(new Next.Part(part));
        }
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

    /** Its maker has ended. */
    void end() {
        made.add(new Next.End());
    }

    /** Waits for the next part. */
    Next await(long time, TimeUnit unit) throws InterruptedException {
        Next next = made.poll(time, unit);
        return next == null ? new Next.None() : next;
    }

    /** What comes next of it. */
    sealed interface Next {

        /** Nothing yet. */
        record None() implements Next {}

        /** A part to be sent. */
        @SuppressWarnings("ArrayRecordComponent") // Handed over, and compared by nobody.
        record Part(byte[] bytes) implements Next {}

        /** Nothing more. */
        record End() implements Next {}
    }

    synchronized void abandon() {
        abandoned = true;
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** Sends a part, compressed where the caller takes that. */
    void send(byte[] part, HttpServletRequest request) throws IOException {
        if (sending == null) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            boolean compressed = ContentCoding.takesGzip(request);
            if (compressed) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            OutputStream plain = response.getOutputStream();
            sending = compressed ? new GZIPOutputStream(plain, SHORTEST_COMPRESSED, true) : plain;
        }
        sending.write(part);
        sending.flush();
        room.release();
    }

    /** Ends what was sent part by part, or sends what was made, compressed where the caller takes that. */
    void end(HttpServletRequest request) throws IOException {
        if (sending == null) send(request);
        else if (brokenOff) ClientValve.close(request);
        else if (sending instanceof GZIPOutputStream compressed) compressed.finish();
    }

    private void send(HttpServletRequest request) throws IOException {
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
