package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever may only read holds up no command; where somebody else holds the ledger's head, commands and health show it. */
class HeldHeadJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;

    @BeforeAll
    static void start() {
        command = HALVES.command();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_reader_in_an_open_transaction_holds_up_no_command() throws SQLException {
        try (Connection reader = open(HALVES.database().reader(), "select ledger.await_in_flight_appends(1000)")) {
            assertThat(command.post("office", "/registers", Bodies.register("READ"))
                            .status())
                    .isEqualTo(201);
            assertThat(command.getBeside("/actuator/health").status()).isEqualTo(200);
            reader.rollback();
        }
    }

    @Test
    void a_command_that_cannot_have_the_head_gets_503_and_health_is_down_until_it_is_free() throws SQLException {
        try (Connection holder = open(HALVES.database().owner(), "select 1 from ledger.head for update")) {
            Caller.Reply held =
                    command.post("office", "/registers", Bodies.register("HELD"), "Idempotency-Key", "held");
            assertThat(held.status() + held.problem()).as(held.text()).isEqualTo("503busy");
            assertThat(held.header("Retry-After")).isNotBlank();
            assertThat(command.getBeside("/actuator/health").status()).isEqualTo(503);
            holder.rollback();
        }
        assertThat(command.getBeside("/actuator/health").status()).isEqualTo(200);
        assertThat(command.post("office", "/registers", Bodies.register("HELD"), "Idempotency-Key", "held")
                        .status())
                .isEqualTo(201);
    }

    private static Connection open(DataSource database, String statement) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement first = connection.createStatement()) {
            first.execute(statement);
        }
        return connection;
    }
}
