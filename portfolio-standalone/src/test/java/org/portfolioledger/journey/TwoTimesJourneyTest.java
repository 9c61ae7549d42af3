package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.journey.Caller.Reply;
import tools.jackson.databind.JsonNode;

/** What held on a day, and what was known on a day to have held: two questions, at every boundary of both. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TwoTimesJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static long last;
    private static long rated;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        known("2020-01-06", "/registers", Bodies.register("ACME"));
        known("2020-01-06", "/portfolios", Bodies.portfolio("PF-OLD", "ACME"));
        known("2020-01-06", "/portfolios", Bodies.portfolio("PF-NEW", "ACME"));
        known("2020-01-06", "/portfolios/PF-OLD/rating-schemes", Bodies.scheme());
        known("2020-01-06", "/initiatives", Bodies.initiative("PG", "Homes", "PF-OLD"));
        known("2020-01-10", "/initiatives/PG/appointments", Bodies.sro("SRO-1", "p-sro1", "2020-01-06"));
        rated = known("2020-03-02", "/initiatives/PG/rag-assessments", Bodies.rating("AMBER", "2020-02-28"));
        long red = known("2020-04-02", "/corrections", corrected(rated, "RED"));
        long green = known("2020-05-04", "/corrections", corrected(red, "GREEN"));
        long own = known(
                "2020-05-05",
                "/initiatives/PG/rag-assessments",
                Bodies.rating("AMBER", "2020-04-01").replace("\"assessor\": \"SRO\"", "\"assessor\": \"PROJECT\""));
        long corrected = known("2020-06-02", "/corrections", corrected(own, "RED"));
        known("2020-06-05", "/initiatives/PG/renames", Bodies.rename("Affordable homes", "2020-06-01"));
        known("2020-06-08", "/corrections", retracted(green));
        known("2020-07-03", "/initiatives/PG/moves", """
                {"to": {"portfolio": "PF-NEW"}, "effectiveOn": "2020-07-01"}""");
        known("2020-07-06", "/corrections", retracted(corrected));
        // The board sat on 1 July; that another had been SRO since 1 June was recorded in August only.
        known(
                "2020-08-15",
                "/initiatives/PG/appointments",
                Bodies.sro("SRO-2", "p-sro2", "2020-06-01")
                        .replace("\"appointmentLetter\"", "\"replaces\": \"SRO-1\", \"appointmentLetter\""));
        last = known("2020-10-02", "/initiatives/PG/closures", """
                {"reason": "Delivered", "effectiveOn": "2020-10-01"}""");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @ParameterizedTest(name = "on {0}, as known on {1}: {2}")
    @CsvSource({
        "2020-01-05, 2020-12-31, nobody",
        "2020-01-06, 2020-01-09, nobody",
        "2020-01-06, 2020-01-10, p-sro1",
        "2020-05-31, 2020-08-14, p-sro1",
        "2020-05-31, 2020-08-15, p-sro1",
        "2020-05-31, 2020-08-16, p-sro1",
        "2020-06-01, 2020-08-14, p-sro1",
        "2020-06-01, 2020-08-15, p-sro2",
        "2020-06-01, 2020-08-16, p-sro2",
        "2020-06-02, 2020-08-14, p-sro1",
        "2020-06-02, 2020-08-15, p-sro2",
        "2020-06-02, 2020-08-16, p-sro2",
        "2020-07-01, 2020-06-30, p-sro1",
        "2020-07-01, 2020-07-01, p-sro1",
        "2020-07-01, 2020-12-31, p-sro2",
        // A day begins at midnight in London, which is an hour ahead in summer.
        "2020-07-01, 2020-08-14T22:59:59.999999Z, p-sro1",
        "2020-07-01, 2020-08-14T23:00:00Z, p-sro2",
    })
    void who_was_sro_on_a_day_and_whom_one_believed_it_to_be(String day, String known, String person) {
        assertThat(sro(day, known)).isEqualTo(person);
    }

    @ParameterizedTest(name = "on {0}, as known on {1}: {2}")
    @CsvSource({
        "2020-02-27, 2020-12-31, none",
        "2020-02-28, 2020-03-01, none",
        "2020-02-28, 2020-03-02, AMBER",
        "2020-02-28, 2020-03-03, AMBER",
        "2020-02-28, 2020-04-01, AMBER",
        "2020-02-28, 2020-04-02, RED",
        "2020-02-28, 2020-04-03, RED",
        "2020-02-28, 2020-05-03, RED",
        "2020-02-28, 2020-05-04, GREEN",
        "2020-02-28, 2020-05-05, GREEN",
        "2020-02-28, 2020-06-07, GREEN",
        "2020-02-28, 2020-06-08, RED",
        "2020-02-28, 2020-06-09, RED",
        "2020-02-28, 2020-12-31, RED",
        "2020-02-27, 2020-05-04, none",
        "2020-02-29, 2020-05-04, GREEN",
    })
    void a_rating_says_what_its_last_correction_said_by_then(String day, String known, String rating) {
        assertThat(rating("SRO", day, known)).isEqualTo(rating);
    }

    @ParameterizedTest(name = "as known on {0}: {1}")
    @CsvSource({
        "2020-05-04, none",
        "2020-05-05, AMBER",
        "2020-06-01, AMBER",
        "2020-06-02, RED",
        "2020-07-05, RED",
        "2020-07-06, AMBER",
        "2020-07-07, AMBER",
    })
    void what_was_corrected_stands_again_once_its_correction_is_struck(String known, String rating) {
        assertThat(rating("PROJECT", "2020-04-01", known)).isEqualTo(rating);
        assertThat(rating("PROJECT", "2020-03-31", known)).isEqualTo("none");
    }

    @Test
    void every_position_on_the_way_keeps_its_own_answer() {
        long position = rated;
        assertThat(rating("SRO", "2020-02-28", "position:" + (position - 1))).isEqualTo("none");
        assertThat(rating("SRO", "2020-02-28", "position:" + position)).isEqualTo("AMBER");
        assertThat(rating("SRO", "2020-02-28", "position:" + (position + 1))).isEqualTo("RED");
        assertThat(rating("SRO", "2020-02-28", "position:" + (position + 2))).isEqualTo("GREEN");
        assertThat(rating("SRO", "2020-02-28", "position:" + (position + 3))).isEqualTo("GREEN");
        assertThat(rating("SRO", "2020-02-28", "position:" + last)).isEqualTo("RED");
    }

    @ParameterizedTest(name = "on {0}, as known on {1}: {2} in {3}")
    @CsvSource({
        // The day before it began it was nowhere.
        "2020-01-05, 2020-12-31, none, none",
        "2020-01-06, 2020-12-31, Homes, PF-OLD",
        // Renamed on 1 June, which was known on the fifth.
        "2020-05-31, 2020-12-31, Homes, PF-OLD",
        "2020-06-01, 2020-12-31, Affordable homes, PF-OLD",
        "2020-06-02, 2020-12-31, Affordable homes, PF-OLD",
        "2020-06-01, 2020-06-04, Homes, PF-OLD",
        "2020-06-01, 2020-06-05, Affordable homes, PF-OLD",
        "2020-06-01, 2020-06-06, Affordable homes, PF-OLD",
        // Moved on 1 July, which was known on the third.
        "2020-06-30, 2020-12-31, Affordable homes, PF-OLD",
        "2020-07-01, 2020-12-31, Affordable homes, PF-NEW",
        "2020-07-02, 2020-12-31, Affordable homes, PF-NEW",
        "2020-07-01, 2020-07-02, Affordable homes, PF-OLD",
        "2020-07-01, 2020-07-03, Affordable homes, PF-NEW",
        "2020-07-01, 2020-06-04, Homes, PF-OLD",
        // Closed on 1 October, which was known on the second.
        "2020-09-30, 2020-12-31, Affordable homes, PF-NEW",
        "2020-10-01, 2020-12-31, none, none",
        "2020-10-02, 2020-12-31, none, none",
        "2020-10-01, 2020-10-01, Affordable homes, PF-NEW",
        "2020-10-01, 2020-10-02, none, none",
        "2020-10-01, 2020-06-04, Homes, PF-OLD",
    })
    void a_status_shows_a_programme_under_its_name_and_in_its_portfolio_of_then(
            String day, String known, String name, String portfolio) {
        for (String other : new String[] {"PF-OLD", "PF-NEW"}) {
            JsonNode items =
                    asked("/portfolios/" + other + "/status", day, known).json().get("items");
            assertThat(items).as(other).hasSize(other.equals(portfolio) ? 1 : 0);
            if (other.equals(portfolio))
                assertThat(items.at("/0/name/value").asString()).isEqualTo(name);
        }
    }

    private static String sro(String day, String known) {
        JsonNode items = asked("/portfolios/PF-OLD/status", day, known).json().get("items");
        JsonNode moved = asked("/portfolios/PF-NEW/status", day, known).json().get("items");
        JsonNode sro = (items.isEmpty() ? moved : items).at("/0/sro");
        return sro.isObject() ? sro.at("/value/holder/person").asString("?") : "nobody";
    }

    private static String rating(String assessor, String day, String known) {
        Reply reply = asked("/initiatives/PG/rag-assessments/OVERALL:" + assessor, day, known);
        return reply.status() == 404 ? "none" : reply.json().at("/rating").asString("?");
    }

    private static Reply asked(String path, String day, String known) {
        return query.getAfter(last, path + "?asOf=" + day + "&knownAt=" + known);
    }

    private static String corrected(long fact, String rating) {
        return """
                {"fact": %s, "reason": "misread", "replacement": {"rating": "%s"}}""".formatted(fact, rating);
    }

    private static String retracted(long fact) {
        return """
                {"fact": %s, "reason": "entered in error"}""".formatted(fact);
    }

    /** Position of a fact that the organisation knew from a day on. */
    private static long known(String day, String path, String body) {
        Reply reply = command.post("migrator", path, Bodies.known(day, body));
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(201);
        return reply.position();
    }
}
