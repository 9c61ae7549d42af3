package org.portfolioledger.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What of a schema holds for ever, because facts are on record by it: all but its words, and but the list of the other
 * facts to which a correction refers, which grows with them. A word more in a vocabulary is a change as well: whoever
 * reads by the schema would meet a word that it does not have.
 *
 * @param text the same for the same contract, whatever its order
 */
record Contract(String text) {

    private static final Set<String> WORDS = Set.of("title", "description");

    private static final String OTHER_FACTS = "oneOf";

    static Contract of(JsonNode schema) {
        return new Contract(kept(schema));
    }

    /** Fails, and says what to do, where another schema of the same revision has not this contract. */
    void requireOf(FactType type, int revision, JsonNode other) {
        assertThat(of(other).text)
                .as("""
                        Facts are on record as %1$s.%2$s.json says, and it would say something else. Leave that file alone and
                        1. give %3$s the revision %4$s in FactType,
                        2. upcast revision %2$s in Upcasters,
                        3. store a sample samples/%1$s.%4$s.json,
                        4. record the new schema: -Dtest=SchemasTest -Dschemas=record""", type.typeName(), revision, type, revision + 1)
                .isEqualTo(text);
    }

    /** A seal by which a change is seen: SHA-256 in hexadecimal digits. */
    String seal() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kept(JsonNode node) {
        if (node.isObject())
            return node.properties().stream()
                    .filter(member -> !isNoPartOfIt(member.getKey(), member.getValue()))
                    .map(member -> "\n\"" + member.getKey() + "\": " + kept(member.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        if (node.isArray())
            return node.valueStream()
                    .map(Contract::kept)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString();
        return node.toString();
    }

    /** A field of a record may be called title: its schema is no word. */
    private static boolean isNoPartOfIt(String name, JsonNode value) {
        return (WORDS.contains(name) && value.isString()) || (name.equals(OTHER_FACTS) && value.isArray());
    }
}
