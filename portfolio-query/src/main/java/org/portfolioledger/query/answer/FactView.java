package org.portfolioledger.query.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.StoredEvent;
import org.portfolioledger.query.point.Sight;
import org.portfolioledger.serialization.FactEnvelope;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Marking;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fact as it is shown: every field that the ledger keeps of it.
 *
 * @param position place in the ledger's one order
 * @param sequence place in its stream: 0, 1, 2, …
 * @param actor id of whoever recorded it
 * @param actorKind person, service or agent; null: a kind that this release does not know
 * @param onBehalfOf id of the person for whom a service or an agent recorded it; null: a person recorded it
 * @param command key of the command
 * @param payload the fact, as it is stored: by the schema of its type and revision at {@code /api/v1/event-types}
 * @param metadata what the recording added, such as rules that a migrated source leaves unmet
 * @param basis {@code restsOn}: the facts on which it rests; {@code read}: the streams that were read for its command and that
 *     the viewer sees
 * @param leafHash hexadecimal
 */
public record FactView(
        long position,
        String eventId,
        String register,
        String stream,
        long sequence,
        String type,
        int revision,
        LocalDate effectiveOn,
        Instant knownAt,
        Instant recordedAt,
        String actor,
        @Nullable ActorKind actorKind,
        @Nullable String onBehalfOf,
        String command,
        JsonNode payload,
        JsonNode metadata,
        JsonNode basis,
        String leafHash) {

    private static final JsonMapper JSON = FactSerializer.mapper();

    /**
     * A fact as a viewer sees it.
     *
     * @param sight what else the viewer sees: of other streams it is not shown that they were read
     */
    public static FactView of(StoredEvent fact, Sight sight) {
        JsonNode metadata = shown(fact.metadata());
        return new FactView(
                fact.position(),
                fact.eventId().toString(),
                fact.register(),
                fact.stream(),
                fact.sequence(),
                fact.type(),
                fact.revision(),
                fact.effectiveOn(),
                fact.knownAt(),
                fact.recordedAt(),
                fact.command().actor(),
                FactEnvelope.actorKind(metadata),
                FactEnvelope.onBehalfOf(metadata),
                fact.command().key(),
                withheld(shown(fact.payload()), sight),
                metadata,
                seen(shown(fact.basis()), sight),
                HexFormat.of().formatHex(fact.leafHash()));
    }

    /** Of papers in a fact, as {@link ViewWriter} shows papers. */
    private static JsonNode withheld(JsonNode payload, Sight sight) {
        if (sight.isEverything()) return payload;
        if (payload instanceof ObjectNode paper
                && paper.has("sha256")
                && paper.has("title")
                && isUnreadable(paper, sight)) {
            paper.put("title", ViewWriter.WITHHELD);
            paper.remove("purpose");
        }
        payload.forEach(part -> withheld(part, sight));
        return payload;
    }

    private static boolean isUnreadable(JsonNode paper, Sight sight) {
        String marking = paper.path("marking").asString("");
        return Arrays.stream(Marking.values()).anyMatch(known -> known.name().equals(marking) && !sight.reads(known));
    }

    private static JsonNode seen(JsonNode basis, Sight sight) {
        if (basis.get("read") instanceof ArrayNode read)
            read.removeIf(each -> !sight.sees(each.path("stream").asString("")));
        return basis;
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
}
