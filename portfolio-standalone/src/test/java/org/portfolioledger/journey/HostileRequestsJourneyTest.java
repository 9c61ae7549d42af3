package org.portfolioledger.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portfolioledger.journey.ApiDocument.Operation;
import org.portfolioledger.ledger.SuiteSize;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests from our own API documents, changed at random in any of their bytes and sent by anybody: none gets a fault, a
 * status that no document has or words of a library, and whatever is confirmed is on record once.
 */
class HostileRequestsJourneyTest {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final int REQUESTS = SuiteSize.LONG ? 1_000_000 : 3_000;
    private static final int SENDERS = 8;
    private static final long SEED = Long.getLong("hostile.seed", SuiteSize.LONG ? System.nanoTime() : 2_653);
    private static final int SHOWN = 20;

    /** What both halves may come to remember of streams, callers and plans. */
    private static final long MOST_GROWTH = 200L << 20;

    /** Whom requests are from; the empty one is nobody. */
    private static final List<String> USERS =
            List.of("office", "office", "office", "secretary", "assurance", "reader", "operator", "migrator", "");

    /** What is said of requests that are none of an operation's: by no document, but the same of all. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 401, 403, 404, 405, 406, 408, 413, 415, 429);

    private static final Halves HALVES = Halves.fresh();
    private static Caller command;
    private static Caller query;
    private static List<Sample> samples;
    private static JdbcClient ledger;

    private final Collection<String> broken = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final ConcurrentMap<Long, String> confirmed = new ConcurrentHashMap<>();

    /** A request before it is changed. */
    private record Sample(Caller half, Operation operation, String line, String headers, String body) {}

    @BeforeAll
    static void settle() {
        command = HALVES.command("portfolio-ledger.http.read-within=1s");
        query = HALVES.query("portfolio-ledger.http.read-within=1s");
        Council.settle(command);
        ledger = JdbcClient.create(HALVES.database().owner());
        samples = new ArrayList<>();
        for (Caller half : List.of(command, query))
            for (Operation operation : ApiDocument.of(half).operations()) {
                // Their reports are no receipts of single facts; a register that is live stays so.
                if (operation.path().startsWith("/imports") || operation.path().endsWith("/going-live")) continue;
                String body = operation.method().equals("POST") ? new String(Members.text(operation), UTF_8) : "";
                samples.add(new Sample(
                        half,
                        operation,
                        "%s /api/v1%s HTTP/1.1\r\n".formatted(operation.method(), operation.question()),
                        "Host: localhost\r\nAccept: application/json\r\n"
                                + (body.isEmpty() ? "" : "Content-Type: application/json\r\n"),
                        body));
            }
        assertThat(samples).hasSizeGreaterThan(300);
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void no_request_gets_a_fault_and_what_is_confirmed_is_on_record_once() {
        long before = head();
        send(new Mutations(SEED));
        long heap = heap();
        AtomicInteger number = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int n = 0; n < SENDERS; n++)
                senders.execute(() -> {
                    for (int next = number.getAndIncrement(); next < REQUESTS; next = number.getAndIncrement())
                        send(new Mutations(SEED + next));
                });
        }
        System.out.println(
                "sent " + REQUESTS + " hostile requests with the seed " + SEED + ": " + new TreeMap<>(statuses));
        assertThat(broken.stream().limit(SHOWN))
                .as("of %d, with the seed %d", broken.size(), SEED)
                .isEmpty();
        assertThat(heap() - heap).as("growth of the heap, in bytes").isLessThan(MOST_GROWTH);
        assertThat(statuses).containsKeys(200, 201, 400, 401, 403, 404, 409);
        assertThat(ledger.sql("select position from ledger.event where position > ? order by position")
                        .param(before)
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(confirmed.keySet().stream().sorted().toList());
        assertThat(query.verifiedAfter(head()).json().path("differing").asInt(-1))
                .isZero();
    }

    private void send(Mutations mutations) {
        Sample sample = mutations.one(samples);
        Sample other = mutations.one(samples);
        String line = sample.line();
        String headers = sample.headers();
        String body = sample.body();
        String user = mutations.one(USERS);
        String credentials = user.isEmpty() ? "" : NoFault.as(user);
        switch (mutations.below(6)) {
            case 0 -> line = ended(mutations.of(line, other.line()));
            case 1 -> headers = ended(mutations.of(headers, mutations.one(Wrong.COMMAND_HEADERS) + "\r\n"));
            case 2 -> credentials = "";
            case 3 -> headers += mutations.one(Wrong.READ_HEADERS) + "\r\n";
            default -> body = body.isEmpty() ? "" : mutations.of(body, other.body());
        }
        byte[] bytes = body.getBytes(headers.equals(sample.headers()) ? UTF_8 : ISO_8859_1);
        String length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
        String request = line + headers + length;
        Bare.Answer answer = new Bare(sample.half())
                .send(request.replaceFirst("\r\n", "\r\n" + Matcher.quoteReplacement(credentials)), bytes);
        judge(sample, line.equals(sample.line()), request + "\r\n" + body, answer);
    }

    /** So that what comes behind it stays a header of its own. */
    private static String ended(String text) {
        return text.endsWith("\r\n") ? text : text + "\r\n";
    }

    private void judge(Sample sample, boolean ofOperation, String request, Bare.Answer answer) {
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        String told = "%s -> %s".formatted(shortened(request), shortened(answer.toString()));
        String misfit = misfit(sample, ofOperation, request, answer);
        if (!misfit.isEmpty()) broken.add(misfit + ": " + told);
        if (answer.status() == 201 && answer.header("idempotency-replayed").isEmpty())
            for (JsonNode fact :
                    JSON.readTree(answer.body().getBytes(ISO_8859_1)).path("facts")) {
                String before = confirmed.put(fact.path("position").asLong(), told);
                if (before != null) broken.add("twice confirmed: " + told + " and " + before);
            }
    }

    private static String misfit(Sample sample, boolean ofOperation, String request, Bare.Answer answer) {
        int status = answer.status();
        // A line without a version is HTTP/0.9, whose answer has no head, and that of a redirection no body.
        if (status == 0 && answer.body().isEmpty() && request.matches("(?s)GET /[^ ]{0,20}\\r\\n.*")) return "";
        if (status == 0 && NoFault.isProblem(400, "application/problem+json", answer.body())) return "";
        if (status == 0 && NoFault.isProblem(401, "application/problem+json", answer.body())) return "";
        boolean known = ofOperation && sample.operation().statuses().contains(status);
        if (status == 0) return "no answer";
        if (status >= 500 && !(status == 503 && known)) return "a fault";
        if (ofOperation && !known && !OF_NO_OPERATION.contains(status)) return "no documented status";
        if (status >= 400
                && !request.startsWith("HEAD")
                && !NoFault.isProblem(status, answer.header("content-type"), answer.body())) return "no problem detail";
        return status >= 400 && NoFault.FOREIGN.matcher(answer.body()).find() ? "words of a library" : "";
    }

    private static final Pattern UNSEEN = Pattern.compile("[^\\x20-\\x7e]");

    private static String shortened(String text) {
        String seen = UNSEEN.matcher(text)
                .replaceAll(found -> "\\\\x"
                        + HexFormat.of().toHexDigits((byte) found.group().charAt(0)));
        return seen.length() <= 600 ? seen : seen.substring(0, 600) + "…";
    }

    /** In use by what is still needed. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long head() {
        return Objects.requireNonNull(
                ledger.sql("select position from ledger.head").query(Long.class).single());
    }

    @Test
    void the_same_seed_makes_the_same_requests() {
        String text = samples.getFirst().line();
        assertThat(new Mutations(7).of(text, "x")).isEqualTo(new Mutations(7).of(text, "x"));
        Map<String, Boolean> different = new TreeMap<>();
        for (int seed = 0; seed < 100; seed++) different.put(new Mutations(seed).of(text, "x"), true);
        assertThat(different).hasSizeGreaterThan(80);
    }
}
