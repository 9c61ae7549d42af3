package org.portfolioledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.http.ConfiguredUsers;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The issuer of the form for evaluation: a line of a shell, the page of the API, and nobody else. */
@ExtendWith(OutputCaptureExtension.class)
class BuiltInIssuerTest {

    private static final String VERIFIER = "the-verifier-of-a-test-0123456789-0123456789-01234";

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static String base;

    @BeforeAll
    static void start() {
        application = PortfolioLedgerApplication.start("--data=" + data, "--port=0");
        base = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static HttpResponse<String> asked(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> asked(HttpRequest.Builder request) throws Exception {
        return asked(HttpClient.newHttpClient(), request);
    }

    private static HttpRequest.Builder form(String address, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> tokenFor(String host, String user, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return asked(form(base.replace("127.0.0.1", host) + "/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + basic));
    }

    private static String token(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FactSerializer.mapper()
                .readTree(answer.body())
                .required("access_token")
                .asString();
    }

    private static int read(String token) throws Exception {
        return asked(HttpRequest.newBuilder(URI.create(base + "/api/v1/registers"))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void every_demo_user_gets_a_token_that_says_who_it_is() throws Exception {
        List<ConfiguredUsers.ConfiguredUser> users =
                application.getBean(ConfiguredUsers.class).users();
        assertThat(users).hasSizeGreaterThan(9);
        for (ConfiguredUsers.ConfiguredUser user : users) {
            String token = token(tokenFor("127.0.0.1", user.name(), user.name()));
            assertThat(read(token)).as(user.name()).isEqualTo(200);
            Map<String, Object> claims =
                    SignedJWT.parse(token).getJWTClaimsSet().getClaims();
            assertThat(claims).containsEntry("person", user.person()).containsEntry("aud", List.of("portfolio-ledger"));
            assertThat(claims.get("on_behalf_of")).isEqualTo(user.onBehalfOf());
            assertThat((List<?>) claims.get("markings"))
                    .map(String::valueOf)
                    .containsExactlyInAnyOrderElementsOf(
                            user.markings().stream().map(Enum::name).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void a_token_counts_by_either_name_of_this_machine(String host) throws Exception {
        assertThat(read(token(tokenFor(host, "reader", "reader")))).isEqualTo(200);
    }

    @Test
    void a_token_under_a_false_name_of_the_host_does_not_count() throws Exception {
        Process curl = new ProcessBuilder(
                        "curl",
                        "-s",
                        "-u",
                        "reader:reader",
                        "-H",
                        "Host: ledger.example",
                        "-d",
                        "grant_type=client_credentials",
                        base + "/oauth2/token")
                .start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String token =
                FactSerializer.mapper().readTree(answer).path("access_token").asString("");
        assertThat(token.isEmpty() ? 401 : read(token)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"reader, wrong", "nobody, nobody", "portfolio-ledger-page, x"})
    void a_wrong_secret_gets_no_token(String user, String password) throws Exception {
        assertThat(tokenFor("127.0.0.1", user, password).statusCode()).isEqualTo(401);
    }

    @Test
    void the_line_that_is_printed_signs_in() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        application.getBean(Welcome.class).print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        String script = lines.stream()
                .filter(line -> line.contains("/oauth2/token") || line.contains("Bearer"))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        Process shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .as(script)
                .contains("\"items\"");
    }

    /** As the page does it: a browser with its cookies, redirect by redirect. */
    private record Browser(HttpClient client) {
        Browser() {
            this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
        }

        HttpResponse<String> open(String address) throws Exception {
            return asked(
                    client,
                    HttpRequest.newBuilder(
                                    URI.create(address).isAbsolute() ? URI.create(address) : URI.create(base + address))
                            .header("Accept", "text/html"));
        }

        String location(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(300, 399);
            return answer.headers().firstValue("Location").orElseThrow();
        }

        HttpResponse<String> signIn(String user, String password) throws Exception {
            Matcher token = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"")
                    .matcher(open(base + "/login").body());
            assertThat(token.find()).isTrue();
            return asked(
                    client,
                    form(base + "/login", Map.of("username", user, "password", password, "_csrf", token.group(1))));
        }
    }

    private static String authorize(String more) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return base + "/oauth2/authorize?response_type=code&client_id=portfolio-ledger-page&state=s%2B1&redirect_uri="
                + encoded(base + "/swagger-ui/oauth2-redirect.html")
                + (more.isEmpty() ? "&code_challenge_method=S256&code_challenge=" + challenge : more);
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "client_id",
                "portfolio-ledger-page",
                "redirect_uri",
                base + "/swagger-ui/oauth2-redirect.html",
                "code_verifier",
                verifier);
    }

    private static String code(Browser browser, String user) throws Exception {
        assertThat(browser.location(browser.open(authorize("")))).endsWith("/login");
        String back = browser.location(browser.signIn(user, user));
        assertThat(back).contains("/oauth2/authorize");
        String redirected = browser.location(browser.open(back));
        assertThat(redirected)
                .startsWith(base + "/swagger-ui/oauth2-redirect.html?code=")
                .contains("state=s%2B1");
        return redirected.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    @Test
    void the_page_signs_a_person_in_by_a_code_with_proof_and_the_next_one_anew() throws Exception {
        Browser browser = new Browser();
        String code = code(browser, "office");
        assertThat(asked(form(base + "/oauth2/token", exchange(code, VERIFIER + "-of-a-thief")))
                        .statusCode())
                .isEqualTo(400);
        code = code(browser, "office");
        String token = token(asked(form(base + "/oauth2/token", exchange(code, VERIFIER))));
        assertThat(read(token)).isEqualTo(200);
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo("office");
        assertThat(asked(form(base + "/oauth2/token", exchange(code, VERIFIER))).statusCode())
                .isEqualTo(400);
        // Nobody stays signed in at the issuer, so another may follow.
        String next = token(asked(form(base + "/oauth2/token", exchange(code(browser, "reader"), VERIFIER))));
        assertThat(SignedJWT.parse(next).getJWTClaimsSet().getSubject()).isEqualTo("reader");
    }

    @Test
    void the_page_gets_no_code_without_proof_or_to_another_address() throws Exception {
        Browser browser = new Browser();
        browser.open(authorize(""));
        browser.signIn("office", "office");
        assertThat(browser.open(authorize("&code_challenge_method=plain"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("code=");
        HttpResponse<String> elsewhere =
                browser.open(authorize("").replace("swagger-ui%2Foauth2-redirect.html", "elsewhere"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void a_wrong_password_on_the_page_signs_nobody_in() throws Exception {
        Browser browser = new Browser();
        browser.open(authorize(""));
        assertThat(browser.location(browser.signIn("office", "guess"))).contains("/login?error");
        assertThat(browser.location(browser.open(authorize("")))).endsWith("/login");
    }

    @Test
    void the_page_knows_its_client_and_offers_the_sign_in() throws Exception {
        assertThat(asked(HttpRequest.newBuilder(URI.create(base + "/swagger-ui/swagger-initializer.js")))
                        .body())
                .contains("portfolio-ledger-page", "\"usePkceWithAuthorizationCodeGrant\":true");
        String page =
                asked(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs"))).body();
        assertThat(FactSerializer.mapper()
                        .readTree(page)
                        .at("/components/securitySchemes/signIn/flows/authorizationCode/tokenUrl")
                        .asString())
                .isEqualTo("/oauth2/token");
    }

    @Test
    void passwords_and_the_session_of_the_sign_in_stay_where_they_are() throws Exception {
        HttpResponse<String> api = asked(HttpRequest.newBuilder(URI.create(base + "/api/v1/registers")));
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(api.headers().allValues("WWW-Authenticate"))
                .containsExactly(
                        "Bearer realm=\"portfolio-ledger\"", "Basic realm=\"portfolio-ledger\", charset=\"UTF-8\"");
        Browser browser = new Browser();
        browser.open(authorize(""));
        browser.signIn("office", "office");
        // Signed in at the issuer is not signed in at the API.
        assertThat(browser.open(base + "/api/v1/registers").statusCode()).isIn(401, 406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--server.address=0.0.0.0|An evaluation answers this machine only, for the passwords of its demo users are known, and not 0.0.0.0: for others, start the halves apart.",
                "--server.address=|An evaluation answers this machine only, for the passwords of its demo users are known, and not every address: for others, start the halves apart.",
                "--portfolio-ledger.access.issuer=https://issuer.example|An evaluation has its own issuer: leave portfolio-ledger.access.issuer out, or start the halves apart."
            })
    void it_refuses_to_be_more_than_an_evaluation(String setting, String sentence, @TempDir Path other) {
        assertThatThrownBy(() -> PortfolioLedgerApplication.start("--data=" + other, "--port=0", setting)
                        .close())
                .rootCause()
                .hasMessage(sentence);
    }

    @Test
    void no_password_token_or_key_is_logged(CapturedOutput log) throws Exception {
        String token = token(tokenFor("127.0.0.1", "office", "office"));
        read(token);
        read(token + "x");
        assertThat(log.getAll()).doesNotContain(token.substring(40), "{noop}", "Using generated security password");
        assertThat(Arrays.stream(token.split("\\.", -1))).hasSize(3);
    }
}
