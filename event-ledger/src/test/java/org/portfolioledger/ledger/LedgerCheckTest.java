package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.unit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerCheckTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void a_sound_ledger_passes_with_and_without_facts() {
        LedgerCheck.requireSound(database.appender());
        LedgerCheck.requireSound(database.reader());
        appendTwo();
        LedgerCheck.requireSound(database.appender());
    }

    @Test
    void a_migration_that_ran_before_changes_nothing() {
        LedgerMigration.migrate(database.owner());
        LedgerCheck.requireSound(database.appender());
    }

    @Test
    void the_code_needs_the_last_of_its_migrations() {
        assertThat(Flyway.configure()
                        .dataSource(database.owner())
                        .locations("classpath:db/ledger")
                        .schemas("ledger")
                        .table("schema_history")
                        .load()
                        .info()
                        .current()
                        .getVersion()
                        .getVersion())
                .isEqualTo(LedgerMigration.VERSION);
    }

    @Test
    void a_database_without_a_ledger_is_refused() {
        refused(
                LedgerDatabase.bare().owner(),
                "The database has no ledger: start this with --migrate as the owner of the database.");
    }

    @Test
    void a_schema_of_another_version_is_refused() {
        owner.sql("update ledger.schema_history set version = '99' where version is not null")
                .update();

        refused(database.appender(), "The ledger's schema has version 99 and this code needs 1");
    }

    @Test
    void a_head_that_does_not_fit_the_facts_is_refused() {
        appendTwo();
        owner.sql("update ledger.head set position = 3").update();

        refused(
                database.appender(),
                "The ledger's head is at position 3, but it holds 2 facts and the last has position 2");
    }

    @Test
    void a_missing_fact_is_refused() {
        appendTwo();
        owner.sql("alter table ledger.event disable trigger append_only").update();
        owner.sql("delete from ledger.event where position = 1").update();

        refused(
                database.appender(),
                "The ledger's head is at position 2, but it holds 1 facts and the last has position 2");
    }

    @Test
    void synchronous_commit_off_is_refused() {
        owner.sql(
                        "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$")
                .update();

        refused(database.appender(), "PostgreSQL runs with synchronous_commit off");
    }

    @Test
    void full_page_writes_off_is_refused() {
        try {
            setFullPageWrites("off");
            refused(database.appender(), "PostgreSQL runs with full_page_writes off");
        } finally {
            setFullPageWrites("on");
        }
    }

    @Test
    void fsync_off_is_refused() throws IOException {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(LedgerDatabase.UNPACKED.toFile())
                .setServerConfig("fsync", "off")
                .start()) {
            refused(
                    careless.getPostgresDatabase(),
                    "PostgreSQL runs with fsync off, so facts that were confirmed could be lost: turn it on.");
        }
    }

    private void setFullPageWrites(String value) {
        owner.sql("alter system set full_page_writes = " + value).update();
        owner.sql("select pg_reload_conf()").query().singleValue();
        await().until(() -> owner.sql("select current_setting('full_page_writes')")
                .query(String.class)
                .single()
                .equals(value));
    }

    private void appendTwo() {
        new Ledger(database.appender())
                .append(List.of(unit("MPS", event("case-1", 0)), unit("MPS", event("case-1", 1))));
    }

    private static void refused(DataSource dataSource, String sentence) {
        assertThatThrownBy(() -> LedgerCheck.requireSound(dataSource))
                .isInstanceOf(LedgerNotSound.class)
                .hasMessageStartingWith(sentence);
    }
}
