package org.portfolioledger.command.axon;

import java.util.List;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.EventCodec;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RecordedStream;

/** Turns facts into what the ledger keeps, and back. */
public final class FactReader implements EventCodec {

    private final FactSerializer serializer = new FactSerializer();

    @Override
    public Encoded encode(Object payload) {
        GovernanceFact fact = (GovernanceFact) payload;
        FactType type = FactType.of(fact.getClass());
        return new Encoded(type.typeName(), type.revision(), serializer.write(fact));
    }

    /**
     * @throws org.portfolioledger.serialization.UnreadableFact if this release does not know it: then nothing can be
     *     decided that rests on it
     */
    @Override
    public GovernanceFact decode(String type, int revision, byte[] payload) {
        return serializer.read(type, revision, payload);
    }

    /** A stream from its first fact on. */
    public RecordedStream read(List<StoredEvent> stream) {
        return RecordedStream.of(stream.stream().map(this::read).toList());
    }

    /** The fact with the rules that its source could not satisfy. */
    public RecordedFact read(StoredEvent event) {
        FactEnvelope envelope = FactEnvelope.read(event.metadata(), event.basis());
        return new RecordedFact(
                event.position(),
                decode(event.type(), event.revision(), event.payload()),
                RecordedFact.recorders(
                        event.command().actor(), envelope.onBehalfOf(), event.knownAt(), event.recordedAt()),
                envelope.unmetRules(),
                envelope.restsOn());
    }
}
