package org.portfolioledger.timeline;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What facts say in these tests: aspects of one thing, each with a value. */
sealed interface Word {

    /** The thing began; states some aspects. */
    record Opens(Map<String, String> states) implements Word {}

    /** One aspect is another. */
    record Says(String aspect, String value) implements Word {}

    /** Nothing holds any more. */
    record Ends() implements Word {}

    static Word opens(String aspect, String value) {
        return new Opens(Map.of(aspect, value));
    }

    static Word says(String aspect, String value) {
        return new Says(aspect, value);
    }

    static boolean isOpening(Word word) {
        return word instanceof Opens;
    }

    /** The fold of a thing of which nothing is known before it was opened. */
    static @Nullable SortedMap<String, String> afterOpening(
            @Nullable SortedMap<String, String> state, EffectiveEntry<Word> entry) {
        return state == null && !isOpening(entry.content()) ? null : fromTheFirst(state, entry);
    }

    /** The fold of a thing that begins with whatever is said of it first. */
    static @Nullable SortedMap<String, String> fromTheFirst(
            @Nullable SortedMap<String, String> state, EffectiveEntry<Word> entry) {
        SortedMap<String, String> after = state == null ? new TreeMap<>() : new TreeMap<>(state);
        return switch (entry.content()) {
            case Opens opens -> {
                after.putAll(opens.states());
                yield after;
            }
            case Says says -> {
                after.put(says.aspect(), says.value());
                yield after;
            }
            case Ends _ -> null;
        };
    }
}
