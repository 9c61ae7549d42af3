package org.portfolioledger.command.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Mark;
import org.portfolioledger.command.PersonStatus;
import org.portfolioledger.command.Sender;
import org.portfolioledger.ledger.LedgerReader;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/**
 * What one register held up to a position. It is for questions: nothing is recorded on it, so nothing is guarded.
 *
 * @param streams those that were read so far
 */
record EvidenceKnownAt(
        LedgerReader ledger,
        FactReader reader,
        Sender sender,
        String register,
        long position,
        Map<String, RecordedStream> streams)
        implements Evidence {

    EvidenceKnownAt(LedgerReader ledger, FactReader reader, Sender sender, String register, long position) {
        this(ledger, reader, sender, register, position, new HashMap<>());
    }

    @Override
    public RecordedStream stream(String name) {
        return streams.computeIfAbsent(
                name,
                wanted -> reader.read(ledger.stream(wanted).stream()
                        .filter(event -> event.position() <= position)
                        .toList()));
    }

    @Override
    public Optional<RecordedFact> fact(long at) {
        return at > position ? Optional.empty() : ledger.at(at).map(reader::read);
    }

    @Override
    public Optional<RecordedFact> wentLive() {
        return ledger.livePosition(register).flatMap(this::fact);
    }

    @Override
    public void mark(Mark mark) {
        throw new UnsupportedOperationException("a question marks nothing");
    }

    @Override
    public List<String> marked(Mark mark) {
        return List.of();
    }

    @Override
    public List<Read> read() {
        return List.of();
    }

    @Override
    public PersonStatus person(String id) {
        return PersonStatus.KNOWN;
    }
}
