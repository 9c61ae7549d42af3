package org.portfolioledger.command.axon;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.People;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.Sender;
import org.portfolioledger.command.axon.RecordedStreams.Recorded;
import org.portfolioledger.ledger.Guard;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.ledger.axon.PendingUnit;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/** Reads other streams from the ledger while one command is decided, and remembers how far each had come. */
final class LedgerEvidence implements Evidence {

    private final LedgerReader ledger;
    private final FactReader reader;
    private final RecordedStreams streams;
    private final People people;
    private final PendingUnit unit;
    private final Sender sender;
    private final Map<String, Recorded> read = new TreeMap<>();
    private final Set<Mark> marks = new LinkedHashSet<>();

    LedgerEvidence(
            LedgerReader ledger,
            FactReader reader,
            RecordedStreams streams,
            People people,
            PendingUnit unit,
            Sender sender) {
        this.ledger = ledger;
        this.reader = reader;
        this.streams = streams;
        this.people = people;
        this.unit = unit;
        this.sender = sender;
    }

    @Override
    public RecordedStream stream(String name) {
        return read.computeIfAbsent(name, streams::recorded).stream();
    }

    @Override
    public Optional<RecordedFact> fact(long position) {
        return ledger.at(position)
                .flatMap(event -> stream(event.stream()).facts().stream()
                        .filter(recorded -> recorded.position() == position)
                        .findFirst());
    }

    @Override
    public void mark(Mark mark) {
        marks.add(mark);
    }

    @Override
    public List<String> marked(Mark mark) {
        return ledger.askingFor(mark.stream(), register()).stream()
                .filter(stream ->
                        Kinds.ofStream(stream).filter(mark.kind()::equals).isPresent())
                .map(mark.kind()::idIn)
                .toList();
    }

    @Override
    public Sender sender() {
        return sender;
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
        List<Read> all = new ArrayList<>();
        read.forEach((stream, recorded) -> {
            String register = recorded.register();
            if (register != null)
                all.add(new Read(
                        stream, register, recorded.stream().facts().getFirst().position()));
        });
        return all;
    }

    @Override
    public PersonStatus person(String id) {
        return people.status(id);
    }

    /** The sequence of the last fact of a stream as it was read; {@link Guard#EMPTY} if it holds nothing. */
    long lastSequence(String stream) {
        return stream(stream).facts().size() - 1L;
    }

    /** One for each stream that was read, and for each mark that is not on record. */
    List<Guard> guards() {
        return Stream.concat(
                        read.keySet().stream().map(stream -> new Guard(stream, lastSequence(stream))),
                        marks.stream().map(mark -> new Guard(mark.stream(), Guard.EMPTY)))
                .toList();
    }
}
