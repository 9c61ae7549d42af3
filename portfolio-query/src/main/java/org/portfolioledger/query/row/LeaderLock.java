package org.portfolioledger.query.row;

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

/**
 * Lets one process at a time keep the rows of a database, or build them: the one whose session holds an advisory lock of
 * PostgreSQL. The lock goes with the session, however its process ends.
 */
final class LeaderLock {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderLock.class);

    /** Who keeps the live rows: the word "follower" in ASCII, for all processes must take the same. */
    static final long LIVE = 0x666f6c6c6f776572L;

    /** Who builds the next generation. */
    static final long BUILDING = LIVE + 1;

    /** Whether any session holds a lock of this database, which is the parameter. */
    static final String IS_HELD = """
            select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                and database = (select oid from pg_database where datname = current_database())
                and classid::bigint << 32 | objid::bigint = ?)""";

    /** A database that stands still must not hold up the end of the process for longer. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final DataSource sessions;
    private final long lock;
    private @Nullable Connection session;
    private volatile boolean held;

    /** Give it connections that no pool takes back and no proxy shares. */
    LeaderLock(DataSource sessions, long lock) {
        this.sessions = sessions;
        this.lock = lock;
    }

    /** Whether this process was the one when it last request. */
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
            held = request(session());
        } catch (SQLException e) {
            release();
            throw new CannotGetJdbcConnectionException("whether this process keeps the rows is not known", e);
        }
        if (held && !before)
            LOG.info("this process {} from now on", lock == LIVE ? "keeps the rows" : "builds the rows anew");
        return held;
    }

    private boolean request(Connection own) throws SQLException {
        // Locks of one session add up, so what is held is only looked at.
        String sql = held ? "select true" : "select pg_try_advisory_lock(%s)".formatted(lock);
        try (PreparedStatement ask = own.prepareStatement(sql);
                ResultSet answer = ask.executeQuery()) {
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
