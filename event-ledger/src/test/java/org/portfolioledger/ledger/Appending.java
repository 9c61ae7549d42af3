package org.portfolioledger.ledger;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An {@link AppendingProcess} as its starter sees it. */
final class Appending {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Writer orders;
    private final Path ready;
    private final Path said;

    /** Starts it, so that it will be ready to go; the number tells it from others of the folder. */
    Appending(String url, Path folder, int number) throws IOException {
        ready = folder.resolve("ready-" + number);
        said = folder.resolve("said-" + number);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                        AppendingProcess.class.getName(),
                        url,
                        folder.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        orders = process.outputWriter();
    }

    void go() throws IOException {
        await().atMost(PATIENCE).until(() -> Files.exists(ready) || !process.isAlive());
        order("go");
    }

    /** Waits until a backend works on an append of its. */
    static void awaitAppend(JdbcClient database) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> database.sql("""
                                select exists (select from pg_stat_activity
                                where datname = current_database() and application_name = 'appending'
                                  and state = 'active' and query like '%from ledger.append%')""").query(Boolean.class).single());
    }

    /** As {@code kill -9} does; false if it had ended before. */
    boolean kill() {
        boolean alive = process.isAlive();
        process.destroyForcibly();
        process.onExit().join();
        return alive;
    }

    /** Lets it acknowledge what is on its way, and end. */
    void end() throws IOException, InterruptedException {
        order("end");
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0)
            throw new AssertionError("it did not end well, and said:\n" + Files.readString(said));
    }

    private void order(String word) throws IOException {
        if (!process.isAlive()) throw new AssertionError("it has ended, and said:\n" + Files.readString(said));
        orders.write(word + "\n");
        orders.flush();
    }
}
