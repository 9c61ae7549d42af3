package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.portfolioledger.journey.ApiDocument.Operation;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No input gets a 5xx: whatever is refused is refused with a problem detail, and moves the ledger's head not at all. Tried
 * on every path that the OpenAPI documents list.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputJourneyTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final byte[] NOTHING = {};
    private static final String JSON_TYPE = "Content-Type: application/json";
    private static final String NDJSON_TYPE = "Content-Type: application/x-ndjson";

    /** A parameter of whatever name, with each wrong value, given twice, and without any value. */
    private static final List<String> WRONG_PARAMETERS = Stream.concat(
                    Wrong.VALUES.stream().map(value -> "%s=" + value.replace("%", "%%")),
                    Stream.of("%1$s=1&%1$s=2", "%s"))
            .toList();

    private static final List<Map.Entry<String, byte[]>> BODIES = List.copyOf(WrongBodies.ALL.entrySet());

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static final int LARGEST_IMPORT = 4 << 20;
    private static List<Operation> posts;
    private static List<Operation> gets;
    private static JdbcClient ledger;

    /** What is done to a member. Most commands have the same members, so that the short suite leaves one in three alone. */
    private enum Way {
        LEFT_OUT,
        WRONG,
        AS_IT_IS
    }

    private static final List<String> OF_MANY_READS =
            List.of("asOf", "knownAt", "limit", "cursor", "sort", "unknown", "%00", "");

    private final Turns some = new Turns();
    private final Turns ways = new Turns();
    private final Turns others = new Turns();
    private NoFault law;

    @BeforeAll
    static void settle() {
        command = HALVES.command("portfolio-ledger.command.largest-import=" + LARGEST_IMPORT + "B");
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

    @BeforeEach
    void nothing_was_tried_yet() {
        law = new NoFault(command, ledger);
    }

    @AfterEach
    void no_answer_broke_it() {
        System.out.println("tried " + law.tried() + " requests");
        assertThat(law.broken()).as("of %d requests", law.tried()).isEmpty();
    }

    @Test
    @Order(1)
    void no_member_of_any_command_can_be_anything() {
        for (Operation post : posts) {
            if (!post.takesJson()) continue;
            ObjectNode body = Members.example(post);
            for (String pointer : Members.of(post, body)) {
                for (Way way : ways.of(List.of(Way.values())))
                    switch (way) {
                        case LEFT_OUT -> law.post(post, Members.removed(body, pointer));
                        case WRONG -> {
                            for (String wrong : some.of(Wrong.MEMBERS))
                                law.post(post, Members.replaced(body, pointer, wrong));
                        }
                        case AS_IT_IS -> {}
                    }
            }
            law.post(post, Members.replaced(body, "/unknown", "1"));
            law.post(post, JSON.writeValueAsString(body).replaceFirst("\\{", "{\"effectiveOn\": \"2026-02-02\", "));
        }
    }

    @Test
    @Order(2)
    void no_correction_can_replace_a_fact_by_anything() {
        long facts = law.head();
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
                for (String wrong : some.of(Wrong.MEMBERS))
                    law.post(
                            correction,
                            "{\"fact\": %s, \"reason\": \"Wrong\", \"replacement\": {\"%s\": %s}}"
                                    .formatted(fact, member, wrong));
            }
        }
    }

    @Test
    @Order(3)
    void no_body_breaks_a_command() {
        for (Operation post : posts) {
            String type = post.path().equals("/imports")
                    ? "application/x-ndjson"
                    : post.path().equals("/imports/csv") ? "text/csv" : "application/json";
            for (Map.Entry<String, byte[]> body : some.of(BODIES))
                law.send(command, "POST", post.concrete(), "Content-Type: " + type, body.getValue(), body.getKey());
        }
    }

    @Test
    @Order(4)
    void no_line_breaks_an_import() {
        WrongBodies.ALL.forEach((name, body) -> {
            String line = new String(body, UTF_8);
            for (String import_ : List.of(
                    "{\"key\": \"k\", \"post\": \"/api/v1/registers\", \"body\": " + line + "}",
                    "{\"key\": " + line + ", \"post\": \"/api/v1/registers\", \"body\": {}}",
                    "{\"key\": \"k\", \"post\": " + line + ", \"body\": {}}"))
                for (String dry : some.of(List.of("", "?dryRun=true", "?dryRun=x", "?dryRun="), 1))
                    law.send(
                            command,
                            "POST",
                            "/imports" + dry,
                            "Content-Type: application/x-ndjson",
                            import_.getBytes(UTF_8),
                            name);
        });
        for (String path : List.of("/api/v1/registers/%00/going-live", "nowhere", "/api/v1/imports", "/api/v1/people"))
            law.send(
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
        for (Operation post : posts)
            for (String header : some.of(Wrong.COMMAND_HEADERS))
                if (!header.equals("Content-Length: 5") || Members.text(post).length >= 5)
                    law.send(
                            command,
                            "POST",
                            post.concrete(),
                            "Content-Type: application/json\r\n" + header,
                            Members.text(post),
                            header);
        for (Operation post : posts)
            for (String type : some.of(Wrong.CONTENT_TYPES))
                law.send(command, "POST", post.concrete(), type, Members.text(post), type);
    }

    @Test
    @Order(6)
    void who_names_an_unknown_thing_learns_so() {
        for (Operation post : posts) {
            if (!post.takesJson()) continue;
            for (String variable : post.variables()) {
                Bare.Answer answer = law.send(
                        command,
                        "POST",
                        post.with(variable, "nobody"),
                        JSON_TYPE,
                        Members.text(post),
                        "unknown in the path");
                law.expect(post.path(), 404, answer);
            }
            for (String named :
                    List.of("register", "initiative", "portfolio", "board", "precedingCase", "replaces", "scheme")) {
                ObjectNode body = Members.example(post);
                boolean begins = post.path().endsWith("-schemes") || post.path().endsWith("/aliases");
                if (!body.path(named).isString() || begins) continue;
                Bare.Answer answer = law.send(
                        command,
                        "POST",
                        post.concrete(),
                        JSON_TYPE,
                        Members.bytes(body.put(named, "nobody")),
                        "unknown in the body");
                law.expect(post.path() + " " + named, 409, answer);
            }
        }
    }

    @Test
    @Order(7)
    void no_id_breaks_a_path() {
        for (Operation post : posts)
            for (String variable : post.variables())
                for (String id : some.of(Wrong.IDS))
                    law.send(command, "POST", post.with(variable, id), JSON_TYPE, Members.text(post), "");
        for (Operation get : gets)
            for (String variable : get.variables())
                for (String id : some.of(Wrong.IDS)) law.send(query, "GET", get.with(variable, id), "", NOTHING, "");
    }

    @Test
    @Order(8)
    void no_parameter_breaks_a_read() {
        for (Operation get : gets) {
            List<String> parameters = new ArrayList<>(get.parameters());
            parameters.addAll(others.of(OF_MANY_READS));
            for (String name : parameters.stream().distinct().toList()) {
                for (String wrong : some.of(WRONG_PARAMETERS))
                    law.send(query, "GET", get.concrete() + "?" + wrong.formatted(name), "", NOTHING, "");
            }
        }
    }

    @Test
    @Order(9)
    void no_header_breaks_a_read() {
        for (Operation get : gets)
            for (String header : some.of(Wrong.READ_HEADERS))
                law.send(query, "GET", get.concrete(), header, NOTHING, header);
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
            for (String pointer : Members.of(null, read))
                for (String wrong : Wrong.MEMBERS) {
                    String forged = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(
                                    Members.replaced(read, pointer, wrong).getBytes(UTF_8));
                    if (forged.length() < 7_000)
                        law.send(query, "GET", list + "&cursor=" + forged, "", NOTHING, pointer + " " + wrong);
                }
            for (String pointer : Members.of(null, read))
                law.send(
                        query,
                        "GET",
                        list + "&cursor="
                                + Base64.getUrlEncoder()
                                        .encodeToString(
                                                Members.removed(read, pointer).getBytes(UTF_8)),
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
                for (String method : some.of(methods)) {
                    if (method.equals("POST") && path.endsWith("/going-live")) continue;
                    law.send(half, method, path, JSON_TYPE, NOTHING, "");
                }
            for (String line : Wrong.REQUEST_LINES)
                law.send(half, line + "\r\nHost: localhost\r\n" + NoFault.AS_OFFICE, NOTHING, line);
        }
    }

    @Test
    @Order(12)
    void what_is_too_large_is_refused_as_too_large() {
        byte[] ten = ("{\"name\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(UTF_8);
        for (Operation post : some.of(posts, 3)) {
            if (post.path().equals("/imports") || post.path().endsWith("/erasures")) continue;
            law.expect(post.path(), 413, law.send(command, "POST", post.concrete(), JSON_TYPE, ten, "10 MB"));
        }
        byte[] tooLarge = new byte[LARGEST_IMPORT + 1];
        Arrays.fill(tooLarge, (byte) '\n');
        law.expect("import", 413, law.send(command, "POST", "/imports", NDJSON_TYPE, tooLarge, "one byte too many"));
        byte[] oneLine = new byte[LARGEST_IMPORT];
        Arrays.fill(oneLine, (byte) 'x');
        law.expect("import", 409, law.send(command, "POST", "/imports", NDJSON_TYPE, oneLine, "all in one line"));
        ByteArrayOutputStream chunked = new ByteArrayOutputStream();
        chunked.writeBytes((Integer.toHexString(tooLarge.length) + "\r\n").getBytes(UTF_8));
        chunked.writeBytes(tooLarge);
        chunked.writeBytes("\r\n0\r\n\r\n".getBytes(UTF_8));
        law.expect(
                "import of unknown length",
                413,
                law.send(
                        command,
                        "POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\n" + NoFault.AS_OFFICE + NDJSON_TYPE
                                + "\r\nTransfer-Encoding: chunked\r\n",
                        chunked.toByteArray(),
                        "65 MB chunked"));
    }

    @Test
    @Order(13)
    void after_all_that_the_rows_follow_and_every_read_answers() {
        long head = law.head();
        Caller.Reply status = query.getAfter(head, "/initiatives");
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        for (Operation get : gets) {
            int found = query.get("assurance", get.question()).status();
            if (get.variables().isEmpty()) assertThat(found).as(get.concrete()).isEqualTo(200);
            else assertThat(found).as(get.concrete()).isIn(200, 404);
        }
    }
}
