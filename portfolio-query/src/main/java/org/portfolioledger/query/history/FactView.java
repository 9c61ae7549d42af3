package org.portfolioledger.query.history;

import java.util.Base64;
import java.util.HexFormat;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.serialization.FactSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A fact as it is shown: every field that the ledger keeps of it. */
final class FactView {

    private static final JsonMapper JSON = FactSerializer.mapper();

    private FactView() {}

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
        page.set("payload", shown(fact.payload()));
        page.set("metadata", shown(fact.metadata()));
        page.set("basis", shown(fact.basis()));
        page.put("leafHash", HexFormat.of().formatHex(fact.leafHash()));
        return page;
    }

    /** What is no JSON is shown in base64: it is on record as it is. */
    private static JsonNode shown(byte[] stored) {
        try {
            return JSON.readTree(stored);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("base64", Base64.getEncoder().encodeToString(stored));
        }
    }

    static JsonNode json(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
