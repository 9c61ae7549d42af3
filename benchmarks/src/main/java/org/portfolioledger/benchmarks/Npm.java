package org.portfolioledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What benchmarks/peers gets from npm. */
final class Npm {

    static final Path PEERS = Path.of("benchmarks", "peers");

    private Npm() {}

    /** @throws IllegalStateException without npm, or if it fails */
    static void install() throws IOException, InterruptedException {
        if (Files.isDirectory(PEERS.resolve("node_modules"))) return;
        int exit = new ProcessBuilder("npm", "install", "--no-package-lock", "--no-fund", "--no-audit")
                .directory(PEERS.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) throw new IllegalStateException("npm ended with " + exit);
    }
}
