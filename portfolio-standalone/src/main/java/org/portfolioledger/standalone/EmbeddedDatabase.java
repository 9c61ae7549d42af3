package org.portfolioledger.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.portfolioledger.http.RefusedToStart;

/**
 * A PostgreSQL that lives and ends with this process, on data that stay: for evaluation, not for production.
 *
 * <p>It is durable as a production server is (fsync, synchronous commit, full page writes), listens on 127.0.0.1 only,
 * and trusts whoever connects from there: any local user of the machine may read and write it as superuser.
 *
 * <p>Its owner closes it. Nothing is hooked to the end of the JVM, because a hook would run beside the application's own
 * and stop the server under its last requests. A server that a killed process leaves behind is stopped by the next start
 * on the same folder. Runs on Linux and macOS, as root (where {@code unshare} allows it) or not.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final long postmasterPid;
    private boolean closed;

    private EmbeddedDatabase(final DataFolder folder, final EmbeddedPostgres server, final long postmasterPid) {
        this.folder = folder;
        this.server = server;
        this.postmasterPid = postmasterPid;
    }

    /**
     * Serves the folder's database, made now if it has none.
     *
     * @param preferredPort used if it is free; else, or if 0, the port of the last start if free, else any
     * @throws DataFolderInUse when another running Portfolio Ledger holds the folder
     * @throws RefusedToStart when the folder cannot be used or PostgreSQL does not start; the message names its log
     */
    public static EmbeddedDatabase start(final Path dataFolder, final int preferredPort) {
        return inSentences(dataFolder, () -> start(dataFolder, preferredPort, false));
    }

    /** Like {@link #start}, but erases the folder's database first, once nobody else holds the folder. */
    public static EmbeddedDatabase startAnew(final Path dataFolder, final int preferredPort) {
        return inSentences(dataFolder, () -> start(dataFolder, preferredPort, true));
    }

    /**
     * Makes the folder's database with what fills it, all or nothing, and leaves it stopped.
     *
     * @param anew whether it may take the place of one that is there
     */
    static void make(final Path dataFolder, final boolean anew, final Consumer<DataSource> filling) {
        inSentences(dataFolder, () -> {
            try (DataFolder folder = DataFolder.hold(dataFolder)) {
                if (Files.exists(folder.database()) && !anew) {
                    throw new RefusedToStart(
                            "%s holds a history already: name another folder with --data=DIR, or give it up with --fresh."
                                    .formatted(dataFolder));
                }
                folder.clearUnfinished();
                try {
                    PostgresLaunch.from(folder).make(filling);
                } finally {
                    folder.clearUnfinished();
                }
                return dataFolder;
            }
        });
    }

    /** Lets somebody use the folder's database, whether a running Portfolio Ledger serves it or nobody does. */
    static void visit(final Path dataFolder, final Consumer<DataSource> visitor) {
        if (Files.notExists(dataFolder.resolve("postgres"))) {
            throw new RefusedToStart(
                    "%s holds no history: name the folder that does with --data=DIR.".formatted(dataFolder));
        }
        try (EmbeddedDatabase idle = start(dataFolder, 0)) {
            visitor.accept(idle.dataSource());
        } catch (final DataFolderInUse served) {
            visitor.accept(served(dataFolder));
        }
    }

    /** The database that the Portfolio Ledger serves which holds the folder. */
    private static DataSource served(final Path dataFolder) {
        return inSentences(dataFolder, () -> {
            final Path database = dataFolder.toRealPath().resolve("postgres");
            final int port = new PostmasterFile(database).port();
            PostgresLaunch.requireToServe(database, port);
            return PostgresLaunch.dataSource(port);
        });
    }

    private interface Work<T> {
        T run() throws IOException, SQLException;
    }

    /** Whatever stands in the way of the folder's database. */
    private static <T> T inSentences(final Path dataFolder, final Work<T> work) {
        try {
            return work.run();
        } catch (final IOException | SQLException failed) {
            final String why = failed instanceof FileSystemException
                    ? failed.getClass().getSimpleName() + " " + failed.getMessage()
                    : String.valueOf(failed.getMessage()).replaceFirst("\\.$", "");
            throw new RefusedToStart(
                    "The data in %s cannot be used (%s): correct that, or name another folder with --data=DIR."
                            .formatted(dataFolder, why));
        }
    }

    @SuppressWarnings("resource") // the folder is held until the database is closed
    private static EmbeddedDatabase start(final Path dataFolder, final int preferredPort, final boolean anew)
            throws IOException {
        final DataFolder folder = DataFolder.hold(dataFolder);
        try {
            if (anew) {
                folder.eraseDatabase();
            }
            folder.clearUnfinished();
            final PostgresLaunch launch = PostgresLaunch.from(folder);
            if (Files.notExists(folder.database())) {
                launch.make(_ -> {});
            }
            final EmbeddedPostgres server = launch.serve(preferredPort);
            return new EmbeddedDatabase(folder, server, new PostmasterFile(folder.database()).pid());
        } catch (final IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** The port on 127.0.0.1; remembered for the next start. */
    public int port() {
        return server.getPort();
    }

    /** The superuser, who needs no password. */
    public String user() {
        return SUPERUSER;
    }

    /** The database {@code postgres}; the user is to be given besides. */
    public String jdbcUrl() {
        return PostgresLaunch.jdbcUrl(server.getPort());
    }

    /** Unpooled connections of the superuser. */
    public DataSource dataSource() {
        return PostgresLaunch.dataSource(server.getPort());
    }

    public long postmasterPid() {
        return postmasterPid;
    }

    /** Stops the server, within about 20 s at the very worst, and lets go of the folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folder) {
            server.close();
            ServerProcesses.stop(folder.database());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
