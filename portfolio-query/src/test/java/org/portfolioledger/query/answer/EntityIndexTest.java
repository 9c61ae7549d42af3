package org.portfolioledger.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.query.History;
import org.portfolioledger.query.Served;

/**
 * What is asked for one by one is found by its own index whatever a plan expects: a plan for any values takes every range for one that
 * hardly anything meets, and with another index it would go through all entities of the kind, or all ratings.
 */
class EntityIndexTest {

    private static final String ONE = "select r.state from query.row_1 r where " + Rows.isOne("r", "$1", "$2")
            + " and r.valid @> $3 and r.known @> $4";

    private static final String REFERRING =
            "select r.state from query.row_1 r where r.kind is not distinct from $1 and " + Rows.refers("r", "$2")
                    + " and (r.valid @> $3 and r.known @> $4) is true";

    private static Served served;

    @BeforeAll
    static void record() {
        served = Served.start();
        History history = served.history();
        history.append(portfolio("PF", "2011-01-01"));
        for (int n = 0; n < 20; n++) history.append(initiative("PG-" + n, "Alpha", "PF", "2011-01-01"));
        served.get("/api/v1/portfolios");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void it_is_found_by_that_index_and_by_no_other() throws SQLException {
        assertThat(plan(ONE, "")).contains("row_1_entity");
        assertThat(plan(ONE, "drop index query.row_1_entity"))
                .contains("Seq Scan")
                .doesNotContain("row_1_");
    }

    @Test
    void what_refers_to_an_initiative_is_found_without_its_ratings() throws SQLException {
        assertThat(plan(REFERRING, "")).contains("row_1_refs_but_of_ratings");
    }

    /** Of a plan for any values that goes through all rows only where no index serves. */
    private static String plan(String question, String before) throws SQLException {
        try (Connection connection = served.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (!before.isEmpty()) statement.execute(before);
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare one(text, text, date, bigint) as " + question);
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines =
                    statement.executeQuery("explain execute one('initiative', 'PG-7', '2011-02-01', 9)")) {
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
            }
            connection.rollback();
            statement.execute("deallocate one");
            connection.rollback();
            return plan.toString();
        }
    }
}
