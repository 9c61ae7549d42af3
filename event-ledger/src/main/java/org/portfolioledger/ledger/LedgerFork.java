package org.portfolioledger.ledger;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.Outcome.Appended;
import org.portfolioledger.ledger.Outcome.Conflict;
import org.portfolioledger.ledger.Outcome.KeyReused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused;
import org.portfolioledger.ledger.Outcome.KnownAtRefused.Reason;
import org.portfolioledger.ledger.Outcome.NoEvents;
import org.portfolioledger.ledger.Outcome.Repeated;

/**
 * A private continuation of the ledger from its present head: what is appended to it stays in memory, or in a file once it is
 * settled, and what others append to the ledger meanwhile is not seen. It holds no lock and no transaction. For one thread.
 */
public final class LedgerFork implements LedgerReader, Appender, Closeable {

    private final Ledger ledger;
    private final LastSequences lastSequences;
    private final LedgerClock clock;
    private long base;
    private Instant recordedAt;
    private final List<AppendRequest> requests = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<CommandKey, StoredCommand> commands = new HashMap<>();
    private final Map<CommandKey, Optional<StoredCommand>> before = new HashMap<>();
    private final Map<String, Optional<RegisterProgress>> registers = new HashMap<>();
    private @Nullable ForkFile settled;

    /** Tells how far a stream of the ledger had come. */
    @FunctionalInterface
    public interface LastSequences {

        /** The last sequence of a stream at a position of the ledger; {@link Guard#EMPTY} if it held nothing. */
        long at(String stream, long position);
    }

    public LedgerFork(Ledger ledger) {
        this(ledger, (stream, position) -> before(ledger, stream, 0, position).size() - 1L);
    }

    /** @param lastSequences for those who know it without a look into the ledger */
    @SuppressWarnings("this-escape") // final
    public LedgerFork(Ledger ledger, LastSequences lastSequences) {
        this.ledger = ledger;
        this.lastSequences = lastSequences;
        this.clock = new LedgerClock(ledger);
        begin();
    }

    /** Forgets what was appended to it, and begins anew from the present head of the ledger. */
    public void begin() {
        Head head = ledger.head();
        base = head.position();
        recordedAt = head.recordedAt();
        requests.clear();
        events.clear();
        streams.clear();
        spellings.clear();
        commands.clear();
        before.clear();
        registers.clear();
        close();
    }

    /**
     * Moves what it has taken into a file, so that memory does not limit how much it takes. All of it stays as it is: it is
     * not given up any more, and is no continuation of the ledger.
     */
    public void settle() {
        if (requests.isEmpty()) return;
        ForkFile file = settled == null ? ForkFile.create() : settled;
        settled = file;
        events.forEach(file::add);
        for (AppendRequest request : requests) {
            file.add(Objects.requireNonNull(commands.get(request.command())));
            List<String> asking =
                    request.events().stream().map(NewEvent::stream).distinct().toList();
            for (Guard guard : request.guards())
                if (guard.lastSequence() == Guard.EMPTY)
                    asking.forEach(stream -> file.addAsking(guard.stream(), request.register(), stream));
        }
        file.write();
        requests.clear();
        events.clear();
        streams.clear();
        spellings.clear();
        commands.clear();
    }

    /** Gives up its file, if it has one; what was settled is gone. */
    @Override
    public void close() {
        if (settled != null) settled.close();
        settled = null;
    }

    /**
     * How much it has taken since it settled last.
     *
     * @param requests number of them
     * @param events number of their facts
     */
    public record ForkPoint(
            int requests, int events, Instant recordedAt, Map<String, Optional<RegisterProgress>> registers) {

        public ForkPoint {
            registers = Map.copyOf(registers);
        }
    }

    /** Marks how much it has taken. */
    public ForkPoint mark() {
        return new ForkPoint(requests.size(), events.size(), recordedAt, registers);
    }

    /**
     * Gives up everything that it has taken after a mark of its own; a fork that began anew meanwhile keeps nothing. It may not
     * have settled since.
     */
    public void giveUp(ForkPoint mark) {
        while (requests.size() > mark.requests())
            commands.remove(requests.removeLast().command());
        while (events.size() > mark.events()) {
            String stream = events.removeLast().stream();
            List<StoredEvent> own = Objects.requireNonNull(streams.get(stream));
            own.removeLast();
            if (!own.isEmpty()) continue;
            streams.remove(stream);
            spellings.remove(stream.toLowerCase(Locale.ROOT), stream);
        }
        recordedAt = mark.recordedAt();
        registers.clear();
        registers.putAll(mark.registers());
    }

    /** The position at which it began. */
    public long base() {
        return base;
    }

    /** Looks up at once which of the next commands are stored, so that none is looked up alone. */
    public void lookUp(Collection<CommandKey> keys) {
        before.clear();
        keys.forEach(key -> before.put(key, Optional.empty()));
        ledger.commands(keys).forEach(stored -> before.put(stored.command(), Optional.of(stored)));
    }

    /** What was appended to it of a stream. */
    public List<StoredEvent> own(String stream) {
        List<StoredEvent> latest = streams.getOrDefault(stream, List.of());
        return settled == null
                ? List.copyOf(latest)
                : Stream.concat(settled.stream(stream).stream(), latest.stream())
                        .toList();
    }

    /** How many requests it has taken since it settled last. */
    public int size() {
        return requests.size();
    }

    /** All requests that it has taken, to be appended to the ledger; empty if it has taken none. */
    public Optional<Continuation> continuation() {
        if (settled != null) throw new IllegalStateException("what a fork has settled is no continuation");
        return requests.isEmpty() ? Optional.empty() : Optional.of(new Continuation(base, requests));
    }

    /** Takes the request by the rules of the append, at once; its facts have no leaf hash. */
    @Override
    public Outcome append(AppendRequest request) {
        Optional<StoredCommand> earlier = command(request.command());
        if (earlier.isPresent()) return repeated(earlier.get(), request);
        Instant next = recordedAt.plus(1, ChronoUnit.MICROS);
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        Instant moment = now.isAfter(next) ? now : next;
        return knownAtRefused(request, moment).or(() -> moved(request)).orElseGet(() -> number(request, moment));
    }

    private static Outcome repeated(StoredCommand earlier, AppendRequest request) {
        return earlier.fingerprint().equals(request.fingerprint())
                ? new Repeated(earlier.positions())
                : new KeyReused();
    }

    private Optional<Outcome> knownAtRefused(AppendRequest request, Instant moment) {
        RegisterProgress register = register(request.register()).orElse(null);
        Reason reason = reason(request, register, moment);
        return reason == null
                ? Optional.empty()
                : Optional.of(new KnownAtRefused(reason, register == null ? null : register.lastKnownAt()));
    }

    private static @Nullable Reason reason(AppendRequest request, @Nullable RegisterProgress register, Instant moment) {
        Instant stated = request.knownAt();
        if (stated == null)
            return register == null || register.live() || request.goesLive() ? null : Reason.REGISTER_MIGRATES;
        if (register != null && register.live()) return Reason.REGISTER_IS_LIVE;
        if (register != null && stated.isBefore(register.lastKnownAt())) return Reason.GOES_BACK;
        return stated.isBefore(moment) ? null : Reason.IN_THE_FUTURE;
    }

    private Optional<Outcome> moved(AppendRequest request) {
        var continued = new LinkedHashMap<String, Long>();
        request.events().forEach(event -> continued.putIfAbsent(event.stream(), event.sequence() - 1));
        return Stream.concat(
                        continued.entrySet().stream().map(each -> new Guard(each.getKey(), each.getValue())),
                        request.guards().stream().sorted(Comparator.comparing(Guard::stream)))
                .filter(guard -> guard.lastSequence() != lastSequence(guard.stream()))
                .findFirst()
                .map(guard -> new Conflict(guard.stream(), guard.lastSequence(), lastSequence(guard.stream())));
    }

    private Outcome number(AppendRequest request, Instant moment) {
        if (request.events().isEmpty()) {
            store(request, null);
            return new NoEvents();
        }
        Instant known = request.knownAt() == null ? moment : request.knownAt();
        RegisterProgress before = register(request.register()).orElse(null);
        long first = position() + 1;
        for (NewEvent event : request.events()) {
            StoredEvent stored = stored(request, event, first, known, moment);
            events.add(stored);
            streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(stored);
            spellings.putIfAbsent(event.stream().toLowerCase(Locale.ROOT), event.stream());
        }
        long last = position();
        store(request, new PositionRange(first, last));
        registers.put(
                request.register(),
                Optional.of(new RegisterProgress(request.register(), known, last, live(request, before, first))));
        recordedAt = moment;
        return new Appended(first, last, moment, known);
    }

    private void store(AppendRequest request, @Nullable PositionRange positions) {
        requests.add(request);
        commands.put(
                request.command(),
                new StoredCommand(request.command(), request.fingerprint(), request.register(), positions));
    }

    private static @Nullable Long live(AppendRequest request, @Nullable RegisterProgress before, long first) {
        if (before != null && before.live()) return before.livePosition();
        return request.knownAt() == null ? first : null;
    }

    private StoredEvent stored(AppendRequest request, NewEvent event, long first, Instant known, Instant moment) {
        StoredEvent stored = new StoredEvent(
                position() + 1,
                event.eventId(),
                request.register(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata(),
                event.effectiveOn(),
                known,
                moment,
                request.command(),
                Basis.of(event.restsOn(first), request.guards()),
                new byte[0]);
        return stored.withLeaf();
    }

    private long position() {
        return settledPosition() + events.size();
    }

    private long settledPosition() {
        return settled == null ? base : base + settled.facts();
    }

    private Optional<RegisterProgress> register(String name) {
        return registers.computeIfAbsent(name, _ -> ledger.registerAt(name, base));
    }

    @Override
    public Instant now() {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(recordedAt) ? now : recordedAt;
    }

    @Override
    public Optional<StoredCommand> command(CommandKey command) {
        return Optional.ofNullable(commands.get(command))
                .or(() -> settled == null ? Optional.empty() : settled.command(command))
                .or(() -> before.computeIfAbsent(command, ledger::command).filter(this::isBefore));
    }

    /** A command without events has no place; one that another stores meanwhile had no effect, so it counts. */
    private boolean isBefore(StoredCommand stored) {
        return stored.positions() == null || stored.positions().last() <= base;
    }

    @Override
    public List<StoredEvent> stream(String stream, long fromSequence) {
        return Stream.concat(
                        before(ledger, stream, fromSequence, base).stream(),
                        own(stream).stream().filter(event -> event.sequence() >= fromSequence))
                .toList();
    }

    private static List<StoredEvent> before(Ledger ledger, String stream, long fromSequence, long base) {
        return ledger.stream(stream, fromSequence).stream()
                .filter(event -> event.position() <= base)
                .toList();
    }

    @Override
    public Optional<String> registerOf(String stream) {
        return stream(stream).stream().map(StoredEvent::register).findFirst();
    }

    @Override
    public Optional<String> spelling(String stream) {
        return ledger.spelling(stream)
                .filter(first -> !stream(first).isEmpty())
                .or(() -> settled == null ? Optional.empty() : settled.spelling(stream))
                .or(() -> Optional.ofNullable(spellings.get(stream.toLowerCase(Locale.ROOT))));
    }

    @Override
    public long lastSequence(String stream) {
        List<StoredEvent> own = streams.get(stream);
        if (own != null) return own.getLast().sequence();
        long last = settled == null ? Guard.EMPTY : settled.lastSequence(stream);
        return last == Guard.EMPTY ? lastSequences.at(stream, base) : last;
    }

    @Override
    public List<StoredEvent> between(long first, long last) {
        List<StoredEvent> before = first > base ? List.of() : ledger.between(first, Math.min(last, base));
        return Stream.concat(before.stream(), own(first, last)).toList();
    }

    /** What was appended to it, from one position to another, one after the other. */
    private Stream<StoredEvent> own(long first, long last) {
        return LongStream.rangeClosed(Math.max(first, base + 1), Math.min(last, position()))
                .mapToObj(this::own);
    }

    private StoredEvent own(long position) {
        return settled == null || position > settledPosition()
                ? events.get(Math.toIntExact(position - settledPosition() - 1))
                : settled.fact(position - base - 1);
    }

    @Override
    public List<StoredEvent> resting(String stream, long first, long last, int limit) {
        String guard = Basis.naming(stream);
        return Stream.concat(
                        ledger.resting(stream, first, Math.min(last, base), limit).stream(),
                        own(first, last)
                                .filter(event -> registerOf(stream)
                                        .filter(event.register()::equals)
                                        .isPresent())
                                .filter(event -> new String(event.basis(), StandardCharsets.UTF_8).contains(guard)))
                .limit(limit)
                .toList();
    }

    /** What others recorded since the fork began is not left out: whoever reads the stream finds what stood before. */
    @Override
    public List<String> askingFor(String absent, String register) {
        String guard = Basis.naming(absent) + "\"sequence\":" + Guard.EMPTY + "}";
        List<String> before = settled == null ? List.of() : settled.askingFor(absent, register);
        return Stream.of(
                        ledger.askingFor(absent, register).stream(),
                        before.stream(),
                        events.stream()
                                .filter(event -> event.register().equals(register))
                                .filter(event -> new String(event.basis(), StandardCharsets.UTF_8).contains(guard))
                                .map(StoredEvent::stream))
                .flatMap(streams -> streams)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Head head() {
        return new Head(position(), recordedAt);
    }

    @Override
    public long positionRecordedBefore(Instant instant) {
        // They are recorded one after the other.
        long before = base;
        long from = position() + 1;
        while (before + 1 < from) {
            long between = (before + from) / 2;
            if (own(between).recordedAt().isBefore(instant)) before = between;
            else from = between;
        }
        return before > base ? before : Math.min(base, ledger.positionRecordedBefore(instant));
    }

    @Override
    public Optional<Long> livePosition(String register) {
        return register(register).flatMap(state -> Optional.ofNullable(state.livePosition()));
    }
}
