package org.portfolioledger.query.row;

import java.util.List;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/** Reads what the ledger stores as facts. */
public final class FactDecoder {

    private final FactSerializer serializer = new FactSerializer();

    /** A stream from its first fact on. */
    public RecordedStream recorded(List<StoredEvent> stream) {
        return RecordedStream.of(stream.stream().map(this::recorded).toList());
    }

    /** The fact, with the rules that it leaves unmet and the facts on which it rests. */
    public RecordedFact recorded(StoredEvent stored) {
        try {
            FactEnvelope envelope = FactEnvelope.read(stored.metadata(), stored.basis());
            return new RecordedFact(
                    stored.position(),
                    serializer.read(stored.type(), stored.revision(), stored.payload()),
                    RecordedFact.recorders(
                            stored.command().actor(), envelope.onBehalfOf(), stored.knownAt(), stored.recordedAt()),
                    envelope.unmetRules(),
                    envelope.restsOn());
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnfoldableFact(stored, e);
        }
    }
}
