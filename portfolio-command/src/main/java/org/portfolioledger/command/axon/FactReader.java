package org.portfolioledger.command.axon;

import java.util.List;
import org.portfolioledger.command.Shell;
import org.portfolioledger.edge.EdgeProblem;
import org.portfolioledger.edge.Problem;
import org.portfolioledger.events.PortfolioEvent;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.ledger.axon.EventCodec;
import org.portfolioledger.state.Recorded;
import org.portfolioledger.wire.FactType;
import org.portfolioledger.wire.Wire;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns facts into what the ledger keeps, and back. */
public final class FactReader implements EventCodec {

    private final Wire wire = new Wire();
    private final JsonMapper json = Wire.mapper();

    @Override
    public Encoded encode(Object payload) {
        PortfolioEvent fact = (PortfolioEvent) payload;
        FactType type = FactType.of(fact.getClass());
        return new Encoded(type.typeName(), type.revision(), wire.write(fact));
    }

    /** @throws Problem if it cannot be read: then nothing can be decided that rests on it */
    @Override
    public PortfolioEvent decode(String type, int revision, byte[] payload) {
        try {
            return wire.read(type, revision, payload);
        } catch (IllegalArgumentException | JacksonException e) {
            throw Problem.of(
                    EdgeProblem.UNREADABLE_FACT,
                    "A fact on which the decision rests, %s in revision %d, is not what this release knows"
                            .formatted(type, revision));
        }
    }

    /** The fact with the rules that its source could not satisfy. */
    public Recorded read(StoredEvent event) {
        JsonNode unmet = json.readTree(event.metadata()).path(Shell.UNMET_RULES);
        return new Recorded(
                event.position(),
                decode(event.type(), event.revision(), event.payload()),
                unmet.valueStream().map(JsonNode::asString).toList(),
                List.of());
    }
}
