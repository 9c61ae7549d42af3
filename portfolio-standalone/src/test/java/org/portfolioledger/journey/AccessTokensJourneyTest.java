package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tokens with which tools read: issued, used, listed, expired and revoked, on every node. */
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessTokensJourneyTest {

    private static final Halves HALVES = Halves.fresh();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Caller command;
    private static Caller query;
    private static Caller second;

    @BeforeAll
    static void start() {
        command = HALVES.command();
        query = HALVES.query();
        second = HALVES.query("portfolio-ledger.query.follow=false");
        JdbcClient.create(HALVES.database().owner())
                .sql("insert into directory.person (id, name) values ('s-board', 'Dashboard'), ('s-gone', 'Old')")
                .update();
        assertThat(command.post("office", "/people/s-gone/erasures", "").status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    private static Reply issued(String user, String members) {
        return command.post(
                user,
                "/access-tokens",
                "{\"name\": \"Dashboard\", \"scope\": [\"read\"], \"expiresOn\": \"%s\"%s}"
                        .formatted(inTwoDays(), members));
    }

    private static String token(Reply issued) {
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        return issued.json().required("token").asString();
    }

    private static String id(Reply issued) {
        return issued.json().required("id").asString();
    }

    private static HttpResponse<String> asked(Caller half, String method, String path, String authorization)
            throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(half.base() + "/api/v1" + path))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static JdbcClient owner() {
        return JdbcClient.create(HALVES.database().owner());
    }

    @Test
    @Order(1)
    void a_token_reads_as_bearer_and_as_the_password_of_any_user_name_and_records_nothing(CapturedOutput log)
            throws Exception {
        Reply reply = issued("office", "");
        String token = token(reply);
        assertThat(token).matches("plt_[A-Za-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/access-tokens/" + id(reply));
        assertThat(reply.header("Cache-Control")).contains("no-store");
        for (Caller half : List.of(query, second)) {
            assertThat(asked(half, "GET", "/registers", "Bearer " + token).statusCode())
                    .isEqualTo(200);
            assertThat(asked(half, "GET", "/registers", basic("", token)).statusCode())
                    .isEqualTo(200);
            assertThat(asked(half, "HEAD", "/registers", basic("whoever", token))
                            .statusCode())
                    .isEqualTo(200);
        }
        for (String sent :
                List.of("/registers", "/access-tokens", "/imports", "/sign-outs", "/access-tokens/x/revocations")) {
            HttpResponse<String> refused = asked(command, "POST", sent, "Bearer " + token);
            assertThat(refused.statusCode()).as(sent).isEqualTo(403);
            assertThat(refused.body()).contains("scope of the access token");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer realm=\"portfolio-ledger\", error=\"insufficient_scope\"");
        }
        assertThat(log.getAll()).doesNotContain(token.substring(17));
    }

    @Test
    @Order(1)
    void only_its_hash_is_kept_and_no_answer_shows_it_again() {
        Reply reply = issued("office", "");
        String secret = token(reply).substring(17);
        String rows = owner().sql("select string_agg(t::text, '|') from access.token t")
                .query(String.class)
                .single();
        assertThat(rows).contains(id(reply)).doesNotContain(secret);
        assertThat(command.get("office", "/access-tokens").text())
                .contains(id(reply))
                .doesNotContain(secret, "hash", "plt_");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 201", "1, 0, 201", "1, 1, 400", "0, -1, 400"})
    @Order(1)
    void it_expires_on_a_stated_day_that_is_at_most_a_year_ahead(int years, int days, int status) {
        LocalDate day = today().plusYears(years).plusDays(days);
        assertThat(command.post(
                                "office",
                                "/access-tokens",
                                "{\"name\": \"Dashboard\", \"scope\": [\"read\"], \"expiresOn\": \"%s\"}"
                                        .formatted(day))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name,/scope,/expiresOn",
                "{\"name\": null, \"scope\": [], \"expiresOn\": null}|/name,/scope,/expiresOn",
                "{\"name\": \" \", \"scope\": [\"read\"], \"expiresOn\": \"2999-01-01\"}|/name",
                "{\"name\": \"N\", \"scope\": [\"read\", \"write\", \"read:\"], \"expiresOn\": \"2999-01-01\"}|/scope/1,/scope/2,/expiresOn"
            })
    @Order(1)
    void everything_that_is_wrong_is_named(String body, String pointers) {
        Reply refused = command.post("office", "/access-tokens", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().required("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(pointers.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "office, PORTFOLIO_OFFICE@portfolio-PF, 201",
        "office, PORTFOLIO_OFFICE@*, 201",
        "office, SRO@*, 403",
        "office, PORTFOLIO_OFFICE@nowhere, 400",
        "secretary, BOARD_SECRETARY@*, 201",
        "secretary, BOARD_SECRETARY@board-BD, 201",
        "secretary, BOARD_SECRETARY, 201",
        "sro2, SRO, 201",
        "sro2, SRO@initiative-PG, 403",
        "sro2, SRO@*, 403",
        "member, BOARD_MEMBER@board-BD, 403"
    })
    @Order(1)
    void a_role_that_reaches_everything_may_be_narrowed_and_no_other_widened(String user, String role, int status) {
        assertThat(issued(user, ", \"roles\": [\"%s\"]".formatted(role)).status())
                .isEqualTo(status);
    }

    @Test
    @Order(1)
    void a_token_has_at_most_the_roles_of_its_owner() {
        assertThat(issued("reader", ", \"roles\": [\"PORTFOLIO_OFFICE\"]").status())
                .isEqualTo(403);
        assertThat(issued("office", ", \"roles\": []").json().required("roles").size())
                .isZero();
        assertThat(issued("office", "").json().required("roles").toString()).isEqualTo("[\"PORTFOLIO_OFFICE\"]");
        assertThat(issued("nobody", "").status()).isEqualTo(201);
    }

    @Test
    @Order(1)
    void what_a_token_sees_is_what_its_roles_see() throws Exception {
        owner().sql("update directory.person set contact = 'sro1@council.example' where id = 'p-sro1'")
                .update();
        String whole = token(issued("office", ""));
        String less = token(issued("office", ", \"roles\": []"));
        assertThat(asked(query, "GET", "/people/p-sro1", "Bearer " + whole).body())
                .contains("sro1@council.example");
        assertThat(asked(query, "GET", "/people/p-sro1", "Bearer " + less).body())
                .doesNotContain("sro1@council.example");
    }

    @Test
    @Order(1)
    void the_scope_is_all_reads_or_some_chapters() throws Exception {
        Reply reply = command.post("office", "/access-tokens", """
                {"name": "Risks", "scope": ["read:risks", "read:registers"], "expiresOn": "%s"}""".formatted(inTwoDays()));
        String token = token(reply);
        assertThat(asked(query, "GET", "/risks", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(asked(query, "GET", "/registers/NONE", "Bearer " + token).statusCode())
                .isEqualTo(404);
        for (String other : List.of("/people", "/risks-of-others", "/riskss", "/access-tokens"))
            assertThat(asked(query, "GET", other, "Bearer " + token).statusCode())
                    .as(other)
                    .isEqualTo(403);
    }

    @Test
    @Order(1)
    void a_service_gets_one_that_acts_for_whoever_issued_it() throws Exception {
        Reply reply = issued("office", ", \"service\": \"S-Board\", \"roles\": []");
        assertThat(reply.json().required("person").asString()).isEqualTo("s-board");
        assertThat(reply.json().required("kind").asString()).isEqualTo("SERVICE");
        assertThat(reply.json().required("onBehalfOf").asString()).isEqualTo("p-office");
        assertThat(asked(query, "GET", "/registers", basic("s-board", token(reply)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(issued("reader", ", \"service\": \"s-board\"").status()).isEqualTo(403);
        assertThat(issued("office", ", \"service\": \"s-unknown\"").problem()).isEqualTo("unknown-reference");
        assertThat(issued("office", ", \"service\": \"s-gone\"").problem()).isEqualTo("unknown-reference");
        TestIssuer.shared().knowsMachine("planner", "s-board", "SERVICE", "p-office", "PORTFOLIO_OFFICE");
        assertThat(issued("planner", ", \"service\": \"s-board\"").status()).isEqualTo(403);
        assertThat(issued("planner", "").json().required("onBehalfOf").asString())
                .isEqualTo("p-office");
    }

    @Test
    @Order(1)
    void a_token_that_is_revoked_is_refused_at_the_next_request_on_every_node() throws Exception {
        Reply reply = issued("reader", "");
        String bearer = "Bearer " + token(reply);
        for (Caller half : List.of(query, second))
            assertThat(asked(half, "GET", "/registers", bearer).statusCode()).isEqualTo(200);
        String revocations = "/access-tokens/" + id(reply) + "/revocations";
        assertThat(command.post("office", revocations, "").status()).isEqualTo(404);
        assertThat(asked(query, "GET", "/registers", bearer).statusCode()).isEqualTo(200);
        JsonNode revoked = command.post("reader", revocations, "").json();
        for (Caller half : List.of(query, second)) {
            HttpResponse<String> refused = asked(half, "GET", "/registers", bearer);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("error=\"invalid_token\"");
        }
        assertThat(revoked.required("revokedBy").asString()).isEqualTo("p-reader");
        // Again, also by an administrator: nothing changes.
        assertThat(command.post("administrator", revocations, "").json()).isEqualTo(revoked);
        assertThat(command.post("administrator", "/access-tokens/000000000000/revocations", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(1)
    void a_token_ends_with_its_last_day_and_with_the_sign_out_of_its_account() throws Exception {
        Reply expiring = issued("sro2", "");
        Reply signedOut = issued("sro1", "");
        owner().sql("update access.token set expires_at = now() + interval '1 second' where id = ?")
                .param(id(expiring))
                .update();
        Thread.sleep(1_100);
        assertThat(asked(query, "GET", "/registers", "Bearer " + token(expiring))
                        .statusCode())
                .isEqualTo(401);
        assertThat(command.post("sro1", "/sign-outs", "{\"account\": \"sro1\", \"reason\": \"Lost my laptop\"}")
                        .status())
                .isEqualTo(201);
        HttpResponse<String> refused = asked(query, "GET", "/registers", basic("x", token(signedOut)));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"portfolio-ledger\", charset=\"UTF-8\"");
    }

    @Test
    @Order(1)
    void its_last_use_is_noted_once_a_minute() throws Exception {
        Reply reply = issued("office", "");
        String bearer = "Bearer " + token(reply);
        assertThat(reply.json().path("lastUsedAt").isNull()
                        || reply.json().path("lastUsedAt").isMissingNode())
                .isTrue();
        asked(query, "GET", "/registers", bearer);
        String first = lastUse(id(reply));
        asked(query, "GET", "/registers", bearer);
        assertThat(lastUse(id(reply))).isEqualTo(first);
        owner().sql("update access.token set last_used_at = now() - interval '60 seconds' where id = ?")
                .param(id(reply))
                .update();
        asked(second, "GET", "/registers", bearer);
        assertThat(lastUse(id(reply))).isGreaterThan(first);
    }

    private static String lastUse(String id) {
        return command.get("office", "/access-tokens")
                .json()
                .required("items")
                .valueStream()
                .filter(token -> token.required("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .required("lastUsedAt")
                .asString();
    }

    @Test
    @Order(1)
    void everybody_lists_the_own_and_administrator_and_assurance_all() {
        String ofSecretary = id(issued("secretary", ""));
        String ofOperator = id(issued("operator", ""));
        assertThat(command.get("secretary", "/access-tokens").text())
                .contains(ofSecretary)
                .doesNotContain(ofOperator);
        for (String user : List.of("administrator", "assurance"))
            assertThat(command.get(user, "/access-tokens").text()).contains(ofSecretary, ofOperator);
        assertThat(command.get("office", "/access-tokens?limit=1").status()).isEqualTo(400);
    }

    @Test
    @Order(1)
    void an_administrator_puts_nothing_on_record() {
        for (String path : List.of("/registers", "/people", "/corrections", "/rows/generations"))
            assertThat(command.post("administrator", path, "{}").status())
                    .as(path)
                    .isIn(403, 404);
    }

    @Test
    @Order(2)
    void whoever_guesses_is_slowed_and_whoever_knows_a_token_is_not() throws Exception {
        String token = token(issued("office", ""));
        Caller fresh = HALVES.query("portfolio-ledger.query.follow=false");
        String guess = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        HttpResponse<String> last = asked(fresh, "GET", "/registers", "Bearer " + guess);
        for (int n = 1; n < 40 && last.statusCode() == 401; n++) {
            assertThat(last.body()).contains("The access token is unknown, has expired or was revoked");
            last = asked(fresh, "GET", "/registers", n % 2 == 0 ? "Bearer " + guess : basic("x", guess));
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(asked(fresh, "GET", "/registers", "Bearer " + guess).statusCode())
                .isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(FactSerializer.mapper()
                        .readTree(last.body())
                        .required("type")
                        .asString())
                .isEqualTo("/problems/too-many-attempts");
        assertThat(asked(fresh, "GET", "/registers", "Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static LocalDate inTwoDays() {
        return today().plusDays(2);
    }
}
