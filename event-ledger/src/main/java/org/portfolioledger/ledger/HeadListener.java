package org.portfolioledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes those who wait for new facts, on a connection of its own that it keeps for ever.
 *
 * <p>After a wake the head may have moved. One comes also after every connect, because what was appended while there
 * was no connection has been notified to nobody.
 */
public final class HeadListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);
    private static final Duration LOOK_AT_CONNECTION = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final OutageLog outage = new OutageLog(LOG);
    private final DataSource dataSource;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /** Listens from now on; give it connections that no pool takes back after a while. */
    public HeadListener(DataSource dataSource) {
        this.dataSource = dataSource;
        // A virtual thread would wait for its turn behind all those that decide commands.
        this.thread = Thread.ofPlatform().daemon().name("ledger-head-listener").unstarted(this::run);
        thread.start();
    }

    /** Calls back on the listener's thread, so be short; closing the registration ends it. */
    public Registration onMove(Runnable wake) {
        wakes.add(wake);
        return () -> wakes.remove(wake);
    }

    /** Ends the wakes of one callback. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        abort(connection);
    }

    private void run() {
        while (!closed) {
            try (Connection own = dataSource.getConnection()) {
                connection = own;
                listen(own);
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    outage.failed("The listener has no connection to the ledger", String.valueOf(e.getMessage()));
                    pause();
                }
            }
        }
    }

    private void listen(Connection own) throws SQLException {
        own.setAutoCommit(true);
        try (Statement listen = own.createStatement()) {
            listen.execute("listen ledger_head");
        }
        outage.succeeded("The listener has a connection to the ledger again");
        wake();
        var notifications = own.unwrap(PGConnection.class);
        while (!closed) {
            if (notifications.getNotifications((int) LOOK_AT_CONNECTION.toMillis()).length > 0) {
                wake();
            } else if (!own.isValid((int) LOOK_AT_CONNECTION.toSeconds())) {
                throw new SQLException("the connection is dead");
            }
        }
    }

    private void wake() {
        for (Runnable wake : wakes) {
            try {
                wake.run();
            } catch (RuntimeException e) {
                LOG.error("A callback on the ledger's head failed", e);
            }
        }
    }

    /** Wakes whoever listens to the head of this ledger, in every process, although it did not move. */
    public void wakeAll() {
        JdbcClient.create(dataSource)
                .sql("select pg_notify('ledger_head', '')")
                .query((_, _) -> 1)
                .list();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            // Only close() interrupts, and the loop looks at closed.
            Thread.currentThread().interrupt();
        }
    }

    /** Closing would wait for the driver's lock, which the listening thread holds. */
    private static void abort(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The listening connection was closed already", e);
            }
        }
    }
}
