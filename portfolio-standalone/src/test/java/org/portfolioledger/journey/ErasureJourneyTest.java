package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portfolioledger.command.application.PortfolioCommandApplication;
import org.portfolioledger.command.people.Directory;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.journey.Halves.Half;
import org.portfolioledger.ledger.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an erasure takes away, what it leaves, and what is to be done with a backup from before it. */
class ErasureJourneyTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout", ".."));
    private static final String NAME = "Wilhelmina Featherstonehaugh";
    private static final String PERSON =
            "{\"id\": \"p-gone\", \"name\": \"%s\", \"contact\": \"wf@council.example\"}".formatted(NAME);
    private static final String KEY = "put-in-once";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_hash_stays_valid_and_backups_are_whole_before_and_after() throws Exception {
        Path before = folder.resolve("before.zip");
        Path after = folder.resolve("after.zip");
        try (Halves halves = Halves.fresh()) {
            Caller command = halves.command();
            assertThat(added(command, PERSON).status()).isEqualTo(201);
            recordAppointment(command);
            LedgerDatabase database = halves.database();
            List<String> hashes = hashes(database);
            run(database, "portfolio_command", "--backup", before);

            assertThat(erased(command).status()).isEqualTo(200);
            // Each backup makes every hash again from its fact.
            run(database, "portfolio_command", "--backup", after);

            assertThat(hashes(database)).isEqualTo(hashes).hasSizeGreaterThan(3);
            assertThat(holdingTheName(database)).isEmpty();
            assertThat(factsThatNameThePerson(database)).containsExactly("role-appointed");
            assertNothingConfirmsAName(database, command);
            assertThat(content(before)).contains(NAME);
            assertThat(content(after)).contains("p-gone").doesNotContain(NAME, "wf@council.example");

            LedgerDatabase late = restored(after);
            assertThat(hashes(late)).isEqualTo(hashes);
            assertThat(holdingTheName(late)).isEmpty();
            assertThat(person(late)).isEqualTo(new Directory.Person("p-gone", null, null, true));

            LedgerDatabase early = restored(before);
            assertThat(holdingTheName(early)).containsExactly("directory.person");
            try (Halves others = Halves.on(early)) {
                assertThat(erased(others.command()).status()).isEqualTo(200);
            }
            assertThat(holdingTheName(early)).isEmpty();
            assertThat(hashes(early)).isEqualTo(hashes);
        }
    }

    private static void recordAppointment(Caller command) {
        for (String[] sent : new String[][] {
            {"/registers", Bodies.register("ACME")},
            {"/portfolios", Bodies.portfolio("PF", "ACME")},
            {"/initiatives", Bodies.initiative("PG", "Homes", "PF")},
            {"/initiatives/PG/appointments", Bodies.sro("SRO", "p-gone", "2026-02-01")}
        }) {
            Reply reply = command.post("office", sent[0], sent[1]);
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        }
    }

    /** A key that was used for the person answers anybody alike, whatever name is guessed. */
    private static void assertNothingConfirmsAName(LedgerDatabase database, Caller command) {
        assertThat(JdbcClient.create(database.owner())
                        .sql(
                                "select count(*) from directory.change where person = 'p-gone' and fingerprint is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        Reply right = added(command, PERSON);
        Reply wrong = added(command, PERSON.replace("Wilhelmina", "Bartholomew"));
        assertThat(right.text()).isEqualTo(wrong.text()).contains("\"erased\":true");
        assertThat(List.of(right.status(), wrong.status())).containsOnly(201);
    }

    private static Reply added(Caller command, String person) {
        return command.post("office", "/people", person, "Idempotency-Key", KEY);
    }

    private static Reply erased(Caller command) {
        return command.post("office", "/people/p-gone/erasures", "");
    }

    private static Directory.Person person(LedgerDatabase database) {
        return new Directory(database.owner()).find("p-gone").orElseThrow();
    }

    private static List<String> hashes(LedgerDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("select encode(leaf_hash, 'hex') from ledger.event order by position")
                .query(String.class)
                .list();
    }

    /** Every table of ours in which the name is, as text or within bytes. */
    private static List<String> holdingTheName(LedgerDatabase database) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        List<String> tables = jdbc.sql("""
                        select schemaname || '.' || quote_ident(tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1""").query(String.class).list();
        assertThat(tables).contains("ledger.event", "directory.person", "directory.change");
        String bytes = HexFormat.of().formatHex(NAME.getBytes(UTF_8));
        return tables.stream()
                .filter(table ->
                        jdbc.sql("select count(*) from %s t where t::text like ? or t::text like ?".formatted(table))
                                        .param("%" + NAME + "%")
                                        .param("%" + bytes + "%")
                                        .query(Long.class)
                                        .single()
                                > 0)
                .toList();
    }

    /** By the query that the document gives to whoever answers a person. */
    private static List<String> factsThatNameThePerson(LedgerDatabase database) throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/data-protection.md"));
        String query = document.replaceAll("(?s).*```sql\\n(.*?)```.*", "$1");
        assertThat(query).contains("'p-123'");
        return JdbcClient.create(database.owner()).sql(query.replace("p-123", "p-gone")).query().listOfRows().stream()
                .map(row -> String.valueOf(row.get("type")))
                .toList();
    }

    private static LedgerDatabase restored(Path file) {
        LedgerDatabase elsewhere = LedgerDatabase.bare();
        run(elsewhere, "postgres", "--restore", file);
        return elsewhere;
    }

    private static void run(LedgerDatabase database, String user, String word, Path file) {
        PortfolioCommandApplication.main(Stream.concat(
                        Half.COMMAND.arguments(database, List.of("spring.datasource.username=" + user)).stream(),
                        Stream.of(word, file.toString()))
                .toArray(String[]::new));
    }

    private static String content(Path backup) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList())
                all.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
        return all.toString();
    }
}
