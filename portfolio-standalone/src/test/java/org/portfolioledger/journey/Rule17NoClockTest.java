package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rule 17: nothing that a view shows depends on the clock of the machine that draws it: "today" is a parameter. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Rule17NoClockTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;
    private static Map<String, String> answered = Map.of();

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        TravelledRegister register = TravelledRegister.whole(command);
        sent("/portfolios", """
                {"id": "PF-ACT", "register": "TRAVEL", "name": "Acting", "effectiveOn": "2010-01-01"}""");
        for (String end : List.of("2015-06-01", "2085-06-01")) {
            String id = "PG-" + end;
            sent("/initiatives", """
                    {"id": "%s", "register": "TRAVEL", "level": "PROGRAMME", "name": "Acting until %s",
                     "placement": {"portfolio": "PF-ACT"}, "effectiveOn": "2010-01-01"}""".formatted(id, end));
            last = sent("/initiatives/" + id + "/appointments", """
                    {"id": "SRO", "role": "SRO", "kind": "ACTING", "holder": {"person": "p-sro1"}, "appointmentLetter": "L",
                     "expectedEnd": "%s", "timeCommitment": 50, "effectiveOn": "2010-01-01"}""".formatted(end));
        }
        answered = answers(query, EveryRead.questions(register));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest(name = "until {0}, on {1}: {2}")
    @CsvSource({
        "2015-06-01, 2015-05-31, in term",
        "2015-06-01, 2015-06-01, beyond term",
        "2015-06-01, 2015-06-02, beyond term",
        // A day long before the clock's, of a term that ends long after it.
        "2085-06-01, 2015-06-02, in term",
        "2085-06-01, 2085-05-31, in term",
        "2085-06-01, 2085-06-01, beyond term",
        "2085-06-01, 2085-06-02, beyond term",
    })
    @Order(1)
    void whether_somebody_acts_beyond_the_term_is_a_matter_of_the_day_that_is_asked_about(
            String end, String day, String term) {
        JsonNode alerts = query.getAfter(last, "/portfolios/PF-ACT/status?asOf=" + day)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.path("id").asString("").equals("PG-" + end))
                .findFirst()
                .orElseThrow()
                .get("alerts");
        assertThat(alerts.valueStream().anyMatch(alert -> alert.asString().equals("ACTING_BEYOND_TERM")))
                .isEqualTo(term.equals("beyond term"));
    }

    @Test
    @Order(2)
    void a_machine_in_another_zone_and_language_answers_every_question_with_the_same_bytes() {
        Caller elsewhere = HALVES.queryApart(
                List.of("-Duser.timezone=Pacific/Auckland", "-Duser.language=tr", "-Duser.country=TR"));
        assertThat(answers(elsewhere, answered.keySet()))
                .hasSizeGreaterThan(100)
                .isEqualTo(answered);
    }

    @Test
    @Order(3)
    void when_the_clock_has_gone_on_by_decades_the_same_point_is_answered_with_the_same_bytes() {
        Map<String, String> before = new LinkedHashMap<>(answered);
        before.keySet().removeIf(question -> !question.contains("knownAt="));
        String today = today();

        JdbcClient.create(HALVES.database().owner())
                .sql("update ledger.head set recorded_at = '2090-01-01 00:00:00Z'")
                .update();

        assertThat(today()).isEqualTo("2090-01-01").isNotEqualTo(today);
        assertThat(answers(query, before.keySet())).hasSizeGreaterThan(100).isEqualTo(before);
    }

    /** The day that the ledger takes where nobody names one. */
    private static String today() {
        return query.get("reader", "/portfolios/PF-T").json().required("asOf").asString();
    }

    private static Map<String, String> answers(Caller half, Collection<String> questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String question : questions) {
            Caller.Reply reply = half.getAfter(last, question);
            answers.put(question, reply.status() + " " + reply.text());
        }
        return answers;
    }

    private static long sent(String path, String body) {
        Caller.Reply reply = command.post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.position();
    }
}
