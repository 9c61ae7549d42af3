package org.portfolioledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL that keeps what it confirms, for one run. */
final class Server implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Where a run leaves its data for the next, which then need not make them again; null: it leaves none. */
    private static final @Nullable String KEPT = System.getProperty("folder");

    private final Path folder;
    private final EmbeddedPostgres postgres;

    private Server(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** @throws IllegalStateException if it does not keep what it confirms */
    static Server start() throws IOException {
        return start("");
    }

    /** One of several in a run, each of which leaves its data in a folder of this name. */
    static Server start(String name) throws IOException {
        Path folder =
                KEPT == null ? Files.createTempDirectory("benchmark") : Files.createDirectories(Path.of(KEPT, name));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(KEPT == null)
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        Server server = new Server(folder, postgres);
        server.requireDurable();
        return server;
    }

    private void requireDurable() {
        JdbcClient jdbc = JdbcClient.create(owner());
        System.out.print("PostgreSQL "
                + jdbc.sql("show server_version").query(String.class).single());
        for (String setting : DURABLE) {
            String value = jdbc.sql("show " + setting).query(String.class).single();
            System.out.print(", " + setting + " " + value);
            if (!value.equals("on")) throw new IllegalStateException(setting + " is " + value);
        }
        System.out.printf(", %s processors%n", Runtime.getRuntime().availableProcessors());
    }

    DataSource owner() {
        return postgres.getPostgresDatabase();
    }

    String url() {
        return url("postgres");
    }

    /** JDBC address of one of its databases, without a user. */
    String url(String database) {
        return postgres.getJdbcUrl("postgres", database).replaceFirst("\\?.*", "");
    }

    /** Connections for so many writers at once. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(owner());
        config.setMaximumPoolSize(64);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        if (KEPT == null) FileSystemUtils.deleteRecursively(folder);
    }
}
