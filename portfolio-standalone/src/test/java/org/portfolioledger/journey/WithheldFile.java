package org.portfolioledger.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands out a file line by line up to where it may, and holds its end back, so that no reader comes to the end of it. */
final class WithheldFile implements AutoCloseable {

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<String> lines;
    private int until;

    WithheldFile(List<String> lines) throws IOException {
        this.lines = List.copyOf(lines);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(readers);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%s/history.ndjson"
                .formatted(server.getAddress().getPort());
    }

    /** The number of the last line that is handed out from now on; with the last of all, the file has its end. */
    synchronized void handOutUntil(int line) {
        until = line;
        notifyAll();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int line = 0; line < lines.size(); line++) {
                awaitTurn(line, body);
                body.write((lines.get(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private synchronized void awaitTurn(int line, OutputStream body) throws IOException {
        if (line >= until) body.flush();
        try {
            while (line >= until) wait();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        readers.shutdownNow();
    }
}
