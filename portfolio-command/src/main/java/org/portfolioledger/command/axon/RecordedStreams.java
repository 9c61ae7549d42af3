package org.portfolioledger.command.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.LedgerFork;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/**
 * The streams that commands were decided on lately, decoded and folded, so that the next command need not. They follow the
 * ledger by position; a command first waits until what was committed before it is counted in. One that is behind all the
 * same cannot decide: the append guards every stream by its last sequence.
 */
final class RecordedStreams {

    private static final int PAGE = 1_000;

    /** Further behind than this it is quicker to begin anew. */
    private static final int MOST_BEHIND = 10 * PAGE;

    /** Of facts of streams that are read at once: all are in memory before the first is decoded. */
    private static final int MOST_AT_ONCE = 20_000;

    /** There may be several, beside what is remembered of the ledger. */
    private static final int MOST_OF_A_FORK = 20_000;

    private final LedgerReader ledger;
    private final FactReader reader;
    private final Function<String, Recorded> read;
    private final Function<String, Optional<Recorded>> elsewhere;
    private final int mostFacts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Memory<Remembered> remembered;
    private long position;

    private final ReentrantLock flight = new ReentrantLock();
    private final AtomicLong asked = new AtomicLong();
    private long answered;
    private @Nullable RuntimeException failure;

    /**
     * A stream as it is on record.
     *
     * @param register to which it belongs; null if it holds nothing
     */
    record Recorded(@Nullable String register, RecordedStream stream) {

        static final Recorded NOTHING = new Recorded(null, RecordedStream.EMPTY);

        int size() {
            return stream.facts().size();
        }

        Recorded with(String ofRegister, RecordedFact next) {
            return new Recorded(ofRegister, stream.with(next));
        }

        /** Position of its first fact; before the first position of all if it holds nothing. */
        long begins() {
            return stream.facts().isEmpty() ? 0 : stream.facts().getFirst().position();
        }
    }

    /** What is remembered of a stream; while it is read, what came meanwhile. */
    private static final class Remembered {

        private @Nullable Recorded recorded;
        private final List<StoredEvent> meanwhile = new ArrayList<>();
    }

    /** @param mostFacts how many facts are remembered at most */
    RecordedStreams(LedgerReader ledger, FactReader reader, int mostFacts) {
        this.ledger = ledger;
        this.reader = reader;
        this.read = this::read;
        this.elsewhere = _ -> Optional.empty();
        this.mostFacts = mostFacts;
        this.remembered = new Memory<>(mostFacts);
        this.position = ledger.head().position();
    }

    /** Those of a fork: what stands before it is taken from those of its ledger. */
    RecordedStreams(LedgerFork fork, RecordedStreams before) {
        this.ledger = fork;
        this.reader = before.reader;
        this.read = stream -> withOwn(before.recorded(stream, fork.base()), fork.own(stream));
        this.elsewhere = stream -> before.known(stream).filter(recorded -> recorded.begins() <= fork.base());
        this.mostFacts = Math.min(before.mostFacts, MOST_OF_A_FORK);
        this.remembered = new Memory<>(mostFacts);
        this.position = fork.base();
    }

    /**
     * Counts in everything that was committed before the call. Those who ask at the same time share one look at the ledger,
     * which begins after the last of them has asked.
     */
    void catchUp() {
        long mine = asked.incrementAndGet();
        flight.lock();
        try {
            if (answered < mine) {
                long all = asked.get();
                failure = null;
                try {
                    follow();
                } catch (RuntimeException fault) {
                    failure = fault;
                }
                answered = all;
            }
            if (failure != null) throw failure;
        } finally {
            flight.unlock();
        }
    }

    private void follow() {
        long from = position;
        while (true) {
            List<StoredEvent> page = ledger.after(position, PAGE);
            lock.lock();
            try {
                page.forEach(this::add);
                if (!page.isEmpty()) position = page.getLast().position();
            } finally {
                lock.unlock();
            }
            if (page.size() < PAGE) return;
            if (position - from >= MOST_BEHIND) {
                beginAnew();
                return;
            }
        }
    }

    private Recorded withOwn(Recorded before, List<StoredEvent> own) {
        Recorded recorded = before;
        for (StoredEvent event : own) recorded = recorded.with(event.register(), reader.read(event));
        return recorded;
    }

    /** Forgets everything. */
    void beginAnew() {
        lock.lock();
        try {
            remembered.clear();
            position = ledger.head().position();
        } finally {
            lock.unlock();
        }
    }

    private void add(StoredEvent event) {
        Remembered known = remembered.get(event.stream());
        if (known == null) return;
        if (known.recorded == null) known.meanwhile.add(event);
        else keep(event.stream(), known, longer(known.recorded, event));
    }

    /** Takes over a fact that was recorded here, before it comes by way of the ledger. */
    void remember(String stream, String register, long sequence, RecordedFact fact) {
        lock.lock();
        try {
            Remembered known = remembered.get(stream);
            if (known != null && known.recorded != null && known.recorded.size() == sequence)
                keep(stream, known, known.recorded.with(register, fact));
        } finally {
            lock.unlock();
        }
    }

    /** What is on record of a stream, with all that was committed before the last {@link #catchUp()}. */
    Recorded recorded(String stream) {
        Remembered mine = new Remembered();
        lock.lock();
        try {
            Remembered known = remembered.get(stream);
            if (known != null && known.recorded != null) return known.recorded;
            if (known != null) mine = null;
            else remembered.put(stream, mine);
        } finally {
            lock.unlock();
        }
        // Whoever comes while another reads the stream reads it too.
        return mine == null ? read.apply(stream) : readAndRemember(stream, mine);
    }

    /** What was on record of a stream at a position that the ledger had reached before the last {@link #catchUp()}. */
    Recorded recorded(String stream, long upTo) {
        Recorded present = recorded(stream);
        List<RecordedFact> facts = present.stream().facts();
        if (facts.isEmpty() || facts.getLast().position() <= upTo) return present;
        List<RecordedFact> before =
                facts.stream().filter(fact -> fact.position() <= upTo).toList();
        return before.isEmpty() ? Recorded.NOTHING : new Recorded(present.register(), RecordedStream.of(before));
    }

    private Recorded read(String stream) {
        List<StoredEvent> events = ledger.stream(stream);
        return events.isEmpty()
                ? Recorded.NOTHING
                : new Recorded(events.getFirst().register(), reader.read(events));
    }

    private Recorded readAndRemember(String stream, Remembered mine) {
        Recorded recorded = null;
        try {
            recorded = read.apply(stream);
            return recorded;
        } finally {
            lock.lock();
            try {
                remember(stream, mine, recorded);
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Reads streams at once that are asked for next, as far as they are not held ready. Where they are long, or one cannot
     * be read, the others are read when they are asked for.
     */
    void expect(Collection<String> streams) {
        Map<String, Remembered> mine = new LinkedHashMap<>();
        lock.lock();
        try {
            for (String stream : streams) {
                if (remembered.get(stream) != null) continue;
                Remembered own = new Remembered();
                mine.put(stream, own);
                remembered.put(stream, own);
            }
        } finally {
            lock.unlock();
        }
        Map<String, Recorded> read = new HashMap<>();
        try {
            if (!mine.isEmpty()) readAtOnce(mine.keySet(), read);
        } finally {
            lock.lock();
            try {
                mine.forEach((stream, own) -> remember(stream, own, read.get(stream)));
            } finally {
                lock.unlock();
            }
        }
    }

    private void readAtOnce(Collection<String> streams, Map<String, Recorded> read) {
        List<StoredEvent> events = ledger.streams(streams, Long.MAX_VALUE, MOST_AT_ONCE);
        Map<String, List<StoredEvent>> byStream = events.stream().collect(Collectors.groupingBy(StoredEvent::stream));
        boolean whole = events.size() < MOST_AT_ONCE;
        if (!whole) byStream.remove(events.getLast().stream());
        else streams.forEach(stream -> read.put(stream, Recorded.NOTHING));
        byStream.forEach((stream, own) -> {
            try {
                read.put(stream, new Recorded(own.getFirst().register(), reader.read(own)));
            } catch (RuntimeException | StackOverflowError unreadable) {
                read.remove(stream);
            }
        });
    }

    /** @param read null: it is not remembered */
    private void remember(String stream, Remembered mine, @Nullable Recorded read) {
        Recorded whole = read;
        for (StoredEvent event : mine.meanwhile) whole = whole == null ? null : longer(whole, event);
        if (remembered.get(stream) == mine) keep(stream, mine, whole);
    }

    /** @param recorded null: it is not remembered any longer */
    private void keep(String stream, Remembered known, @Nullable Recorded recorded) {
        known.recorded = recorded;
        if (recorded == null) remembered.remove(stream);
        else remembered.weigh(stream, weight(recorded));
    }

    /** That a stream holds nothing has its cost too. */
    private static int weight(Recorded recorded) {
        return recorded.size() + 1;
    }

    /** With a fact that came; null where it cannot be read, or does not come next: the ledger tells whoever needs it. */
    private @Nullable Recorded longer(Recorded recorded, StoredEvent event) {
        if (event.sequence() < recorded.size()) return recorded;
        if (event.sequence() > recorded.size()) return null;
        try {
            return recorded.with(event.register(), reader.read(event));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return null;
        }
    }

    /** The register of a stream, which is its own for ever; empty if it holds nothing. */
    Optional<String> registerOf(String stream) {
        String known = known(stream).map(Recorded::register).orElse(null);
        return known == null ? ledger.registerOf(stream) : Optional.of(known);
    }

    /** The stream of a name, whatever the case of its letters, as it was written first; empty if it holds nothing. */
    Optional<String> spelling(String stream) {
        boolean asWritten = known(stream).map(Recorded::register).isPresent();
        return asWritten ? Optional.of(stream) : ledger.spelling(stream);
    }

    /** A stream as it is remembered, whatever was committed since. */
    private Optional<Recorded> known(String stream) {
        lock.lock();
        try {
            Remembered known = remembered.get(stream);
            if (known != null && known.recorded != null) return Optional.of(known.recorded);
        } finally {
            lock.unlock();
        }
        return elsewhere.apply(stream);
    }

    /** How much is held ready: the facts of the streams, and one for each stream. */
    int remembered() {
        lock.lock();
        try {
            return remembered.weight();
        } finally {
            lock.unlock();
        }
    }
}
