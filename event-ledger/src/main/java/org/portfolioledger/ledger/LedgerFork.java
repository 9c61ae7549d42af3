package org.portfolioledger.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason;
import org.portfolioledger.ledger.Outcome.Repeated;

/**
 * A private continuation of the ledger from its present head: what is appended to it stays in memory, and what others
 * append to the ledger meanwhile is not seen. It holds no lock and no transaction. For one thread.
 */
public final class LedgerFork implements LedgerReader, AppendTarget {

    private final Ledger ledger;
    private final long base;
    private Instant recordedAt;
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<CommandKey, StoredCommand> commands = new HashMap<>();
    private final Map<String, RegisterState> registers = new HashMap<>();

    public LedgerFork(Ledger ledger) {
        this.ledger = ledger;
        Head head = ledger.head();
        this.base = head.position();
        this.recordedAt = head.recordedAt();
    }

    /** Takes each unit by the rules of the append; its facts have no leaf hash. */
    @Override
    public List<Outcome> append(List<AppendRequest> units) {
        return units.stream().map(this::append).toList();
    }

    private Outcome append(AppendRequest unit) {
        Optional<StoredCommand> earlier = command(unit.command());
        if (earlier.isPresent()) return repeated(earlier.get(), unit);
        Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
        Instant now = ledger.now();
        Instant moment = now.isAfter(next) ? now : next;
        return knownAtRefused(unit, moment).or(() -> moved(unit)).orElseGet(() -> number(unit, moment));
    }

    private static Outcome repeated(StoredCommand earlier, AppendRequest unit) {
        return earlier.fingerprint().equals(unit.fingerprint())
                ? new Repeated(earlier.first(), earlier.last())
                : new KeyReused(earlier.first(), earlier.last());
    }

    private Optional<Outcome> knownAtRefused(AppendRequest unit, Instant moment) {
        if (unit.knownAt() == null) return Optional.empty();
        Optional<RegisterState> register = register(unit.register());
        Instant last = register.map(RegisterState::lastKnownAt).orElse(null);
        Reason reason = null;
        if (register.filter(RegisterState::live).isPresent()) reason = Reason.REGISTER_IS_LIVE;
        else if (last != null && unit.knownAt().isBefore(last)) reason = Reason.GOES_BACK;
        else if (unit.knownAt().isAfter(moment)) reason = Reason.IN_THE_FUTURE;
        return Optional.ofNullable(reason).map(refused -> new KnownAtRefused(refused, last));
    }

    private Optional<Outcome> moved(AppendRequest unit) {
        var continued = new LinkedHashMap<String, Long>();
        unit.events().forEach(event -> continued.putIfAbsent(event.stream(), event.sequence() - 1));
        return Stream.concat(
                        continued.entrySet().stream().map(each -> new Guard(each.getKey(), each.getValue(), List.of())),
                        unit.basis().stream().sorted(Comparator.comparing(Guard::stream)))
                .filter(guard -> guard.lastSequence() != lastSequence(guard.stream()))
                .findFirst()
                .map(guard -> new Conflict(guard.stream(), guard.lastSequence(), lastSequence(guard.stream())));
    }

    private Outcome number(AppendRequest unit, Instant moment) {
        Instant known = unit.knownAt() == null ? moment : unit.knownAt();
        RegisterState before = register(unit.register()).orElse(null);
        long first = position() + 1;
        for (NewEvent event : unit.events()) {
            StoredEvent stored = stored(unit, event, known, moment);
            events.add(stored);
            streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(stored);
        }
        long last = position();
        commands.put(
                unit.command(), new StoredCommand(unit.command(), unit.fingerprint(), unit.register(), first, last));
        registers.put(unit.register(), new RegisterState(unit.register(), known, last, live(unit, before, first)));
        recordedAt = moment;
        return new Appended(first, last, moment, known);
    }

    private static @Nullable Long live(AppendRequest unit, @Nullable RegisterState before, long first) {
        if (before != null && before.live()) return before.livePosition();
        return unit.knownAt() == null ? first : null;
    }

    private StoredEvent stored(AppendRequest unit, NewEvent event, Instant known, Instant moment) {
        return new StoredEvent(
                position() + 1,
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
                Basis.of(unit.basis()),
                new byte[0]);
    }

    private long position() {
        return base + events.size();
    }

    private Optional<RegisterState> register(String name) {
        RegisterState own = registers.get(name);
        return own == null ? ledger.registerAt(name, base) : Optional.of(own);
    }

    @Override
    public Instant now() {
        Instant now = ledger.now();
        return now.isAfter(recordedAt) ? now : recordedAt;
    }

    @Override
    public Optional<StoredCommand> command(CommandKey command) {
        return Optional.ofNullable(commands.get(command))
                .or(() -> ledger.command(command).filter(stored -> stored.last() <= base));
    }

    @Override
    public List<StoredEvent> stream(String stream, long fromSequence) {
        return Stream.concat(
                        ledger.stream(stream, fromSequence).stream().filter(event -> event.position() <= base),
                        streams.getOrDefault(stream, List.of()).stream()
                                .filter(event -> event.sequence() >= fromSequence))
                .toList();
    }

    @Override
    public Optional<String> registerOf(String stream) {
        return stream(stream).stream().map(StoredEvent::register).findFirst();
    }

    @Override
    public long lastSequence(String stream) {
        return stream(stream).size() - 1L;
    }

    @Override
    public List<StoredEvent> between(long first, long last) {
        return Stream.concat(
                        ledger.between(first, Math.min(last, base)).stream(),
                        events.stream()
                                .skip(Math.max(0, first - base - 1))
                                .takeWhile(event -> event.position() <= last))
                .toList();
    }

    @Override
    public Optional<StoredEvent> at(long position) {
        return LedgerReader.super.at(position);
    }

    @Override
    public Head head() {
        return new Head(position(), recordedAt);
    }

    @Override
    public long positionRecordedBefore(Instant instant) {
        return events.reversed().stream()
                .filter(event -> event.recordedAt().isBefore(instant))
                .map(StoredEvent::position)
                .findFirst()
                .orElseGet(() -> Math.min(base, ledger.positionRecordedBefore(instant)));
    }

    @Override
    public Optional<Long> livePosition(String register) {
        return register(register).flatMap(state -> Optional.ofNullable(state.livePosition()));
    }
}
