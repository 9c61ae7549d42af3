package org.portfolioledger.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portfolioledger.standalone.PortfolioLedger;

/** The one process on a data folder, in a JVM of its own, as {@code run} starts it. */
final class RunAsUsers implements AutoCloseable {

    private static final String ANSWERS_AT = "Portfolio Ledger answers at ";

    private final Process process;
    private final Path folder;
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<Void> silent;

    private RunAsUsers(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.silent = CompletableFuture.runAsync(this::listen, Thread::startVirtualThread);
    }

    static RunAsUsers on(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                PortfolioLedger.class.getName(),
                "--data=" + folder,
                "--port=0"));
        command.addAll(List.of(words));
        return new RunAsUsers(
                new ProcessBuilder(command).redirectErrorStream(true).start(), folder);
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (said) {
                    said.add(line);
                    said.notifyAll();
                }
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        } finally {
            synchronized (said) {
                said.notifyAll();
            }
        }
    }

    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** Waits until it has said as many such lines, or answers, or ends; says whether it has said them. */
    boolean says(int times, Predicate<String> line) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        synchronized (said) {
            while (said.stream().filter(line).count() < times) {
                boolean started = said.stream().anyMatch(each -> each.startsWith(ANSWERS_AT));
                if (started || !process.isAlive() || System.nanoTime() > deadline) return false;
                said.wait(100);
            }
            return true;
        }
    }

    /** Waits until it answers. */
    Caller caller() throws InterruptedException {
        if (!says(1, line -> line.startsWith(ANSWERS_AT)))
            throw new AssertionError("it does not answer, but says " + said());
        return new Caller(said().stream()
                .filter(line -> line.startsWith(ANSWERS_AT))
                .findFirst()
                .orElseThrow()
                .substring(ANSWERS_AT.length()));
    }

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve("port")).strip());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        silent.join();
    }

    /** PostgreSQL with all its processes, as {@code kill -9} does. */
    void killDatabase() throws IOException {
        Path pid = folder.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pid)) return;
        List<String> lines = Files.readAllLines(pid);
        if (lines.isEmpty()) return;
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                .ifPresent(server -> Stream.concat(Stream.of(server), server.descendants())
                        .toList()
                        .forEach(ProcessHandle::destroyForcibly));
    }

    int exit() throws InterruptedException {
        int exit = process.waitFor();
        silent.join();
        return exit;
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        silent.join();
    }
}
