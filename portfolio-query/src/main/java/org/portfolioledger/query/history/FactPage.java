package org.portfolioledger.query.history;

import java.util.HexFormat;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.wire.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A fact as it is shown: every field that the ledger keeps of it. */
final class FactPage {

    private static final JsonMapper JSON = Wire.mapper();

    private FactPage() {}

    static ObjectNode of(StoredEvent fact) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("position", fact.position());
        page.put("eventId", fact.eventId().toString());
        page.put("register", fact.register());
        page.put("stream", fact.stream());
        page.put("sequence", fact.sequence());
        page.put("type", fact.type());
        page.put("revision", fact.revision());
        page.put("effectiveOn", fact.effectiveOn().toString());
        page.put("knownAt", fact.knownAt().toString());
        page.put("recordedAt", fact.recordedAt().toString());
        page.put("actor", fact.command().actor());
        page.put("command", fact.command().key());
        page.set("payload", JSON.readTree(fact.payload()));
        page.set("metadata", JSON.readTree(fact.metadata()));
        page.set("basis", JSON.readTree(fact.basis()));
        page.put("leafHash", HexFormat.of().formatHex(fact.leafHash()));
        return page;
    }

    static JsonNode json(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
