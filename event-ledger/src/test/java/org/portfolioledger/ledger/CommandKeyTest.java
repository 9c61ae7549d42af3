package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.ledger.Units.event;
import static org.portfolioledger.ledger.Units.keyed;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;

class CommandKeyTest {

    private static final CommandKey FIRST = new CommandKey("a.clerk", "k-0");
    private static final CommandKey KEY = new CommandKey("a.clerk", "k-1");

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());

    @Test
    void a_repeated_command_is_answered_with_its_first_positions() {
        ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0), event("case-1", 1))));

        assertThat(ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0), event("case-1", 1)))))
                .containsExactly(new Repeated(new PositionRange(1, 2)));
        assertThat(ledger.head().position()).isEqualTo(2);
    }

    @Test
    void a_command_repeated_within_one_call_is_appended_once() {
        assertThat(ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0)), keyed(KEY, "f1", event("case-1", 0)))))
                .element(1)
                .isEqualTo(new Repeated(new PositionRange(1, 1)));
    }

    @Test
    void a_key_with_another_fingerprint_is_refused_as_reused() {
        ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0))));

        assertThat(ledger.append(List.of(keyed(KEY, "f2", event("case-2", 0))))).containsExactly(new KeyReused());
        assertThat(ledger.stream("case-2")).isEmpty();
    }

    @Test
    void a_command_without_events_has_none_for_ever_whatever_happens_in_between() {
        ledger.append(List.of(keyed(FIRST, "f0", event("case-1", 0))));
        AppendRequest nothingNew = Units.empty(KEY, "f1", "MPS", null);

        assertThat(ledger.append(List.of(nothingNew))).containsExactly(new NoEvents());
        assertThat(ledger.command(KEY)).contains(new StoredCommand(KEY, "f1", "MPS", null));
        assertThat(ledger.head().position()).isEqualTo(1);

        ledger.append(List.of(Units.unit("MPS", event("case-1", 1))));
        assertThat(ledger.append(List.of(
                        nothingNew, keyed(KEY, "f1", event("case-1", 2)), keyed(KEY, "f2", event("case-1", 2)))))
                .containsExactly(new Repeated(null), new Repeated(null), new KeyReused());
        assertThat(ledger.head().position()).isEqualTo(2);
    }

    @Test
    void a_command_without_events_is_guarded_as_any_other() {
        ledger.append(List.of(keyed(FIRST, "f0", event("case-1", 0), event("case-1", 1))));
        var read = List.of(new Guard("case-1", 0));

        assertThat(ledger.append(List.of(new AppendRequest(KEY, "f1", "MPS", null, List.of(), read))))
                .containsExactly(new Conflict("case-1", 0, 1));
        assertThat(ledger.command(KEY)).isEmpty();
    }

    @Test
    void two_actors_may_use_the_same_key() {
        ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0))));

        assertThat(ledger.append(List.of(keyed(new CommandKey("b.clerk", "k-1"), "f2", event("case-2", 0)))))
                .singleElement()
                .isInstanceOf(Appended.class);
    }

    @Test
    void a_command_that_was_refused_may_be_sent_again_with_its_key() {
        assertThat(ledger.append(List.of(keyed(KEY, "f1", event("case-1", 1)))))
                .containsExactly(new Conflict("case-1", 0, -1));

        assertThat(ledger.append(List.of(keyed(KEY, "f1", event("case-1", 0)))))
                .singleElement()
                .isInstanceOf(Appended.class);
    }

    @Test
    void one_key_sent_by_many_threads_through_two_nodes_is_appended_once() {
        var nodes = List.of(new GroupAppender(ledger), new GroupAppender(new Ledger(database.appender())));

        List<Outcome> outcomes = Threads.all(IntStream.range(0, 32)
                .mapToObj(n -> Threads.task(() -> nodes.get(n % 2).append(keyed(KEY, "f1", event("case-1", 0)))))
                .toList());

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Repeated(new PositionRange(1, 1))::equals)
                .hasSize(31);
        assertThat(ledger.after(0, 10)).hasSize(1);
    }

    @Test
    void of_many_threads_that_want_the_same_sequence_one_wins() {
        var nodes = List.of(new GroupAppender(ledger), new GroupAppender(new Ledger(database.appender())));

        List<Outcome> outcomes = Threads.all(IntStream.range(0, 32)
                .mapToObj(n -> Threads.task(() -> nodes.get(n % 2).append(Units.unit("MPS", event("case-1", 0)))))
                .toList());

        assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Conflict("case-1", -1, 0)::equals).hasSize(31);
    }
}
