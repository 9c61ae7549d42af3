package org.portfolioledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.portfolioledger.ledger.simulation.ModelLedger;

/** What was decided on a fork comes to stand on the ledger as it was decided, or not at all. */
class ContinuationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Ledger ledger = new Ledger(database.appender());
    private final LedgerFork fork = new LedgerFork(ledger);

    @Test
    void its_facts_rest_on_each_other_where_they_come_to_stand() {
        take(Units.unit("MPS", Units.event("case-1", 0)));
        take(Units.guarded(
                new Guard("case-1", 0),
                Units.event("case-2", 0).restingOn(List.of(1L)),
                Units.event("case-3", 0),
                Units.event("case-4", 0).restingOn(List.of(-1L, 1L))));
        ledger.append(
                List.of(Units.unit("MPS", Units.event("board-1", 0)), Units.unit("MPS", Units.event("board-2", 0))));

        assertThat(append()).extracting(ContinuationTest::place).containsExactly("3 to 3", "4 to 6");
        String read = "\"read\":[{\"stream\":\"case-1\",\"sequence\":0}]}";
        assertThat(List.of(basis(4), basis(5), basis(6)))
                .containsExactly("{\"restsOn\":[3]," + read, "{\"restsOn\":[]," + read, "{\"restsOn\":[3,4]," + read);
        assertLeavesAreSound();
    }

    @Test
    void the_first_that_is_refused_ends_it_even_if_those_behind_it_would_fit() {
        take(Units.unit("MPS", Units.event("case-1", 0)));
        take(Units.unit("MPS", Units.event("case-2", 0)));
        take(Units.unit("MPS", Units.event("case-3", 0)));
        ledger.append(List.of(Units.unit("MPS", Units.event("case-2", 0))));

        assertThat(append())
                .satisfiesExactly(
                        first -> assertThat(place(first)).isEqualTo("2 to 2"),
                        second -> assertThat(second).isEqualTo(new Conflict("case-2", -1, 0)));
        assertThat(ledger.stream("case-3")).isEmpty();
    }

    /** The stream has come as far as it was decided upon, but with the fact of another. */
    @Test
    void what_rests_on_a_fact_that_another_wrote_meanwhile_is_not_appended() {
        take(Units.unit("MPS", Units.event("case-1", 0)));
        take(Units.guarded(new Guard("case-1", 0), Units.event("case-2", 0)));
        ledger.append(List.of(Units.unit("MPS", Units.event("case-1", 0))));

        assertThat(append()).containsExactly(new Conflict("case-1", -1, 0));
        assertThat(ledger.head().position()).isEqualTo(1);
    }

    @Test
    void repeated_it_answers_what_is_on_record_and_appends_nothing_behind() {
        take(Units.unit("MPS", Units.event("case-1", 0)));
        take(Units.empty(Units.key(), "f1", "MPS", null));
        take(Units.unit("MPS", Units.event("case-2", 0)));
        take(Units.unit("MPS", Units.event("case-3", 0)));
        ledger.append(List.of(Units.unit("MPS", Units.event("case-2", 0))));
        append();

        assertThat(append()).containsExactly(new Repeated(new PositionRange(2, 2)), new Repeated(null));
        assertThat(ledger.head().position()).isEqualTo(2);
    }

    @Test
    void a_fork_that_begins_anew_sees_what_others_wrote() {
        take(Units.unit("MPS", Units.event("case-1", 0)));
        ledger.append(List.of(Units.unit("MPS", Units.event("case-2", 0))));
        fork.begin();

        assertThat(fork.continuation()).isEmpty();
        assertThat(fork.lastSequence("case-1")).isEqualTo(Guard.EMPTY);
        assertThat(fork.lastSequence("case-2")).isZero();
        take(Units.unit("MPS", Units.event("case-2", 1)));
        assertThat(append()).extracting(ContinuationTest::place).containsExactly("2 to 2");
    }

    @Test
    void a_fork_knows_at_once_the_keys_that_it_looked_up() {
        AppendRequest stored = Units.unit("MPS", Units.event("case-1", 0));
        ledger.append(List.of(stored));
        fork.begin();
        AppendRequest other = Units.unit("MPS", Units.event("case-1", 1));
        fork.lookUp(List.of(stored.command(), other.command()));

        assertThat(List.of(fork.append(stored), fork.append(other)))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new Repeated(new PositionRange(1, 1))),
                        second -> assertThat(place(second)).isEqualTo("2 to 2"));
        assertThat(fork.continuation().orElseThrow().requests()).containsExactly(other);
    }

    @Test
    void a_head_that_was_never_reached_is_refused() {
        assertThatThrownBy(() -> ledger.append(
                        new Continuation(5, List.of(Units.unit("MPS", Units.event("case-1", 0)))), TIMEOUT))
                .isInstanceOf(InvalidAppend.class)
                .hasMessageContaining("forked_at");
    }

    @Test
    void the_ledger_does_with_any_continuation_what_the_model_does() {
        var model = new ModelLedger();
        var random = new Random(11);
        var kinds = new ArrayList<Class<?>>();
        int cut = 0;
        for (int round = 0; round < 150; round++) {
            List<AppendRequest> others = new ArrayList<>();
            for (int n = random.nextInt(4) - 1; n > 0; n--) others.add(any(random, ledger));
            fork.begin();
            for (int n = 1 + random.nextInt(12); n > 0; n--) fork.append(any(random, fork));
            if (!others.isEmpty()) {
                ledger.append(others);
                model.append(others, Instant.now());
            }
            Continuation continuation = fork.continuation().orElse(null);
            if (continuation == null) continue;
            // Now and then its answer was lost.
            for (int calls = random.nextInt(5) == 0 ? 2 : 1; calls > 0; calls--) {
                List<Outcome> expected = model.append(continuation, Instant.now());
                List<Outcome> outcomes = ledger.append(continuation, TIMEOUT);
                assertThat(outcomes)
                        .extracting(ContinuationTest::place)
                        .isEqualTo(
                                expected.stream().map(ContinuationTest::place).toList());
                outcomes.forEach(outcome -> kinds.add(outcome.getClass()));
                if (outcomes.size() < continuation.requests().size()) cut++;
            }
        }
        assertThat(kinds).contains(Appended.class, NoEvents.class, Repeated.class, Conflict.class);
        assertThat(cut).isPositive();
        assertThat(told(ledger.between(1, ledger.head().position())))
                .isEqualTo(told(model.after(0, Integer.MAX_VALUE)));
        assertThat(ledger.registers())
                .extracting(RegisterProgress::lastPosition)
                .isEqualTo(model.registers().stream()
                        .map(RegisterProgress::lastPosition)
                        .toList());
        assertLeavesAreSound();
    }

    /** Continues one stream, or nothing, and rests on the last facts of others; a second event rests on the first. */
    private static AppendRequest any(Random random, LedgerReader seen) {
        List<Guard> guards = new ArrayList<>();
        List<Long> grounds = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            String stream = "case-" + random.nextInt(6);
            List<StoredEvent> facts = seen.stream(stream);
            guards.add(new Guard(stream, facts.size() - 1L));
            if (!facts.isEmpty()) grounds.add(facts.getLast().position());
        }
        List<NewEvent> events = new ArrayList<>();
        String stream = "case-" + random.nextInt(6);
        for (int n = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2); n > 0; n--)
            events.add(Units.event(stream, seen.lastSequence(stream) + 1 + events.size())
                    .restingOn(events.isEmpty() ? grounds : List.of(-1L)));
        return new AppendRequest(Units.key(), "f1", "MPS", null, events, guards);
    }

    private void take(AppendRequest request) {
        assertThat(fork.append(request)).isInstanceOfAny(Appended.class, NoEvents.class);
    }

    private List<Outcome> append() {
        return ledger.append(fork.continuation().orElseThrow(), TIMEOUT);
    }

    private void assertLeavesAreSound() {
        assertThat(ledger.after(0, Integer.MAX_VALUE))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(LeafHash.of(fact)).isEqualTo(fact.leafHash()));
    }

    private String basis(long position) {
        return new String(ledger.at(position).orElseThrow().basis(), StandardCharsets.UTF_8);
    }

    private static String place(Outcome outcome) {
        return outcome instanceof Appended appended ? appended.first() + " to " + appended.last() : outcome.toString();
    }

    private static List<String> told(List<StoredEvent> facts) {
        return facts.stream()
                .map(fact -> "%s %s %s %s %s"
                        .formatted(
                                fact.position(),
                                fact.eventId(),
                                fact.stream(),
                                fact.sequence(),
                                new String(fact.basis(), StandardCharsets.UTF_8)))
                .toList();
    }
}
