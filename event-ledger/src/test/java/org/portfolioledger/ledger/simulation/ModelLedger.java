package org.portfolioledger.ledger.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.AppendRequest;
import org.portfolioledger.ledger.CommandKey;
import org.portfolioledger.ledger.Continuation;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.InvalidAppend;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.Outcome;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;
import org.portfolioledger.ledger.PositionRange;
import org.portfolioledger.ledger.RegisterProgress;
import org.portfolioledger.ledger.StoredCommand;
import org.portfolioledger.ledger.StoredEvent;

/** Does what the database does, written a second time in plain Java, one call after another. Its facts have no leaf hash. */
public final class ModelLedger {

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<CommandKey, StoredCommand> commands = new HashMap<>();
    private final Map<String, RegisterProgress> registers = new HashMap<>();
    private Instant recordedAt = Instant.EPOCH;

    /** As {@code ledger.append} at a moment: all units that are not refused, or none. */
    public List<Outcome> append(List<AppendRequest> units, Instant clock) {
        return allOrNone(() -> units.stream().map(unit -> append(unit, clock)).toList());
    }

    /** As {@code ledger.append} does with units that were decided one upon another. */
    public List<Outcome> append(Continuation continuation, Instant clock) {
        return allOrNone(() -> {
            long moved = position() - continuation.forkedAt();
            var outcomes = new ArrayList<Outcome>();
            for (AppendRequest unit : continuation.requests()) {
                boolean repeated = outcomes.stream().anyMatch(Repeated.class::isInstance);
                if (repeated && command(unit.command()).isEmpty()) break;
                boolean appended = outcomes.stream().anyMatch(Appended.class::isInstance);
                Outcome outcome = append(moved(unit, continuation.forkedAt(), moved), clock);
                outcomes.add(outcome);
                boolean goesOn = outcome instanceof Appended
                        || outcome instanceof NoEvents
                        || (outcome instanceof Repeated && !appended);
                if (!goesOn) break;
            }
            return outcomes;
        });
    }

    private static AppendRequest moved(AppendRequest unit, long forkedAt, long by) {
        List<NewEvent> events = unit.events().stream()
                .map(event -> event.restingOn(event.restsOn().stream()
                        .map(fact -> fact > forkedAt ? fact + by : fact)
                        .toList()))
                .toList();
        return new AppendRequest(
                unit.command(),
                unit.fingerprint(),
                unit.register(),
                unit.knownAt(),
                unit.goesLive(),
                events,
                unit.guards());
    }

    private List<Outcome> allOrNone(Supplier<List<Outcome>> append) {
        int size = events.size();
        Instant recorded = recordedAt;
        var states = Map.copyOf(registers);
        var stored = Map.copyOf(commands);
        try {
            return append.get();
        } catch (InvalidAppend e) {
            events.subList(size, events.size()).clear();
            commands.clear();
            commands.putAll(stored);
            registers.clear();
            registers.putAll(states);
            recordedAt = recorded;
            throw e;
        }
    }

    private Outcome append(AppendRequest unit, Instant clock) {
        StoredCommand earlier = commands.get(unit.command());
        if (earlier != null)
            return earlier.fingerprint().equals(unit.fingerprint())
                    ? new Repeated(earlier.positions())
                    : new KeyReused();
        Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
        Instant now = clock.truncatedTo(ChronoUnit.MICROS);
        Instant moment = now.isAfter(next) ? now : next;
        return knownAtRefused(unit, moment)
                .or(() -> sequenceConflict(unit))
                .or(() -> guardConflict(unit))
                .orElseGet(() -> number(unit, moment));
    }

    private Optional<Outcome> knownAtRefused(AppendRequest unit, Instant moment) {
        RegisterProgress register = registers.get(unit.register());
        Reason reason = reason(unit, register, moment);
        return reason == null
                ? Optional.empty()
                : Optional.of(new KnownAtRefused(reason, register == null ? null : register.lastKnownAt()));
    }

    private static @Nullable Reason reason(AppendRequest unit, @Nullable RegisterProgress register, Instant moment) {
        Instant stated = unit.knownAt();
        if (stated == null)
            return register == null || register.live() || unit.goesLive() ? null : Reason.REGISTER_MIGRATES;
        if (register != null && register.live()) return Reason.REGISTER_IS_LIVE;
        if (register != null && stated.isBefore(register.lastKnownAt())) return Reason.GOES_BACK;
        return stated.isBefore(moment) ? null : Reason.IN_THE_FUTURE;
    }

    private Optional<Outcome> sequenceConflict(AppendRequest unit) {
        var within = new HashMap<String, Long>();
        for (NewEvent event : unit.events()) {
            Long before = within.put(event.stream(), event.sequence());
            long last = before == null ? lastSequence(event.stream()) : before;
            if (event.sequence() != last + 1)
                return Optional.of(new Conflict(event.stream(), event.sequence() - 1, last));
            if (before == null) requireRegister(event.stream(), unit.register());
        }
        return Optional.empty();
    }

    private void requireRegister(String stream, String register) {
        if (stream(stream).stream().anyMatch(fact -> !fact.register().equals(register)))
            throw new InvalidAppend(stream + " belongs to another register");
    }

    private Optional<Outcome> guardConflict(AppendRequest unit) {
        return unit.guards().stream()
                .sorted(Comparator.comparing(Guard::stream))
                .filter(guard -> guard.lastSequence() != lastSequence(guard.stream()))
                .findFirst()
                .map(moved -> new Conflict(moved.stream(), moved.lastSequence(), lastSequence(moved.stream())));
    }

    private Outcome number(AppendRequest unit, Instant moment) {
        requireSound(unit);
        if (unit.events().isEmpty()) {
            store(unit, null);
            return new NoEvents();
        }
        Instant known = unit.knownAt() == null ? moment : unit.knownAt();
        long first = events.size() + 1L;
        unit.events().forEach(event -> events.add(stored(unit, event, first, known, moment)));
        long last = events.size();
        store(unit, new PositionRange(first, last));
        RegisterProgress before = registers.get(unit.register());
        Long live = before != null && before.live() ? before.livePosition() : unit.knownAt() == null ? first : null;
        registers.put(unit.register(), new RegisterProgress(unit.register(), known, last, live));
        recordedAt = moment;
        return new Appended(first, last, moment, known);
    }

    private void requireSound(AppendRequest unit) {
        if (unit.events().stream().flatMap(event -> event.restsOn().stream()).anyMatch(fact -> fact > events.size()))
            throw new InvalidAppend("a fact on which an event rests is not there");
        for (NewEvent event : unit.events())
            if (events.stream().anyMatch(fact -> fact.eventId().equals(event.eventId())))
                throw new InvalidAppend("the event id is taken: " + event.eventId());
    }

    private void store(AppendRequest unit, @Nullable PositionRange positions) {
        commands.put(unit.command(), new StoredCommand(unit.command(), unit.fingerprint(), unit.register(), positions));
    }

    private StoredEvent stored(AppendRequest unit, NewEvent event, long first, Instant known, Instant moment) {
        return new StoredEvent(
                        events.size() + 1L,
                        event.eventId(),
                        unit.register(),
                        event.stream(),
                        event.sequence(),
                        event.type(),
                        event.revision(),
                        event.payload(),
                        event.metadata(),
                        event.effectiveOn(),
                        known,
                        moment,
                        unit.command(),
                        basis(event, first, unit.guards()),
                        new byte[0])
                .withLeaf();
    }

    private static byte[] basis(NewEvent event, long first, List<Guard> guards) {
        String restsOn = event.restsOn().stream()
                .map(fact -> fact > 0 ? fact : first + Math.abs(fact) - 1)
                .sorted()
                .map(String::valueOf)
                .collect(joining(","));
        String read = guards.stream()
                .map(guard -> "{\"stream\":\"%s\",\"sequence\":%s}".formatted(guard.stream(), guard.lastSequence()))
                .collect(joining(","));
        return "{\"restsOn\":[%s],\"read\":[%s]}".formatted(restsOn, read).getBytes(UTF_8);
    }

    /** The facts after a position, at most as many as the limit. */
    public List<StoredEvent> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    public Optional<StoredEvent> at(long position) {
        return after(position - 1, 1).stream().findFirst();
    }

    public List<StoredEvent> stream(String stream) {
        return events.stream().filter(fact -> fact.stream().equals(stream)).toList();
    }

    public long lastSequence(String stream) {
        return stream(stream).size() - 1L;
    }

    public Optional<StoredCommand> command(CommandKey key) {
        return Optional.ofNullable(commands.get(key));
    }

    public List<RegisterProgress> registers() {
        return registers.values().stream()
                .sorted(Comparator.comparing(RegisterProgress::name))
                .toList();
    }

    public long position() {
        return events.size();
    }
}
