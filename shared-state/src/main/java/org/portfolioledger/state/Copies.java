package org.portfolioledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of maps and lists that differ in one thing. */
final class Copies {
    private Copies() {}

    static <K, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, V value) {
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return copy;
    }

    static <K, V> SortedMap<K, V> without(SortedMap<K, V> map, K key) {
        SortedMap<K, V> copy = new TreeMap<>(map);
        copy.remove(key);
        return copy;
    }

    /** The values of both; where both have a key, the second's. */
    static <K, V> SortedMap<K, V> merged(SortedMap<K, V> first, SortedMap<K, V> second) {
        SortedMap<K, V> copy = new TreeMap<>(first);
        copy.putAll(second);
        return copy;
    }

    static <V> List<V> with(List<V> list, V value) {
        List<V> copy = new ArrayList<>(list);
        copy.add(value);
        return List.copyOf(copy);
    }
}
