package org.portfolioledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.query.AppointmentHistory.sro;
import static org.portfolioledger.query.InitiativeHistory.initiative;
import static org.portfolioledger.query.InitiativeHistory.renamed;
import static org.portfolioledger.query.PortfolioHistory.portfolio;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.DependencyFact;
import org.portfolioledger.events.DependencyFact.DependencyEnd;
import org.portfolioledger.events.DependencyFact.DependencyType;
import org.portfolioledger.events.DependencyFact.Importance;
import org.portfolioledger.query.point.TimePointResolver;
import tools.jackson.databind.JsonNode;

/** Pages are parts of one list at one point, and answers can be told apart. */
class ListsTest {

    private static Served served;
    private static History history;
    private static long last;

    @BeforeAll
    static void record() {
        served = Served.start();
        history = served.history();
        for (int n = 0; n < 23; n++) {
            last = history.append(initiative("I" + n, "Name " + n % 4, "PF", "201%s-01-01".formatted(n % 5)));
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/initiatives?",
                "/api/v1/initiatives?sort=-since,name&",
                "/api/v1/initiatives?sort=name,-since&name=Name&",
                "/api/v1/audit/facts?register=MPS&"
            })
    void pages_concatenated_are_the_whole_while_facts_are_appended(String path) {
        List<String> whole = items(served.get(path + "limit=1000", last));
        List<String> pages = new ArrayList<>();
        JsonNode page = served.get(path + "limit=5");
        while (true) {
            pages.addAll(items(page));
            if (page.get("next").isNull()) break;
            last = history.append(renamed("I3", "Name 0 " + last, "2012-01-01"));
            page = served.get(path + "limit=5&cursor=" + page.get("next").asString(), last);
        }
        assertThat(pages).isEqualTo(whole);
        assertThat(pages).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream=initiative-I4", "stream=initiative-I4&register=MPS", "register=MPS", ""})
    void facts_are_paged_in_the_order_in_which_they_were_recorded(String filter) {
        for (int n = 0; n < 12; n++) last = history.append(renamed("I4", "Name " + n, "2012-01-01"));
        String path = "/api/v1/audit/facts?" + filter;
        List<Long> whole = positions(served.get(path + "&limit=1000", last));
        List<Long> paged = new ArrayList<>();
        JsonNode page = served.get(path + "&limit=3", last);
        while (true) {
            paged.addAll(positions(page));
            if (page.get("next").isNull()) break;
            page = served.get(path + "&limit=3&cursor=" + page.get("next").asString());
        }
        assertThat(whole).hasSizeGreaterThan(11).isSorted().doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void facts_of_a_range_of_recording_begin_with_its_first_moment_and_end_before_its_last() {
        List<JsonNode> all = served.get("/api/v1/audit/facts?limit=1000", last)
                .get("items")
                .valueStream()
                .toList();
        for (int n : List.of(0, 1, all.size() / 2, all.size() - 1)) {
            String moment = all.get(n).get("recordedAt").asString();
            assertThat(positions(served.get("/api/v1/audit/facts?limit=1000&recordedFrom=" + moment, last))
                            .getFirst())
                    .isEqualTo(all.get(n).get("position").asLong());
            List<Long> before = positions(served.get("/api/v1/audit/facts?limit=1000&recordedTo=" + moment, last));
            assertThat(before).hasSize(n);
        }
    }

    private static List<Long> positions(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("position").asLong())
                .toList();
    }

    @Test
    void a_sorted_list_is_in_its_order() {
        List<String> since = served.get("/api/v1/initiatives?sort=-since&limit=1000&asOf=2011-06-01", last)
                .get("items")
                .valueStream()
                .map(item -> item.at("/name/since").asString())
                .toList();
        assertThat(since).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void names_are_sorted_as_readers_of_english_expect() {
        history.append(portfolio("NAMES", "2011-01-01"));
        for (String name : List.of("Zoo", "affordable", "Écoles", "Eco", "Zebra", "ecole"))
            last = history.append(initiative("N-" + name.hashCode(), name, "NAMES", "2011-01-01"));
        List<String> order = List.of("affordable", "Eco", "ecole", "Écoles", "Zebra", "Zoo");
        assertThat(paged("/api/v1/initiatives?portfolio=NAMES&sort=name", "/name/value"))
                .isEqualTo(order);
        assertThat(paged("/api/v1/initiatives?portfolio=NAMES&sort=-name", "/name/value"))
                .isEqualTo(order.reversed());
        assertThat(paged("/api/v1/portfolios/NAMES/status?sort=name", "/name/value"))
                .isEqualTo(order);
    }

    @Test
    void a_search_by_name_finds_it_whatever_its_case_accents_and_width() {
        history.append(portfolio("SEARCHED", "2011-01-01"));
        history.append(initiative("S-1", "Les Écoles", "SEARCHED", "2011-01-01"));
        history.append(initiative("S-2", "Zoo", "SEARCHED", "2011-01-01"));
        last = history.append(initiative("S-3", "100% 'quoted'", "SEARCHED", "2011-01-01"));
        for (String part : List.of("ECOLE", "école", "e\u0301cole", "les é", "\uff25cole"))
            assertThat(paged("/api/v1/initiatives?portfolio=SEARCHED&name=" + encoded(part), "/name/value"))
                    .as(part)
                    .containsExactly("Les Écoles");
        assertThat(paged("/api/v1/initiatives?portfolio=SEARCHED&name=" + encoded("% 'Q"), "/name/value"))
                .hasSize(1);
        assertThat(paged("/api/v1/initiatives?portfolio=SEARCHED&name=_", "/name/value"))
                .isEmpty();
    }

    @Test
    void words_are_sorted_in_the_order_of_their_vocabulary_and_dates_as_dates() {
        history.append(initiative("GIVES", "Gives", "PF", "2011-01-01"));
        history.append(initiative("TAKES", "Takes", "PF", "2011-01-01"));
        int year = 2010;
        for (Importance importance : Importance.values())
            last = history.append(new DependencyFact.DependencyProposed(
                    "D-" + importance,
                    "MPS",
                    new DependencyEnd("GIVES", null),
                    new DependencyEnd("TAKES", null),
                    DependencyType.INTER_PROGRAMME,
                    importance,
                    "needs it",
                    null,
                    null,
                    History.on(year++ + "-01-01")));
        List<String> order = Arrays.stream(Importance.values()).map(Enum::name).toList();
        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
        String list = "/api/v1/dependencies?initiative=TAKES&sort=";
        assertThat(paged(list + "importance", "/importance/value")).isEqualTo(order);
        assertThat(paged(list + "-importance,since", "/importance/value")).isEqualTo(order.reversed());
        assertThat(paged(list + "since", "/importance/value")).isEqualTo(order);
        assertThat(paged(list + "status,-since", "/importance/value")).isEqualTo(order.reversed());
    }

    /** A member of every item of a list, read in pages of two. */
    private static List<String> paged(String path, String pointer) {
        List<String> all = new ArrayList<>();
        JsonNode page = served.get(path + "&limit=2", last);
        while (true) {
            page.get("items")
                    .valueStream()
                    .forEach(item -> all.add(item.at(pointer).asString()));
            if (page.get("next").isNull()) return all;
            page = served.get(path + "&limit=2&cursor=" + page.get("next").asString(), last);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_cursor_is_good_for_its_own_question_only() {
        String next = served.get("/api/v1/initiatives?limit=5&name=Name", last)
                .get("next")
                .asString();
        assertThat(served.refusal("/api/v1/initiatives?name=Other&cursor=" + next))
                .isEqualTo("400 stale-cursor");
        assertThat(served.refusal("/api/v1/initiatives?cursor=" + next)).isEqualTo("400 stale-cursor");
        assertThat(served.refusal("/api/v1/initiatives?name=Name&sort=name&cursor=" + next))
                .isEqualTo("400 stale-cursor");
        assertThat(served.refusal("/api/v1/initiatives?name=Name&asOf=2001-01-01&cursor=" + next))
                .isEqualTo("400 stale-cursor");
        assertThat(served.refusal("/api/v1/initiatives?name=Name&limit=7&cursor=" + next))
                .startsWith("200");
        String today = "/api/v1/initiatives?limit=5&knownAt=" + LocalDate.now(TimePointResolver.LONDON);
        String more = served.get(today).get("next").asString();
        assertThat(served.refusal(today + "&cursor=" + more)).startsWith("200");
        assertThat(served.refusal("/api/v1/initiatives?limit=5&knownAt=2011-01-01&cursor=" + more))
                .isEqualTo("400 stale-cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/initiatives?limit=1",
                "/api/v1/initiatives?sort=name&limit=1",
                "/api/v1/audit/facts?register=MPS&limit=1",
                "/api/v1/changes?from=2005-01-01&limit=1"
            })
    void a_cursor_that_somebody_wrote_is_refused_or_answered_and_never_fails(String path) {
        String next = served.get(path, last).get("next").asString();
        String cursor = new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
        for (String after : List.of("[\"x\"]", "[\"-1\"]", "[\"99999999999\"]", "[\"0\"]", "[\"-5\",\"x\",\"y\"]")) {
            String written = cursor.replaceFirst("\"after\":\\[.*?\\]", "\"after\":" + after);
            assertThat(written).isNotEqualTo(cursor);
            String sent =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(StandardCharsets.UTF_8));
            assertThat(served.refusal(path + "&cursor=" + sent)).as(after).matches("200 |400 [a-z-]+");
        }
    }

    @Test
    void a_present_item_carries_its_streams_version_and_a_past_one_a_digest() {
        history.append(initiative("TAGGED", "One", "PF", "2011-01-01"));
        last = history.append(renamed("TAGGED", "Two", "2012-01-01"));
        assertThat(tag("/api/v1/initiatives/TAGGED")).isEqualTo("\"2\"");
        assertThat(tag("/api/v1/initiatives/TAGGED?asOf=2012-01-01")).startsWith("\"d-");
        assertThat(tag("/api/v1/initiatives")).startsWith("\"d-");

        String past = "/api/v1/initiatives/TAGGED?asOf=2012-01-01&knownAt=position:" + last;
        HttpResponse<byte[]> again = served.ask(past, "If-None-Match", tag(past));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(served.ask("/api/v1/initiatives/TAGGED", "If-None-Match", "\"2\"")
                        .statusCode())
                .isEqualTo(304);
        assertThat(served.ask("/api/v1/initiatives/TAGGED", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_present_list_that_one_stream_feeds_carries_its_version_even_before_it_begins() {
        last = history.append(initiative("STAFFED", "One", "PF", "2011-01-01"));
        String appointments = "/api/v1/initiatives/STAFFED/appointments";
        assertThat(tag(appointments)).isEqualTo("\"0\"");
        assertThat(tag("/api/v1/initiatives/STAFFED/rag-assessments")).isEqualTo("\"0\"");
        assertThat(served.ask(appointments, "If-None-Match", "\"0\"").statusCode())
                .isEqualTo(304);
        last = history.append(sro("STAFFED", "A1", AppointmentKind.SUBSTANTIVE, "2011-02-01"));
        assertThat(tag(appointments)).isEqualTo("\"1\"");
        assertThat(tag(appointments + "?role=SRO")).isEqualTo("\"1\"");
        assertThat(tag(appointments + "?asOf=2011-03-01")).startsWith("\"d-");
        assertThat(served.ask(appointments, "If-None-Match", "\"0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_list_that_fills_by_itself_is_told_although_the_version_is_the_same() {
        String tomorrow = LocalDate.now(TimePointResolver.LONDON).plusDays(1).toString();
        history.append(initiative("SOON", "One", "PF", "2011-01-01"));
        last = history.append(sro("SOON", "A1", AppointmentKind.SUBSTANTIVE, tomorrow));
        assertThat(tag("/api/v1/initiatives/SOON/appointments")).isEqualTo("\"1\"");
        assertThat(served.ask("/api/v1/initiatives/SOON/appointments", "If-None-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initiatives?level=FOO",
                "business-cases?stage=FOO",
                "dependencies?type=FOO",
                "dependencies?status=FOO",
                "actions?status=FOO",
                "reviews?kind=FOO",
                "portfolios/PF/recommendations?grade=FOO",
                "portfolios/PF/recommendations?overdue=FOO",
                "documents?kind=FOO",
                "documents?marking=FOO",
                "documents?publication=FOO",
                "initiatives/I1/appointments?role=FOO",
                "initiatives/I1/accountability?role=FOO",
                "portfolios/PF/accountability?concern=FOO",
                "initiatives/I1/data-standard?entity=FOO",
                "initiatives/I1/data-standard/report?fault=FOO",
                "portfolios/PF/data-standard/report?entity=FOO",
                "portfolios/PF/data-standard/faults?fault=FOO",
                "posts?role=FOO",
                "initiatives/I1/rag-assessments?assessor=FOO",
                "audit/facts?type=foo",
                "changes?from=position:0&kind=foo"
            })
    void a_filter_by_a_word_that_there_is_not_is_refused_with_those_that_there_are(String question) {
        assertThat(served.refusal("/api/v1/" + question)).isEqualTo("400 malformed-request");
        assertThat(new String(served.ask("/api/v1/" + question).body(), StandardCharsets.UTF_8))
                .contains(
                        question.replaceFirst(".*[?&](\\w+)=(?i:foo)", "\"parameter\":\"$1\""),
                        "\"detail\":\"must be one of ");
    }

    @ParameterizedTest
    @CsvSource({
        "portfolios/PF/accountability?months=, 1, 120",
        "portfolios/PF/accountability?changes=, 1, 100",
        "initiatives/I1/accountability?months=, 1, 120",
        "portfolios/PF/role-changes-near-approvals?days=, 0, 3650"
    })
    void a_number_is_taken_within_its_limits_and_refused_beyond(String question, int least, int most) {
        for (Object good : List.of(least, most, "000" + most))
            assertThat(served.refusal("/api/v1/" + question + good)).isNotEqualTo("400 malformed-request");
        for (Object bad : List.of(least - 1, most + 1, "x", "1.5", "9999999999999"))
            assertThat(served.refusal("/api/v1/" + question + bad)).isEqualTo("400 malformed-request");
        assertThat(new String(served.ask("/api/v1/" + question + "x").body(), StandardCharsets.UTF_8))
                .contains("must be a whole number from " + least + " to " + most);
    }

    @Test
    void a_filter_by_what_nobody_stated_is_answered() {
        assertThat(served.get("/api/v1/initiatives/I1/rag-assessments?assessor=NOT_STATED")
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_change_that_was_recorded_ahead_is_told_although_the_version_is_the_same() {
        LocalDate today = LocalDate.now(TimePointResolver.LONDON);
        history.append(initiative("AHEAD", "One", "PF", "2011-01-01"));
        last = history.append(renamed("AHEAD", "Two", today.plusDays(1).toString()));
        assertThat(served.get("/api/v1/initiatives/AHEAD", last)
                        .at("/name/value")
                        .asString())
                .isEqualTo("One");
        assertThat(served.get("/api/v1/initiatives/AHEAD?asOf=" + today.plusDays(1))
                        .at("/name/value")
                        .asString())
                .isEqualTo("Two");
        assertThat(tag("/api/v1/initiatives/AHEAD?asOf=" + today.plusDays(1))).startsWith("\"d-");
    }

    private static String tag(String path) {
        return served.ask(path, "Sync-Token", Long.toString(last))
                .headers()
                .firstValue("ETag")
                .orElse("");
    }

    private static List<String> items(JsonNode page) {
        return page.get("items").valueStream().map(JsonNode::toString).toList();
    }
}
