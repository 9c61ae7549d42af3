package org.portfolioledger.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The PostgreSQL processes that work on one database directory: the server itself, or a tool that makes or starts one.
 *
 * <p>A process belongs to a directory when its program is PostgreSQL's and its command line names exactly that
 * directory. The number in {@code postmaster.pid} alone proves nothing: after a crash it may be anybody's.
 */
final class ServerProcesses {
    private static final Duration FAST = Duration.ofSeconds(10);
    private static final Duration IMMEDIATE = Duration.ofSeconds(5);
    private static final String SERVER = "postgres";
    private static final Set<String> TOOLS = Set.of("initdb", "pg_ctl");

    private ServerProcesses() {}

    /** Every process that works on the directory. */
    static List<ProcessHandle> of(final Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksOn(process, directory))
                .toList();
    }

    /** Ends them: tools at once, then the server in order, or else without ceremony; both leave it recoverable. */
    static void stop(final Path directory) throws IOException {
        of(directory).stream()
                .filter(process -> TOOLS.contains(program(process)))
                .forEach(ProcessHandle::destroyForcibly);
        if (!stopped(directory, "INT", FAST) && !stopped(directory, "QUIT", IMMEDIATE)) {
            throw new IOException("The PostgreSQL processes %s of %s do not stop: end them by hand, then start again."
                    .formatted(of(directory).stream().map(ProcessHandle::pid).toList(), directory));
        }
    }

    private static boolean stopped(final Path directory, final String signal, final Duration patience)
            throws IOException {
        final Instant end = Instant.now().plus(patience);
        List<ProcessHandle> left = signalAll(directory, signal);
        // Asked by command line, not isAlive(): a zombie that nobody reaps stays alive for ever, but has none.
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            pause();
            left = left.stream().filter(process -> worksOn(process, directory)).toList();
        }
        return left.isEmpty();
    }

    static List<ProcessHandle> signalAll(final Path directory, final String signal) throws IOException {
        final List<ProcessHandle> processes = of(directory);
        for (final ProcessHandle process : processes) {
            signal(process, signal);
        }
        return processes;
    }

    /** The JDK can send TERM and KILL only: the one waits for every client, the other leaves shared memory behind. */
    private static void signal(final ProcessHandle process, final String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean worksOn(final ProcessHandle process, final Path directory) {
        final String program = program(process);
        return (program.equals(SERVER) || TOOLS.contains(program))
                && Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(directory.toString());
    }

    private static String program(final ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.substring(command.lastIndexOf('/') + 1))
                .orElse("");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping", e);
        }
    }
}
