package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.SuiteSize;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rows are nothing but what the facts come to: without them nothing is lost. */
class RebuildJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final int READERS = 4;
    private static final int REBUILDS = SuiteSize.LONG ? 10 : 3;

    private static Caller command;
    private static Caller query;
    private static JdbcClient owner;
    private static Map<String, String> before;

    @BeforeAll
    static void read_everything() {
        command = HALVES.command();
        TravelledRegister register = TravelledRegister.whole(command);
        query = HALVES.query();
        owner = JdbcClient.create(HALVES.database().owner());
        assertThat(query.getAfter(register.last(), "/registers").status()).isEqualTo(200);
        before = answers(EveryRead.questions(register));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void every_read_at_every_point_is_the_same_when_all_rows_were_dropped_and_made_anew() {
        owner.sql("delete from query.row").update();
        assertThat(query.get("reader", "/initiatives/PG-T").problem()).isEqualTo("not-known-yet");

        assertThat(isSameRebuilt()).isFalse();

        assertSameAnswers();
        assertThat(isSameRebuilt()).isTrue();
    }

    @Test
    void rows_that_differ_under_the_same_fold_stop_a_rebuild_until_an_operator_accepts_them() {
        owner.sql("update query.row set state = jsonb_set(state, '{name,value}', '\"Forged\"') where kind = 'board'")
                .update();
        Caller.Reply asked = query.post("operator", "/rows/generations", "{\"reason\": \"A test\"}");
        await().atMost(Duration.ofSeconds(60)).until(() -> !isBuilding(asked.header("Location")));
        JsonNode stopped = state(asked.header("Location"));
        assertThat(stopped.path("state").asString()).isEqualTo("FAILED");
        assertThat(stopped.at("/differences/0/kind").asString()).isEqualTo("board");
        assertThat(stopped.at("/differences/0/stored/state/name/value").asString())
                .isEqualTo("Forged");
        assertThat(query.getBeside("/actuator/health").text()).contains("DEGRADED");

        assertThat(isSameRebuilt()).isFalse();

        assertThat(query.getBeside("/actuator/health").text()).doesNotContain("DEGRADED");
        assertSameAnswers();
    }

    @Test
    void and_the_same_when_the_follower_begins_anew_from_the_first_fact() {
        owner.sql("delete from query.row").update();
        owner.sql("update query.subscription set position = 0 where ended_at is null")
                .update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.sql(
                                "select s.position = h.position from query.subscription s, ledger.head h where s.ended_at is null")
                        .query(Boolean.class)
                        .single());

        assertSameAnswers();
        assertThat(isSameRebuilt()).isTrue();
    }

    @Test
    void who_reads_while_rows_are_rebuilt_never_sees_an_error_or_another_answer() throws InterruptedException {
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicLong reads = new AtomicLong();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> readers = IntStream.range(0, READERS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (going.get())
                        before.forEach((question, answer) -> {
                            if (!going.get()) return;
                            String now = answerOrFault(question);
                            reads.incrementAndGet();
                            if (!now.equals(answer)) wrong.add(question + "\n" + now);
                        });
                }))
                .toList();

        try {
            for (int time = 0; time < REBUILDS || (reads.get() < 100 && wrong.isEmpty()); time++)
                assertThat(isSameRebuilt()).isTrue();
        } finally {
            going.set(false);
            for (Thread reader : readers) reader.join();
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void the_api_page_shows_what_is_sent_and_answered() {
        JsonNode page = query.page()
                .required("paths")
                .required("/api/v1/rows/generations")
                .required("post");
        String body = page.at("/requestBody/content/application~1json/example").toString();
        Caller.Reply asked = query.post("operator", "/rows/generations", body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> !isBuilding(asked.header("Location")));
        JsonNode shown =
                page.at("/responses/201/content").valueStream().findFirst().orElseThrow();
        assertThat(asked.json().propertyNames())
                .containsAll(shown.required("example").propertyNames().stream()
                        .filter(name -> !name.equals("rate"))
                        .toList());
    }

    @Test
    void only_an_operator_asks_for_it_and_records_nothing_else() {
        for (String user : List.of("office", "assurance", "reader", "migrator"))
            assertThat(query.post(user, "/rows/generations", "{\"reason\": \"A test\"}")
                            .problem())
                    .as(user)
                    .isEqualTo("not-allowed");
        assertThat(query.post("operator", "/rows/generations/1/cancellations", "")
                        .problem())
                .as("it is not being built")
                .isEqualTo("rebuild-refused");
        assertThat(query.post("operator", "/rows/generations/99/cancellations", "")
                        .problem())
                .isEqualTo("not-found");
        assertThat(query.post("operator", "/rows/blocked/initiative-PG-T/retries", "")
                        .problem())
                .isEqualTo("not-found");
        assertThat(command.post("operator", "/registers", "{\"id\": \"X\", \"name\": \"X\"}")
                        .problem())
                .isEqualTo("not-allowed");
    }

    /** Asks for a rebuild, waits for it, and tells whether the rows that it replaced were what the facts come to. */
    private static boolean isSameRebuilt() {
        Caller.Reply asked =
                query.post("operator", "/rows/generations", "{\"reason\": \"A test\", \"acceptDifferences\": true}");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(60)).until(() -> !isBuilding(asked.header("Location")));
        JsonNode built = state(asked.header("Location"));
        assertThat(built.path("state").asString()).as(built.toString()).isEqualTo("LIVE");
        return built.path("same").asBoolean();
    }

    private static boolean isBuilding(String location) {
        return state(location).path("state").asString("").equals("BUILDING");
    }

    private static JsonNode state(String location) {
        return query.get("operator", location.replace("/api/v1", "")).json();
    }

    private static void assertSameAnswers() {
        before.forEach(
                (question, answer) -> assertThat(answer(question)).as(question).isEqualTo(answer));
    }

    private static Map<String, String> answers(List<String> questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        questions.forEach(question -> answers.put(question, answer(question)));
        return answers;
    }

    /** A read that ends in an exception is a wrong answer too. */
    private static String answerOrFault(String question) {
        try {
            return answer(question);
        } catch (RuntimeException fault) {
            return fault.toString();
        }
    }

    private static String answer(String question) {
        Caller.Reply reply = query.get("reader", question);
        return reply.status() + " " + reply.text();
    }
}
