package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RolesTest {

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();
    private static final DataSource OWNER = DATABASE.owner();
    private static final DataSource APPENDER = DATABASE.appender();
    private static final DataSource READER = DATABASE.reader();

    @BeforeAll
    static void one_fact_is_there() {
        new Ledger(APPENDER).append(List.of(unit("MPS", event("case-1", 0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set type = 'other'",
                "delete from ledger.event",
                "truncate ledger.event",
                "insert into ledger.event select 2, gen_random_uuid(), register, stream, 1, type, revision, payload,"
                        + " metadata, effective_on, known_at, recorded_at, actor, command, basis, leaf_hash"
                        + " from ledger.event",
                "insert into ledger.command values ('a', 'b', 'c', 'd', 1, 1)",
                "update ledger.command set fingerprint = 'other'",
                "delete from ledger.command",
                "truncate ledger.command",
                "update ledger.head set position = 0",
                "delete from ledger.head",
                "update ledger.register set live_position = null",
                "delete from ledger.register",
                "delete from ledger.schema_history",
                "alter table ledger.event disable trigger all",
                "alter table ledger.event add column note text",
                "drop table ledger.event cascade",
                "drop trigger append_only on ledger.event",
                "create or replace function ledger.refuse_change() returns trigger language sql as 'select null'",
                "create table ledger.other ()",
                "set session_replication_role = replica"
            })
    void the_application_can_change_nothing(String attack) {
        assertThatThrownBy(() -> run(APPENDER, attack))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
        assertThatThrownBy(() -> run(READER, attack))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set type = 'other'",
                "update ledger.event set type = 'other' where false",
                "delete from ledger.event",
                "truncate ledger.event",
                "update ledger.command set fingerprint = 'other'",
                "delete from ledger.command",
                "truncate ledger.command"
            })
    void even_the_owner_is_refused_by_the_triggers(String change) {
        assertThatThrownBy(() -> run(OWNER, change))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("is append-only");
        assertThatThrownBy(() -> run(OWNER, "set session_replication_role = replica; " + change))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("is append-only");
    }

    @Test
    void the_reader_reads_and_cannot_append() {
        var reader = new Ledger(READER);

        assertThat(reader.after(0, 10)).hasSize(1);
        assertThat(reader.awaitInFlightAppends(Duration.ofSeconds(30))).isPresent();
        assertThatThrownBy(() -> reader.append(List.of(unit("MPS", event("case-2", 0)))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void another_role_cannot_even_look() {
        assertThatThrownBy(() -> run(OWNER, "set role pg_monitor; select * from ledger.event"))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static void run(DataSource dataSource, String sql) {
        JdbcClient.create(dataSource).sql(sql).update();
    }
}
