package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.LeafHash;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The lines of an import are recorded in groups, and nobody can tell that from what is on record. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ImportGroupsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static Caller command;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        sent("/registers", Bodies.register("ACME"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/portfolios/PF/rating-schemes", Bodies.scheme());
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_file_is_recorded_as_if_each_of_its_lines_had_been_sent_alone() {
        try (Halves grouped = Halves.fresh();
                Halves single = Halves.fresh()) {
            MetRegister.load(grouped);
            Caller alone = single.command();
            MetRegister.people(alone);
            MetRegister.lines().forEach(line -> {
                JsonNode command = FactSerializer.mapper().readTree(line);
                String path = command.required("post").asString().replace("/api/v1", "");
                Reply reply = alone.post(
                        "migrator",
                        path,
                        command.required("body").toString(),
                        "Idempotency-Key",
                        command.required("key").asString());
                assertThat(reply.status()).as(reply.text()).isIn(200, 201);
            });
            assertThat(told(grouped)).isEqualTo(told(single));
        }
    }

    @Test
    void lines_of_a_group_rest_on_each_other_whatever_others_record_meanwhile() {
        int many = 40;
        String file = IntStream.range(0, many)
                .mapToObj(n -> {
                    String initiative = "/initiatives/PG-G" + n;
                    return Bodies.line("g" + n, "/initiatives", Bodies.initiative("PG-G" + n, "Homes", "PF"))
                            + Bodies.line(
                                    "s" + n, initiative + "/appointments", Bodies.sro("S", "p-sro1", "2020-02-03"))
                            + IntStream.range(0, 20)
                                    .mapToObj(day -> Bodies.line(
                                            "r" + n + "-" + day,
                                            initiative + "/rag-assessments",
                                            Bodies.rating(
                                                    day % 2 == 0 ? "RED" : "AMBER",
                                                    LocalDate.of(2020, 3, 1)
                                                            .plusDays(day)
                                                            .toString())))
                                    .collect(Collectors.joining());
                })
                .collect(Collectors.joining());
        long before = LEDGER.head().position();
        int others = 60;

        List<List<Reply>> replies = Together.act(
                2,
                turn -> turn == 0
                        ? List.of(command.imports("office", file, ""))
                        : IntStream.range(0, others)
                                // The portfolio's own stream is what every initiative of the file rests on.
                                .mapToObj(n -> n % 2 == 0
                                        ? sent("/initiatives", Bodies.initiative("PG-O" + n, "Other", "PF"))
                                        : sent("/portfolios/PF/business-groups", group("BG-" + n)))
                                .toList());

        Reply report = replies.getFirst().getFirst();
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().path("recorded").asInt()).isEqualTo(22 * many);
        assertThat(report.header("Sync-Token"))
                .isEqualTo(report.json().path("position").asString());
        assertThat(LEDGER.head().position()).isEqualTo(before + 22L * many + others);
        OneOrder.require(LEDGER);
        List<StoredEvent> facts = LEDGER.after(0, Integer.MAX_VALUE);
        assertThat(facts).allSatisfy(fact -> {
            assertThat(LeafHash.of(fact)).isEqualTo(fact.leafHash());
            JsonNode basis = FactSerializer.mapper().readTree(fact.basis());
            List<String> read = basis.required("read")
                    .valueStream()
                    .map(guard -> guard.required("stream").asString())
                    .toList();
            for (JsonNode rested : basis.required("restsOn"))
                assertThat(LEDGER.at(rested.asLong()).orElseThrow().stream())
                        .as("what fact %s rests on", fact.position())
                        .isIn(read);
        });
        assertThat(LEDGER.stream("rag-PG-G7")).hasSize(20);
        Reply again = command.imports("office", file, "");
        assertThat(again.json().path("replayed").asInt()).as(again.text()).isEqualTo(22 * many);
    }

    @Test
    void a_correction_within_a_file_means_the_fact_that_is_on_record() {
        Reply opened = sent("/initiatives", Bodies.initiative("PG-C", "Homes", "PF"));
        Reply renamed = sent("/initiatives/PG-C/renames", Bodies.rename("Hoems", "2020-02-03"));
        String file = Bodies.line("c1", "/initiatives/PG-C/renames", Bodies.rename("Later", "2020-05-03"))
                + Bodies.line("c2", "/corrections", """
                        {"fact": %s, "reason": "A slip of the pen", "replacement": {"name": "Homes 2020"}}""".formatted(renamed.position()))
                + Bodies.line("c3", "/initiatives/PG-C/renames", Bodies.rename("Latest", "2020-06-03"));

        Reply report = command.imports("office", file, "");

        assertThat(report.json().path("recorded").asInt()).as(report.text()).isEqualTo(3);
        assertThat(opened.position()).isLessThan(renamed.position());
        assertThat(LEDGER.stream("initiative-PG-C"))
                .extracting(StoredEvent::type)
                .hasSize(5);
    }

    @Test
    void a_key_that_a_file_has_twice_is_recorded_once_and_told_where() {
        String rename = "/initiatives/PG-K/renames";
        String file = Bodies.line("k1", "/initiatives", Bodies.initiative("PG-K", "Homes", "PF"))
                + Bodies.line("k2", rename, Bodies.rename("Second", "2020-02-03"))
                + Bodies.line("k2", rename, Bodies.rename("Second", "2020-02-03"));

        JsonNode report = command.imports("office", file, "").json();

        assertThat(report.path("recorded").asInt()).isEqualTo(2);
        assertThat(report.path("replayed").asInt()).isEqualTo(1);
        assertThat(LEDGER.at(report.path("position").asLong()).orElseThrow().stream())
                .isEqualTo("initiative-PG-K");
        assertThat(LEDGER.stream("initiative-PG-K")).hasSize(2);
    }

    @Test
    void behind_a_stop_a_key_that_a_file_has_twice_was_not_replayed() {
        String open = Bodies.line("b2", "/initiatives", Bodies.initiative("PG-B", "Homes", "PF"));
        String file = Bodies.line("b1", "/initiatives/PG-NONE/renames", Bodies.rename("N", "2020-02-03")) + open + open;

        JsonNode report = command.imports("office", file, "").json().path("report");

        assertThat(report.path("refused").asInt()).isEqualTo(1);
        assertThat(report.path("notRecorded").asInt()).isEqualTo(2);
        assertThat(report.path("replayed").asInt()).isZero();
        assertThat(report.has("position")).isFalse();
        assertThat(LEDGER.registerOf("initiative-PG-B")).isEmpty();
    }

    @Test
    void a_line_behind_a_million_blanks_is_refused_and_not_passed_over() {
        String line = Bodies.line("w1", "/initiatives", Bodies.initiative("PG-W", "Homes", "PF"));

        JsonNode report =
                command.imports("office", " ".repeat(1 << 20) + line, "").json();

        assertThat(report.at("/report/refusals/0/problem/type").asString()).isEqualTo("/problems/too-large");
    }

    @Test
    void many_lines_that_name_very_much_are_recorded_all_the_same() {
        String former = IntStream.range(0, 400)
                .mapToObj(n -> Bodies.line("f" + n, "/initiatives", Bodies.initiative("F" + n, "Former", "PF")))
                .collect(Collectors.joining());
        assertThat(command.imports("office", former, "").status()).isEqualTo(200);
        String continues =
                IntStream.range(0, 400).mapToObj(n -> "\"F" + n + "\"").collect(Collectors.joining(", "));
        String file = IntStream.range(0, 260)
                .mapToObj(n -> Bodies.line(
                        "h" + n,
                        "/initiatives",
                        Bodies.initiative("PG-H" + n, "Homes", "PF")
                                .replaceFirst("\\{", "{\"continues\": [" + continues + "], ")))
                .collect(Collectors.joining());

        Reply report = command.imports("office", file, "");

        assertThat(report.json().path("recorded").asInt()).as(report.text()).isEqualTo(260);
    }

    @Test
    void a_line_with_very_many_faults_names_some_of_them() {
        String file = "{\"key\": \"n1\", \"post\": \"/api/v1/initiatives\", \"body\": {\"owners\": ["
                + "null,".repeat(100_000) + "null]}}\n";

        Reply report = command.imports("office", file, "");

        assertThat(report.json().at("/report/refusals/0/problem/errors").size()).isBetween(1, 50);
        assertThat(report.text().length()).isLessThan(20_000);
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_others_are_recorded() {
        String file = Bodies.line("l1", "/initiatives", Bodies.initiative("PG-L1", "x".repeat(2 << 20), "PF"))
                + Bodies.line("l2", "/initiatives", Bodies.initiative("PG-L2", "Homes", "PF"));

        Reply report = command.imports("office", file, "?onError=skip");

        assertThat(report.json().path("recorded").asInt()).as(report.text()).isEqualTo(1);
        assertThat(report.json().at("/refusals/0/problem/type").asString()).isEqualTo("/problems/too-large");
        assertThat(report.json().at("/refusals/0/line").asInt()).isEqualTo(1);
    }

    @Test
    void of_many_refused_lines_all_are_counted_and_the_first_hundred_named() {
        String file = IntStream.range(0, 1_300)
                .mapToObj(n -> n % 100 == 99
                        ? Bodies.line("m" + n, "/initiatives", Bodies.initiative("PG-M" + n, "Homes", "PF"))
                        : Bodies.line("m" + n, "/initiatives/PG-NONE/renames", Bodies.rename("N", "2020-02-03")))
                .collect(Collectors.joining());

        JsonNode report = command.imports("office", file, "?onError=skip").json();

        assertThat(report.path("recorded").asInt()).isEqualTo(13);
        assertThat(report.path("refused").asInt()).isEqualTo(1_287);
        assertThat(report.withArray("refusals")).hasSize(100);
        assertThat(report.at("/refusals/99/line").asInt()).isEqualTo(101);
    }

    @Test
    void a_dry_run_of_many_groups_reports_what_the_import_then_does_line_by_line() {
        int many = 1_000;
        String file = IntStream.range(0, many)
                        .mapToObj(
                                n -> Bodies.line("d" + n, "/initiatives", Bodies.initiative("PG-D" + n, "Homes", "PF")))
                        .collect(Collectors.joining())
                + IntStream.range(0, many)
                        .mapToObj(n -> Bodies.line(
                                // Of what hundreds of lines before it open, in groups that are held no longer.
                                "e" + n,
                                "/initiatives/PG-%s%s/renames".formatted(n % 7 == 0 ? "NONE" : "d", n),
                                Bodies.rename("Homes " + n, "2020-02-03")))
                        .collect(Collectors.joining())
                + Bodies.line("again", "/initiatives", Bodies.initiative("pg-D5", "Homes", "PF"))
                + Bodies.line("d7", "/initiatives", Bodies.initiative("PG-D7", "Homes", "PF"));
        long before = LEDGER.head().position();

        JsonNode dry =
                command.imports("office", file, "?dryRun=true&onError=skip").json();
        assertThat(LEDGER.head().position()).isEqualTo(before);
        assertThat(dry.path("recorded").asInt()).as(dry.toString()).isEqualTo(2 * many - 143);
        assertThat(dry.path("refused").asInt()).isEqualTo(144);
        assertThat(dry.path("replayed").asInt()).isEqualTo(1);

        JsonNode real = command.imports("office", file, "?onError=skip").json();
        for (String member : List.of("recorded", "refused", "replayed", "unchanged"))
            assertThat(real.path(member)).as(member).isEqualTo(dry.path(member));
        assertThat(real.path("refusals")
                        .valueStream()
                        .map(refusal -> refusal.get("line").asInt()))
                .containsExactlyElementsOf(dry.path("refusals")
                        .valueStream()
                        .map(refusal -> refusal.get("line").asInt())
                        .toList());
    }

    @Test
    void more_imports_at_once_than_a_node_takes_are_told_to_come_again() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = HALVES.database().owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from ledger.head for update");
            List<Future<Reply>> held = IntStream.range(0, 4)
                    .mapToObj(n -> senders.submit(() -> command.imports(
                            "office",
                            Bodies.line("q" + n, "/initiatives", Bodies.initiative("PG-Q" + n, "Homes", "PF")),
                            "")))
                    .toList();
            String fifth = Bodies.line("q4", "/initiatives", Bodies.initiative("PG-Q4", "Homes", "PF"));
            await().until(() -> command.imports("office", fifth, "?dryRun=true").status() == 503);
            Reply refused = command.imports("office", fifth, "?dryRun=true");
            assertThat(refused.problem()).as(refused.text()).isEqualTo("busy");
            assertThat(refused.header("Retry-After")).isNotBlank();
            other.rollback();
            for (Future<Reply> one : held)
                assertThat(one.get().status()).as(one.get().text()).isEqualTo(200);
        }
        assertThat(command.imports("office", "", "?dryRun=true").status()).isEqualTo(200);
    }

    private static String group(String id) {
        return "{\"id\": \"%s\", \"name\": \"Group %s\", \"effectiveOn\": \"2020-01-01\"}".formatted(id, id);
    }

    /** All that is on record but moments and ids of events. */
    private static List<String> told(Halves halves) {
        return JdbcClient.create(halves.database().owner())
                .sql("select * from ledger.event order by position")
                .query((row, n) -> Stream.of(
                                row.getString("position"),
                                row.getString("register"),
                                row.getString("stream"),
                                row.getString("sequence"),
                                row.getString("type"),
                                new String(row.getBytes("payload"), StandardCharsets.UTF_8),
                                new String(row.getBytes("metadata"), StandardCharsets.UTF_8),
                                row.getString("effective_on"),
                                row.getString("known_at").compareTo("2019") < 0 ? row.getString("known_at") : "now",
                                row.getString("actor"),
                                row.getString("command"),
                                new String(row.getBytes("basis"), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" ")))
                .list();
    }

    private static Reply sent(String path, String body) {
        Reply reply = command.post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
