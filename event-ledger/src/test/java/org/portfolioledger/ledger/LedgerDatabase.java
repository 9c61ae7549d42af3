package org.portfolioledger.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.portfolioledger.ledger.proof.ProofMigration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests a real ledger: databases of their own on one PostgreSQL that lives as long as the JVM. */
public final class LedgerDatabase {

    /** Where PostgreSQL is unpacked, once for all modules of a build: that takes longer than to start it. */
    public static final Path UNPACKED = Path.of(System.getProperty("checkout", "."), "target", "postgres");

    private static final String TEMPLATE = "ledger_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private LedgerDatabase(String name) {
        this.name = name;
    }

    /** A new, migrated, empty database. */
    public static LedgerDatabase fresh() {
        return create("ledger_" + COUNT.incrementAndGet(), Server.TEMPLATE);
    }

    /** A new database without any schema. */
    public static LedgerDatabase bare() {
        return create("bare_" + COUNT.incrementAndGet(), "template1");
    }

    /** A new database with all that is in this one, to which nobody may be connected meanwhile. */
    public LedgerDatabase copy() {
        return create("copy_" + COUNT.incrementAndGet(), name);
    }

    /** Connections of its owner, who may do anything, none of them pooled. */
    public DataSource owner() {
        return direct("");
    }

    /** JDBC address, without a user. */
    public String url() {
        return "jdbc:postgresql://localhost:%s/%s".formatted(Server.POSTGRES.getPort(), name);
    }

    /** Pooled connections of the role that may read and append. */
    public DataSource appender() {
        return pooled("-c role=ledger_appender");
    }

    /** Pooled connections of the role that may only read. */
    public DataSource reader() {
        return pooled("-c role=ledger_reader");
    }

    private DataSource pooled(String options) {
        var pool = new HikariDataSource();
        pool.setDataSource(direct(options));
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    private PGSimpleDataSource direct(String options) {
        return direct(name, options);
    }

    private static PGSimpleDataSource direct(String name, String options) {
        var dataSource = (PGSimpleDataSource) Server.POSTGRES.getDatabase("postgres", name);
        dataSource.setOptions(options);
        return dataSource;
    }

    private static synchronized LedgerDatabase create(String name, String template) {
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("create database %s template %s".formatted(name, template))
                .update();
        return new LedgerDatabase(name);
    }

    /** Started by the first test that asks, stopped and wiped at the JVM's exit. */
    private static final class Server {

        private static final Path FOLDER =
                Path.of("target", "postgres", "data-" + ProcessHandle.current().pid());

        static final EmbeddedPostgres POSTGRES = start();
        static final String TEMPLATE = template();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(UNPACKED.toFile())
                        .setDataDirectory(FOLDER)
                        .setPort(port())
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(Server::stop));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * A port that no other JVM takes, of those that are given to nobody who asks for any; of two that found the same one
         * free, the second would be served by the first's server. 0 where it is taken: any.
         */
        private static int port() {
            int own = 10_000 + (int) (ProcessHandle.current().pid() % 20_000);
            try (var _ = new ServerSocket(own)) {
                return own;
            } catch (IOException taken) {
                return 0;
            }
        }

        /**
         * At once: an orderly stop would first bring every database to the disk, from which it is then wiped. These are tens of
         * thousands of files, for whose end nobody waits.
         */
        private static void stop() {
            try {
                String pid =
                        Files.readAllLines(FOLDER.resolve("postmaster.pid")).getFirst();
                new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(Server::awaitExit);
                new ProcessBuilder("rm", "-rf", FOLDER.toString()).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** In measure: the process of a server that is gone may linger until somebody reaps it. */
        private static void awaitExit(ProcessHandle server) {
            server.onExit().completeOnTimeout(server, 5, TimeUnit.SECONDS).join();
        }

        private static String template() {
            JdbcClient.create(POSTGRES.getPostgresDatabase())
                    .sql("create database " + LedgerDatabase.TEMPLATE)
                    .update();
            LedgerMigration.migrate(direct(LedgerDatabase.TEMPLATE, ""));
            ProofMigration.migrate(direct(LedgerDatabase.TEMPLATE, ""));
            return LedgerDatabase.TEMPLATE;
        }
    }
}
