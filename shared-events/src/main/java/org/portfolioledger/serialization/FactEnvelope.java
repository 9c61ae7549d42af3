package org.portfolioledger.serialization;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
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
    private static final ObjectReader METADATA = reader(Metadata.class);
    private static final ObjectReader BASIS = reader(Guard[].class);

    /** Reads the metadata and the basis of a stored fact, JSON in UTF-8 each. */
    public static FactEnvelope read(byte[] metadata, byte[] basis) {
        // Most facts were recorded without an unmet rule, and a parser costs more than what it would find.
        Metadata kept = metadata.length == EMPTY_OBJECT ? new Metadata(List.of()) : METADATA.readValue(metadata);
        Guard[] guards = BASIS.readValue(basis);
        return new FactEnvelope(
                kept.unmetRules(),
                Arrays.stream(guards)
                        .flatMap(guard -> guard.facts().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private record Metadata(List<String> unmetRules) {}

    private record Guard(List<Long> facts) {}

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

    private static ObjectReader reader(Class<?> type) {
        return JSON.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
