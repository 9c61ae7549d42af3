package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;

class HeadLockTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @Test
    void who_passes_the_head_lock_sees_every_fact_known_by_then() throws Exception {
        var reader = new Ledger(database.reader());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            var underWay = (Appended) AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0))))
                    .getFirst();
            assertThat(reader.positionKnownAt("MPS", reader.now())).isZero();

            var now = CompletableFuture.supplyAsync(
                    () -> reader.awaitInFlightAppends(Duration.ofSeconds(30)).orElseThrow());
            await().until(() -> HeadLock.waiting(database) == 1);
            slow.commit();

            Instant passed = now.join();
            assertThat(passed).isAfterOrEqualTo(underWay.knownAt());
            assertThat(reader.positionKnownAt("MPS", passed)).isEqualTo(1);
        }
    }

    @Test
    void who_has_no_patience_left_learns_that_an_append_is_under_way() throws Exception {
        var reader = new Ledger(database.reader());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0))));

            assertThat(reader.awaitInFlightAppends(Duration.ofMillis(50))).isEmpty();
            assertThat(reader.awaitInFlightAppends(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void what_is_appended_after_the_lock_was_passed_is_known_later() {
        var ledger = new Ledger(database.appender());
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        Instant passed = ledger.awaitInFlightAppends(Duration.ofSeconds(30)).orElseThrow();
        var after = (Appended)
                ledger.append(List.of(unit("MPS", event("case-1", 1)))).getFirst();

        assertThat(after.recordedAt()).isAfter(passed);
    }

    @Test
    void an_append_that_comes_while_another_is_open_is_numbered_after_it() throws Exception {
        var ledger = new Ledger(database.appender());
        try (Connection slow = database.owner().getConnection()) {
            slow.setAutoCommit(false);
            AppendCall.append(slow, List.of(unit("MPS", event("case-1", 0), event("case-1", 1))));
            var second = CompletableFuture.supplyAsync(() ->
                    ledger.append(List.of(unit("MPS", event("case-2", 0)))).getFirst());
            await().until(() -> HeadLock.waiting(database) == 1);
            slow.commit();

            assertThat(((Appended) second.join()).first()).isEqualTo(3);
        }
    }
}
