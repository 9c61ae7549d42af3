package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.portfolioledger.journey.ApiDocument.Operation;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests and holds every answer against one law: no fault of the server, a problem detail where it is refused, in
 * words of our own, and then no move of the ledger's head.
 */
final class NoFault {

    static final String AS_OFFICE = as("office");

    /** What the JDK and libraries say of faults. */
    static final Pattern FOREIGN = Pattern.compile(
            "(?i)\\b(java|javax|jakarta|tools\\.jackson|com\\.fasterxml|org\\.(springframework|postgresql|apache|axonframework|portfolioledger))\\.[a-z]"
                    + "|[a-z]exception|could not be parsed|at index \\d|unexpected (token|character|end)|cannot (deserialize|construct)|unrecognized"
                    + "|failed to (convert|bind)|no static resource|required request|sqlstate|syntax error|violates|null pointer");

    private static final JsonMapper JSON = FactSerializer.mapper();

    private final Caller command;
    private final JdbcClient ledger;
    private final List<String> broken = new ArrayList<>();

    /** Where the ledger's head was after the last answer: nobody else writes. */
    private long head;

    private int tried;

    NoFault(Caller command, JdbcClient ledger) {
        this.command = command;
        this.ledger = ledger;
        this.head = head();
    }

    static String as(String user) {
        return "Authorization: " + Caller.signedIn(user) + "\r\n";
    }

    /** Answers that broke it. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    int tried() {
        return tried;
    }

    void post(Operation post, String body) {
        tried++;
        Caller.Reply reply = command.record(post.concrete(), body);
        law(post.path() + " " + shortened(body), reply.status(), reply.header("Content-Type"), reply.text(), true);
    }

    Bare.Answer send(Caller half, String method, String path, String headers, byte[] body, String what) {
        String length = headers.contains("Content-Length") || headers.contains("Transfer-Encoding")
                ? ""
                : "Content-Length: " + body.length + "\r\n";
        String user = headers.contains("Authorization") ? "" : as(Caller.recorderOf(path));
        String head = "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\n%s%s%s"
                .formatted(method, path, user, length, headers.isEmpty() ? "" : headers + "\r\n");
        String request = method + " " + path + " " + what;
        return law(method, request, new Bare(half).send(head, body));
    }

    /** Sends a request line and headers as they are. */
    Bare.Answer send(Caller half, String head, byte[] body, String what) {
        return law(head, what, new Bare(half).send(head, body));
    }

    private Bare.Answer law(String method, String request, Bare.Answer answer) {
        tried++;
        boolean bodiless = method.startsWith("HEAD");
        law(request, answer.status(), answer.header("content-type"), answer.body(), !bodiless);
        return answer;
    }

    private void law(String request, int status, String contentType, String body, boolean hasBody) {
        String told = "%s -> %s %s %s".formatted(shortened(request), status, contentType, shortened(body));
        if (status == 0 || status >= 500) broken.add(told);
        else if (status >= 400 && hasBody && !isProblem(status, contentType, body)) broken.add("no problem: " + told);
        if (status >= 400 && FOREIGN.matcher(body).find()) broken.add("a library's words: " + told);
        long before = head;
        head = head();
        if (status != 201 && !request.contains("/imports") && head != before) broken.add("moved the head: " + told);
    }

    static boolean isProblem(int status, String contentType, String body) {
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

    void expect(String what, int status, Bare.Answer answer) {
        if (answer.status() != status)
            broken.add("%s: not %s but %s %s".formatted(what, status, answer.status(), shortened(answer.body())));
    }

    private static String shortened(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }

    long head() {
        return Objects.requireNonNull(
                ledger.sql("select position from ledger.head").query(Long.class).single());
    }
}
