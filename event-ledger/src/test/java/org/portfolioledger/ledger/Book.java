package org.portfolioledger.ledger;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;

/** Who sent what and was told what, at which step of a simulation; and whether that agrees with the ledger. */
final class Book {

    private final Simulation simulation;
    private final List<Sending> sendings = new ArrayList<>();
    private final Map<CommandKey, Integer> committed = new HashMap<>();

    Book(Simulation simulation) {
        this.simulation = simulation;
    }

    /** A unit on its way to a node, and what came back: an outcome, why it failed, or nothing yet. */
    static final class Sending {

        private final AppendRequest unit;
        private final int sentAt;
        private int toldAt = Integer.MAX_VALUE;
        private Object told = "nothing";

        Sending(AppendRequest unit, int sentAt) {
            this.unit = unit;
            this.sentAt = sentAt;
        }

        private CommandKey key() {
            return unit.command();
        }

        private boolean isRefused() {
            return isRefusedForEver() || told instanceof LedgerBusy || told instanceof LedgerStopping;
        }

        private boolean isRefusedForEver() {
            return told instanceof Outcome.Conflict
                    || told instanceof Outcome.KnownAtRefused
                    || told instanceof KeyReused
                    || told instanceof InvalidAppend;
        }

        private boolean isWritten() {
            return told instanceof Appended || told instanceof NoEvents || told instanceof Repeated;
        }

        private boolean isOf(StoredCommand command) {
            return command.command().equals(key()) && command.fingerprint().equals(unit.fingerprint());
        }

        @Override
        public String toString() {
            return "%s sent at %s, told at %s: %s".formatted(key(), sentAt, toldAt, told);
        }
    }

    Sending sent(AppendRequest unit) {
        var sending = new Sending(unit, simulation.steps());
        sendings.add(sending);
        return sending;
    }

    void told(Sending sending, Object outcome) {
        sending.told = outcome;
        sending.toldAt = simulation.steps();
        simulation.note("told " + sending);
    }

    void committed(List<AppendRequest> units, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            simulation.note(units.get(i).command() + " " + outcomes.get(i));
            if (outcomes.get(i) instanceof Appended || outcomes.get(i) instanceof NoEvents) {
                assertThat(committed.put(units.get(i).command(), simulation.steps()))
                        .as("%s is appended twice", units.get(i).command())
                        .isNull();
            }
        }
    }

    /** Which kinds of answers there were, by their classes. */
    Set<Class<?>> kinds() {
        return sendings.stream().map(sending -> sending.told.getClass()).collect(toSet());
    }

    void requireSound(ModelLedger ledger) {
        List<StoredEvent> facts = ledger.after(0, Integer.MAX_VALUE);
        assertThat(facts)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        assertThat(facts).extracting(StoredEvent::eventId).doesNotHaveDuplicates();
        sendings.forEach(sending -> requireTrue(sending, ledger));
        requireOrder(ledger);
    }

    private void requireTrue(Sending sending, ModelLedger ledger) {
        var stored = ledger.command(sending.key());
        boolean isThere = stored.filter(sending::isOf).isPresent();
        if (sending.isRefusedForEver()) assertThat(isThere).as("%s", sending).isFalse();
        if (sending.told instanceof KeyReused) {
            assertThat(stored.orElseThrow().fingerprint()).as("%s", sending).isNotEqualTo(sending.unit.fingerprint());
        }
        if (isThere) {
            assertThat(sendings.stream().filter(each -> each.isOf(stored.orElseThrow())))
                    .as("is there although every sending was refused")
                    .anyMatch(each -> !each.isRefused());
        }
        if (sending.isWritten()) requireThere(sending, ledger);
    }

    private void requireThere(Sending sending, ModelLedger ledger) {
        StoredCommand stored = ledger.command(sending.key()).orElseThrow(() -> new AssertionError(sending.toString()));
        assertThat(stored.fingerprint()).isEqualTo(sending.unit.fingerprint());
        assertThat(committed.get(sending.key()))
                .as("%s, before the commit", sending)
                .isLessThan(sending.toldAt);
        PositionRange positions = stored.positions();
        List<StoredEvent> facts = positions == null
                ? List.of()
                : ledger.after(positions.first() - 1, (int) (positions.last() - positions.first() + 1));
        assertThat(facts)
                .as("%s", sending)
                .extracting(StoredEvent::eventId)
                .containsExactlyElementsOf(
                        sending.unit.events().stream().map(NewEvent::eventId).toList());
        Outcome first = positions == null
                ? new NoEvents()
                : new Appended(
                        positions.first(),
                        positions.last(),
                        facts.getFirst().recordedAt(),
                        facts.getFirst().knownAt());
        assertThat(sending.told).isIn(first, new Repeated(positions));
        if (sendings.stream().filter(each -> each.key().equals(sending.key())).count() == 1)
            assertThat(sending.told).as("nobody else sent %s", sending).isEqualTo(first);
    }

    /** Who was answered before another began comes before him. */
    private void requireOrder(ModelLedger ledger) {
        List<Sending> written = sendings.stream()
                .filter(Sending::isWritten)
                .filter(sending -> !sending.unit.events().isEmpty())
                .toList();
        for (Sending earlier : written) {
            for (Sending later : written) {
                if (earlier.toldAt < firstSent(later))
                    assertThat(first(earlier, ledger))
                            .as("%s before %s", earlier, later)
                            .isLessThan(first(later, ledger));
            }
        }
    }

    private int firstSent(Sending sending) {
        return sendings.stream()
                .filter(each -> each.key().equals(sending.key()))
                .mapToInt(each -> each.sentAt)
                .min()
                .orElseThrow();
    }

    private static long first(Sending sending, ModelLedger ledger) {
        return Objects.requireNonNull(
                        ledger.command(sending.key()).orElseThrow().positions())
                .first();
    }
}
