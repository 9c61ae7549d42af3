package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.guarded;
import static org.portfolioledger.ledger.Units.json;
import static org.portfolioledger.ledger.Units.unit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AppendTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());

    @Test
    void an_empty_ledger_stands_at_position_nought() {
        assertThat(ledger.head()).isEqualTo(new Head(0, Instant.EPOCH));
        assertThat(ledger.after(0, 10)).isEmpty();
        assertThat(ledger.registers()).isEmpty();
        assertThat(ledger.append(List.of())).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_byte_for_byte() {
        var event = new NewEvent(
                UUID.randomUUID(),
                "case-1",
                0,
                "case-opened",
                2,
                json("{ \"name\" : \"Café\" , \"a\":1}"),
                json("{\"role\":\"clerk\"}"),
                LocalDate.of(999, 5, 1));
        var command = new CommandKey("a.clerk", "k-1");
        ledger.append(List.of(unit("MPS", event("board-1", 0))));

        var outcome = (Appended) ledger.append(List.of(new AppendRequest(
                        command,
                        "f1",
                        "MPS",
                        null,
                        List.of(event.restingOn(List.of(1L))),
                        List.of(new Guard("board-1", 0), new Guard("board-0", -1)))))
                .getFirst();

        StoredEvent stored = ledger.at(2).orElseThrow();
        assertThat(stored)
                .usingRecursiveComparison()
                .isEqualTo(new StoredEvent(
                        2,
                        event.eventId(),
                        "MPS",
                        "case-1",
                        0,
                        "case-opened",
                        2,
                        event.payload(),
                        event.metadata(),
                        event.effectiveOn(),
                        outcome.knownAt(),
                        outcome.recordedAt(),
                        command,
                        json("{\"restsOn\":[1],\"read\":[{\"stream\":\"board-0\",\"sequence\":-1},"
                                + "{\"stream\":\"board-1\",\"sequence\":0}]}"),
                        LeafHash.of(stored)));
        assertThat(ledger.stream("case-1")).extracting(StoredEvent::position).containsExactly(2L);
        assertThat(ledger.command(command)).contains(new StoredCommand(command, "f1", "MPS", new PositionRange(2, 2)));
        assertThat(ledger.command(new CommandKey("another", "k-1"))).isEmpty();
        assertThat(ledger.head()).isEqualTo(new Head(2, outcome.recordedAt()));
    }

    @Test
    void a_bad_unit_in_the_middle_leaves_no_gap() {
        List<Outcome> outcomes = ledger.append(List.of(
                unit("MPS", event("case-1", 0), event("case-1", 1)),
                unit("MPS", event("case-1", 1)),
                unit("MPS", event("case-2", 0))));

        assertThat(outcomes).element(0).isInstanceOf(Appended.class);
        assertThat(outcomes).element(1).isEqualTo(new Conflict("case-1", 0, 1));
        assertThat(outcomes).element(2).isInstanceOf(Appended.class);
        assertThat(ledger.after(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    void of_two_who_begin_a_stream_in_two_spellings_the_second_has_lost() {
        List<Outcome> outcomes = ledger.append(
                List.of(unit("MPS", event("initiative-Écoles", 0)), unit("MPS", event("initiative-écoles", 0))));

        assertThat(outcomes).element(0).isInstanceOf(Appended.class);
        assertThat(outcomes).element(1).isEqualTo(new Conflict("initiative-écoles", -1, 0));
        assertThat(ledger.append(List.of(unit("MPS", event("INITIATIVE-ÉCOLES", 0)))))
                .containsExactly(new Conflict("INITIATIVE-ÉCOLES", -1, 0));
        assertThat(ledger.append(List.of(unit("MPS", event("initiative-Écoles", 1)))))
                .singleElement()
                .isInstanceOf(Appended.class);
    }

    @Test
    void one_unit_writes_several_streams_at_one_moment() {
        var outcome = (Appended)
                ledger.append(List.of(unit("MPS", event("case-1", 0), event("board-1", 0), event("case-1", 1))))
                        .getFirst();

        assertThat(ledger.between(outcome.first(), outcome.last()))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.recordedAt()).isEqualTo(outcome.recordedAt()))
                .allSatisfy(event -> assertThat(event.knownAt()).isEqualTo(outcome.knownAt()));
        assertThat(ledger.stream("case-1", 1)).extracting(StoredEvent::position).containsExactly(3L);
        assertThat(ledger.lastSequence("case-1")).isEqualTo(1);
        assertThat(ledger.lastSequence("case-2")).isEqualTo(Guard.EMPTY);
    }

    @Test
    void a_unit_may_continue_what_another_of_the_same_call_began() {
        assertThat(ledger.append(List.of(
                        unit("MPS", event("case-1", 0)),
                        unit("MPS", event("case-1", 1)),
                        guarded(new Guard("case-1", 1), event("case-2", 0).restingOn(List.of(2L))))))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Appended.class));
    }

    @Test
    void a_sequence_that_was_taken_or_would_leave_a_hole_is_a_conflict() {
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        assertThat(ledger.append(List.of(
                        unit("MPS", event("case-1", 0)),
                        unit("MPS", event("case-1", 2)),
                        unit("MPS", event("case-2", 1)))))
                .containsExactly(
                        new Conflict("case-1", -1, 0), new Conflict("case-1", 1, 0), new Conflict("case-2", 0, -1));
        assertThat(ledger.head().position()).isEqualTo(1);
    }

    @Test
    void a_conflict_on_one_stream_keeps_the_other_streams_of_the_unit_out() {
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        assertThat(ledger.append(List.of(unit("MPS", event("board-1", 0), event("case-1", 0)))))
                .containsExactly(new Conflict("case-1", -1, 0));
        assertThat(ledger.stream("board-1")).isEmpty();
    }

    @Test
    void a_guard_that_did_not_move_lets_the_unit_in_and_one_that_moved_refuses_it() {
        ledger.append(List.of(unit("MPS", event("board-1", 0))));
        var guard = new Guard("board-1", 0);

        assertThat(ledger.append(List.of(guarded(guard, event("case-1", 0)))))
                .singleElement()
                .isInstanceOf(Appended.class);
        ledger.append(List.of(unit("MPS", event("board-1", 1))));
        assertThat(ledger.append(List.of(guarded(guard, event("case-1", 1)))))
                .containsExactly(new Conflict("board-1", 0, 1));
    }

    @Test
    void a_guard_on_an_empty_stream_refuses_once_it_is_begun() {
        var guard = new Guard("board-1", Guard.EMPTY);

        assertThat(ledger.append(List.of(
                        guarded(guard, event("case-1", 0)),
                        unit("MPS", event("board-1", 0)),
                        guarded(guard, event("case-1", 1)))))
                .element(2)
                .isEqualTo(new Conflict("board-1", -1, 0));
    }

    @Test
    void a_stream_that_moved_between_two_readings_of_one_decision_is_a_conflict() {
        ledger.append(List.of(unit("MPS", event("board-1", 0), event("board-1", 1))));

        var unit = new AppendRequest(
                Units.key(),
                "f1",
                "MPS",
                null,
                List.of(event("case-1", 0)),
                List.of(new Guard("board-1", 1), new Guard("board-1", 0)));

        assertThat(unit.guards()).containsExactly(new Guard("board-1", 0));
        assertThat(ledger.append(List.of(unit))).containsExactly(new Conflict("board-1", 0, 1));
    }

    @Test
    void each_event_rests_on_its_own_facts_also_on_others_of_its_unit() {
        ledger.append(List.of(unit("MPS", event("board-1", 0), event("board-1", 1))));
        var guard = new Guard("board-1", 1);

        ledger.append(List.of(guarded(
                guard,
                event("case-1", 0).restingOn(List.of(2L, -3L, 1L, 2L)),
                event("case-2", 0),
                event("case-3", 0).restingOn(List.of(-1L)))));
        ledger.append(List.of(
                guarded(guard, event("case-4", 0).restingOn(List.of(5L))),
                unit("MPS", event("case-5", 0), event("case-6", 0).restingOn(List.of(-1L, 6L)))));

        assertThat(ledger.after(2, 10))
                .extracting(
                        stored -> JSON.readTree(stored.basis()).path("restsOn").toString())
                .containsExactly("[1,2,5]", "[]", "[3]", "[5]", "[]", "[6,7]");
        assertThat(ledger.after(2, 3))
                .extracting(stored -> JSON.readTree(stored.basis()).path("read").toString())
                .containsOnly("[{\"stream\":\"board-1\",\"sequence\":1}]");
        assertThat(ledger.after(0, 10))
                .allSatisfy(stored -> assertThat(LeafHash.of(stored)).isEqualTo(stored.leafHash()));
    }

    @Test
    void no_event_rests_on_itself_or_on_what_is_nowhere() {
        NewEvent onItself = event("case-2", 0).restingOn(List.of(-2L));
        assertThatIllegalArgumentException().isThrownBy(() -> unit("MPS", event("case-1", 0), onItself));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("MPS", event("case-1", 0).restingOn(List.of(-2L))));
        assertThatIllegalArgumentException().isThrownBy(() -> event("case-1", 0).restingOn(List.of(0L)));
        NewEvent onNothing = event("case-1", 0).restingOn(List.of(1L));
        assertThatThrownBy(() -> ledger.append(List.of(unit("MPS", onNothing)))).isInstanceOf(InvalidAppend.class);
        assertThatThrownBy(() -> ledger.append(List.of(unit("MPS", onNothing), unit("MPS", event("case-2", 0)))))
                .isInstanceOf(InvalidAppend.class);
        assertThat(ledger.head().position()).isZero();
    }

    @Test
    void recorded_at_increases_between_units_even_if_the_clock_stands_behind_the_head() {
        Instant ahead = Instant.parse("2100-01-01T00:00:00Z");
        JdbcClient.create(database.owner())
                .sql("update ledger.head set recorded_at = '2100-01-01 00:00:00Z'")
                .update();

        ledger.append(List.of(unit("MPS", event("case-1", 0), event("case-1", 1)), unit("MPS", event("case-2", 0))));

        assertThat(ledger.after(0, 10))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(ahead.plusNanos(1000), ahead.plusNanos(1000), ahead.plusNanos(2000));
        assertThat(ledger.now()).isEqualTo(ahead.plusNanos(2000));
        assertThat(ledger.awaitInFlightAppends(Duration.ofSeconds(30)).orElseThrow())
                .isEqualTo(ahead.plusNanos(2000));
        assertThat(ledger.positionRecordedBefore(ahead.plusNanos(2000))).isEqualTo(2);
    }

    @Test
    void how_far_a_stream_had_come_at_a_position_is_found_by_halving() {
        List<NewEvent> first =
                IntStream.range(0, 9).mapToObj(n -> event("case-1", n)).toList();
        ledger.append(List.of(unit("MPS", event("case-2", 0))));
        first.forEach(each -> ledger.append(List.of(unit("MPS", each))));
        ledger.append(List.of(unit("MPS", event("case-2", 1))));

        assertThat(IntStream.rangeClosed(0, 11).mapToObj(place -> sequenceAt("case-1", place)))
                .containsExactly(-1L, -1L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 8L);
        assertThat(IntStream.rangeClosed(0, 11).mapToObj(place -> sequenceAt("case-2", place)))
                .containsExactly(-1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(sequenceAt("case-3", 11)).isEqualTo(-1);
    }

    private long sequenceAt(String stream, long place) {
        return JdbcClient.create(database.owner())
                .sql("select ledger.sequence_at(?, ?)")
                .params(stream, place)
                .query(Long.class)
                .single();
    }

    @Test
    void a_stream_stays_in_its_register() {
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        assertThatThrownBy(() -> ledger.append(List.of(unit("GMPP", event("case-1", 1)))))
                .isInstanceOf(InvalidAppend.class)
                .hasMessageContaining("stream case-1 belongs to the register MPS, not to GMPP");
    }

    @Test
    void who_begins_a_stream_that_another_register_has_begun_meanwhile_has_lost_a_race() {
        ledger.append(List.of(unit("MPS", event("case-1", 0))));

        assertThat(ledger.append(List.of(unit("GMPP", event("case-1", 0)), unit("GMPP", event("case-2", 0)))))
                .satisfiesExactly(
                        outcome -> assertThat(outcome).isEqualTo(new Conflict("case-1", -1, 0)),
                        outcome -> assertThat(outcome).isInstanceOf(Appended.class));
    }

    @Test
    void an_event_id_is_taken_once() {
        NewEvent event = event("case-1", 0);
        NewEvent again = new NewEvent(
                event.eventId(), "case-2", 0, "noted", 1, json("{}"), json("{}"), LocalDate.of(2026, 4, 1));
        ledger.append(List.of(unit("MPS", event)));

        assertThatThrownBy(() -> ledger.append(List.of(unit("MPS", again)))).isInstanceOf(InvalidAppend.class);
        assertThat(ledger.head().position()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_stored_is_refused_before_it_reaches_others() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandKey("a\0b", "k"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandKey("a", "\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandKey(" ", "k"));
        assertThatIllegalArgumentException().isThrownBy(() -> unit("MPS", event("case-1", 0), event("case-1", 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> event("case-1", -1));
    }

    @Test
    void a_view_shows_json_and_what_json_cannot_show_in_base64() {
        var zero = new NewEvent(
                UUID.randomUUID(),
                "case-1",
                0,
                "noted",
                1,
                json("{\"n\":\"\\u0000\"}"),
                json("{\"a\": 1}"),
                LocalDate.of(2026, 4, 1));
        ledger.append(List.of(unit("MPS", zero)));

        assertThat(JdbcClient.create(database.reader())
                        .sql("select payload::text || metadata::text || basis::text from ledger.readable_event")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"base64\": \"eyJuIjoiXHUwMDAwIn0=\"}{\"a\": 1}{\"read\": [], \"restsOn\": []}");
    }
}
