package org.portfolioledger.query.collection;

import java.util.Map;
import org.portfolioledger.state.Kind;

/**
 * How the list and the items of a kind are read.
 *
 * @param path of the list, below {@code /api/v1}
 * @param conditions on the row {@code r}, of filters that ask for another thing than the stated member of their name
 */
record EntityCollection<S>(Kind<?, S> kind, String path, Map<String, String> conditions) {

    EntityCollection(Kind<?, S> kind, String path) {
        this(kind, path, Map.of());
    }

    /** What one of them is called in words. */
    String one() {
        return kind.noun();
    }

    /** What many of them are called in words. */
    String many() {
        return path.replace('-', ' ');
    }

    /** The variable of an item's path, as {@code businessCase}. */
    String variable() {
        StringBuilder name = new StringBuilder();
        for (String word : kind.name().split("-", -1))
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return name.toString();
    }
}
