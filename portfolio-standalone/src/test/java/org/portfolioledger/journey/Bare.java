package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are, one request a connection, whatever a proper client would say to them. */
final class Bare {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI base;

    Bare(Caller caller) {
        this.base = URI.create(caller.base());
    }

    /**
     * An answer.
     *
     * @param status 0 if the connection ended without any
     * @param headers names in lower case
     */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Request line and headers, each with its end of line and without the empty line behind them; then the body. */
    Answer send(String head, byte[] body) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            // Some thousands that ended in order a moment ago would leave no port for the next.
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            try {
                OutputStream out = socket.getOutputStream();
                out.write((head + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
                out.write(body);
                out.flush();
            } catch (IOException refusedEarly) {
                // What it answered before it had read all can be read all the same.
                return read(socket.getInputStream());
            }
            return read(socket.getInputStream());
        } catch (SocketTimeoutException never) {
            return new Answer(0, Map.of(), "no answer in " + PATIENCE_MILLIS + " ms");
        } catch (IOException fault) {
            throw new UncheckedIOException(head.lines().findFirst().orElse(""), fault);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) return new Answer(0, Map.of(), text);
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        Arrays.stream(lines).skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, more) -> one + ", " + more);
        });
        String body = text.substring(end + 4);
        String length = headers.getOrDefault("content-length", "");
        // What follows is the answer to another request, which somebody put behind this one.
        if (!length.isEmpty()) body = body.substring(0, Math.min(body.length(), Integer.parseInt(length)));
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
        return new Answer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, chunked ? joined(body) : body);
    }

    private static String joined(String chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line), 16);
            if (size == 0) break;
            whole.writeBytes(chunks.substring(line + 2, line + 2 + size).getBytes(ISO_8859_1));
            at = line + 2 + size + 2;
        }
        return whole.toString(ISO_8859_1);
    }
}
