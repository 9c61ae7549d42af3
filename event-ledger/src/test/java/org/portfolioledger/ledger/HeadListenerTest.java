package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeadListenerTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final AtomicInteger wakes = new AtomicInteger();
    private final HeadListener listener = new HeadListener(database.owner());

    @BeforeEach
    void listens() {
        await().until(() -> listening() == 1);
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void an_append_wakes() {
        await().during(Duration.ofMillis(100)).until(() -> true);
        listener.onMove(wakes::incrementAndGet);
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        await().until(() -> wakes.get() > 0);
    }

    @Test
    void a_call_that_appends_several_units_notifies_once_and_one_that_appends_none_not_at_all() throws SQLException {
        try (Connection listening = database.owner().getConnection()) {
            listening.createStatement().execute("listen ledger_head");
            ledger.append(List.of(unit("MPS", event("case-1", 7))));
            ledger.append(List.of(unit("MPS", event("case-1", 0)), unit("MPS", event("case-1", 1))));

            assertThat(notifications(listening)).hasSize(1);
        }
    }

    @Test
    void a_callback_that_fails_does_not_keep_the_others_asleep() {
        listener.onMove(() -> {
            throw new IllegalStateException("on purpose");
        });
        listener.onMove(wakes::incrementAndGet);
        ledger.append(List.of(unit("MPS", event("case-1", 0))));
        await().until(() -> wakes.get() > 0);
    }

    @Test
    void a_closed_registration_is_woken_no_more() {
        var registration = listener.onMove(() -> wakes.addAndGet(100));
        registration.close();
        listener.onMove(wakes::incrementAndGet);
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        await().until(() -> wakes.get() > 0);
        assertThat(wakes).hasValueLessThan(100);
    }

    @Test
    void a_lost_connection_is_made_again_and_wakes_for_what_was_missed() {
        await().during(Duration.ofMillis(100)).until(() -> true);
        listener.onMove(wakes::incrementAndGet);

        kill();

        await().until(() -> wakes.get() > 0);
        await().until(() -> listening() == 1);
        int before = wakes.get();
        ledger.append(List.of(unit("MPS", event("case-1", 0))));
        await().until(() -> wakes.get() > before);
    }

    @Test
    void closing_gives_the_connection_back_at_once() {
        listener.close();

        // It would find out by itself only when it next looks at its connection.
        await().atMost(Duration.ofSeconds(4)).until(() -> listening() == 0);
    }

    /** All that came before one that is sent last. */
    private static List<String> notifications(Connection listening) throws SQLException {
        listening.createStatement().execute("notify ledger_head, 'last'");
        List<String> said = new ArrayList<>();
        while (!said.contains("last")) {
            for (PGNotification each : listening.unwrap(PGConnection.class).getNotifications(10_000))
                said.add(each.getParameter());
        }
        return said.subList(0, said.indexOf("last"));
    }

    private int listening() {
        return owner.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and query = 'listen ledger_head' and state = 'idle'")
                .query(Integer.class)
                .single();
    }

    private void kill() {
        owner.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and query = 'listen ledger_head'")
                .query()
                .listOfRows();
    }
}
