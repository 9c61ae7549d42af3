package org.portfolioledger.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.People;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.History;

/** Reads other streams from the ledger while one command is decided, and remembers how far each had come. */
final class LedgerEvidence implements Evidence {

    private final LedgerReader ledger;
    private final FactReader reader;
    private final People people;
    private final PendingUnit unit;
    private final Map<String, List<StoredEvent>> read = new TreeMap<>();

    LedgerEvidence(LedgerReader ledger, FactReader reader, People people, PendingUnit unit) {
        this.ledger = ledger;
        this.reader = reader;
        this.people = people;
        this.unit = unit;
    }

    @Override
    public <S> History<RecordedFact, S> history(Kind<?, S> kind, String id) {
        return kind.history(stream(kind.stream(id)).stream().map(reader::read).toList());
    }

    @Override
    public Optional<RecordedFact> fact(long position) {
        return ledger.at(position)
                .flatMap(event -> stream(event.stream()).stream()
                        .filter(read -> read.position() == position)
                        .findFirst()
                        .map(reader::read));
    }

    @Override
    public String recordedBy() {
        return unit.command().actor();
    }

    @Override
    public String register() {
        return unit.register();
    }

    @Override
    public Optional<RecordedFact> wentLive() {
        return ledger.livePosition(unit.register()).flatMap(ledger::at).map(reader::read);
    }

    @Override
    public List<Read> read() {
        return read.values().stream()
                .filter(events -> !events.isEmpty())
                .map(List::getFirst)
                .map(first -> new Read(first.stream(), first.register(), first.position()))
                .toList();
    }

    @Override
    public boolean knowsPerson(String id) {
        return people.knows(id);
    }

    private List<StoredEvent> stream(String name) {
        return read.computeIfAbsent(name, ledger::stream);
    }

    List<Guard> guards(Set<Long> restsOn) {
        List<Guard> guards = new ArrayList<>();
        read.forEach((stream, events) -> guards.add(new Guard(
                stream,
                events.isEmpty() ? Guard.EMPTY : events.getLast().sequence(),
                events.stream()
                        .map(StoredEvent::position)
                        .filter(restsOn::contains)
                        .toList())));
        return guards;
    }
}
