package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Assurance finds who signed in, what was refused, and who took whole lists or marked rows, at both halves. */
class AccessAuditJourneyTest {

    private static final String SECRET = "s3cret-in-a-query";

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;

    @BeforeAll
    static void happen() {
        command = HALVES.command(
                "portfolio-ledger.http.rate-limit.address=6", "portfolio-ledger.http.rate-limit.window=1h");
        query = HALVES.query();
        Council.settle(command);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void a_sign_in_is_recorded_once_for_each_account_and_not_with_every_request() {
        for (int n = 0; n < 3; n++)
            assertThat(query.get("sro1", "/registers").status()).isEqualTo(200);
        JsonNode entry = only("kind=SIGNED_IN&account=sro1");
        assertThat(entry.path("person").asString()).isEqualTo("p-sro1");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("times").asInt()).isEqualTo(1);
    }

    @Test
    void a_failed_sign_in_is_recorded_without_what_was_sent() {
        bare(query, "/api/v1/boards", basic("office", "hunter2-guessed"));
        JsonNode entry = only("kind=SIGN_IN_FAILED");
        assertThat(entry.path("status").asInt()).isEqualTo(401);
        assertThat(entry.path("path").asString()).isEqualTo("/api/v1/boards");
        assertThat(entry.has("account")).isFalse();
        assertThat(everything()).doesNotContain("hunter2");
    }

    @Test
    void refusals_are_recorded_at_both_halves_without_the_query() {
        bare(query, "/api/v1/actions?name=" + SECRET, "");
        assertThat(command.post("reader", "/registers", Bodies.register("NOT-MINE"))
                        .status())
                .isEqualTo(403);
        for (int n = 0; n < 7; n++) bare(command, "/api/v1/nothing", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(list("kind=REFUSED"))
                        .extracting(entry -> entry.path("status").asInt() + " "
                                + entry.path("path").asString() + " "
                                + entry.path("account").asString("nobody"))
                        .contains(
                                "401 /api/v1/actions nobody",
                                "403 /api/v1/registers reader",
                                "401 /api/v1/nothing nobody",
                                "429 /api/v1/nothing nobody"));
        assertThat(everything()).doesNotContain(SECRET);
    }

    @Test
    void a_whole_list_is_an_export_and_a_page_is_not() {
        assertThat(query.get("publication", "/portfolios/PF/status?limit=100").status())
                .isEqualTo(200);
        assertThat(query.get("publication", "/portfolios/PF/status?limit=all").status())
                .isEqualTo(200);
        JsonNode entry = only("kind=EXPORTED&account=publication");
        assertThat(entry.path("path").asString()).isEqualTo("/api/v1/portfolios/PF/status");
        assertThat(entry.path("times").asInt()).isEqualTo(1);
    }

    @Test
    void who_reads_something_marked_is_recorded_with_the_marking() {
        assertThat(query.get("secretary", "/documents/DOC-1?asOf=2026-02-01").status())
                .isEqualTo(200);
        assertThat(query.get("secretary", "/documents/DOC-1").status()).isEqualTo(200);
        JsonNode entry = only("kind=READ_MARKED&account=secretary");
        assertThat(entry.path("path").asString()).isEqualTo("/api/v1/documents/DOC-1");
        assertThat(entry.path("marking").asString()).isEqualTo("OFFICIAL_SENSITIVE");
        assertThat(entry.path("times").asInt()).isEqualTo(1);
    }

    @Test
    void assurance_and_operators_read_it_and_nobody_else() {
        for (String user : List.of("assurance", "operator"))
            assertThat(query.get(user, "/access-audit").status()).isEqualTo(200);
        for (String user : List.of("office", "sro1", "secretary", "reader", "migrator")) {
            Reply refused = query.get(user, "/access-audit");
            assertThat(refused.status()).as(user).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("not-allowed");
        }
    }

    @Test
    void it_is_read_in_pages_the_latest_first_and_between_two_moments() {
        for (String user : List.of("office", "reader", "migrator", "operator"))
            assertThat(query.get(user, "/registers").status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> list("kind=SIGNED_IN").size() >= 4);
        JsonNode first =
                query.get("assurance", "/access-audit?kind=SIGNED_IN&limit=2").json();
        JsonNode second = query.get(
                        "assurance",
                        "/access-audit?kind=SIGNED_IN&limit=2&cursor="
                                + first.path("next").asString())
                .json();
        List<Long> numbers = java.util.stream.Stream.of(first, second)
                .flatMap(page -> page.path("items").valueStream())
                .map(entry -> entry.path("number").asLong())
                .toList();
        assertThat(numbers).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        String at = first.at("/items/1/at").asString();
        assertThat(list("atFrom=" + at))
                .isNotEmpty()
                .allMatch(entry -> !entry.path("at").asString().isEmpty());
        assertThat(list("atTo=2020-01-01")).isEmpty();
        assertThat(query.get("assurance", "/access-audit?kind=OTHER").problem()).isEqualTo("malformed-request");
        assertThat(query.get("assurance", "/access-audit?atFrom=2026-02-02&atTo=2026-01-01")
                        .problem())
                .isEqualTo("reversed-range");
        assertThat(query.get(
                                "assurance",
                                "/access-audit?kind=REFUSED&cursor="
                                        + first.path("next").asString())
                        .problem())
                .isEqualTo("stale-cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ops.access set account = 'other'",
                "delete from ops.access",
                "truncate ops.access",
                "drop table ops.access"
            })
    void neither_half_can_change_or_delete_a_record(String statement) {
        for (String user : List.of("portfolio_command", "portfolio_query")) {
            LedgerDatabase database = HALVES.database();
            JdbcClient half = JdbcClient.create(new DriverManagerDataSource(database.url(), user, ""));
            assertThatThrownBy(() -> half.sql(statement).update())
                    .rootCause()
                    .satisfies(refusal ->
                            assertThat(refusal.getMessage()).containsAnyOf("permission denied", "must be owner"));
        }
    }

    @Test
    void a_record_is_kept_for_four_hundred_days_and_then_deleted() {
        JdbcClient owner = JdbcClient.create(HALVES.database().owner());
        for (String days : List.of("399 days 23 hours", "400 days 1 hour"))
            owner.sql("insert into ops.access (batch, item, at, times, kind, path) values"
                            + " (gen_random_uuid(), 0, now() - cast(? as interval), 1, 'REFUSED', ?)")
                    .param(days)
                    .param(days)
                    .update();
        JdbcClient half =
                JdbcClient.create(new DriverManagerDataSource(HALVES.database().url(), "portfolio_query", ""));
        half.sql("select ops.forget_old_access()").query(Long.class).single();
        assertThat(owner.sql("select path from ops.access where path like '% days %'")
                        .query(String.class)
                        .list())
                .containsExactly("399 days 23 hours");
    }

    /** The one entry that a question finds, once it is there. */
    private static JsonNode only(String question) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !list(question).isEmpty());
        List<JsonNode> found = list(question);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> list(String question) {
        Reply reply = query.get("assurance", "/access-audit?limit=1000&" + question);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private static String everything() {
        return String.valueOf(JdbcClient.create(HALVES.database().owner())
                .sql("select string_agg(access::text, ' ') from ops.access")
                .query(String.class)
                .single());
    }

    private static void bare(Caller half, String path, String headers) {
        new Bare(half).send("GET %s HTTP/1.1\r\nHost: localhost\r\n%s".formatted(path, headers), new byte[0]);
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "\r\n";
    }
}
