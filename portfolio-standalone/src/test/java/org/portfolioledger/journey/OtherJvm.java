package org.portfolioledger.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An application in a JVM of its own, and what it says. */
final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final CompletableFuture<Void> silent;

    private OtherJvm(Process process) {
        this.process = process;
        this.silent = CompletableFuture.runAsync(this::listen, Thread::startVirtualThread);
    }

    /** Options are the JVM's, words the application's. */
    static OtherJvm of(Class<?> application, List<String> options, List<String> words) throws IOException {
        return of(application, options, words, Map.of());
    }

    /** The same with an environment besides. */
    static OtherJvm of(Class<?> application, List<String> options, List<String> words, Map<String, String> environment)
            throws IOException {
        List<String> command = Stream.of(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:MetaspaceSize=128m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED"),
                        options,
                        List.of(
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path", System.getProperty("java.class.path", "")),
                                application.getName()),
                        words)
                .flatMap(List::stream)
                .toList();
        ProcessBuilder jvm = new ProcessBuilder(command).redirectErrorStream(true);
        jvm.environment().putAll(environment);
        return new OtherJvm(jvm.start());
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

    /** Waits until it has said as many such lines, or the last word, or ends; says whether it has said them. */
    boolean says(int times, Predicate<String> line, Predicate<String> lastWord) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        synchronized (said) {
            while (said.stream().filter(line).count() < times) {
                if (said.stream().anyMatch(lastWord) || !process.isAlive() || System.nanoTime() > deadline)
                    return false;
                said.wait(100);
            }
            return true;
        }
    }

    /** What follows these words in the first line that holds them, once it is said. */
    String after(String words) throws InterruptedException {
        if (!says(1, line -> line.contains(words), _ -> false))
            throw new AssertionError("it does not say \"%s\", but %s".formatted(words, said()));
        return said().stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .map(line -> line.substring(line.indexOf(words) + words.length()))
                .orElseThrow();
    }

    /** As {@code kill -9} does. Through its handle, for the process itself would close what it has said unread. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        silent.join();
    }

    int exit() throws InterruptedException {
        int exit = process.waitFor();
        silent.join();
        return exit;
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit().join();
        silent.join();
    }
}
