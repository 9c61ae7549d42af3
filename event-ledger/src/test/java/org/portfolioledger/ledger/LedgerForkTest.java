package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.simulation.ModelLedger;

/** A fork answers what the ledger would have answered to a single writer, keeps nothing and waits for nobody. */
class LedgerForkTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());

    @Test
    void what_is_given_up_after_a_mark_was_never_there() {
        ledger.append(List.of(Units.unit("MPS", Units.event("case-1", 0))));
        var fork = new LedgerFork(ledger);
        AppendRequest kept = Units.unit("MPS", Units.event("case-1", 1), Units.event("case-2", 0));
        fork.append(kept);
        Head head = fork.head();
        LedgerFork.ForkPoint mark = fork.mark();
        AppendRequest first = Units.unit("MPS", Units.event("case-2", 1), Units.event("case-3", 0));
        AppendRequest second = Units.unit("GMPP", Units.event("case-4", 0));
        assertThat(fork.append(first)).isInstanceOf(Appended.class);
        assertThat(fork.append(second)).isInstanceOf(Appended.class);
        fork.append(Units.empty(Units.key(), "f1", "MPS", null));

        fork.giveUp(mark);

        assertThat(fork.size()).isEqualTo(1);
        assertThat(fork.head()).isEqualTo(head);
        assertThat(fork.lastSequence("case-1")).isEqualTo(1);
        assertThat(fork.lastSequence("case-2")).isZero();
        assertThat(fork.stream("case-3")).isEmpty();
        assertThat(fork.registerOf("case-4")).isEmpty();
        assertThat(fork.livePosition("GMPP")).isEmpty();
        assertThat(fork.command(first.command())).isEmpty();
        assertThat(fork.command(kept.command())).isPresent();
        assertThat(fork.append(first)).isInstanceOf(Appended.class);
        assertThat(fork.between(1, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void a_fork_answers_every_unit_as_the_ledger_does() {
        answersEveryUnit(fork -> {});
    }

    @Test
    void a_fork_answers_the_same_whenever_it_settles() {
        int[] units = {0};
        answersEveryUnit(fork -> {
            if (++units[0] % 3 == 0) fork.settle();
        });
    }

    @Test
    void what_is_settled_is_no_continuation_and_ends_where_the_fork_begins_anew() {
        var fork = new LedgerFork(ledger);
        AppendRequest first = Units.unit("MPS", Units.event("case-1", 0));
        fork.append(first);
        fork.settle();
        assertThat(fork.size()).isZero();
        assertThat(fork.stream("case-1")).hasSize(1);
        assertThat(fork.spelling("CASE-1")).contains("case-1");
        assertThatThrownBy(fork::continuation).isInstanceOf(IllegalStateException.class);
        LedgerFork.ForkPoint mark = fork.mark();
        fork.append(Units.unit("MPS", Units.event("case-1", 1)));
        fork.giveUp(mark);
        assertThat(fork.lastSequence("case-1")).isZero();
        assertThat(fork.command(first.command())).isPresent();
        fork.begin();
        assertThat(fork.stream("case-1")).isEmpty();
        assertThat(fork.command(first.command())).isEmpty();
        assertThat(fork.continuation()).isEmpty();
        fork.close();
    }

    private void answersEveryUnit(Consumer<LedgerFork> afterEach) {
        var twin = new Ledger(LedgerDatabase.fresh().appender());
        var model = new ModelLedger();
        var units = new RandomUnits(7, model);
        for (int n = 0; n < 40; n++) {
            List<AppendRequest> batch = units.batch();
            if (told(() -> ledger.append(batch)).isEmpty()) continue;
            twin.append(batch);
            model.append(batch, Instant.now());
        }
        long base = ledger.head().position();
        // Of a twin, so that the fork does not find what the ledger stores meanwhile.
        var fork = new LedgerFork(twin);
        var kinds = new ArrayList<Class<?>>();
        for (int n = 0; n < 80; n++) {
            List<AppendRequest> batch = units.batch();
            List<Outcome> real = told(() -> ledger.append(batch));
            // What the schema alone forbids (an event id twice, a stream of two registers) no decision ever asks for.
            if (real.isEmpty()) continue;
            List<Outcome> forked = batch.stream().map(fork::append).toList();
            afterEach.accept(fork);
            model.append(batch, Instant.now());
            assertThat(forked.stream().map(LedgerForkTest::timeless))
                    .isEqualTo(real.stream().map(LedgerForkTest::timeless).toList());
            real.forEach(each -> kinds.add(each.getClass()));
        }
        assertThat(kinds)
                .contains(
                        Appended.class,
                        Outcome.Repeated.class,
                        Outcome.NoEvents.class,
                        Outcome.KeyReused.class,
                        Outcome.Conflict.class,
                        KnownAtRefused.class);
        long last = ledger.head().position();
        assertThat(last).isGreaterThan(base);
        assertThat(facts(fork.between(1, last))).isEqualTo(facts(ledger.between(1, last)));
        ledger.between(1, last).stream().map(StoredEvent::stream).distinct().forEach(stream -> {
            assertThat(facts(fork.stream(stream))).isEqualTo(facts(ledger.stream(stream)));
            assertThat(fork.lastSequence(stream)).isEqualTo(ledger.lastSequence(stream));
            assertThat(fork.registerOf(stream)).isEqualTo(ledger.registerOf(stream));
            String register = ledger.registerOf(stream).orElseThrow();
            assertThat(fork.askingFor(stream, register)).isEqualTo(ledger.askingFor(stream, register));
            assertThat(ledger.askingFor(stream, register))
                    .isEqualTo(ledger.between(1, last).stream()
                            .filter(event -> event.register().equals(register))
                            .filter(event -> new String(event.basis(), StandardCharsets.UTF_8)
                                    .contains("\"" + stream + "\",\"sequence\":-1}"))
                            .map(StoredEvent::stream)
                            .distinct()
                            .sorted()
                            .toList());
            assertThat(facts(fork.resting(stream, 1, last, 1000)))
                    .isEqualTo(facts(ledger.resting(stream, 1, last, 1000)));
            assertThat(facts(ledger.resting(stream, 1, last, 1000)))
                    .isEqualTo(facts(ledger.between(1, last).stream()
                            .filter(event -> event.register()
                                    .equals(ledger.registerOf(stream).orElseThrow()))
                            .filter(event ->
                                    new String(event.basis(), StandardCharsets.UTF_8).contains("\"" + stream + "\""))
                            .toList()));
        });
        ledger.registers()
                .forEach(register ->
                        assertThat(fork.livePosition(register.name())).isEqualTo(ledger.livePosition(register.name())));
        units.keys().forEach(key -> assertThat(fork.command(key)).isEqualTo(ledger.command(key)));
        for (StoredEvent event : ledger.between(base + 1, last)) {
            Instant moment = fork.at(event.position()).orElseThrow().recordedAt();
            assertThat(fork.positionRecordedBefore(moment)).isLessThan(event.position());
            assertThat(fork.positionRecordedBefore(moment.plusNanos(1000))).isGreaterThanOrEqualTo(event.position());
        }
    }

    @Test
    void what_others_append_meanwhile_is_not_in_the_fork_and_the_other_way_round() {
        ledger.append(List.of(Units.unit("MPS", Units.event("case-1", 0))));
        var fork = new LedgerFork(ledger);
        fork.append(Units.unit("MPS", Units.event("case-1", 1)));
        ledger.append(
                List.of(Units.unit("MPS", Units.event("case-1", 1)), Units.unit("MPS", Units.event("case-2", 0))));

        assertThat(fork.head().position()).isEqualTo(2);
        assertThat(fork.stream("case-1")).hasSize(2);
        assertThat(fork.lastSequence("case-2")).isEqualTo(Guard.EMPTY);
        assertThat(fork.at(3)).isEmpty();
        assertThat(ledger.head().position()).isEqualTo(3);
    }

    @Test
    void a_fork_neither_waits_for_the_head_nor_holds_it() throws SQLException {
        try (Connection other = database.owner().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from ledger.head for update");
            var fork = new LedgerFork(ledger);
            assertThat(fork.append(Units.unit("MPS", Units.event("case-1", 0)))).isInstanceOf(Appended.class);
            other.rollback();
        }
        assertThat(ledger.append(List.of(Units.unit("MPS", Units.event("case-1", 0)))))
                .first()
                .isInstanceOf(Appended.class);
    }

    private static List<Outcome> told(Supplier<List<Outcome>> call) {
        try {
            return call.get();
        } catch (InvalidAppend e) {
            return List.of();
        }
    }

    private static String timeless(Outcome outcome) {
        return switch (outcome) {
            case Appended(long first, long last, var recordedAt, var knownAt) ->
                first + " to " + last + (recordedAt.equals(knownAt) ? "" : " known at " + knownAt);
            case KnownAtRefused(var reason, var last) -> "" + reason;
            default -> outcome.toString();
        };
    }

    private static List<String> facts(List<StoredEvent> facts) {
        return facts.stream()
                .map(fact -> "%s %s %s %s %s %s"
                        .formatted(
                                fact.position(),
                                fact.eventId(),
                                fact.stream(),
                                fact.sequence(),
                                fact.command(),
                                new String(fact.basis(), java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }
}
