package org.portfolioledger.serialization;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored beside the words of a fact, read in one way by both halves.
 *
 * @param unmetRules rules of governance that a migrated source could not satisfy, from the fact's metadata
 * @param actorKind kind of the account that recorded it, from the metadata, which name a person's only by silence; null: a
 *     kind that this release does not know
 * @param onBehalfOf id of the person for whom a service or an agent recorded it; null: a person recorded it
 * @param restsOn positions of the facts on which the decision of it rested, from its basis
 */
public record FactEnvelope(
        List<String> unmetRules,
        @Nullable ActorKind actorKind,
        @Nullable String onBehalfOf,
        List<Long> restsOn) {

    private static final String UNMET_RULES = "unmetRules";
    private static final String ACTOR_KIND = "actorKind";
    private static final String ON_BEHALF_OF = "onBehalfOf";
    private static final String RESTS_ON = "restsOn";
    private static final int EMPTY_OBJECT = "{}".length();
    private static final JsonMapper JSON = FactSerializer.mapper();

    /** Reads the metadata and the basis of a stored fact, JSON in UTF-8 each. */
    public static FactEnvelope read(byte[] metadata, byte[] basis) {
        List<Long> restsOn = JSON.readTree(basis)
                .path(RESTS_ON)
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
        // Most facts were recorded by a person and without an unmet rule: then there is nothing to read.
        if (metadata.length == EMPTY_OBJECT) return new FactEnvelope(List.of(), ActorKind.PERSON, null, restsOn);
        JsonNode read = JSON.readTree(metadata);
        return new FactEnvelope(texts(read), actorKind(read), onBehalfOf(read), restsOn);
    }

    /** The unmet rules in metadata that was read already. */
    public static List<String> unmetRules(Map<String, ?> metadata) {
        return metadata.get(UNMET_RULES) instanceof List<?> rules
                ? rules.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The kind of the account in metadata that was read already; null: one that this release does not know. */
    public static @Nullable ActorKind actorKind(JsonNode metadata) {
        String named = metadata.path(ACTOR_KIND).asString(ActorKind.PERSON.name());
        return Arrays.stream(ActorKind.values())
                .filter(kind -> kind.name().equals(named))
                .findFirst()
                .orElse(null);
    }

    /** The person for whom it was recorded, in metadata that was read already; null: nobody else. */
    public static @Nullable String onBehalfOf(JsonNode metadata) {
        JsonNode named = metadata.path(ON_BEHALF_OF);
        return named.isString() ? named.asString() : null;
    }

    /** The metadata under which a fact is stored that an account of this kind records with these rules unmet. */
    public static Map<String, Object> metadata(
            List<String> unmetRules, ActorKind actorKind, @Nullable String onBehalfOf) {
        Map<String, Object> metadata = new TreeMap<>();
        if (!unmetRules.isEmpty()) metadata.put(UNMET_RULES, unmetRules);
        if (actorKind != ActorKind.PERSON) metadata.put(ACTOR_KIND, actorKind.name());
        if (onBehalfOf != null) metadata.put(ON_BEHALF_OF, onBehalfOf);
        return metadata;
    }

    private static List<String> texts(JsonNode metadata) {
        Stream<JsonNode> rules = metadata.path(UNMET_RULES).valueStream();
        return rules.map(JsonNode::asString).toList();
    }
}
