package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.Halves.Half;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.standalone.PortfolioLedgerApplication;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that must not start says why in one sentence, without a stack trace, and ends with status 1. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalJourneyTest {

    private static final String NOWHERE = "jdbc:postgresql://localhost:1/nowhere?connectTimeout=1";

    private final Halves halves = Halves.fresh();
    private final JdbcClient owner = JdbcClient.create(halves.database().owner());

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        halves.close();
    }

    private static final Turns TURNS = new Turns();

    /** Both check alike what is common to them. */
    static List<Half> some() {
        return TURNS.of(List.of(Half.values()));
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_database_does_not_keep_what_it_confirms(Half half, CapturedOutput output) {
        owner.sql(
                        "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$")
                .update();

        refuses(
                half,
                output,
                "PostgreSQL runs with synchronous_commit off, so facts that were confirmed could be lost: turn it on.");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_there_is_no_ledger(Half half, CapturedOutput output) {
        refuses(
                half,
                output,
                "The database has no ledger: start this with --migrate as the owner of the database.",
                "spring.datasource.url=" + LedgerDatabase.bare().url());
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_head_and_facts_do_not_fit(Half half, CapturedOutput output) {
        owner.sql("update ledger.head set position = 3").update();

        refuses(
                half,
                output,
                "The ledger's head is at position 3, but it holds 0 facts and the last has position 0: facts are missing. Restore a backup into a new database with --restore FILE, and keep this one: it shows what is missing.");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_schema_is_that_of_other_code(Half half, CapturedOutput output) {
        owner.sql("update ledger.schema_history set version = '99' where version is not null")
                .update();

        refuses(
                half,
                output,
                "The ledger's schema has version 99 and this code needs 1: start it with --migrate as the owner, or the code that fits.");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_migrations_are_not_those_that_ran(Half half, CapturedOutput output) {
        owner.sql("update ledger.schema_history set checksum = 1 where version is not null")
                .update();

        assertThatThrownBy(() -> halves.migrate(half));

        assertThat(output.getErr().strip())
                .isEqualTo(
                        "The database's schema was made by another version: run the code that fits it, or another database.");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void where_rows_have_no_place(CapturedOutput output) {
        owner.sql("drop schema query cascade").update();

        refuses(
                Half.QUERY,
                output,
                "The database has no place for rows: start this with --migrate as the owner of the database.");
    }

    @Test
    void where_rows_hold_facts_that_the_ledger_does_not(CapturedOutput output) {
        owner.sql("update query.subscription set position = 7").update();

        refuses(
                Half.QUERY,
                output,
                "The rows have reached position 7, but the ledger ends at 0: facts are missing from the ledger. Restore a"
                        + " backup into a new database with --restore FILE, and keep this one: it shows what is missing.");
    }

    @Test
    void where_the_wiring_is_not_what_was_meant(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Half.COMMAND.application)
                .initializers(context -> context.addBeanFactoryPostProcessor(beans -> {
                    BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
                    registry.removeBeanDefinition("board");
                }))
                .run(Half.COMMAND.arguments(halves.database(), List.of()).toArray(String[]::new)));

        assertThat(output.getErr().lines()).singleElement().asString().startsWith("The kinds of entity are [");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_database_cannot_be_reached(Half half, CapturedOutput output) {
        refuses(
                half,
                output,
                "The database at localhost:1/nowhere cannot be reached (Connection to localhost:1 refused): start it, or"
                        + " correct spring.datasource.url, username and password.",
                "spring.datasource.url=" + NOWHERE,
                "spring.datasource.hikari.connection-timeout=1000");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_database_does_not_know_the_user(Half half, CapturedOutput output) {
        refuses(
                half,
                output,
                "The database at %s cannot be reached (FATAL: role \"nobody\" does not exist): start it, or correct"
                                .formatted(halves.database().url().substring("jdbc:postgresql://".length()))
                        + " spring.datasource.url, username and password.",
                "spring.datasource.username=nobody",
                "spring.datasource.hikari.connection-timeout=1000");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_the_user_was_not_given_its_role(Half half, CapturedOutput output) {
        owner.sql("""
                do $$ begin
                    if not exists (select from pg_roles where rolname = 'roleless') then create role roleless login; end if;
                end $$""").update();

        refuses(
                half,
                output,
                "The database at %s does not let its user do what is needed (ERROR: permission denied for schema ledger):"
                                .formatted(halves.database().url().substring("jdbc:postgresql://".length()))
                        + " migrate it as its owner and grant the roles.",
                "spring.datasource.username=roleless");
    }

    /** In a process of its own: a server that cannot have its port leaves threads behind. */
    @ParameterizedTest
    @MethodSource("some")
    void where_the_port_is_taken_it_says_nothing_else_and_ends_with_status_1(Half half) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            OtherJvm process = OtherJvm.of(
                    half.application,
                    List.of(),
                    half.arguments(halves.database(), List.of("server.port=" + taken.getLocalPort())));

            assertThat(process.exit()).isEqualTo(1);
            assertThat(process.said())
                    .containsExactly(
                            "Port %s is taken: choose another with --server.port=N.".formatted(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_nobody_could_sign_in(Half half, CapturedOutput output) {
        refuses(
                half,
                output,
                "Nobody could sign in: name the issuer of the tokens with portfolio-ledger.access.issuer.",
                "portfolio-ledger.access.issuer=");
    }

    @ParameterizedTest
    @MethodSource("some")
    void where_users_with_passwords_are_named(Half half, CapturedOutput output) {
        refuses(
                half,
                output,
                "The settings portfolio-ledger.users name users with passwords, who are for an evaluation only (./run):"
                        + " remove them, and let the issuer of portfolio-ledger.access.issuer sign people in.",
                "portfolio-ledger.users[0].name=office");
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, issuer, built-in, 'must be an http or https address.'",
        "QUERY, issuer, ftp://issuer.example, 'must be an http or https address.'",
        "QUERY, keys, issuer.example/keys, 'must be an http or https address.'",
        "QUERY, issuer, http://192.0.2.1, 'must be an https address, so that nobody on the way can exchange its keys.'",
        "COMMAND, keys-fresh-for, PT0.999S, 'must be at least PT1S.'",
        "QUERY, keys-kept-for, PT4M59S, 'must be at least keys-fresh-for, PT5M.'"
    })
    void where_an_issuer_could_not_be_believed(
            Half half, String setting, String value, String wanted, CapturedOutput output) {
        refuses(
                half,
                output,
                "The setting portfolio-ledger.access.%s is %s: it %s".formatted(setting, value, wanted),
                "portfolio-ledger.access.%s=%s".formatted(setting, value));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, portfolio-ledger.command.queue=0, The setting portfolio-ledger.command.queue is 0: it must be at least 1.",
        "QUERY, portfolio-ledger.query.batch=0, The setting portfolio-ledger.query.batch is 0: it must be at least 1.",
        "QUERY, portfolio-ledger.query.poll=0s, The setting portfolio-ledger.query.poll is PT0S: it must be at least PT0.001S.",
        "QUERY, portfolio-ledger.query.poll=-5s, The setting portfolio-ledger.query.poll is PT-5S: it must be at least PT0.001S."
    })
    void where_a_setting_is_out_of_its_range(Half half, String setting, String sentence, CapturedOutput output) {
        refuses(half, output, sentence, setting);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, portfolio-ledger.command.queue=many",
        "QUERY, portfolio-ledger.query.batch=1e3",
        "QUERY, portfolio-ledger.query.poll=soon",
        "QUERY, portfolio-ledger.query.follow=perhaps",
        "QUERY, server.port=http",
        "COMMAND, spring.datasource.hikari.maximum-pool-size=0"
    })
    void where_a_setting_is_of_another_kind(Half half, String setting, CapturedOutput output) {
        assertThatThrownBy(() -> halves.start(half, setting));

        assertThat(output.getErr().lines())
                .singleElement()
                .asString()
                .startsWith("The setting "
                        + setting.substring(0, setting.indexOf('=')).replaceFirst("\\.maximum.*", ""))
                .endsWith(": correct it.");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void everything_in_one_process_names_the_words_of_its_own_command_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            RunAsUsers.spareTheUnpacking(folder.toRealPath());
            OtherJvm refused = OtherJvm.of(
                    PortfolioLedgerApplication.class,
                    List.of(),
                    List.of("--data=" + folder.toRealPath(), "--port=" + taken.getLocalPort()));
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said())
                    .containsExactly("Port %s is taken: choose another with --port=N.".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void where_the_data_folder_is_a_file(CapturedOutput output) throws IOException {
        Path file = Files.createFile(folder.toRealPath().resolve("file"));
        refusesFolder(
                output,
                file,
                "The data in %1$s cannot be used (FileAlreadyExistsException %1$s): correct that, or name another folder with --data=DIR."
                        .formatted(file));
    }

    /** A minute long: it is waited for as long as a server that recovers from a crash may take. */
    @Test
    @EnabledIfSystemProperty(named = "suite.size", matches = "long")
    void where_the_data_are_of_another_postgresql(CapturedOutput output) throws IOException {
        Path data = folder.toRealPath();
        Path database = Files.createDirectory(data.resolve("postgres"));
        Files.writeString(database.resolve("PG_VERSION"), "9\n");
        Files.writeString(database.resolve("postgresql.conf"), "");
        refusesFolder(
                output,
                data,
                ("The data in %1$s cannot be used (PostgreSQL did not start on %1$s/postgres, and its log"
                                + " %1$s/postgres.log tells why): correct that, or name another folder with --data=DIR.")
                        .formatted(data));
        assertThat(data.resolve("postgres.log")).isNotEmptyFile();
    }

    private static void refusesFolder(CapturedOutput output, Path data, String sentence) {
        assertThatThrownBy(() -> PortfolioLedgerApplication.main("--data=" + data, "--port=0"));
        assertThat(output.getErr().strip()).isEqualTo(sentence);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private void refuses(Half half, CapturedOutput output, String sentence, String... settings) {
        assertThatThrownBy(() -> halves.start(half, settings));
        assertThat(output.getErr().strip()).isEqualTo(sentence);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }
}
