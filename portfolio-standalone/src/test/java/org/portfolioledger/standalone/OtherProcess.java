package org.portfolioledger.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another JVM that serves a data folder until its standard input ends, or until a test kills it. */
final class OtherProcess implements AutoCloseable {
    private static final String SERVES = "serves on port ";

    private final Process process;

    private OtherProcess(final Process process) {
        this.process = process;
    }

    static OtherProcess on(final Path folder) throws IOException {
        final String classPath =
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        final String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return new OtherProcess(new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        OtherProcess.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start());
    }

    public static void main(final String... arguments) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0)) {
            System.out.println(SERVES + database.port());
            System.out.flush();
            System.in.readAllBytes();
        }
    }

    /** Waits until it serves; fails with what it said instead. */
    int port() throws IOException {
        final StringBuilder said = new StringBuilder();
        final BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(SERVES)) {
                return Integer.parseInt(line.substring(SERVES.length()));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("ended before it served: " + said);
    }

    String output() throws IOException {
        return String.join("\n", process.inputReader().readAllLines());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end in order. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.inputReader().readAllLines();
        process.onExit().join();
    }
}
