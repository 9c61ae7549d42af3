package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.SuiteSize;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An approval is judged on what is on record when it is recorded, whoever writes meanwhile, and says so for ever. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EvidenceJourneyTest {

    private static final int ROUNDS = SuiteSize.LONG ? 1_000 : 200;
    private static final int LANES = 4;
    /** Streams are read whole, so a board and its case are taken for so many rounds only. */
    private static final int ROUNDS_OF_A_BOARD = 10;

    private static final int BOARDS = ROUNDS / ROUNDS_OF_A_BOARD;

    private static final long OLD_LIMIT = 1_000;
    private static final long COST = 999;
    private static final long NEW_LIMIT = 998;

    private static final Halves HALVES = Halves.fresh();
    private static List<Caller> nodes = List.of();
    private static Caller query;

    @BeforeAll
    static void start() {
        nodes = List.of(HALVES.command(), HALVES.command());
        query = HALVES.query();
        sent("/registers", Bodies.register("ACME"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/initiatives", Bodies.initiative("PG", "Homes", "PF"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    /** What became of the two that raced. */
    record Race(Reply lowered, Reply approved) {
        boolean isApproved() {
            return approved.status() == 201;
        }
    }

    @Test
    void no_approval_stands_behind_a_limit_that_was_lowered_below_its_cost() {
        long began = System.nanoTime();
        List<Race> races = Together.act(LANES, lane -> lane(lane, ROUNDS / LANES)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(races).hasSize(ROUNDS);
        assertThat(races).allSatisfy(race -> {
            assertThat(race.lowered().status()).as(race.lowered().text()).isEqualTo(201);
            if (race.isApproved())
                assertThat(race.approved().position()).isLessThan(race.lowered().position());
            else
                assertThat(race.approved().problem()).as(race.approved().text()).isEqualTo("over-delegated-limit");
        });
        assertThat(approvalsOverTheLimitOfTheirMoment()).isZero();
        assertThat(approvalsThatDoNotNameTheLimitOfTheirMoment()).isZero();
        long approved = races.stream().filter(Race::isApproved).count();
        assertThat(approved)
                .as("each came first at least where the other waited")
                .isBetween((long) BOARDS, (long) ROUNDS - BOARDS);
        System.out.printf(
                "%s races in %s ms: %s approved before the lowering, %s refused after it%n",
                ROUNDS, (System.nanoTime() - began) / 1_000_000, approved, ROUNDS - approved);
    }

    private static List<Race> lane(int lane, int rounds) {
        List<Race> races = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            String suffix = lane + "-" + round / ROUNDS_OF_A_BOARD;
            if (round % ROUNDS_OF_A_BOARD == 0) submitted("BC-" + suffix, "SOC", "BD-" + suffix, "");
            races.add(race("BC-" + suffix, "BD-" + suffix, round));
        }
        return races;
    }

    /** They meet on one node and on two; in the first two rounds of a board one waits for the other's answer. */
    private static Race race(String businessCase, String board, int round) {
        Caller lowering = nodes.get(round % 2);
        Caller approving = nodes.get(round / 2 % 2);
        // Each round on a day before those of the rounds before, on which the old limit holds still.
        String day =
                LocalDate.of(2020, 12, 31).minusDays(round % ROUNDS_OF_A_BOARD).toString();
        String approval = Bodies.decision(board, "APPROVED_IN_PRINCIPLE", day);
        Supplier<Reply> lower =
                () -> lowering.post("secretary", "/boards/" + board + "/limits", Bodies.limit(NEW_LIMIT, day));
        Supplier<Reply> approve =
                () -> approving.post("secretary", "/business-cases/" + businessCase + "/decisions", approval);
        return switch (round % ROUNDS_OF_A_BOARD) {
            case 0 -> lowerThen(lower.get(), approve);
            case 1 -> approveThen(approve.get(), lower);
            default -> {
                List<Reply> replies = Together.act(2, n -> n == 0 ? lower.get() : approve.get());
                yield new Race(replies.getFirst(), replies.getLast());
            }
        };
    }

    private static Race lowerThen(Reply lowered, Supplier<Reply> approve) {
        return new Race(lowered, approve.get());
    }

    private static Race approveThen(Reply approved, Supplier<Reply> lower) {
        return new Race(lower.get(), approved);
    }

    private static long approvalsOverTheLimitOfTheirMoment() {
        return count(" where cost > most");
    }

    private static long approvalsThatDoNotNameTheLimitOfTheirMoment() {
        return count(" where not basis -> 'restsOn' @> to_jsonb(fact)");
    }

    /** Of the approvals in the ledger itself, each beside the limit of its day as recorded before it. */
    private static long count(String condition) {
        return JdbcClient.create(HALVES.database().owner())
                .sql("""
                        select count(*) from (
                            select 'board-' || (e.payload ->> 'board') as board, e.basis, l.position as fact,
                                   (l.payload #>> '{limit,amount}')::numeric as most, 999 as cost
                            from ledger.readable_event e,
                            lateral (select * from ledger.readable_event b
                                     where b.stream = 'board-' || (e.payload ->> 'board')
                                       and b.payload -> 'limit' is not null and b.position < e.position
                                       and b.effective_on <= e.effective_on
                                     order by b.effective_on desc, b.position desc limit 1) l
                            where e.type = 'business-case-decided' and e.payload ->> 'board' like 'BD-_-%') approval
                        """ + condition)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "appointment", "earlierCase"})
    void an_approval_names_what_it_rests_on_and_shows_when_that_is_corrected(String ground) {
        Map<String, Long> grounds = new HashMap<>();
        String tag = ground.toUpperCase(Locale.ROOT);
        sent("/portfolios", Bodies.portfolio("PF-" + tag, "ACME"));
        sent("/initiatives", Bodies.initiative("PG-" + tag, "Homes", "PF-" + tag));
        grounds.put(
                "appointment",
                sent("/initiatives/PG-" + tag + "/appointments", Bodies.sro("SRO", "p-sro1", "2020-01-06"))
                        .position());
        submitted("SOC-" + tag, "PG-" + tag, "SOC", "BD-" + tag, "");
        grounds.put(
                "limit",
                sent("/boards/BD-" + tag + "/limits", Bodies.limit(5_000, "2020-02-10"))
                        .position());
        grounds.put(
                "earlierCase", decided("SOC-" + tag, "BD-" + tag, "2020-03-02").position());
        submitted("OBC-" + tag, "PG-" + tag, "OBC", "BD-" + tag, "SOC-" + tag);
        long approval = decided("OBC-" + tag, "BD-" + tag, "2020-04-06").position();

        long corrected = Objects.requireNonNull(grounds.get(ground));

        JsonNode basis = query.getAfter(approval, "/facts/" + approval).json().at("/fact/basis");
        assertThat(basis.path("restsOn").valueStream().map(JsonNode::asLong))
                .contains(grounds.get("limit"), grounds.get("appointment"), grounds.get("earlierCase"));
        assertThat(basis.path("read").findValuesAsString("stream"))
                .contains("board-BD-" + tag, "appointments-PG-" + tag, "business-case-SOC-" + tag);
        JsonNode before = query.getAfter(approval, "/business-cases/OBC-" + tag + "?asOf=2020-05-01")
                .json();
        assertThat(shown(before, approval)).isEqualTo("APPROVED, restsOnCorrected []");
        assertThat(alerts(tag, before)).doesNotContain("RESTS_ON_CORRECTED_FACT");

        String corrector = ground.equals("appointment") ? "office" : "secretary";
        Reply correction = sent(corrector, "/corrections", correction(ground, corrected));

        JsonNode after = query.getAfter(correction.position(), "/business-cases/OBC-" + tag + "?asOf=2020-05-01")
                .json();
        assertThat(shown(after, approval)).isEqualTo("APPROVED, restsOnCorrected [" + corrected + "]");
        assertThat(alerts(tag, after)).contains("RESTS_ON_CORRECTED_FACT");
        JsonNode asKnownBefore = query.get(
                        "reader",
                        "/business-cases/OBC-" + tag + "?asOf=2020-05-01&knownAt="
                                + before.get("knownAt").asString())
                .json();
        assertThat(asKnownBefore).isEqualTo(before);
        assertThat(alerts(tag, before)).doesNotContain("RESTS_ON_CORRECTED_FACT");
        assertThat(alerts(
                        tag,
                        query.get(
                                        "reader",
                                        "/business-cases/OBC-" + tag + "?asOf=2020-05-01&knownAt=position:"
                                                + (correction.position() - 1))
                                .json()))
                .doesNotContain("RESTS_ON_CORRECTED_FACT");
        assertThat(query.get("reader", "/facts/" + corrected)
                        .json()
                        .get("restingOnIt")
                        .valueStream())
                .extracting(JsonNode::asLong)
                .as("what rests on the corrected fact")
                .contains(approval);
        assertThat(correction.json().get("restingOnIt").valueStream())
                .extracting(JsonNode::asLong)
                .as("what the correction's own answer lists")
                .contains(approval);
    }

    @Test
    void whoever_retracts_an_opening_is_told_what_refers_to_what_it_opened() {
        Reply opened = sent("/initiatives", Bodies.initiative("PG-LONE", "Lone", "PF"));
        long child = sent(
                        "/initiatives",
                        "{\"id\": \"PG-CHILD\", \"register\": \"ACME\", \"level\": \"PROJECT\", \"name\": \"Child\", \"placement\": {\"parent\": \"PG-LONE\"}, \"effectiveOn\": \"2020-03-01\"}")
                .position();
        Reply unrelated = sent("/initiatives", Bodies.initiative("PG-OTHER", "Other", "PF"));
        String retraction = "{\"fact\": %s, \"reason\": \"Entered in error\"}";

        assertThat(sent("office", "/corrections", retraction.formatted(opened.position()))
                        .json()
                        .get("restingOnIt")
                        .toString())
                .isEqualTo("[" + child + "]");
        assertThat(sent("office", "/corrections", retraction.formatted(unrelated.position()))
                        .json()
                        .get("restingOnIt")
                        .toString())
                .isEqualTo("[]");
        assertThat(unrelated.json().has("restingOnIt")).isFalse();
    }

    /** Each would have led to other findings: a lower limit, the decider as SRO, no approval. */
    private static String correction(String ground, long fact) {
        String rest = switch (ground) {
            case "limit" -> """
                        "misread", "replacement":
                         {"limit": {"amount": 5, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"}}""";
            case "appointment" -> """
                        "another person", "replacement": {"holder": {"person": "p-secretary"}}""";
            default -> """
                        "entered in error\"""";
        };
        return "{\"fact\": " + fact + ", \"reason\": " + rest + "}";
    }

    private static String shown(JsonNode businessCase, long approval) {
        for (JsonNode outcome : businessCase.get("outcomes")) {
            if (outcome.get("fact").asLong() != approval) continue;
            return outcome.at("/value/outcome").asString() + ", restsOnCorrected "
                    + (outcome.has("restsOnCorrected") ? outcome.get("restsOnCorrected") : "[]");
        }
        return "not there";
    }

    /** Of the status at the point of an answer. */
    private static List<String> alerts(String tag, JsonNode answer) {
        String point = "?asOf=" + answer.get("asOf").asString() + "&knownAt="
                + answer.get("knownAt").asString();
        JsonNode status =
                query.get("reader", "/portfolios/PF-" + tag + "/status" + point).json();
        return status.at("/items/0/alerts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Reply decided(String businessCase, String board, String on) {
        return sent("/business-cases/" + businessCase + "/decisions", Bodies.decision(board, "APPROVED", on));
    }

    /** A board with the old limit, and a case on its way to it. */
    private static void submitted(String businessCase, String stage, String board, String precedingCase) {
        submitted(businessCase, "PG", stage, board, precedingCase);
    }

    private static void submitted(
            String businessCase, String initiative, String stage, String board, String precedingCase) {
        String path = "/business-cases/" + businessCase;
        if (precedingCase.isEmpty()) sent("/boards", Bodies.board(board, OLD_LIMIT));
        String lines = Stream.of(
                        Bodies.line(
                                businessCase,
                                "/business-cases",
                                Bodies.businessCase(businessCase, initiative, stage, board, precedingCase)),
                        Bodies.line(businessCase + "-version", path + "/versions", Bodies.version(COST)),
                        Bodies.line(businessCase + "-submission", path + "/submissions", Bodies.submission()))
                .reduce("", String::concat);
        Reply report = nodes.getFirst().imports("office", lines, "");
        assertThat(report.json().has("stoppedAt")).as(report.text()).isFalse();
    }

    private static Reply sent(String path, String body) {
        return sent(Caller.recorderOf(path), path, body);
    }

    private static Reply sent(String user, String path, String body) {
        Reply reply = nodes.getFirst().post(user, path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
