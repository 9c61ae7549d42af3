package org.portfolioledger.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Finds a TCP port that is free on the loopback address. */
final class LoopbackPort {
    static final String ADDRESS = "127.0.0.1";

    private LoopbackPort() {}

    /** The first of the wished ports that is free, else any; a wish of 0 is none. */
    static int free(final int... wishes) throws IOException {
        return IntStream.of(wishes)
                .filter(port -> port > 0 && isFree(port))
                .findFirst()
                .orElse(any());
    }

    private static boolean isFree(final int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port));
            return true;
        } catch (final IOException taken) {
            return false;
        }
    }

    private static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), 0));
            return socket.getLocalPort();
        }
    }
}
