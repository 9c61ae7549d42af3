package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portfolioledger.journey.Caller.Reply;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.GroupAppender;
import org.portfolioledger.ledger.InvalidAppend;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerDatabase;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.StoredEvent;

/** However many write, each fact has its one place: in its stream, in its register, in the one order. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ManyWritersJourneyTest {

    private static final int WRITERS = 16;
    private static final Halves HALVES = Halves.fresh();
    private static final Ledger LEDGER = new Ledger(HALVES.database().owner());
    private static List<Caller> nodes = List.of();

    @BeforeAll
    static void start() {
        nodes = List.of(HALVES.command(), HALVES.command());
        sent("/registers", Bodies.register("ACME"));
        sent("/registers", Bodies.register("OTHER"));
        sent("/portfolios", Bodies.portfolio("PF", "ACME"));
        sent("/portfolios", Bodies.portfolio("PF-OTHER", "OTHER"));
    }

    @AfterAll
    static void stop() {
        HALVES.close();
    }

    @Test
    void each_place_in_a_stream_has_one_winner_and_the_others_decide_anew_or_are_told() {
        sent("/initiatives", Bodies.initiative("PG-RACE", "Homes", "PF"));

        List<Reply> replies = Together.act(
                        WRITERS * 2,
                        writer -> IntStream.range(0, 5)
                                .mapToObj(round -> nodes.get(writer % 2)
                                        .post(
                                                "office",
                                                "/initiatives/PG-RACE/renames",
                                                Bodies.rename("Name " + writer + "-" + round, "2020-03-02"),
                                                "Idempotency-Key",
                                                "race-" + writer + "-" + round))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        List<Reply> accepted =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(accepted).isNotEmpty();
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .extracting(reply -> reply.status() + reply.problem())
                .allMatch("409changed-meanwhile"::equals);
        assertThat(accepted)
                .extracting(reply -> reply.header("ETag"))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, accepted.size() + 1L)
                        .mapToObj(version -> "\"" + version + "\"")
                        .toList());
        List<StoredEvent> stream = LEDGER.stream("initiative-PG-RACE");
        assertThat(stream)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, accepted.size()).boxed().toList());
        assertThat(stream).extracting(StoredEvent::command).doesNotHaveDuplicates();
        assertThat(accepted)
                .extracting(Reply::position)
                .containsExactlyInAnyOrderElementsOf(
                        stream.stream().skip(1).map(StoredEvent::position).toList());
        System.out.println(replies.size() + " commands on one stream: " + accepted.size() + " accepted");
    }

    @Test
    void of_all_that_decided_on_one_version_one_wins() {
        sent("/initiatives", Bodies.initiative("PG-MATCH", "Homes", "PF"));
        for (int version = 1; version <= 5; version++) {
            String seen = "\"" + version + "\"";
            List<Reply> replies = Together.act(
                    WRITERS * 2,
                    writer -> nodes.get(writer % 2)
                            .post(
                                    "office",
                                    "/initiatives/PG-MATCH/renames",
                                    Bodies.rename("Name " + seen.charAt(1) + "-" + writer, "2020-03-02"),
                                    "If-Match",
                                    seen));

            String next = "\"" + (version + 1) + "\"";
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .extracting(reply -> reply.status() + reply.problem())
                    .containsOnly("201", "412stale-version");
            assertThat(replies).extracting(reply -> reply.header("ETag")).containsOnly(next);
        }
        assertThat(LEDGER.lastSequence("initiative-PG-MATCH")).isEqualTo(5);
    }

    @Test
    void an_id_is_given_once_over_all_registers() {
        for (int round = 0; round < 20; round++) {
            String id = "PG-ONCE-" + round;
            List<Reply> replies = Together.act(
                    WRITERS,
                    writer -> nodes.get(writer % 2)
                            .post(
                                    "office",
                                    "/initiatives",
                                    writer / 2 % 2 == 0
                                            ? Bodies.initiative(id, "Homes", "PF", "ACME")
                                            : Bodies.initiative(id, "Homes", "PF-OTHER", "OTHER")));
            assertThat(replies)
                    .extracting(reply -> reply.status() + reply.problem())
                    .containsOnly("201", "409already-exists");
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        }
    }

    @Test
    void a_unit_that_the_database_refuses_takes_none_of_its_neighbours_along() {
        Ledger ledger = new Ledger(LedgerDatabase.fresh().appender());
        GroupAppender appender = new GroupAppender(ledger);
        ledger.append(List.of(unit("ACME", "note-taken", 0)));

        List<String> outcomes = Together.act(64, writer -> {
            try {
                return switch (writer % 4) {
                                    case 0 -> appender.append(unit("OTHER", "note-taken", 1));
                                    case 1 -> appender.append(unit("ACME", "note-taken", 7));
                                    default -> appender.append(unit("ACME", "note-" + writer, 0));
                                }
                                instanceof Outcome.Appended
                        ? "appended"
                        : "conflict";
            } catch (InvalidAppend refusal) {
                return "refused";
            }
        });

        assertThat(outcomes).filteredOn("appended"::equals).hasSize(32);
        assertThat(outcomes).filteredOn("conflict"::equals).hasSize(16);
        assertThat(outcomes).filteredOn("refused"::equals).hasSize(16);
        assertThat(ledger.head().position()).isEqualTo(33);
        OneOrder.require(ledger);
    }

    private static AppendRequest unit(String register, String stream, long sequence) {
        byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
        NewEvent event = new NewEvent(
                UUID.randomUUID(), stream, sequence, "noted", 1, nothing, nothing, LocalDate.of(2020, 1, 1));
        return new AppendRequest(
                new CommandKey("writer", UUID.randomUUID().toString()),
                "fingerprint",
                register,
                null,
                List.of(event),
                List.of());
    }

    private static Reply sent(String path, String body) {
        Reply reply = nodes.getFirst().post("office", path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
