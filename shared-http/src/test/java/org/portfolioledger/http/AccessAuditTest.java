package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.AccessTable.Batch;
import org.portfolioledger.http.AccessTable.Counted;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Accesses are recorded once each, whatever the database does, or counted as lost. */
class AccessAuditTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private final Table table = new Table();
    private final AccessAudit audit = new AccessAudit(table, () -> NOW);

    /** Keeps batches by their ids, as the table does, and fails before or after it has kept one. */
    private static final class Table extends AccessTable {

        private final Map<UUID, List<Counted>> kept = new LinkedHashMap<>();
        private @Nullable String fails;

        Table() {
            super(new DriverManagerDataSource());
        }

        @Override
        void write(Batch batch) {
            if ("before".equals(fails)) throw new DataAccessResourceFailureException("gone");
            kept.putIfAbsent(batch.id(), batch.records());
            if ("after".equals(fails)) throw new DataAccessResourceFailureException("gone");
        }

        List<Counted> records() {
            List<Counted> all = new ArrayList<>();
            kept.values().forEach(all::addAll);
            return all;
        }
    }

    @AfterEach
    void stop() {
        table.fails = null;
        audit.close();
    }

    @Test
    void equal_ones_that_come_together_are_one_record_that_counts_them() {
        for (int n = 0; n < 3; n++) audit.add(refused("/a"));
        audit.add(refused("/b"));
        assertThat(audit.write()).isTrue();
        audit.add(refused("/a"));
        assertThat(audit.write()).isTrue();
        assertThat(table.records())
                .containsExactly(
                        new Counted(refused("/a"), NOW, 3),
                        new Counted(refused("/b"), NOW, 1),
                        new Counted(refused("/a"), NOW, 1));
    }

    @Test
    void what_could_not_be_written_is_written_when_the_database_is_back_in_order_and_once() {
        for (String fails : List.of("before", "after")) {
            table.kept.clear();
            table.fails = fails;
            audit.add(refused("/first"));
            assertThat(audit.write()).isFalse();
            audit.add(refused("/second"));
            assertThat(audit.write()).isFalse();
            table.fails = null;
            assertThat(audit.write()).isTrue();
            assertThat(table.records())
                    .extracting(counted -> counted.what().path())
                    .as(fails)
                    .containsExactly("/first", "/second");
        }
    }

    @Test
    void as_many_wait_as_may_and_of_more_the_number_lost_is_recorded() {
        table.fails = "before";
        for (int n = 0; n < AccessAudit.MOST; n++) audit.add(refused("/" + n));
        audit.add(refused("/0"));
        table.fails = null;
        assertThat(audit.write()).isTrue();
        assertThat(table.records())
                .hasSize(AccessAudit.MOST)
                .noneMatch(one -> one.what().kind() == AccessKind.LOST);
        table.kept.clear();
        for (int n = 0; n < AccessAudit.MOST + 2; n++) audit.add(refused("/" + n));
        assertThat(audit.write()).isTrue();
        assertThat(table.records())
                .hasSize(AccessAudit.MOST + 1)
                .last()
                .isEqualTo(new Counted(AccessRecord.LOST, NOW, 2));
    }

    @Test
    void what_waits_at_the_end_is_written() {
        audit.add(refused("/last"));
        audit.close();
        assertThat(table.records()).hasSize(1);
    }

    private static AccessRecord refused(String path) {
        return new AccessRecord(AccessKind.REFUSED, null, null, "10.0.0.1", "GET", path, 401, null);
    }
}
