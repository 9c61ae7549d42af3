package org.portfolioledger.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Unpacks, makes and starts PostgreSQL in one data folder, with the settings of a durable server. */
record PostgresLaunch(DataFolder folder, Path binaries, Path log) {
    /** Long enough to recover from a crash in the middle of a bulk load. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static PostgresLaunch from(final DataFolder folder) throws IOException {
        return new PostgresLaunch(folder, folder.binaries(), folder.newLog());
    }

    static String jdbcUrl(final int port) {
        return "jdbc:postgresql://%s:%s/postgres".formatted(LoopbackPort.ADDRESS, port);
    }

    static DataSource dataSource(final int port) {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(port));
        source.setUser("postgres");
        return source;
    }

    /**
     * Makes a database under a passing name, and names it once it has been filled and stopped in order; it then takes the
     * place of the one that was there.
     */
    void make(final Consumer<DataSource> filling) throws IOException {
        final Path passing = folder.newPassingDatabase();
        final int port = LoopbackPort.free();
        try (EmbeddedPostgres served = start(passing, port)) {
            filling.accept(dataSource(served.getPort()));
        } finally {
            ServerProcesses.stop(passing);
        }
        folder.eraseDatabase();
        folder.name(passing);
    }

    EmbeddedPostgres serve(final int preferredPort) throws IOException {
        final Path database = folder.database();
        ServerProcesses.stop(database);
        new PostmasterFile(database).disown();
        final int port =
                LoopbackPort.free(preferredPort, folder.rememberedPort().orElse(0));
        final EmbeddedPostgres server = start(database, port);
        folder.rememberPort(port);
        return server;
    }

    private EmbeddedPostgres start(final Path database, final int port) throws IOException {
        try {
            final EmbeddedPostgres server = builder(database, port).start();
            requireToServe(database, port);
            return server;
        } catch (final IOException | RuntimeException | SQLException failed) {
            ServerProcesses.stop(database);
            throw new IOException(
                    "PostgreSQL did not start on %s, and its log %s tells why".formatted(database, log), failed);
        }
    }

    private EmbeddedPostgres.Builder builder(final Path database, final int port) {
        // The library also tidies its default folder, shared by all users of the machine, unless told another.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(database)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                // The same order of text and the same messages on every machine.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", LoopbackPort.ADDRESS)
                .setServerConfig("unix_socket_directories", "")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** The library takes any server that answers on the port for the one it started. */
    static void requireToServe(final Path database, final int port) throws IOException, SQLException {
        try (Connection connection = dataSource(port).getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SHOW data_directory")) {
            if (!answer.next() || !database.toString().equals(answer.getString(1))) {
                throw new IOException("Another PostgreSQL answers on port " + port);
            }
        }
    }
}
