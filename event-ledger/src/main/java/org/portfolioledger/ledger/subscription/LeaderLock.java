package org.portfolioledger.ledger.subscription;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one process at a time do a task: the one whose session holds an advisory lock of PostgreSQL. The lock goes with the
 * session, however its process ends.
 */
public final class LeaderLock {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderLock.class);

    private static final String IS_HELD = """
            select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                and database = (select oid from pg_database where datname = current_database())
                and classid::bigint << 32 | objid::bigint = ?)""";

    /** A database that hangs must not hold up the end of the process for longer. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final DataSource sessions;
    private final String task;
    private final long lock;
    private @Nullable Connection session;
    private volatile boolean held;

    /**
     * @param sessions connections that no pool takes back and no proxy shares, to the database that the task writes
     * @param task its name, the same in every process
     */
    public LeaderLock(DataSource sessions, String task) {
        this.sessions = sessions;
        this.task = task;
        this.lock = number(task);
    }

    /** The number of PostgreSQL's lock: the first eight bytes of the SHA-256 of the task's name. */
    static long number(String task) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(task.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether any process holds the lock of a task in a database. */
    public static boolean isHeld(JdbcClient jdbc, String task) {
        return jdbc.sql(IS_HELD).param(number(task)).query(Boolean.class).single();
    }

    /** Whether this process was the one when it last looked. */
    boolean held() {
        return held;
    }

    /**
     * Asks the database, before every write, because whoever lost the session has lost the lock without noticing.
     *
     * @return whether this process is the one, from now on or still
     * @throws CannotGetJdbcConnectionException if nobody can tell; then it is not
     */
    boolean hold() {
        boolean before = held;
        try {
            held = ask(session());
        } catch (SQLException e) {
            release();
            throw new CannotGetJdbcConnectionException(task + ": whether this process leads is not known", e);
        }
        if (held && !before) LOG.info("{}: this process leads from now on", task);
        return held;
    }

    private boolean ask(Connection own) throws SQLException {
        // Locks of one session add up, so what is held is only looked at.
        String sql = held ? "select true" : "select pg_try_advisory_lock(%s)".formatted(lock);
        try (PreparedStatement question = own.prepareStatement(sql);
                ResultSet answer = question.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private Connection session() throws SQLException {
        Connection own = session;
        if (own == null) {
            own = sessions.getConnection();
            session = own;
            own.setAutoCommit(true);
            own.setNetworkTimeout(Runnable::run, (int) LONGEST_ANSWER.toMillis());
        }
        return own;
    }

    /** Lets another process be the one. */
    void release() {
        held = false;
        Connection own = session;
        session = null;
        if (own == null) return;
        try {
            own.close();
        } catch (SQLException e) {
            LOG.debug("The session was lost already", e);
        }
    }
}
