package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.portfolioledger.journey.ApiDocument.Operation;
import org.portfolioledger.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No input gets a 5xx: whatever is refused is refused with a problem detail, and moves the ledger's head not at all. Tried
 * on every path that the OpenAPI documents list.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputJourneyTest {

    private static final JsonMapper JSON = Wire.mapper();
    private static final byte[] NOTHING = {};
    private static final String JSON_TYPE = "Content-Type: application/json";
    private static final String NDJSON_TYPE = "Content-Type: application/x-ndjson";
    private static final String AS_OFFICE =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("office:office".getBytes(UTF_8)) + "\r\n";
    private static final String RAW = "put something else here";
    private static final String ILLEGIBLE_TEXT = "\"\\u0000\"";

    /** In the place of any member. */
    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999999",
            "1".repeat(400),
            "-99999999999999999999",
            "\"\"",
            "\" \"",
            "\"" + "x".repeat(30_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"a\": 1}",
            ILLEGIBLE_TEXT,
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"a\\u0007\"",
            "\"' or 1=1 --\"",
            "\"../../x\"",
            "\"0000-00-00\"",
            "\"9999-99-99\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"1899-12-31\"",
            "\"2011-02-30\"",
            "\"2199-12-31\"",
            "\"2200-01-01\"",
            "\"2011-06-13T00:00:00Z\"",
            "\"\u202e\ufeff\"");

    /** In the place of a whole body. */
    private static final Map<String, byte[]> BODIES = bodies();

    /** In the place of an id in a path, as they travel. */
    private static final List<String> IDS = List.of(
            "nobody",
            "%00",
            "a%00b",
            "a%2Fb",
            "%2e%2e",
            "..",
            ".",
            "%ff",
            "%C0%80",
            "%",
            "%zz",
            "x".repeat(65),
            "x".repeat(10_000),
            "'%20or%201=1%20--",
            "a;b=c",
            "%F0%9F%92%A9",
            "%25",
            "{x}",
            "a%5Cb",
            "//",
            "%0d%0aX:%20y",
            "%E2%80%AE",
            "-1",
            "0",
            "99999999999999999999",
            "9".repeat(18),
            "1e3",
            "*",
            "[",
            "\u00e4");

    /** In the place of a query parameter's value, as they travel. */
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%ff",
            "%C0%80",
            "%zz",
            "%",
            "nothing",
            "-1",
            "0",
            "1000000000",
            "99999999999999999999",
            "0000-00-00",
            "9999-99-99",
            "2011-02-30",
            "%2B999999999-12-31",
            "9999-12-31",
            "0001-01-01",
            "2011-06-13T25:00:00Z",
            "9999-12-31T23:59:59.999999999-18:00",
            "0001-01-01T00:00:00%2B18:00",
            "position:-1",
            "position:x",
            "position:",
            "position:999999999",
            "position:99999999999999999999",
            "-since,name,",
            ",",
            "name;drop%20table",
            "'",
            "%27%3B--",
            "e30",
            "bnVsbA",
            "W10",
            "x".repeat(7_000),
            "%F0%9F%92%A9",
            "%ED%A0%80",
            "%5C",
            "%25",
            "_",
            "[]",
            "{}");

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static List<Operation> posts;
    private static List<Operation> gets;
    private static JdbcClient ledger;

    private final List<String> broken = new ArrayList<>();
    private int tried;
    private int turn;

    @BeforeAll
    static void settle() {
        command = HALVES.command();
        query = HALVES.query();
        ledger = JdbcClient.create(new SingleConnectionDataSource(unchecked(HALVES), true));
        Council.settle(command);
        posts = ApiDocument.of(command).all("POST");
        gets = ApiDocument.of(query).all("GET");
        assertThat(posts).hasSizeGreaterThan(25);
        assertThat(gets).hasSizeGreaterThan(25);
    }

    private static java.sql.Connection unchecked(Halves halves) {
        try {
            return halves.database().owner().getConnection();
        } catch (java.sql.SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @AfterEach
    void law() {
        System.out.println("tried " + tried + " requests");
        assertThat(broken).as("of %d requests", tried).isEmpty();
    }

    @Test
    @Order(1)
    void no_member_of_any_command_can_be_anything() {
        for (Operation post : posts) {
            if (!post.takesJson()) continue;
            ObjectNode body = body(post);
            for (String pointer : members(post, body)) {
                for (String wrong : wrong()) post(post, replaced(body, pointer, wrong));
                post(post, removed(body, pointer));
            }
            post(post, replaced(body, "/unknown", "1"));
            post(post, JSON.writeValueAsString(body).replaceFirst("\\{", "{\"effectiveOn\": \"2026-02-02\", "));
        }
    }

    @Test
    @Order(2)
    void no_correction_can_replace_a_fact_by_anything() {
        long facts = head();
        for (long fact = 1; fact <= Math.min(facts, 20); fact++) {
            Operation correction = posts.stream()
                    .filter(post -> post.path().equals("/corrections"))
                    .findFirst()
                    .orElseThrow();
            JsonNode payload = JSON.readTree(ledger.sql("select payload from ledger.event where position = ?")
                    .param(fact)
                    .query(byte[].class)
                    .single());
            for (String member : payload.propertyNames()) {
                for (String wrong : wrong())
                    post(
                            correction,
                            "{\"fact\": %d, \"reason\": \"Wrong\", \"replacement\": {\"%s\": %s}}"
                                    .formatted(fact, member, wrong));
            }
        }
    }

    @Test
    @Order(3)
    void no_body_breaks_a_command() {
        for (Operation post : posts) {
            String type = post.path().equals("/imports") ? "application/x-ndjson" : "application/json";
            BODIES.forEach((name, body) -> send(command, "POST", post.concrete(), "Content-Type: " + type, body, name));
        }
    }

    @Test
    @Order(4)
    void no_line_breaks_an_import() {
        BODIES.forEach((name, body) -> {
            String line = new String(body, UTF_8);
            for (String import_ : List.of(
                    "{\"key\": \"k\", \"post\": \"/api/v1/registers\", \"body\": " + line + "}",
                    "{\"key\": " + line + ", \"post\": \"/api/v1/registers\", \"body\": {}}",
                    "{\"key\": \"k\", \"post\": " + line + ", \"body\": {}}"))
                for (String dry : List.of("", "?dryRun=true", "?dryRun=x", "?dryRun="))
                    send(
                            command,
                            "POST",
                            "/imports" + dry,
                            "Content-Type: application/x-ndjson",
                            import_.getBytes(UTF_8),
                            name);
        });
        for (String path : List.of("/api/v1/registers/%00/going-live", "nowhere", "/api/v1/imports", "/api/v1/people"))
            send(
                    command,
                    "POST",
                    "/imports",
                    "Content-Type: application/x-ndjson",
                    "{\"key\": \"k\", \"post\": \"%s\", \"body\": {}}"
                            .formatted(path)
                            .getBytes(UTF_8),
                    path);
    }

    @Test
    @Order(5)
    void no_header_breaks_a_command() {
        List<String> headers = List.of(
                "Idempotency-Key: " + "k".repeat(6_000),
                "Idempotency-Key: " + "k".repeat(10_000),
                "Idempotency-Key: ",
                "Idempotency-Key: a b",
                "Idempotency-Key: \u00e4",
                "Idempotency-Key: \u0001",
                "Idempotency-Key: a\u0000b",
                "If-Match: *",
                "If-Match: W/\"1\"",
                "If-Match: \"1\", \"2\"",
                "If-Match: 1",
                "If-Match: \"d-00\"",
                "If-Match: ",
                "If-Match: \"999999999999999999\"",
                "If-Match: \"99999999999999999999\"",
                "X-Other: " + "x".repeat(70_000),
                "Accept: text/html",
                "Accept: nonsense",
                "Accept: */*;q=x",
                "Accept-Charset: x",
                "Content-Encoding: gzip",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, chunked",
                "Content-Length: 5",
                "Expect: the worst",
                "Range: bytes=0-1",
                "Origin: http://elsewhere",
                "Host: other:-1",
                "Authorization: Basic !!!",
                "Authorization: Basic",
                "Authorization: Bearer x",
                "Cookie: \u0001=\u0002",
                "No colon at all",
                ": no name",
                "Na me: x");
        for (Operation post : posts)
            for (String header : headers)
                if (!header.equals("Content-Length: 5") || text(post).length >= 5)
                    send(
                            command,
                            "POST",
                            post.concrete(),
                            "Content-Type: application/json\r\n" + header,
                            text(post),
                            header);
        List<String> types = List.of(
                "",
                "Content-Type: text/plain",
                "Content-Type: nonsense",
                "Content-Type: application/xml",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type: multipart/form-data",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: */*",
                "Content-Type: application/*",
                "Content-Type: application/x-ndjson",
                "Content-Type: application/problem+json");
        for (Operation post : posts)
            for (String type : types) send(command, "POST", post.concrete(), type, text(post), type);
    }

    @Test
    @Order(6)
    void who_names_an_unknown_thing_learns_so() {
        for (Operation post : posts) {
            if (!post.takesJson()) continue;
            for (String variable : post.variables()) {
                Bare.Answer answer = send(
                        command, "POST", post.with(variable, "nobody"), JSON_TYPE, text(post), "unknown in the path");
                expect(post.path(), 404, answer);
            }
            for (String named :
                    List.of("register", "initiative", "portfolio", "board", "follows", "replaces", "scheme")) {
                ObjectNode body = body(post);
                if (!body.path(named).isString() || post.path().endsWith("rating-schemes")) continue;
                Bare.Answer answer = send(
                        command,
                        "POST",
                        post.concrete(),
                        JSON_TYPE,
                        bytes(body.put(named, "nobody")),
                        "unknown in the body");
                expect(post.path() + " " + named, 409, answer);
            }
        }
    }

    @Test
    @Order(7)
    void no_id_breaks_a_path() {
        for (String id : IDS) {
            for (Operation post : posts)
                for (String variable : post.variables())
                    send(command, "POST", post.with(variable, id), JSON_TYPE, text(post), "");
            for (Operation get : gets)
                for (String variable : get.variables()) send(query, "GET", get.with(variable, id), "", NOTHING, "");
        }
    }

    @Test
    @Order(8)
    void no_parameter_breaks_a_read() {
        for (Operation get : gets) {
            List<String> parameters = new ArrayList<>(get.parameters());
            parameters.addAll(List.of("asOf", "knownAt", "limit", "cursor", "sort", "unknown", "%00", ""));
            for (String name : parameters.stream().distinct().toList()) {
                for (String value : VALUES)
                    send(query, "GET", get.concrete() + "?" + name + "=" + value, "", NOTHING, "");
                send(query, "GET", get.concrete() + "?" + name + "=1&" + name + "=2", "", NOTHING, "");
                send(query, "GET", get.concrete() + "?" + name, "", NOTHING, "");
            }
        }
    }

    @Test
    @Order(9)
    void no_header_breaks_a_read() {
        for (Operation get : gets)
            for (String header : List.of(
                    "Sync-Token: x",
                    "Sync-Token: -1",
                    "Sync-Token: 99999999",
                    "Sync-Token: 99999999999999999999",
                    "Sync-Token: ",
                    "Sync-Token: \u00e4",
                    "Prefer: wait=999999",
                    "Prefer: wait=99999999999",
                    "Prefer: wait=-1",
                    "Prefer: wait",
                    "Prefer: =",
                    "If-None-Match: *",
                    "If-None-Match: ,",
                    "If-None-Match: \"",
                    "If-None-Match: " + "\"x\",".repeat(1_000),
                    "If-Modified-Since: yesterday",
                    "If-Modified-Since: Mon, 32 Foo 2011 00:00:00 GMT",
                    "Range: bytes=5-1",
                    "Accept: text/html",
                    "Accept: image/png",
                    "Accept: nonsense",
                    "Accept-Language: " + "x,".repeat(500),
                    "X-Forwarded-Host: a b",
                    "X-Forwarded-For: \u0001")) send(query, "GET", get.concrete(), header, NOTHING, header);
    }

    @Test
    @Order(10)
    void no_cursor_breaks_a_list() {
        ObjectNode read = null;
        for (String list : List.of(
                "/initiatives?limit=1",
                "/initiatives?limit=1&sort=-since",
                "/audit/facts?limit=1",
                "/initiatives/PG-1/history?limit=1",
                "/boards?limit=1&sort=name")) {
            String next = query.get("reader", list).json().required("next").asString();
            read = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(next));
            for (String pointer : members(null, read))
                for (String wrong : WRONG) {
                    String forged = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(replaced(read, pointer, wrong).getBytes(UTF_8));
                    if (forged.length() < 7_000)
                        send(query, "GET", list + "&cursor=" + forged, "", NOTHING, pointer + " " + wrong);
                }
            for (String pointer : members(null, read))
                send(
                        query,
                        "GET",
                        list + "&cursor="
                                + Base64.getUrlEncoder()
                                        .encodeToString(removed(read, pointer).getBytes(UTF_8)),
                        "",
                        NOTHING,
                        pointer);
        }
        assertThat(read).isNotNull();
    }

    @Test
    @Order(11)
    void no_method_and_no_address_breaks_anything() {
        List<String> methods =
                List.of("HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW", "POST", "GET");
        for (Caller half : List.of(command, query)) {
            List<String> paths = new ArrayList<>();
            ApiDocument.of(half).operations().forEach(operation -> paths.add(operation.concrete()));
            paths.addAll(
                    List.of("", "/", "/nowhere", "/registers/", "//", "/../x", "/%2e%2e/x", "/registers/ACME/x/y"));
            for (String path : paths)
                for (String method : methods) {
                    if (method.equals("POST") && path.endsWith("/going-live")) continue;
                    send(half, method, path, JSON_TYPE, NOTHING, "");
                }
            for (String line : List.of(
                    "GET / HTTP/9.9",
                    "GET  / HTTP/1.1",
                    "GET /a b HTTP/1.1",
                    "GET /<> HTTP/1.1",
                    "GET /\u0000 HTTP/1.1",
                    "G\u0000T / HTTP/1.1",
                    "GET http://[ HTTP/1.1",
                    "GET * HTTP/1.1",
                    "OPTIONS * HTTP/1.1",
                    "GET /" + "a".repeat(100_000) + " HTTP/1.1",
                    "\u00e4 / HTTP/1.1",
                    "GET /problems/%00 HTTP/1.1",
                    "GET /problems/%2F HTTP/1.1",
                    "GET /error HTTP/1.1",
                    "POST /error HTTP/1.1",
                    "GET /actuator/nothing HTTP/1.1",
                    "GET /v3/api-docs/x HTTP/1.1",
                    "POST /actuator/health HTTP/1.1",
                    "GET /swagger-ui/../x HTTP/1.1",
                    "GET /swagger-ui/%2e%2e/x HTTP/1.1"))
                law(half, line, new Bare(half).send(line + "\r\nHost: localhost\r\n" + AS_OFFICE, NOTHING), line);
        }
    }

    @Test
    @Order(12)
    void what_is_too_large_is_refused_as_too_large() {
        byte[] ten = ("{\"name\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(UTF_8);
        for (Operation post : posts) {
            if (post.path().equals("/imports") || post.path().endsWith("/erasures")) continue;
            expect(post.path(), 413, send(command, "POST", post.concrete(), JSON_TYPE, ten, "10 MB"));
        }
        byte[] sixtyFive = new byte[65 << 20];
        Arrays.fill(sixtyFive, (byte) '\n');
        expect("import", 413, send(command, "POST", "/imports", NDJSON_TYPE, sixtyFive, "65 MB"));
        byte[] oneLine = new byte[63 << 20];
        Arrays.fill(oneLine, (byte) 'x');
        send(command, "POST", "/imports", NDJSON_TYPE, oneLine, "63 MB in one line");
        ByteArrayOutputStream chunked = new ByteArrayOutputStream();
        chunked.writeBytes((Integer.toHexString(sixtyFive.length) + "\r\n").getBytes(UTF_8));
        chunked.writeBytes(sixtyFive);
        chunked.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        expect(
                "import of unknown length",
                413,
                law(
                        command,
                        "POST",
                        new Bare(command)
                                .send(
                                        "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\n" + AS_OFFICE + NDJSON_TYPE
                                                + "\r\nTransfer-Encoding: chunked\r\n",
                                        chunked.toByteArray()),
                        "65 MB chunked"));
    }

    @Test
    @Order(13)
    void after_all_that_the_rows_follow_and_every_read_answers() {
        long head = head();
        Caller.Reply status = query.getAfter(head, "/initiatives");
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        for (Operation get : gets) {
            int found = query.get("reader", get.question()).status();
            if (get.variables().isEmpty()) assertThat(found).as(get.concrete()).isEqualTo(200);
            else assertThat(found).as(get.concrete()).isIn(200, 404);
        }
    }

    /** All in the long suite; else a few, each time the next, so that every member is given some and every one to some. */
    private List<String> wrong() {
        if ("long".equals(System.getProperty("suite.size"))) return WRONG;
        List<String> some = new ArrayList<>();
        for (int n = 0; n < 7; n++) some.add(WRONG.get(turn++ % WRONG.size()));
        return some;
    }

    private void post(Operation post, String body) {
        tried++;
        long before = head();
        Caller.Reply reply = command.post("office", post.concrete(), body);
        law(
                post.path() + " " + shortened(body),
                reply.status(),
                reply.header("Content-Type"),
                reply.text(),
                before,
                true);
    }

    private Bare.Answer send(Caller half, String method, String path, String headers, byte[] body, String what) {
        String length = headers.contains("Content-Length") || headers.contains("Transfer-Encoding")
                ? ""
                : "Content-Length: " + body.length + "\r\n";
        String user = headers.contains("Authorization") ? "" : AS_OFFICE;
        String head = "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\n%s%s%s"
                .formatted(method, path, user, length, headers.isEmpty() ? "" : headers + "\r\n");
        String request = method + " " + path + " " + what;
        long before = head();
        return law(method, request, new Bare(half).send(head, body), before);
    }

    private Bare.Answer law(Caller half, String line, Bare.Answer answer, String what) {
        assertThat(half).isNotNull();
        return law(line, what, answer, head());
    }

    private Bare.Answer law(String method, String request, Bare.Answer answer, long before) {
        tried++;
        boolean bodiless = method.startsWith("HEAD");
        law(request, answer.status(), answer.header("content-type"), answer.body(), before, !bodiless);
        return answer;
    }

    private void law(String request, int status, String contentType, String body, long before, boolean hasBody) {
        String told = "%s -> %d %s %s".formatted(shortened(request), status, contentType, shortened(body));
        if (status == 0 || status >= 500) broken.add(told);
        else if (status >= 400 && hasBody && !isProblem(status, contentType, body)) broken.add("no problem: " + told);
        if (status != 201 && !request.contains("/imports") && head() != before) broken.add("moved the head: " + told);
    }

    private static boolean isProblem(int status, String contentType, String body) {
        try {
            JsonNode problem = JSON.readTree(body.getBytes(ISO_8859_1));
            return contentType.startsWith("application/problem+json")
                    && problem.path("type").isString()
                    && problem.path("title").isString()
                    && problem.path("status").asInt(0) == status
                    && !problem.path("detail").asString("").isBlank();
        } catch (JacksonException _) {
            return false;
        }
    }

    private void expect(String what, int status, Bare.Answer answer) {
        if (answer.status() != status)
            broken.add("%s: not %d but %d %s".formatted(what, status, answer.status(), shortened(answer.body())));
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    private static long head() {
        return Objects.requireNonNull(
                ledger.sql("select position from ledger.head").query(Long.class).single());
    }

    /** The documented example, about what {@link Council} put on record, naming nothing new. */
    private static ObjectNode body(Operation post) {
        if (post.path().equals("/people"))
            return (ObjectNode) JSON.readTree("{\"id\": \"p-new\", \"name\": \"N\", \"contact\": \"c\"}");
        String example = JSON.writeValueAsString(post.example())
                .replace("PF-HOUSING", "PF")
                .replace("PG-HOMES", "PG-1")
                .replace("BC-HOMES-SOC", "BC-1")
                .replace("ACME_RAG", "RAG")
                .replace("\"fact\":57", "\"fact\":10");
        ObjectNode body = (ObjectNode) JSON.readTree(example);
        body.remove("id");
        return body;
    }

    private static byte[] text(Operation post) {
        return post.takesJson() ? bytes(body(post)) : NOTHING;
    }

    private static byte[] bytes(ObjectNode body) {
        return JSON.writeValueAsBytes(body);
    }

    /** Pointers to every member of the example and of the schema. */
    private static List<String> members(@org.jspecify.annotations.Nullable Operation post, ObjectNode body) {
        List<String> pointers = new ArrayList<>();
        if (post != null) for (String name : post.schema().path("properties").propertyNames()) pointers.add("/" + name);
        collect(body, "", pointers);
        return pointers.stream().distinct().toList();
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        if (!pointer.isEmpty()) pointers.add(pointer);
        if (node.isObject())
            node.properties().forEach(part -> collect(part.getValue(), pointer + "/" + part.getKey(), pointers));
        for (int i = 0; node.isArray() && i < Math.min(1, node.size()); i++)
            collect(node.get(i), pointer + "/" + i, pointers);
    }

    private static String replaced(ObjectNode body, String pointer, String raw) {
        ObjectNode copy = body.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) object.put(name, RAW);
        else if (parent instanceof tools.jackson.databind.node.ArrayNode array) array.set(Integer.parseInt(name), RAW);
        return JSON.writeValueAsString(copy).replace("\"" + RAW + "\"", raw);
    }

    private static String removed(ObjectNode body, String pointer) {
        ObjectNode copy = body.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, cut));
        String name = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) object.remove(name);
        else if (parent instanceof tools.jackson.databind.node.ArrayNode array) array.remove(Integer.parseInt(name));
        return JSON.writeValueAsString(copy);
    }

    private static Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", NOTHING);
        bodies.put("white space", "  \n ".getBytes(UTF_8));
        for (String text : List.of(
                "[]",
                "[{}]",
                "1",
                "null",
                "true",
                "\"text\"",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":}",
                "{}{}",
                "{} x",
                "{'a': 1}",
                "{a: 1}",
                "NaN",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": 1e}",
                "/* */{}",
                "\ufeff{}",
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{\"\\u0000\": 1}",
                "{\"\\ud800\": 1}",
                "{\"\": 1}",
                "{\"a\\u0000\": {\"b/~\": null}}",
                "{\"a\": 1e999999}",
                "{\"a\": 1e-999999}",
                "{\"a\": 1E2147483648}",
                "{\"a\": 1e99999999999}",
                "{\"__proto__\": {}}",
                "{\"@class\": \"java.lang.Runtime\"}",
                "{\"type\": \"sro-appointed\"}",
                "{\"stated\": {}}",
                "{\"\\n\": 1}")) bodies.put(text, text.getBytes(UTF_8));
        bodies.put("400 digits", ("{\"a\": " + "9".repeat(400) + "}").getBytes(UTF_8));
        bodies.put("100,000 digits", ("{\"a\": " + "9".repeat(100_000) + "}").getBytes(UTF_8));
        bodies.put("deep arrays", ("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(UTF_8));
        bodies.put("deep objects", ("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)).getBytes(UTF_8));
        bodies.put("open arrays", "[".repeat(100_000).getBytes(UTF_8));
        bodies.put("long name", ("{\"" + "n".repeat(200_000) + "\": 1}").getBytes(UTF_8));
        bodies.put(
                "many members",
                ("{" + "\"a%d\": null,".repeat(1).formatted(1)
                                + java.util.stream.IntStream.range(2, 20_000)
                                        .mapToObj("\"a%d\": 1"::formatted)
                                        .collect(java.util.stream.Collectors.joining(","))
                                + "}")
                        .getBytes(UTF_8));
        bodies.put("zero byte", "{\"a\": \"\u0000\"}".getBytes(UTF_8));
        bodies.put("control characters", "{\"a\": \"\u0001\u001f\"}".getBytes(UTF_8));
        bodies.put("broken UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'});
        bodies.put("cut UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xE2, (byte) 0x82});
        bodies.put("overlong UTF-8", new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "encoded surrogate", new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put("UTF-16", "{\"id\": \"a\"}".getBytes(UTF_16));
        bodies.put("latin 1", "{\"name\": \"\u00e4\"}".getBytes(ISO_8859_1));
        bodies.put("gzip", gzipped("{\"id\": \"a\"}"));
        return bodies;
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        return bytes.toByteArray();
    }
}
