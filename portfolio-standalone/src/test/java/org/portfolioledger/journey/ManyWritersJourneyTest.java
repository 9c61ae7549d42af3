package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.LedgerUnit;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many write, each fact has its one place: in its stream, in its register, in the one order. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyWritersJourneyTest {

    private static final int WRITERS = 16;
    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static List<Caller> nodes = List.of();
    private static Caller query;

    @BeforeAll
    static void start() {
        nodes = List.of(HALVES.command(), HALVES.command());
        query = HALVES.query();
        sent("/registers", Bodies.register("ACME"));
        sent("/registers", Bodies.register("OTHER"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/portfolios", Bodies.portfolio("PF-OTHER", "OTHER"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void each_place_in_a_stream_has_one_winner_and_the_others_decide_anew_or_are_told() {
        sent("/initiatives", Bodies.initiative("PG-RACE", "Homes", "PF"));

        List<Reply> replies = Together.act(
                        WRITERS * 2,
                        writer -> IntStream.range(0, 5)
                                .mapToObj(round -> nodes.get(writer % 2)
                                        .post(
                                                "office",
                                                "/initiatives/PG-RACE/renames",
                                                Bodies.rename("Name " + writer + "-" + round, "2020-03-02"),
                                                "Idempotency-Key",
                                                "race-" + writer + "-" + round))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        List<Reply> accepted =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(accepted).hasSizeGreaterThan(WRITERS);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .extracting(reply -> reply.status() + reply.problem())
                .allMatch("409changed-meanwhile"::equals);
        assertThat(accepted)
                .extracting(reply -> reply.header("ETag"))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, accepted.size() + 1L)
                        .mapToObj(version -> "\"" + version + "\"")
                        .toList());
        List<StoredEvent> stream = LEDGER.stream("initiative-PG-RACE");
        assertThat(stream)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, accepted.size()).boxed().toList());
        assertThat(stream).extracting(StoredEvent::command).doesNotHaveDuplicates();
        assertThat(accepted)
                .extracting(Reply::position)
                .containsExactlyInAnyOrderElementsOf(
                        stream.stream().skip(1).map(StoredEvent::position).toList());
        System.out.println(replies.size() + " commands on one stream: " + accepted.size() + " accepted");
    }

    @Test
    void of_all_that_decided_on_one_version_one_wins() {
        sent("/initiatives", Bodies.initiative("PG-MATCH", "Homes", "PF"));
        for (int version = 1; version <= 5; version++) {
            String seen = "\"" + version + "\"";
            List<Reply> replies = Together.act(
                    WRITERS * 2,
                    writer -> nodes.get(writer % 2)
                            .post(
                                    "office",
                                    "/initiatives/PG-MATCH/renames",
                                    Bodies.rename("Name " + seen.charAt(1) + "-" + writer, "2020-03-02"),
                                    "If-Match",
                                    seen));

            String next = "\"" + (version + 1) + "\"";
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .extracting(reply -> reply.status() + reply.problem())
                    .containsOnly("201", "412stale-version");
            assertThat(replies).extracting(reply -> reply.header("ETag")).containsOnly(next);
        }
        assertThat(LEDGER.lastSequence("initiative-PG-MATCH")).isEqualTo(5);
    }

    @Test
    void an_id_is_given_once_over_all_registers() {
        for (int round = 0; round < 20; round++) {
            String id = "PG-ONCE-" + round;
            List<Reply> replies = Together.act(
                    WRITERS,
                    writer -> nodes.get(writer % 2)
                            .post(
                                    "office",
                                    "/initiatives",
                                    writer / 2 % 2 == 0
                                            ? Bodies.initiative(id, "Homes", "PF", "ACME")
                                            : Bodies.initiative(id, "Homes", "PF-OTHER", "OTHER")));
            assertThat(replies)
                    .extracting(reply -> reply.status() + reply.problem())
                    .containsOnly("201", "409already-exists");
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        }
    }

    @Test
    void a_unit_that_the_database_refuses_takes_none_of_its_neighbours_along() {
        Ledger ledger = new Ledger(LedgerDatabase.fresh().appender());
        GroupAppender appender = new GroupAppender(ledger);
        ledger.append(List.of(unit("ACME", "note-taken", 0)));

        List<String> outcomes = Together.act(64, writer -> {
            try {
                return switch (writer % 4) {
                                    case 0 -> appender.append(unit("OTHER", "note-taken", 1));
                                    case 1 -> appender.append(unit("ACME", "note-taken", 7));
                                    default -> appender.append(unit("ACME", "note-" + writer, 0));
                                }
                                instanceof Outcome.Appended
                        ? "appended"
                        : "conflict";
            } catch (DataAccessException refusal) {
                return "refused";
            }
        });

        assertThat(outcomes).filteredOn("appended"::equals).hasSize(32);
        assertThat(outcomes).filteredOn("conflict"::equals).hasSize(16);
        assertThat(outcomes).filteredOn("refused"::equals).hasSize(16);
        assertThat(ledger.head().position()).isEqualTo(33);
        requireOneOrder(ledger);
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
        assertThat(stopped.json().get("recorded").asInt()).as(stopped.text()).isEqualTo(2);
        assertThat(stopped.json().at("/stoppedAt/line").asInt()).isEqualTo(3);
        assertThat(stopped.json().at("/stoppedAt/key").asString()).isEqualTo("i-3");
        assertThat(stopped.json().at("/stoppedAt/problem/type").asString()).isEqualTo("/problems/unknown-reference");
        assertThat(LEDGER.head().position()).isEqualTo(before + 2);

        Reply again = nodes.getLast().imports("office", good + repaired + rest, "");
        assertThat(again.json().get("replayed").asInt()).as(again.text()).isEqualTo(2);
        assertThat(again.json().get("recorded").asInt()).isEqualTo(2);
        assertThat(again.json().has("stoppedAt")).isFalse();
        assertThat(LEDGER.head().position()).isEqualTo(before + 4);
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
        List<String> before =
                questions.stream().map(ManyWritersJourneyTest::asked).toList();

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

        assertThat(questions.stream().map(ManyWritersJourneyTest::asked).toList())
                .isEqualTo(before);
        assertThat(query.get("reader", "/portfolios/PF-OLD/status?asOf=2020-04-01&knownAt=2011-06-14")
                        .json()
                        .get("items"))
                .hasSize(20);
        assertThat(LEDGER.at(last.position()).orElseThrow().knownAt()).isEqualTo(Instant.parse("2012-01-01T09:00:00Z"));
        requireOneOrder(LEDGER);
    }

    @Test
    void only_a_migrator_states_when_it_was_known_and_only_of_a_register_that_migrates() {
        String body = Bodies.known("2019-01-01", Bodies.initiative("PG-STATED", "Stated", "PF"));
        for (String actor : List.of("office", "secretary", "sro1")) {
            Reply refused = nodes.getFirst().post(actor, "/initiatives", body);
            assertThat(refused.status() + refused.problem()).as(actor).isEqualTo("403not-allowed");
        }
        Reply live = nodes.getFirst().post("migrator", "/initiatives", body);
        assertThat(live.status() + live.problem()).isEqualTo("409known-at-refused");
        String imported = Bodies.line("stated", "/initiatives", body);
        assertThat(nodes.getFirst()
                        .imports("office", imported, "")
                        .json()
                        .at("/stoppedAt/problem/type")
                        .asString())
                .isEqualTo("/problems/not-allowed");
        assertThat(nodes.getFirst()
                        .imports("migrator", imported, "")
                        .json()
                        .at("/stoppedAt/problem/type")
                        .asString())
                .isEqualTo("/problems/known-at-refused");
        assertThat(LEDGER.registerOf("initiative-PG-STATED")).isEmpty();
    }

    @Test
    void the_first_live_command_ends_a_migration_for_ever() {
        migrated("/registers", "2011-06-13", Bodies.register("ENDING"));
        migrated("/portfolios", "2011-06-13", Bodies.portfolio("PF-ENDING", "ENDING"));
        String goingLive = "/registers/ENDING/going-live";
        assertThat(nodes.getFirst()
                        .post("migrator", goingLive, "{\"knownAt\": \"2011-06-13\"}")
                        .problem())
                .isEqualTo("known-at-refused");
        List<Reply> race = Together.act(
                2,
                n -> n == 0
                        ? sent("/initiatives", Bodies.initiative("PG-ENDING", "Live", "PF-ENDING", "ENDING"))
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
        else assertThat(late.problem()).isEqualTo("known-at-refused");
        assertThat(nodes.getFirst()
                        .post(
                                "migrator",
                                "/initiatives",
                                Bodies.known(
                                        "2011-06-15", Bodies.initiative("PG-LATER", "Later", "PF-ENDING", "ENDING")))
                        .problem())
                .isEqualTo("known-at-refused");
        long first = race.getFirst().position();
        Reply again = nodes.getFirst().post("office", goingLive, "{}");
        assertThat(again.problem()).isEqualTo("register-already-live");
        assertThat(again.json().at("/collidesWith/0/facts/0").asLong()).isEqualTo(first);
        assertThat(query.getAfter(first, "/registers/ENDING")
                        .json()
                        .at("/live/fact")
                        .asLong())
                .isEqualTo(first);
    }

    @Test
    void what_is_stated_as_known_neither_goes_back_by_a_microsecond_nor_lies_one_ahead() {
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
            assertThat(portfolio(command, "AHEAD", "2100-01-01T00:00:00.000002Z"))
                    .isEqualTo("409known-at-refused");
            assertThat(portfolio(command, "NOW", "2100-01-01T00:00:00.000001Z")).isEqualTo("201");
            assertThat(portfolio(command, "LATER", "2100-01-01T00:00:00.000002Z"))
                    .isEqualTo("201");
        }
    }

    private static String portfolio(Caller command, String id, String knownAt) {
        Reply reply = command.post("migrator", "/portfolios", Bodies.known(knownAt, Bodies.portfolio(id, "EDGE")));
        return reply.status() + reply.problem();
    }

    /** Positions without a gap, recorded one unit after another, known never backwards within a register. */
    private static void requireOneOrder(Ledger ledger) {
        List<StoredEvent> facts = ledger.after(0, 100_000);
        assertThat(facts)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        assertThat(facts).extracting(StoredEvent::recordedAt).isSorted().doesNotHaveDuplicates();
        facts.stream()
                .map(StoredEvent::register)
                .distinct()
                .forEach(register -> assertThat(facts)
                        .filteredOn(fact -> fact.register().equals(register))
                        .extracting(StoredEvent::knownAt)
                        .isSorted());
    }

    private static LedgerUnit unit(String register, String stream, long sequence) {
        byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
        NewEvent event = new NewEvent(
                UUID.randomUUID(), stream, sequence, "noted", 1, nothing, nothing, LocalDate.of(2020, 1, 1));
        return new LedgerUnit(
                new CommandKey("writer", UUID.randomUUID().toString()),
                "fingerprint",
                register,
                null,
                List.of(event),
                List.of());
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
