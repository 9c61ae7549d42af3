package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.query.row.ProjectionLifecycle;
import org.portfolioledger.query.row.ProjectionLifecycle.ProjectionState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two query halves over one database: one keeps the rows, the other answers from them and takes over. */
class StandbyJourneyTest {

    private final Halves halves = Halves.fresh();

    @AfterEach
    void stop() {
        halves.close();
    }

    @Test
    void the_second_answers_while_it_stands_by_and_keeps_the_rows_once_the_first_is_killed() throws Exception {
        Caller command = halves.command();
        halves.queryApart(List.of());
        await().until(() -> locked() == 1);
        Caller second = halves.query("portfolio-ledger.query.poll=200ms");
        ProjectionLifecycle following = halves.bean(ProjectionLifecycle.class);

        long opened =
                command.post("office", "/registers", Bodies.register("ACME")).position();
        assertThat(second.getAfter(opened, "/registers").json().path("items")).hasSize(1);
        await().until(() -> following.state() == ProjectionState.STANDBY);

        halves.killApart();
        long told = command.post("office", "/portfolios", Bodies.portfolio("PF", "ACME"))
                .position();
        assertThat(second.getAfter(told, "/portfolios").json().path("items")).hasSize(1);
        assertThat(following.state()).isEqualTo(ProjectionState.ACTIVE);
    }

    private int locked() {
        return JdbcClient.create(halves.database().owner())
                .sql("select count(*) from pg_locks where locktype = 'advisory' and granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Integer.class)
                .single();
    }
}
