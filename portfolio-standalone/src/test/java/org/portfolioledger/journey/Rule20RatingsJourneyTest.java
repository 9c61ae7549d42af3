package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Rule 20: what nobody asserts any more is history, shown with its break and counted no more. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class Rule20RatingsJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final String RATINGS = "/initiatives/PG-1/rag-assessments";
    private static Caller command;
    private static Conversation talk;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        talk = new Conversation(command, HALVES.query(), 0);
        talk.record("/registers", """
                {"id": "ACME", "name": "Acme Council", "effectiveOn": "2020-01-01"}""");
        talk.record("/portfolios", """
                {"id": "PF", "register": "ACME", "name": "Housing", "effectiveOn": "2020-01-01"}""");
        for (String scheme : List.of("OLD", "NEW")) talk.record("/portfolios/PF/rating-schemes", """
                {"scheme": "%s", "version": 1, "criteria": ["OVERALL"], "effectiveOn": "2020-01-01",
                 "ratings": [{"rating": "GREEN", "definition": "on target"}, {"rating": "RED", "definition": "off"}]}""".formatted(scheme));
        talk.record("/initiatives", """
                {"id": "PG-1", "register": "ACME", "level": "PROGRAMME", "name": "Homes",
                 "placement": {"portfolio": "PF"}, "effectiveOn": "2020-01-02"}""");
        rate("OLD", "RED", "INDEPENDENT", "2020-03-31");
        rate("OLD", "GREEN", "SRO", "2020-03-31");
        talk.record(RATINGS + "/OVERALL:INDEPENDENT/endings", """
                {"reason": "No longer assessed by the centre", "effectiveOn": "2021-03-31"}""");
        talk.record("/portfolios/PF/rating-schemes/OLD/replacements", """
                {"by": "NEW", "version": 1, "effectiveOn": "2022-03-31"}""");
        talk.record("/portfolios/PF/rating-validities", """
                {"days": 100, "effectiveOn": "2020-06-01"}""");
        rate("NEW", "RED", "SRO", "2022-06-30");
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void an_ended_rating_is_counted_until_the_day_before_its_end() {
        assertThat(counted("2021-03-30")).containsExactly("OLD INDEPENDENT", "OLD SRO");
        assertThat(counted("2021-03-31")).containsExactly("OLD SRO");
    }

    @Test
    void a_rating_by_a_replaced_scheme_is_counted_until_the_day_before_the_replacement() {
        assertThat(counted("2022-03-30")).containsExactly("OLD SRO");
        assertThat(counted("2022-03-31")).isEmpty();
        assertThat(counted("2022-06-30")).containsExactly("NEW SRO");
    }

    @Test
    void lists_and_the_status_show_what_is_history_with_its_day_and_ground() {
        for (JsonNode ended : List.of(
                rating("2021-03-31", "INDEPENDENT"),
                talk.ask("/portfolios/PF/status?asOf=2021-03-31").at("/items/0/ratings/0/value"))) {
            assertThat(ended.at("/givenOn").asString("")).isEqualTo("2020-03-31");
            assertThat(ended.at("/ending/value").asString("")).isEqualTo("No longer assessed by the centre");
            assertThat(ended.at("/ending/since").asString("")).isEqualTo("2021-03-31");
            assertThat(ended.at("/ending/fact").asLong()).isPositive();
        }
        for (JsonNode replaced : List.of(
                rating("2022-03-31", "SRO"),
                talk.ask("/portfolios/PF/status?asOf=2022-03-31").at("/items/0/ratings/1/value"))) {
            assertThat(replaced.at("/schemeReplacement/value/by").asString("")).isEqualTo("NEW");
            assertThat(replaced.at("/schemeReplacement/since").asString("")).isEqualTo("2022-03-31");
            assertThat(replaced.has("overdueFrom")).isFalse();
        }
        assertThat(rating("2022-06-30", "SRO").path("schemeBreak").asString("")).isEqualTo("OLD:1");
    }

    @Test
    void the_timeline_and_the_history_show_the_break() {
        List<String> segments = talk.ask("/initiatives/PG-1/timeline?kind=rag")
                .required("items")
                .valueStream()
                .filter(segment -> segment.at("/rag/ratings/OVERALL:SRO").isObject())
                .map(segment -> segment.path("from").asString("")
                        + " "
                        + segment.at("/rag/ratings/OVERALL:SRO/value/scheme").asString("")
                        + (segment.at("/rag/ratings/OVERALL:SRO/value/schemeReplacement")
                                        .isMissingNode()
                                ? ""
                                : " replaced"))
                .toList();
        assertThat(segments)
                .containsExactly(
                        "2020-03-31 OLD",
                        "2020-06-01 OLD",
                        "2021-03-31 OLD",
                        "2022-03-31 OLD replaced",
                        "2022-06-30 NEW");
        assertThat(talk.ask("/initiatives/PG-1/history?limit=100")
                        .required("items")
                        .findValuesAsString("type"))
                .startsWith(
                        "initiative-opened",
                        "rag-assessed",
                        "rag-assessed",
                        "rag-assessment-ended",
                        "rating-scheme-replaced",
                        "rag-assessed");
    }

    @Test
    void a_rating_older_than_its_portfolio_lets_one_be_alerts_on_the_day_after() {
        assertThat(rating("2020-05-31", "SRO").has("overdueFrom")).isFalse();
        assertThat(rating("2020-07-09", "SRO").path("overdueFrom").asString("")).isEqualTo("2020-07-10");
        assertThat(alerts("2020-07-09")).doesNotContain("RATING_OVERDUE");
        assertThat(alerts("2020-07-10")).contains("RATING_OVERDUE");
        assertThat(talk.ask("/portfolios/PF/status?asOf=2020-07-10")
                        .at("/items/0/alerts")
                        .toString())
                .contains("RATING_OVERDUE");
        assertThat(talk.ask("/initiatives/PG-1?asOf=2020-07-10").at("/alerts").toString())
                .contains("RATING_OVERDUE");
        assertThat(alerts("2022-03-31")).doesNotContain("RATING_OVERDUE");
    }

    @Test
    void an_ending_is_found_where_its_rating_is() {
        Caller.Reply ended = command.post("office", RATINGS + "/OVERALL:SRO/endings", """
                {"reason": "Typing error", "effectiveOn": "2030-01-01"}""");
        assertThat(ended.status()).as(ended.text()).isEqualTo(201);
        assertThat(ended.header("Location")).isEqualTo("/api/v1" + RATINGS + "/OVERALL:SRO");
        talk.record("/corrections", """
                {"fact": %s, "reason": "Entered in error"}""".formatted(ended.position()));
        assertThat(rating("2030-01-01", "SRO").has("ending")).isFalse();
    }

    @Test
    void what_cannot_be_ended_is_refused_by_a_rule_of_its_own() {
        refused("OVERALL:PROJECT", "2021-01-01", "not-found");
        refused("OVERALL:NOT_STATED", "2021-01-01", "not-found");
        refused("OVERALL:NOBODY", "2021-01-01", "not-found");
        refused("OVERALL:SRO", "2020-03-31", "rating-not-begun");
        refused("OVERALL:INDEPENDENT", "2024-01-01", "rating-ended-already");
        assertThat(talk.refused(RATINGS, body("OLD", "RED", "PROJECT", "2022-03-31")))
                .isEqualTo("scheme-replaced");
    }

    @Test
    void a_scheme_replaced_before_ratings_that_are_on_record_is_taken_and_shown_on_them() {
        talk.record("/portfolios", """
                {"id": "PF-2", "register": "ACME", "name": "Roads", "effectiveOn": "2020-01-01"}""");
        for (String scheme : List.of("OLD", "NEW"))
            talk.record("/portfolios/PF-2/rating-schemes", """
                {"scheme": "%s", "version": 1, "criteria": ["OVERALL"], "effectiveOn": "2020-01-01",
                 "ratings": [{"rating": "GREEN", "definition": "on target"}]}""".formatted(scheme));
        talk.record("/initiatives", """
                {"id": "PG-2", "register": "ACME", "level": "PROGRAMME", "name": "Roads",
                 "placement": {"portfolio": "PF-2"}, "effectiveOn": "2020-01-02"}""");
        talk.record("/initiatives/PG-2/rag-assessments", body("OLD", "GREEN", "SRO", "2021-01-01"));
        talk.record("/portfolios/PF-2/rating-schemes/OLD/replacements", """
                {"by": "NEW", "version": 1, "effectiveOn": "2021-01-01"}""");
        assertThat(talk.ask("/initiatives/PG-2/rag-assessments?asOf=2021-01-01")
                        .at("/items/0/alerts")
                        .toString())
                .contains("RATED_IN_REPLACED_SCHEME");
        assertThat(talk.ask("/portfolios/PF-2/status?asOf=2021-01-01").at("/countsByRating"))
                .isEmpty();
    }

    private static void refused(String rating, String day, String problem) {
        assertThat(talk.refused(RATINGS + "/" + rating + "/endings", """
                        {"reason": "No more", "effectiveOn": "%s"}""".formatted(day)))
                .isEqualTo(problem);
    }

    private static List<String> counted(String day) {
        return talk.ask("/portfolios/PF/status?asOf=" + day)
                .required("countsByRating")
                .valueStream()
                .map(count -> count.path("scheme").asString("") + " "
                        + count.path("assessor").asString(""))
                .toList();
    }

    private static JsonNode rating(String day, String assessor) {
        return talk.ask(RATINGS + "/OVERALL:" + assessor + "?asOf=" + day);
    }

    private static String alerts(String day) {
        return talk.ask(RATINGS + "/OVERALL:SRO?asOf=" + day).required("alerts").toString();
    }

    private static void rate(String scheme, String rating, String assessor, String day) {
        talk.record(RATINGS, body(scheme, rating, assessor, day));
    }

    private static String body(String scheme, String rating, String assessor, String day) {
        return """
                {"scheme": "%s", "criterion": "OVERALL", "rating": "%s", "assessor": "%s", "rationale": "as reported",
                 "effectiveOn": "%s"}""".formatted(scheme, rating, assessor, day);
    }
}
