package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void an_append_wakes_within_a_second() {
        listener.onMove(wakes::incrementAndGet);
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        await().atMost(Duration.ofSeconds(1)).until(() -> wakes.get() > 0);
    }

    @Test
    void a_call_that_appends_several_units_notifies_once_and_one_that_appends_none_not_at_all() {
        await().during(Duration.ofMillis(100)).until(() -> true);
        listener.onMove(wakes::incrementAndGet);
        ledger.append(List.of(unit("MPS", event("case-1", 7))));
        ledger.append(List.of(unit("MPS", event("case-1", 0)), unit("MPS", event("case-1", 1))));

        await().atMost(Duration.ofSeconds(1)).until(() -> wakes.get() > 0);
        await().during(Duration.ofMillis(200)).until(() -> wakes.get() == 1);
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

        await().atMost(Duration.ofSeconds(3)).until(() -> wakes.get() == 1);
        await().until(() -> listening() == 1);
        ledger.append(List.of(unit("MPS", event("case-1", 0))));
        await().atMost(Duration.ofSeconds(1)).until(() -> wakes.get() == 2);
    }

    @Test
    void closing_gives_the_connection_back_at_once() {
        listener.close();

        await().atMost(Duration.ofSeconds(2)).until(() -> listening() == 0);
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
