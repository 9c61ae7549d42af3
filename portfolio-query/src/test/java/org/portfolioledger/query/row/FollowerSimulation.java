package org.portfolioledger.query.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.simulation.Machine;
import org.portfolioledger.ledger.simulation.ModelLedger;
import org.portfolioledger.ledger.simulation.Simulation;
import org.portfolioledger.ledger.subscription.Batch;
import org.portfolioledger.ledger.subscription.BlockedEntity;
import org.portfolioledger.ledger.subscription.Checkpoint;
import org.portfolioledger.ledger.subscription.Subscription;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Followers that crash, stand beside each other and lose their database keep one set of rows while facts are recorded;
 * all of it follows from the seed.
 */
final class FollowerSimulation {

    private static final JsonMapper JSON = FactSerializer.mapper();
    private static final FactDecoder READING = new FactDecoder();
    private static final Duration SOON = Duration.ofMillis(400);
    private static final int[] LOSSES = {0, 3, 10, 25};

    private final Simulation simulation;
    private final ModelLedger ledger = new ModelLedger();
    private final ModelRows rows = new ModelRows();
    private final SimulatedOffice office;
    private final Machine people = new Machine("people");
    private final int losses;
    private final List<RowType<?>> families =
            Kinds.ALL.stream().<RowType<?>>map(this::picky).toList();
    private final Map<String, Long> reached = new HashMap<>();
    private final Set<Met> met = new TreeSet<>();
    private int officersAtWork;
    private int incarnations;
    private boolean mended;

    /** What may come about; over all seeds each does. */
    enum Met {
        CRASH,
        OVERTAKEN,
        INDIGESTIBLE,
        REFUSED_WRITE,
        RECOVERED,
        SWAPPED
    }

    /** A family that cannot digest some states until a mended program is there. */
    private record Picky<S>(Kind<?, S> kind, Supplier<Boolean> mended) implements RowType<S> {
        @Override
        public LookupKeys columns(S state) {
            if (!mended.get() && isPoison(state)) throw new IllegalStateException("cannot digest it");
            return LookupKeys.NONE;
        }
    }

    FollowerSimulation(long seed, @Nullable List<String> trace) {
        simulation = new Simulation(seed, trace);
        office = new SimulatedOffice(simulation, ledger);
        losses = LOSSES[any(LOSSES.length)];
    }

    private <S> RowType<S> picky(Kind<?, S> kind) {
        return new Picky<>(kind, () -> mended);
    }

    private static boolean isPoison(@Nullable Object state) {
        return String.valueOf(state).contains(SimulatedOffice.POISON);
    }

    /** What came about. */
    Set<Met> run() {
        officersAtWork = 1 + any(2);
        for (int n = officersAtWork; n > 0; n--) simulation.start(people, "officer " + n, this::record);
        for (int n = 1 + any(3); n > 0; n--) startFollower(() -> Optional.of(rows.live()), () -> {});
        startFollower(rows::building, this::swap);
        for (int n = any(3); n > 0; n--) soon("a rebuild is asked for", this::rebuild);
        soon("a mended program", () -> mended = true);
        simulation.start(people, "operator", this::operate);
        simulation.run(() -> {});
        requireWhole();
        return met;
    }

    private void record() {
        for (int n = 1 + any(5); n > 0; n--) {
            for (int together = 1 + any(2); together > 0; together--) office.command();
            rest();
        }
        officersAtWork--;
    }

    private void operate() {
        while (!isDone()) {
            for (BlockedEntity blocked : rows.live().checkpoint().blocked()) {
                if (simulation.happens(30)) rows.live().retry(blocked.stream());
            }
            rest();
        }
    }

    /** The process that takes its place when it crashes knows nothing of what it knew. */
    private void startFollower(Supplier<Optional<ModelGeneration>> kept, Runnable idle) {
        Machine machine = new Machine("follower " + incarnations++);
        ModelProjectionStore connection = new ModelProjectionStore(simulation, ledger, kept, losses, this::moved);
        Subscription<RowChanges> follower =
                new Subscription<>(connection, new Fold(connection, families, JSON, any(8)), connection, 1 + any(5));
        simulation.start(machine, machine.toString(), () -> follow(follower, connection, idle));
        if (simulation.happens(30))
            soon("crash of " + machine, () -> {
                machine.crash();
                met.add(Met.CRASH);
                startFollower(kept, idle);
            });
    }

    private void follow(Subscription<RowChanges> follower, ModelProjectionStore connection, Runnable idle) {
        while (!isDone()) {
            if (connection.wasOvertaken()) met.add(Met.OVERTAKEN);
            if (connection.hasRecovered()) met.add(Met.RECOVERED);
            try {
                if (follower.step()) continue;
                idle.run();
            } catch (DataAccessException lost) {
                simulation.note("lost");
            }
            rest();
        }
    }

    private void rebuild() {
        if (!isDone()) rows.begin();
    }

    private void swap() {
        int before = rows.swaps();
        rows.swap();
        if (rows.swaps() > before) met.add(Met.SWAPPED);
    }

    private boolean isDone() {
        Checkpoint place = rows.live().checkpoint();
        return officersAtWork == 0
                && mended
                && place.position() == ledger.position()
                && place.blocked().isEmpty()
                && rows.building().isEmpty();
    }

    /** Positions go up by whole units, and exactly those entities stand still that must. */
    private void moved(ModelGeneration generation, Checkpoint from, long to, Batch<RowChanges> folded) {
        simulation.note("moved to %s of %s".formatted(to, from.subscription()));
        assertThat(from.position())
                .as("where it stood")
                .isEqualTo(reached.getOrDefault(from.subscription(), 0L))
                .isLessThan(to);
        reached.put(from.subscription(), to);
        assertThat(ledger.at(to).map(StoredEvent::command))
                .as("a unit is not cut")
                .isNotEqualTo(ledger.at(to + 1).map(StoredEvent::command));
        if (!generation.refused().isEmpty()) met.add(Met.REFUSED_WRITE);
        if (!folded.failed().isEmpty()) met.add(Met.INDIGESTIBLE);
        requireStale(generation.checkpoint(), generation.refused());
    }

    private void requireStale(Checkpoint place, Set<String> refused) {
        Map<String, Long> blocked = new HashMap<>();
        for (BlockedEntity entity : place.blocked()) {
            if (!refused.contains(entity.stream())) blocked.put(entity.stream(), entity.fact());
        }
        Map<String, Long> due = new HashMap<>();
        for (String stream : office.poisoned()) {
            if (!refused.contains(stream))
                indigestible(stream, place.position()).ifPresent(fact -> due.put(stream, fact));
        }
        if (mended) assertThat(due).as("blocked, at the fact").containsAllEntriesOf(blocked);
        else assertThat(blocked).as("blocked, at the fact").isEqualTo(due);
    }

    /** The first fact of a stream after which it has a state that cannot be digested. */
    private Optional<Long> indigestible(String stream, long position) {
        Kind<?, ?> kind = Kinds.ofStream(stream).orElseThrow();
        List<RecordedFact> facts = new ArrayList<>();
        for (StoredEvent fact : ledger.stream(stream)) {
            if (fact.position() > position) break;
            facts.add(READING.recorded(fact));
            if (kind.history(RecordedStream.of(facts)).timeline().segments().stream()
                    .anyMatch(segment -> isPoison(segment.state()))) return Optional.of(fact.position());
        }
        return Optional.empty();
    }

    /** As a follower makes them that comes when all is over and takes all facts at once. */
    private void requireWhole() {
        assertThat(isDone()).as("all is kept").isTrue();
        ModelGeneration fresh = new ModelGeneration(0);
        ModelProjectionStore calm =
                new ModelProjectionStore(simulation, ledger, () -> Optional.of(fresh), 0, (_, _, _, _) -> {});
        Subscription<RowChanges> follower =
                new Subscription<>(calm, new Fold(calm, families, JSON, 1_000), calm, Integer.MAX_VALUE);
        assertThat(follower.step()).isTrue();
        assertThat(follower.step()).as("one batch").isFalse();
        assertThat(rows.live().rows()).as("the rows").isEqualTo(fresh.rows());
    }

    private void rest() {
        try {
            simulation.sleep(simulation.within(Duration.ofMillis(50)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void soon(String name, Runnable task) {
        simulation.after(simulation.within(SOON), name, task);
    }

    private int any(int bound) {
        return simulation.random().nextInt(bound);
    }
}
