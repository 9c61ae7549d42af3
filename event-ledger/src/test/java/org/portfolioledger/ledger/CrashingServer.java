package org.portfolioledger.ledger;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of a test's own, which can be stopped at once and started again on what it left on the disk. */
final class CrashingServer implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres postgres;

    CrashingServer(Path folder) throws IOException {
        this.folder = folder;
        this.postgres = start(0);
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(LedgerDatabase.UNPACKED.toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    PGSimpleDataSource owner() {
        return (PGSimpleDataSource) postgres.getPostgresDatabase();
    }

    String url() {
        return "jdbc:postgresql://localhost:%s/postgres".formatted(postgres.getPort());
    }

    /** As {@code pg_ctl stop -m immediate} does: nothing is brought to the disk, the next start recovers. */
    void crash() throws IOException, InterruptedException {
        Path running = folder.resolve("postmaster.pid");
        String pid = Files.readAllLines(running).getFirst();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.notExists(running));
    }

    void startAgain() throws IOException {
        // Held by the one that is gone, until it is closed; but to be closed it would have to be there.
        Files.delete(folder.resolve("epg-lock"));
        postgres = start(postgres.getPort());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
