package org.portfolioledger.query.row;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.state.RecordedFact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the ledger stores as facts. */
public final class FactDecoder {

    private final FactSerializer serializer = new FactSerializer();
    private final JsonMapper json = FactSerializer.mapper();

    /** The fact, with the rules that it leaves unmet and the facts on which it rests. */
    public RecordedFact recorded(StoredEvent stored) {
        try {
            return new RecordedFact(
                    stored.position(),
                    serializer.read(stored.type(), stored.revision(), stored.payload()),
                    unmetRules(stored),
                    restsOn(stored));
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnreadableFact(stored, e);
        }
    }

    private List<String> unmetRules(StoredEvent stored) {
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : json.readTree(stored.metadata()).path("unmetRules")) rules.add(rule.asString());
        return List.copyOf(rules);
    }

    private List<Long> restsOn(StoredEvent stored) {
        List<Long> positions = new ArrayList<>();
        for (JsonNode guard : json.readTree(stored.basis())) {
            for (JsonNode position : guard.path("facts")) positions.add(position.asLong());
        }
        return positions.stream().distinct().sorted().toList();
    }
}
