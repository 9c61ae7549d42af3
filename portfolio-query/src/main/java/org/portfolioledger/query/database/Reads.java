package org.portfolioledger.query.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads by how PostgreSQL plans them. A plan for values that are not known yet takes every point for one at which hardly
 * anything holds: good where each row is found by one key, and bad where many may hold.
 */
public final class Reads {

    private static final int NEVER = 0;

    private Reads() {}

    /** Reads whose plans depend on their values: each is planned for its own. */
    public static JdbcClient planned(DataSource sessions) {
        return JdbcClient.create(new NamedParameterJdbcTemplate(new PlannedTemplate(sessions)));
    }

    /** Reads that find each row by one key: a session soon plans them no more. */
    public static JdbcClient prepared(DataSource sessions) {
        return JdbcClient.create(sessions);
    }

    private static final class PlannedTemplate extends JdbcTemplate {

        PlannedTemplate(DataSource sessions) {
            super(sessions);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            // What the session does not keep under a name is planned anew with each use.
            if (statement instanceof PreparedStatement)
                statement.unwrap(PGStatement.class).setPrepareThreshold(NEVER);
        }
    }
}
