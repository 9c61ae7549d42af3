package org.portfolioledger.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** emmett in a process of Node.js. */
record Emmett(Process process, PrintWriter asks, BufferedReader answers) implements Rounds.Contender, AutoCloseable {

    static Emmett start(Server server) throws IOException {
        JdbcClient.create(server.owner()).sql("create database emmett").update();
        Process process = new ProcessBuilder(
                        "node",
                        "emmett.js",
                        server.url("emmett").replaceFirst("jdbc:", "").replaceFirst("//", "//postgres@"))
                .directory(Npm.PEERS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Emmett(process, new PrintWriter(process.outputWriter(), true), process.inputReader());
    }

    @Override
    public Rounds.Reached reach(int writers, int seconds) throws IOException {
        asks.printf("%s %s %s %s%n", writers, seconds, Payload.BYTES.length, Payload.METADATA.length);
        String took = answers.readLine();
        if (took == null) throw new IllegalStateException("emmett has ended");
        return Rounds.Reached.of(Arrays.stream(took.split(" ")).mapToLong(Long::parseLong), seconds * 1e9);
    }

    @Override
    public void close() {
        asks.close();
        process.onExit().join();
    }
}
