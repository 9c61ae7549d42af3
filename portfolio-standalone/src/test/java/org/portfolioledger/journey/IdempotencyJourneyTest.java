package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.Ledger;

/** A command that is sent twice happens once, however often, wherever and whenever it is sent. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class IdempotencyJourneyTest {

    private static final int MANY = 32;
    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static List<Caller> nodes = List.of();

    @BeforeAll
    static void start() {
        nodes = List.of(HALVES.command(), HALVES.command());
        Stream.of(
                        first().post("office", "/registers", Bodies.register("ACME")),
                        first().post("office", "/portfolios", Bodies.portfolio("PF", "ACME")),
                        first().post("office", "/portfolios/PF/rating-schemes", Bodies.scheme()),
                        first().post("office", "/initiatives", Bodies.initiative("PG", "Homes", "PF")),
                        first().post("secretary", "/boards", Bodies.board("BD", 1_000)),
                        first().post("office", "/business-cases", Bodies.businessCase("BC", "PG", "SOC", "BD", "")))
                .forEach(reply -> assertThat(reply.status()).as(reply.text()).isEqualTo(201));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** A command and where it is sent. */
    record Sending(String path, String body) {

        Reply to(Caller node, String key) {
            return node.record(path, body, "Idempotency-Key", key);
        }

        @Override
        public String toString() {
            return path + " " + body;
        }
    }

    static List<Sending> commands() {
        return List.of(
                new Sending("/initiatives/PG/renames", Bodies.rename("Affordable homes", "2020-03-02")),
                new Sending("/initiatives/PG/rag-assessments", Bodies.rating("AMBER", "2020-03-02")),
                new Sending("/initiatives", "{\"register\": \"ACME\", \"level\": \"PROJECT\", \"name\": \"Unnamed\"}"));
    }

    /** Each would be refused by its own first effect. */
    static List<Sending> refusedBySelf() {
        return List.of(
                new Sending("/registers", Bodies.register("TWIN")),
                new Sending("/initiatives", Bodies.initiative("PG-TWIN", "Twin", "PF")),
                new Sending("/initiatives/PG/appointments", Bodies.sro("SRO-TWIN", "p-sro1", "2020-03-02")),
                new Sending("/boards", Bodies.board("BD-TWIN", 5)),
                new Sending("/business-cases/BC/versions", Bodies.version(900)),
                new Sending(
                        "/corrections",
                        "{\"fact\": 4, \"reason\": \"typing\", \"replacement\": {\"name\": \"Houses\"}}"));
    }

    @ParameterizedTest
    @MethodSource({"commands", "refusedBySelf"})
    void a_command_sent_by_many_at_once_happens_once_and_all_are_answered_alike(Sending command) {
        String key = "many-" + LEDGER.head().position();
        long before = LEDGER.head().position();

        List<Reply> replies = Together.act(MANY, n -> command.to(nodes.get(n % 2), key));

        assertThat(LEDGER.head().position()).isEqualTo(before + 1);
        assertThat(replies).extracting(IdempotencyJourneyTest::told).containsOnly(told(replies.getFirst()));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies.getFirst().position()).isEqualTo(before + 1);
        assertThat(replies)
                .extracting(reply -> reply.header("Idempotency-Replayed"))
                .as("one was first")
                .containsOnlyOnce("")
                .containsOnly("", "true");
    }

    @Test
    void without_a_key_a_refused_repetition_stays_refused() {
        Sending command = new Sending("/initiatives", Bodies.initiative("PG-PLAIN", "Plain", "PF"));
        assertThat(first().post("office", command.path(), command.body()).status())
                .isEqualTo(201);
        assertThat(first().post("office", command.path(), command.body()).problem())
                .isEqualTo("already-exists");
    }

    @Test
    void a_restart_forgets_no_command() {
        List<Sending> commands = List.of(
                new Sending("/initiatives", Bodies.initiative("PG-RESTART", "Before", "PF")),
                new Sending("/initiatives", "{\"register\": \"ACME\", \"level\": \"PROJECT\", \"name\": \"Any\"}"),
                new Sending("/initiatives/PG-RESTART/appointments", Bodies.sro("SRO-R", "p-sro1", "2020-03-02")),
                new Sending("/initiatives/PG-RESTART/rag-assessments", Bodies.rating("RED", "2020-03-02")));
        List<String> before = commands.stream()
                .map(command -> told(command.to(first(), "restart-" + commands.indexOf(command))))
                .toList();
        long head = LEDGER.head().position();

        HALVES.stop();
        nodes = List.of(HALVES.command(), HALVES.command());

        for (Caller node : nodes) {
            List<Reply> again = commands.stream()
                    .map(command -> command.to(node, "restart-" + commands.indexOf(command)))
                    .toList();
            assertThat(again).extracting(IdempotencyJourneyTest::told).isEqualTo(before);
            assertThat(again)
                    .extracting(reply -> reply.header("Idempotency-Replayed"))
                    .containsOnly("true");
        }
        assertThat(LEDGER.head().position()).isEqualTo(head);
    }

    @Test
    void of_two_requests_under_one_key_the_first_counts_and_the_other_is_told_so() {
        long before = LEDGER.head().position();
        List<Reply> replies = Together.act(
                MANY,
                n -> new Sending("/initiatives/PG/renames", Bodies.rename("Name " + n / 2 % 2, "2020-04-01"))
                        .to(nodes.get(n % 2), "two-bodies"));

        assertThat(LEDGER.head().position()).isEqualTo(before + 1);
        assertThat(replies)
                .extracting(reply -> reply.status() + reply.problem())
                .containsOnly("201", "422key-reused");
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(MANY / 2);
        assertThat(first().post(
                                "office",
                                "/initiatives/PG-TWIN/renames",
                                Bodies.rename("Name 0", "2020-04-01"),
                                "Idempotency-Key",
                                "two-bodies")
                        .problem())
                .as("another path is another request")
                .isEqualTo("key-reused");
    }

    @Test
    void another_actor_has_keys_of_its_own() {
        first().post("office", "/initiatives", Bodies.initiative("PG-SHARED", "Shared", "PF"));
        first().post("office", "/initiatives/PG-SHARED/appointments", Bodies.sro("SRO", "p-sro1", "2020-01-06"));
        long before = LEDGER.head().position();
        Stream.of("office", "sro1", "office", "sro1").forEach(actor -> {
            Reply reply = first().post(
                            actor,
                            "/initiatives/PG-SHARED/rag-assessments",
                            Bodies.rating("GREEN", "2020-05-0" + actor.length() % 7),
                            "Idempotency-Key",
                            "shared");
            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        });
        assertThat(LEDGER.head().position()).isEqualTo(before + 2);
    }

    @Test
    void white_space_and_the_order_of_members_make_no_other_request() {
        String key = "order";
        Reply sent = first().post(
                        "office",
                        "/initiatives/PG/renames",
                        "{\"name\":\"Ordered\",\"effectiveOn\":\"2020-06-01\",\"source\":{\"document\":\"D\",\"reference\":\"1\"}}",
                        "Idempotency-Key",
                        key);
        Reply again = nodes.getLast().post("office", "/initiatives/PG/renames", """
                {
                  "source": {"reference": "1",   "document": "D"},
                  "effectiveOn": "2020-06-01",
                  "name": "Ordered"
                }""", "Idempotency-Key", key);
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(told(again)).isEqualTo(told(sent));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_import_and_a_post_share_the_key() {
        String body = Bodies.rename("Imported", "2020-07-01");
        Reply posted = new Sending("/initiatives/PG/renames", body).to(first(), "import-1");
        Reply imported =
                nodes.getLast().imports("office", Bodies.line("import-1", "/initiatives/PG/renames", body), "");
        assertThat(imported.json().at("/replayed").asInt()).as(imported.text()).isEqualTo(1);
        assertThat(imported.json().at("/position").asLong()).isEqualTo(posted.position());
    }

    @Test
    void a_refusal_is_not_kept_so_the_same_key_succeeds_once_its_reason_is_gone() {
        Sending command = new Sending("/initiatives/PG-PLACE/renames", Bodies.rename("Placed", "2020-03-02"));
        List<Reply> refused = Together.act(MANY, n -> command.to(nodes.get(n % 2), "refused"));
        assertThat(refused).extracting(Reply::problem).containsOnly("not-found");
        assertThat(first().post("office", "/initiatives", Bodies.initiative("PG-PLACE", "Place", "PF"))
                        .status())
                .isEqualTo(201);

        Sending appoint = new Sending("/initiatives/PG-PLACE/appointments", Bodies.sro("SRO-P", "p-new", "2020-03-02"));
        assertThat(appoint.to(first(), "unknown person").problem()).isEqualTo("malformed-request");
        assertThat(appoint.to(first(), "unknown-person").problem()).isEqualTo("unknown-reference");
        first().post("office", "/people", "{\"id\": \"p-new\", \"name\": \"A new person\"}");

        assertThat(command.to(nodes.getLast(), "refused").status()).isEqualTo(201);
        assertThat(appoint.to(nodes.getLast(), "unknown-person").status()).isEqualTo(201);
        assertThat(appoint.to(first(), "unknown-person").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    private static Caller first() {
        return nodes.getFirst();
    }

    /** All that a caller is told, but whether it was told before. */
    private static String told(Reply reply) {
        return Stream.of("Location", "ETag", "Sync-Token", "Content-Type")
                        .map(reply::header)
                        .toList() + " " + reply.status() + " " + reply.text();
    }
}
