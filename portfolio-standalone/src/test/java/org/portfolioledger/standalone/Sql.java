package org.portfolioledger.standalone;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement on one connection of its own. */
final class Sql {
    private Sql() {}

    static String answer(final int port, final String query) throws SQLException {
        try (Connection connection = PostgresLaunch.dataSource(port).getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static void run(final int port, final String command) throws SQLException {
        try (Connection connection = PostgresLaunch.dataSource(port).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
