package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches are taken line by line, and a history into its own register only, whatever others record meanwhile. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ImportJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static List<Caller> nodes = List.of();
    private static Caller query;

    @BeforeAll
    static void start() {
        nodes = List.of(HALVES.command(), HALVES.command());
        query = HALVES.query();
        sent("/registers", Bodies.register("ACME"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_import_keeps_the_lines_before_a_bad_one_and_names_it() {
        String good = Bodies.line("i-1", "/initiatives", Bodies.initiative("PG-IMPORT", "Homes", "PF"))
                + Bodies.line("i-2", "/initiatives/PG-IMPORT/renames", Bodies.rename("Second", "2020-02-03"));
        String bad =
                Bodies.line("i-3", "/initiatives/PG-IMPORT/appointments", Bodies.sro("S", "p-nobody", "2020-02-03"));
        String repaired =
                Bodies.line("i-3", "/initiatives/PG-IMPORT/appointments", Bodies.sro("S", "p-sro1", "2020-02-03"));
        String rest = Bodies.line("i-4", "/initiatives/PG-IMPORT/renames", Bodies.rename("Fourth", "2020-03-02"));
        long before = LEDGER.head().position();

        Reply dry = nodes.getFirst().imports("office", good + repaired + rest, "?dryRun=true");
        assertThat(dry.json().get("recorded").asInt()).as(dry.text()).isEqualTo(4);
        assertThat(LEDGER.head().position()).isEqualTo(before);

        Reply stopped = nodes.getFirst().imports("office", good + bad + rest, "");
        assertThat(stopped.status() + stopped.problem()).as(stopped.text()).isEqualTo("409import-refused");
        assertThat(stopped.json().at("/report/recorded").asInt()).isEqualTo(2);
        assertThat(stopped.json().at("/report/stoppedAt").asInt()).isEqualTo(3);
        assertThat(stopped.json().at("/report/notRecorded").asInt()).isEqualTo(1);
        assertThat(stopped.json().at("/report/refusals/0/key").asString()).isEqualTo("i-3");
        assertThat(stopped.json().at("/report/refusals/0/problem/type").asString())
                .isEqualTo("/problems/unknown-reference");
        assertThat(LEDGER.head().position()).isEqualTo(before + 2);

        Reply again = nodes.getLast().imports("office", good + repaired + rest, "");
        assertThat(again.json().get("replayed").asInt()).as(again.text()).isEqualTo(2);
        assertThat(again.json().get("recorded").asInt()).isEqualTo(2);
        assertThat(again.json().has("stoppedAt")).isFalse();
        assertThat(LEDGER.head().position()).isEqualTo(before + 4);
    }

    @Test
    void every_refused_line_is_reported_in_one_run_and_what_may_rest_on_one_is_not_recorded() {
        String file = lines("r", "PLANET", 2, 4, 6);
        long before = LEDGER.head().position();

        Reply dry = nodes.getFirst().imports("office", file, "?dryRun=true");
        assertThat(dry.status() + dry.problem()).as(dry.text()).isEqualTo("409import-refused");
        assertThat(refused(dry)).containsExactly(2L, 4L, 6L);
        assertThat(dry.json().at("/report/notRecorded").asInt()).isEqualTo(2);
        assertThat(LEDGER.head().position()).isEqualTo(before);

        Reply stopped = nodes.getFirst().imports("office", file, "?onError=stop");
        assertThat(stopped.status()).isEqualTo(409);
        assertThat(refused(stopped)).containsExactly(2L, 4L, 6L);
        assertThat(stopped.json().at("/report/recorded").asInt()).isEqualTo(1);
        assertThat(LEDGER.head().position()).isEqualTo(before + 1);

        Reply skipped = nodes.getFirst().imports("office", file, "?onError=skip");
        assertThat(skipped.status()).as(skipped.text()).isEqualTo(200);
        assertThat(skipped.json().get("refused").asInt()).isEqualTo(3);
        assertThat(skipped.json().get("replayed").asInt()).isEqualTo(1);
        assertThat(skipped.json().get("recorded").asInt()).isEqualTo(2);
        assertThat(LEDGER.head().position()).isEqualTo(before + 3);
    }

    @Test
    void an_import_that_kept_nothing_is_no_success_also_where_refused_lines_are_skipped() {
        long before = LEDGER.head().position();
        Reply nothing = nodes.getFirst().imports("office", lines("none", "PLANET", 1, 2, 3, 4, 5, 6), "?onError=skip");
        assertThat(nothing.status() + nothing.problem()).as(nothing.text()).isEqualTo("409import-refused");
        assertThat(LEDGER.head().position()).isEqualTo(before);
        Reply misspelt = nodes.getFirst().imports("office", lines("none", "PROJECT"), "?onError=halt");
        assertThat(misspelt.json().at("/errors/0/parameter").asString()).isEqualTo("onError");
        assertThat(misspelt.json().at("/errors/0/detail").asString()).isEqualTo("must be one of skip, stop");
    }

    @Test
    void a_byte_order_mark_before_the_first_line_is_skipped() {
        String marked = "\uFEFF" + lines("bom", "PROJECT");
        Reply dry = nodes.getFirst().imports("office", marked, "?dryRun=true");
        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.json().get("recorded").asInt()).isEqualTo(6);
        assertThat(nodes.getFirst().imports("office", "\uFEFF\n", "").status()).isEqualTo(200);
    }

    @Test
    void a_dry_run_waits_for_no_writer_and_no_writer_for_it() throws SQLException {
        try (Connection writer = HALVES.database().owner().getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select 1 from ledger.head for update");
            Reply dry = nodes.getFirst().imports("office", lines("free", "PROJECT"), "?dryRun=true");
            assertThat(dry.status()).as(dry.text()).isEqualTo(200);
            assertThat(dry.json().get("recorded").asInt()).isEqualTo(6);
            writer.rollback();
        }
    }

    /** Six openings of initiatives; those with the numbers have a level that is none. */
    private static String lines(String key, String wrong, int... numbers) {
        Set<Integer> bad = IntStream.of(numbers).boxed().collect(Collectors.toSet());
        return IntStream.rangeClosed(1, 6)
                .mapToObj(n -> Bodies.line(
                        key + n,
                        "/initiatives",
                        Bodies.initiative("PG-" + key.toUpperCase(Locale.ROOT) + n, "Line " + n, "PF")
                                .replace("PROGRAMME", bad.contains(n) ? wrong : "PROGRAMME")))
                .collect(Collectors.joining());
    }

    private static List<Long> refused(Reply reply) {
        return reply.json()
                .at("/report/refusals")
                .valueStream()
                .map(line -> line.path("line").asLong())
                .toList();
    }

    @Test
    void the_same_import_sent_by_two_at_once_is_recorded_once() {
        String file = Stream.concat(
                        Stream.of(Bodies.line("t-0", "/initiatives", Bodies.initiative("PG-TWO", "Homes", "PF"))),
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(n -> Bodies.line(
                                        "t-" + n, "/initiatives/PG-TWO/renames", Bodies.rename("N" + n, "2020-03-02"))))
                .reduce("", String::concat);
        long before = LEDGER.head().position();
        List<Reply> reports = Together.act(4, n -> nodes.get(n % 2).imports("office", file, ""));
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.json().has("stoppedAt"))
                        .as(report.text())
                        .isFalse());
        assertThat(reports.stream()
                        .mapToInt(r -> r.json().get("recorded").asInt())
                        .sum())
                .isEqualTo(21);
        assertThat(LEDGER.head().position()).isEqualTo(before + 21);
    }

    @Test
    void a_register_that_migrates_the_past_changes_no_answer_about_a_live_one() {
        sent("/initiatives", Bodies.initiative("PG-LIVE", "Homes", "PF"));
        Reply renamed = sent("/initiatives/PG-LIVE/renames", Bodies.rename("Live", "2020-03-02"));
        String knownAt = renamed.json().get("knownAt").asString();
        List<String> questions = Stream.of("/initiatives/PG-LIVE", "/portfolios/PF/status", "/portfolios/PF")
                .flatMap(path -> Stream.of(
                        path + "?asOf=2020-04-01&knownAt=" + knownAt,
                        path + "?asOf=2020-04-01&knownAt="
                                + LocalDate.now(ZoneId.of("Europe/London")).minusDays(1),
                        path + "?asOf=2020-04-01&knownAt=position:" + renamed.position()))
                .toList();
        List<String> before = questions.stream().map(ImportJourneyTest::asked).toList();

        migrated("/registers", "2011-06-13", Bodies.register("OLD"));
        migrated("/portfolios", "2011-06-13", Bodies.portfolio("PF-OLD", "OLD"));
        Together.act(
                2,
                turn -> turn == 0
                        ? IntStream.range(0, 20)
                                .mapToObj(n -> migrated(
                                        "/initiatives",
                                        "2011-06-14",
                                        Bodies.initiative("PG-OLD-" + n, "Old", "PF-OLD", "OLD")))
                                .toList()
                        : IntStream.range(0, 20)
                                .mapToObj(n -> sent("/initiatives", Bodies.initiative("PG-NEW-" + n, "New", "PF")))
                                .toList());
        Reply last =
                migrated("/initiatives/PG-OLD-1/renames", "2012-01-01T09:00:00Z", Bodies.rename("Older", "2020-04-01"));
        query.getAfter(last.position(), "/registers");

        assertThat(questions.stream().map(ImportJourneyTest::asked).toList()).isEqualTo(before);
        assertThat(query.get("reader", "/portfolios/PF-OLD/status?asOf=2020-04-01&knownAt=2011-06-14")
                        .json()
                        .get("items"))
                .hasSize(20);
        assertThat(LEDGER.at(last.position()).orElseThrow().knownAt()).isEqualTo(Instant.parse("2012-01-01T09:00:00Z"));
        OneOrder.require(LEDGER);
    }

    @Test
    void only_a_migrator_states_when_it_was_known_and_only_of_a_register_that_migrates() {
        String body = Bodies.known("2019-01-01", Bodies.initiative("PG-STATED", "Stated", "PF"));
        for (String actor : List.of("office", "secretary", "sro1")) {
            Reply refused = nodes.getFirst().post(actor, "/initiatives", body);
            assertThat(refused.status() + refused.problem()).as(actor).isEqualTo("403not-allowed");
        }
        Reply live = nodes.getFirst().post("migrator", "/initiatives", body);
        assertThat(live.status() + live.problem()).isEqualTo("403register-not-migrating");
        String imported = Bodies.line("provenance", "/initiatives", body);
        assertThat(nodes.getFirst()
                        .imports("office", imported, "")
                        .json()
                        .at("/report/refusals/0/problem/type")
                        .asString())
                .isEqualTo("/problems/not-allowed");
        assertThat(nodes.getFirst()
                        .imports("migrator", imported, "")
                        .json()
                        .at("/report/refusals/0/problem/type")
                        .asString())
                .isEqualTo("/problems/register-not-migrating");
        assertThat(LEDGER.registerOf("initiative-PG-STATED")).isEmpty();
    }

    @Test
    void only_going_live_ends_a_migration_and_does_so_for_ever() {
        migrated("/registers", "2011-06-13", Bodies.register("ENDING"));
        migrated("/portfolios", "2011-06-13", Bodies.portfolio("PF-ENDING", "ENDING"));
        String goingLive = "/registers/ENDING/going-live";
        assertThat(nodes.getFirst()
                        .post("migrator", goingLive, "{\"knownAt\": \"2011-06-13\"}")
                        .problem())
                .isEqualTo("known-at-refused");
        Reply stray = nodes.getFirst()
                .post("office", "/initiatives", Bodies.initiative("PG-ENDING", "Live", "PF-ENDING", "ENDING"));
        assertThat(stray.status() + stray.problem()).isEqualTo("409known-at-refused");
        assertThat(stray.json().get("detail").asString()).contains("/going-live");
        assertThat(LEDGER.registerOf("initiative-PG-ENDING")).isEmpty();
        List<Reply> race = Together.act(
                2,
                n -> n == 0
                        ? sent(goingLive, "{}")
                        : nodes.getLast()
                                .post(
                                        "migrator",
                                        "/initiatives",
                                        Bodies.known(
                                                "2011-06-14",
                                                Bodies.initiative("PG-LATE", "Late", "PF-ENDING", "ENDING"))));
        Reply late = race.getLast();
        if (late.status() == 201)
            assertThat(late.position()).isLessThan(race.getFirst().position());
        else assertThat(late.problem()).isIn("known-at-refused", "register-not-migrating");
        assertThat(nodes.getFirst()
                        .post(
                                "migrator",
                                "/initiatives",
                                Bodies.known(
                                        "2011-06-15", Bodies.initiative("PG-LATER", "Later", "PF-ENDING", "ENDING")))
                        .problem())
                .isEqualTo("register-not-migrating");
        long live = race.getFirst().position();
        Reply again = nodes.getFirst().post("office", goingLive, "{\"effectiveOn\": \"2011-01-01\"}");
        assertThat(again.problem()).isEqualTo("register-already-live");
        assertThat(again.json().at("/collidesWith/0/facts/0").asLong()).isEqualTo(live);
        assertThat(query.getAfter(live, "/registers/ENDING")
                        .json()
                        .at("/live/fact")
                        .asLong())
                .isEqualTo(live);
    }

    @Test
    void what_is_stated_as_known_neither_goes_back_by_a_microsecond_nor_equals_the_present() {
        try (Halves halves = Halves.fresh()) {
            Caller command = halves.command();
            command.post(
                    "migrator", "/registers", Bodies.known("2011-06-13T09:00:00.000005Z", Bodies.register("EDGE")));
            assertThat(portfolio(command, "BACK", "2011-06-13T09:00:00.000004Z"))
                    .isEqualTo("409known-at-refused");
            assertThat(portfolio(command, "SAME", "2011-06-13T09:00:00.000005Z"))
                    .isEqualTo("201");
            assertThat(portfolio(command, "NEXT", "2011-06-13T09:00:00.000006Z"))
                    .isEqualTo("201");
            assertThat(portfolio(command, "BACK", "2011-06-13T09:00:00.000005Z"))
                    .isEqualTo("409known-at-refused");

            // From here on the clock stands behind the ledger, so its moments are known beforehand.
            JdbcClient.create(halves.database().owner())
                    .sql("update ledger.head set recorded_at = '2100-01-01 00:00:00Z'")
                    .update();
            assertThat(portfolio(command, "NOW", "2100-01-01T00:00:00.000001Z")).isEqualTo("409known-at-refused");
            assertThat(portfolio(command, "BEFORE", "2100-01-01T00:00:00Z")).isEqualTo("201");
            assertThat(portfolio(command, "LATER", "2100-01-01T00:00:00.000001Z"))
                    .isEqualTo("201");
        }
    }

    private static String portfolio(Caller command, String id, String knownAt) {
        Reply reply = command.post("migrator", "/portfolios", Bodies.known(knownAt, Bodies.portfolio(id, "EDGE")));
        return reply.status() + reply.problem();
    }

    private static String asked(String question) {
        Reply reply = query.get("reader", question, "Prefer", "wait=10");
        return reply.status() + " " + reply.text();
    }

    private static Reply migrated(String path, String knownAt, String body) {
        Reply reply = nodes.getFirst().post("migrator", path, Bodies.known(knownAt, body));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private static Reply sent(String path, String body) {
        Reply reply = nodes.getFirst().post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
