package org.portfolioledger.serialization;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored beside the words of a fact, read in one way by both halves.
 *
 * @param unmetRules rules of governance that a migrated source could not satisfy, from the fact's metadata
 * @param restsOn positions of the facts on which the decision rested, from its basis
 */
public record FactEnvelope(List<String> unmetRules, List<Long> restsOn) {

    private static final String UNMET_RULES = "unmetRules";
    private static final int EMPTY_OBJECT = "{}".length();
    private static final JsonMapper JSON = FactSerializer.mapper();

    /** Reads the metadata and the basis of a stored fact, JSON in UTF-8 each. */
    public static FactEnvelope read(byte[] metadata, byte[] basis) {
        return new FactEnvelope(
                // Most facts were recorded without an unmet rule: then there is nothing to read.
                metadata.length == EMPTY_OBJECT ? List.of() : texts(JSON.readTree(metadata)),
                JSON.readTree(basis)
                        .valueStream()
                        .flatMap(guard -> guard.path("facts").valueStream())
                        .map(JsonNode::asLong)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The unmet rules in metadata that was read already. */
    public static List<String> unmetRules(Map<String, ?> metadata) {
        return metadata.get(UNMET_RULES) instanceof List<?> rules
                ? rules.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The metadata under which a fact is stored with these rules unmet. */
    public static Map<String, List<String>> metadata(List<String> unmetRules) {
        return unmetRules.isEmpty() ? Map.of() : Map.of(UNMET_RULES, unmetRules);
    }

    private static List<String> texts(JsonNode metadata) {
        Stream<JsonNode> rules = metadata.path(UNMET_RULES).valueStream();
        return rules.map(JsonNode::asString).toList();
    }
}
