package org.portfolioledger.command.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What imports with a mapping stated of each subject before the day of this one. */
final class Statements {

    private final Map<String, JsonNode> last = new HashMap<>();

    /** Keeps a statement in the place of an earlier one; later positions come later. */
    void put(String subject, String aspect, JsonNode fact) {
        last.put(key(subject, aspect), fact);
    }

    boolean has(String subject, String aspect) {
        return last.containsKey(key(subject, aspect));
    }

    /** Whether one of the members of a body is another than what was stated last, or nothing was. */
    boolean differs(String subject, String aspect, JsonNode body, List<String> pointers) {
        JsonNode before = last.get(key(subject, aspect));
        return before == null
                || pointers.stream()
                        .map(JsonPointer::compile)
                        .anyMatch(pointer -> !isSame(before.at(pointer), body.at(pointer)));
    }

    private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) return one == null && other == null;
        if (one.isMissingNode() || one.isNull()) return other.isMissingNode() || other.isNull();
        if (one.isNumber() && other.isNumber()) return one.decimalValue().compareTo(other.decimalValue()) == 0;
        return one.equals(other);
    }

    private static String key(String subject, String aspect) {
        return subject + "\n" + aspect;
    }
}
