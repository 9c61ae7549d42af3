package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever breaks into one of the applications can do with its database user: nothing to what is on record. */
class RolesJourneyTest {

    private static final String NOT_ALLOWED = "42501";
    private static final List<String> TABLES = List.of("event", "command", "register", "head");

    private static final Halves HALVES = Halves.fresh();

    @BeforeAll
    static void settle() {
        Council.settle(HALVES.command());
        HALVES.query();
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void the_user_of_the_command_half_can_only_append() throws SQLException {
        refused("portfolio_command", List.of("portfolio_command", "ledger_appender", "directory_writer"), onLedger());
        refused("portfolio_command", List.of("portfolio_command", "ledger_appender"), onRows());
    }

    @Test
    void the_user_of_the_query_half_can_only_read_the_ledger() throws SQLException {
        List<String> statements = new ArrayList<>(onLedger());
        statements.add(
                "select ledger.append('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',"
                        + " '{}', '{}', '{}', '{}', '{}', '{}', 1)");
        statements.add("insert into directory.person (id, name) values ('p-x', 'X')");
        statements.add("update directory.person set name = 'X'");
        statements.add("delete from directory.person");
        statements.add("set role ledger_appender");
        statements.add("set role directory_writer");
        refused(
                "portfolio_query",
                List.of("portfolio_query", "query_writer", "ledger_reader", "directory_reader"),
                statements);
    }

    @Test
    void the_function_that_appends_does_nothing_else() throws SQLException {
        try (Connection connection = as("portfolio_command");
                Statement statement = connection.createStatement()) {
            statement.execute("create temp table head as select 10::bigint as position, now() as recorded_at");
            statement.execute("create temp table event (stream text, sequence bigint, register text)");
            statement.execute("create function pg_temp.clock_timestamp() returns timestamptz language sql"
                    + " return timestamptz '1999-01-01'");
            statement.execute("create function pg_temp.sha256(bytea) returns bytea language sql return '\\x00'::bytea");
            statement.execute("set search_path = pg_temp, ledger, pg_catalog");
            statement.execute("""
                    select ledger.append('{a}', '{k}', '{f}', '{ACME}', '{NULL}', '{f}', '{1}', '{}', '{}', '{}',
                        array[gen_random_uuid()], '{trial-1}', '{0}', '{t}', '{1}', '{"{}"}', '{"{}"}', '{2026-01-01}', '{""}', 5000)""");
        }
        assertThat(owner().sql("""
                        select e.recorded_at > now() - interval '5 minutes' and length(e.leaf_hash) = 32
                            and e.position = h.position
                        from ledger.event e, ledger.head h where e.stream = 'trial-1'""").query(Boolean.class).single()).isTrue();
    }

    private static List<String> onLedger() {
        List<String> statements = new ArrayList<>();
        for (String table : TABLES) {
            String column = table.equals("register") ? "name" : table.equals("head") ? "position" : "register";
            statements.addAll(Stream.of(
                            "update ledger.%1$s set %2$s = %2$s",
                            "delete from ledger.%1$s",
                            "truncate ledger.%1$s cascade",
                            "insert into ledger.%1$s select * from ledger.%1$s",
                            "copy ledger.%1$s from stdin",
                            "select * from ledger.%1$s for update",
                            "do 'begin lock table ledger.%1$s in access exclusive mode; end'",
                            "alter table ledger.%1$s disable trigger all",
                            "alter table ledger.%1$s add column x text",
                            "alter table ledger.%1$s owner to current_user",
                            "alter table ledger.%1$s rename to other",
                            "alter table ledger.%1$s set unlogged",
                            "drop table ledger.%1$s cascade",
                            "create trigger mine before insert on ledger.%1$s execute function ledger.refuse_change()",
                            "create rule mine as on insert to ledger.%1$s do instead nothing",
                            "create index on ledger.%1$s (%2$s)")
                    .map(form -> form.formatted(table, column))
                    .toList());
        }
        statements.addAll(List.of(
                "drop trigger append_only on ledger.event",
                "drop schema ledger cascade",
                "create table ledger.mine (x text)",
                "create table public.mine (x text)",
                "create schema mine",
                "create or replace function ledger.refuse_change() returns trigger language plpgsql as"
                        + " 'begin return new; end'",
                "drop function ledger.refuse_change cascade",
                "alter function ledger.append security invoker",
                "alter function ledger.append owner to current_user",
                "alter schema ledger rename to other",
                "update ledger.readable_event set type = type",
                "set session_replication_role = replica",
                "set role postgres",
                "set role pg_write_all_data",
                "set session authorization postgres",
                "alter role current_user superuser",
                "grant pg_write_all_data to current_user",
                "alter system set fsync = off",
                "alter database postgres set default_transaction_isolation = serializable",
                "copy ledger.event to program 'cat'",
                "copy (select 1) to '/tmp/anything'",
                "create extension dblink",
                "create publication mine for table ledger.event",
                "select pg_reload_conf()",
                "select pg_read_file('postgresql.conf')"));
        return statements;
    }

    private static List<String> onRows() {
        return List.of(
                "update query.row set state = state",
                "delete from query.row",
                "insert into query.row (kind) select kind from query.row",
                "update query.subscription set position = 0",
                "delete from query.blocked_entity",
                "update query.row_1 set state = state",
                "drop view query.row",
                "delete from directory.person",
                "truncate directory.person",
                "set role query_writer");
    }

    /** Tries every statement as every role that the user can take on. */
    private static void refused(String user, List<String> roles, List<String> statements) throws SQLException {
        List<String> broken = new ArrayList<>();
        String before = everything();
        for (String role : roles) {
            try (Connection connection = as(user);
                    Statement statement = connection.createStatement()) {
                statement.execute("set role " + role);
                for (String tried : statements) {
                    try {
                        statement.execute(tried);
                        broken.add(role + " may " + tried);
                    } catch (SQLException refusal) {
                        if (!NOT_ALLOWED.equals(refusal.getSQLState()))
                            broken.add("%s: %s: %s %s"
                                    .formatted(role, tried, refusal.getSQLState(), refusal.getMessage()));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        return owner().sql("""
                        select concat_ws(' ', (select md5(string_agg(e::text, '|' order by position)) from ledger.event e),
                            (select md5(string_agg(c::text, '|' order by first_position)) from ledger.command c),
                            (select string_agg(h::text, '') from ledger.head h),
                            (select string_agg(r::text, '|' order by name) from ledger.register r),
                            (select string_agg(tgname::text || tgenabled::text, '|' order by oid) from pg_trigger),
                            (select md5(string_agg(relname || relowner::text || coalesce(relacl::text, ''), '|' order by oid))
                             from pg_class where relnamespace = 'ledger'::regnamespace),
                            (select md5(string_agg(prosrc || proowner::text || coalesce(proacl::text, ''), '|' order by oid)) from pg_proc
                             where pronamespace = 'ledger'::regnamespace))""").query(String.class).single();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(HALVES.database().owner());
    }

    private static Connection as(String user) throws SQLException {
        LedgerDatabase database = HALVES.database();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(user);
        return source.getConnection();
    }
}
