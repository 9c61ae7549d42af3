package org.portfolioledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.StoredEvent;

class LedgerEventStorageEngineTest {

    private final Shop shop = new Shop();

    @Test
    void what_a_command_publishes_is_one_unit_and_its_outcome_travels_back() {
        PendingUnit unit = shop.publish("case-1", 0, "opened", "costed");

        assertThat(unit.outcome())
                .get()
                .isInstanceOfSatisfying(
                        Appended.class,
                        appended -> assertThat(shop.ledger.between(appended.first(), appended.last()))
                                .extracting(StoredEvent::sequence)
                                .containsExactly(0L, 1L));
    }

    @Test
    void a_stream_is_read_back_with_position_and_moments() {
        shop.publish("case-1", 0, "opened");

        DomainEventMessage<?> read = shop.store.readEvents("case-1").next();

        StoredEvent stored = shop.ledger.at(1).orElseThrow();
        assertThat(read.getPayload()).isEqualTo(new Noted("opened"));
        assertThat(read.getIdentifier()).isEqualTo(stored.eventId().toString());
        assertThat(read.getType()).isEqualTo("case");
        assertThat(read.getAggregateIdentifier()).isEqualTo("case-1");
        assertThat(read.getTimestamp()).isEqualTo(stored.recordedAt());
        assertThat(read.getMetaData())
                .containsEntry("role", "clerk")
                .containsEntry("age", 7)
                .containsEntry(LedgerMetaData.POSITION, 1L)
                .containsEntry(LedgerMetaData.KNOWN_AT, stored.knownAt())
                .containsEntry(LedgerMetaData.RECORDED_AT, stored.recordedAt());
    }

    @Test
    void metadata_is_kept_sorted_and_without_what_the_ledger_adds() {
        shop.publish("case-1", 0, "opened");
        var read =
                (GenericDomainEventMessage<?>) shop.store.readEvents("case-1").next();

        Shop.command(
                Shop.pending(),
                () -> shop.store.publish(
                        new GenericDomainEventMessage<>("case", "case-1", 1, new Noted("again"), read.getMetaData())));

        assertThat(new String(shop.ledger.at(2).orElseThrow().metadata(), StandardCharsets.UTF_8))
                .isEqualTo("{\"age\":7,\"role\":\"clerk\"}");
    }

    @Test
    void a_stream_is_read_from_a_sequence_on_together_with_what_the_command_has_published() {
        shop.publish("case-1", 0, "opened", "costed");

        Shop.command(Shop.pending(), () -> {
            shop.publishAll("case-1", 2, "approved");
            assertThat(shop.store.readEvents("case-1", 1).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(1L, 2L);
            assertThat(shop.store.lastSequenceNumberFor("case-1")).contains(2L);
        });
        assertThat(shop.engine.lastSequenceNumberFor("case-1")).contains(2L);
        assertThat(shop.engine.lastSequenceNumberFor("case-2")).isEmpty();
        assertThat(shop.store.readEvents("case-2").hasNext()).isFalse();
        assertThat(shop.engine.readSnapshot("case-1")).isEmpty();
    }

    @Test
    void a_sequence_that_was_taken_is_a_conflict_that_axon_knows() {
        shop.publish("case-1", 0, "opened");

        assertThatThrownBy(() -> shop.publish("case-1", 0, "opened twice"))
                .isInstanceOf(ConcurrencyException.class)
                .isInstanceOfSatisfying(
                        LedgerConflict.class, e -> assertThat(e.conflict()).isEqualTo(new Conflict("case-1", -1, 0)));
    }

    @Test
    void a_guard_that_moved_is_a_conflict() {
        shop.publish("board-1", 0, "founded", "limit raised");
        PendingUnit unit = Shop.pending();
        unit.guard(new Guard("board-1", 0));

        assertThatThrownBy(() -> Shop.command(unit, () -> shop.publishAll("case-1", 0, "approved")))
                .isInstanceOf(LedgerConflict.class)
                .hasMessage("board-1 was read up to sequence 0 and now ends at 1: read it and decide again");
    }

    @Test
    void a_command_sent_again_is_stopped() {
        Shop.command(Shop.pending("k-1", "f1", null), () -> shop.publishAll("case-1", 0, "opened"));

        assertThatThrownBy(() ->
                        Shop.command(Shop.pending("k-1", "f1", null), () -> shop.publishAll("case-1", 1, "opened")))
                .isInstanceOf(CommandRepeated.class);
        assertThatThrownBy(() ->
                        Shop.command(Shop.pending("k-1", "f2", null), () -> shop.publishAll("case-1", 1, "other")))
                .isInstanceOf(CommandKeyReused.class);
    }

    @Test
    void a_known_at_that_the_register_does_not_take_is_refused() {
        shop.publish("case-1", 0, "opened");

        assertThatThrownBy(() -> Shop.command(
                        Shop.pending("k-1", "f1", Instant.parse("2011-05-01T00:00:00Z")),
                        () -> shop.publishAll("case-1", 1, "found in an old paper")))
                .isInstanceOf(KnownAtRefused.class)
                .hasMessageContaining("leave knownAt out");
    }

    @Test
    void facts_without_a_pending_unit_are_refused_loudly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Shop.command(null, () -> shop.publishAll("case-1", 0, "opened")))
                .withMessageContaining("without a PendingUnit");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.store.publish(Shop.event("case-1", 0, "opened")))
                .withMessageContaining("without a PendingUnit");
    }

    @Test
    void a_second_append_in_one_unit_of_work_is_refused_loudly() {
        shop.store.subscribe(facts -> shop.publishAll("case-2", 0, "because of " + facts.size()));

        assertThatIllegalStateException()
                .isThrownBy(() -> shop.publish("case-1", 0, "opened"))
                .withMessageContaining("A second append in one unit of work");
    }

    @Test
    void an_event_of_no_stream_is_refused_loudly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Shop.command(
                        Shop.pending(),
                        () -> shop.store.publish(GenericEventMessage.asEventMessage(new Noted("to nobody")))))
                .withMessageContaining("belongs to none");
    }

    @Test
    void a_command_that_decides_nothing_writes_nothing() {
        PendingUnit unit = Shop.pending();
        Shop.command(unit, () -> {});

        assertThat(unit.outcome()).isEmpty();
        assertThat(shop.ledger.head().position()).isZero();
    }

    @Test
    void a_snapshot_is_refused_loudly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.store.storeSnapshot(
                        new GenericDomainEventMessage<>("case", "case-1", 0, new Noted("all of it"))));
    }

    @Test
    void the_whole_order_is_read_page_by_page_and_goes_on_where_it_ended() {
        for (int stream = 0; stream < 3; stream++) {
            shop.publish(
                    "case-" + stream,
                    0,
                    IntStream.range(0, 400).mapToObj(n -> "n" + n).toArray(String[]::new));
        }
        Iterator<? extends TrackedEventMessage<?>> all =
                shop.engine.readEvents(null, false).iterator();

        for (long position = 1; position <= 1200; position++) {
            assertThat(all.hasNext()).isTrue();
            assertThat(all.next().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
        }
        assertThat(all.hasNext()).isFalse();
        shop.publish("case-0", 400, "later");
        assertThat(all.hasNext()).isTrue();
        assertThat(shop.engine.readEvents(new GlobalSequenceTrackingToken(1199), false))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(new GlobalSequenceTrackingToken(1200), new GlobalSequenceTrackingToken(1201));
    }

    @Test
    void tokens_stand_before_the_first_fact_at_the_last_and_before_a_moment() {
        assertThat(shop.store.createHeadToken()).isNull();
        shop.publish("case-1", 0, "opened");
        shop.publish("case-1", 1, "costed");
        Instant second = shop.ledger.at(2).orElseThrow().recordedAt();

        assertThat(shop.store.createTailToken()).isNull();
        assertThat(shop.store.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(shop.store.createTokenAt(second)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(shop.store.createTokenAt(second.plusNanos(1000))).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(shop.store.createTokenAt(Instant.EPOCH)).isNull();
    }
}
