package org.portfolioledger.command.axon;

import java.util.List;
import org.portfolioledger.command.Shell;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.EventCodec;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.FactType;
import org.portfolioledger.state.RecordedFact;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into what the ledger keeps, and back. */
public final class FactReader implements EventCodec {

    private final FactSerializer serializer = new FactSerializer();
    private final JsonMapper json = FactSerializer.mapper();

    @Override
    public Encoded encode(Object payload) {
        GovernanceFact fact = (GovernanceFact) payload;
        FactType type = FactType.of(fact.getClass());
        return new Encoded(type.typeName(), type.revision(), serializer.write(fact));
    }

    /** @throws Problem if it cannot be read: then nothing can be decided that rests on it */
    @Override
    public GovernanceFact decode(String type, int revision, byte[] payload) {
        try {
            return serializer.read(type, revision, payload);
        } catch (IllegalArgumentException | JacksonException e) {
            throw Problem.of(
                    HttpProblem.UNREADABLE_FACT,
                    "A fact on which the decision rests, %s in revision %s, is not what this release knows"
                            .formatted(type, revision));
        }
    }

    /** The fact with the rules that its source could not satisfy. */
    public RecordedFact read(StoredEvent event) {
        JsonNode unmet = json.readTree(event.metadata()).path(Shell.UNMET_RULES);
        return new RecordedFact(
                event.position(),
                decode(event.type(), event.revision(), event.payload()),
                unmet.valueStream().map(JsonNode::asString).toList(),
                List.of());
    }
}
