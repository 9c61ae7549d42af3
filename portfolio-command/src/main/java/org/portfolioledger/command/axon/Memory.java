package org.portfolioledger.command.axon;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds values up to a weight. A new one is held among the latest, a fifth of all. When it leaves them for others, one in
 * eight takes the place of the eldest of the lasting, which are the rest; the others are let go. So of values that are used
 * in turn and are too many for it, most of those that it holds are still there at their next turn. For one thread at a time.
 */
final class Memory<V> {

    private static final int LATEST = 5;
    private static final int LASTING = 8;

    private final int most;
    private final Part<V> latest = new Part<>();
    private final Part<V> lasting = new Part<>();
    private int left;

    /** A value and its weight; 0: it is not known yet, and the value is not let go. */
    private static final class Held<V> {

        private final V value;
        private int weight;

        Held(V value) {
            this.value = value;
        }
    }

    /** Those that were used last at the end. */
    private static final class Part<V> {

        private final SequencedMap<String, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
        private int weight;

        void put(String key, Held<V> value) {
            held.put(key, value);
            weight += value.weight;
        }

        void remove(String key) {
            Held<V> gone = held.remove(key);
            if (gone != null) weight -= gone.weight;
        }

        /** Takes out the eldest of known weight; null: there is none. */
        Map.@Nullable Entry<String, Held<V>> pollEldest() {
            Iterator<Map.Entry<String, Held<V>>> all = held.entrySet().iterator();
            while (all.hasNext()) {
                Map.Entry<String, Held<V>> eldest = all.next();
                if (eldest.getValue().weight == 0) continue;
                Map.Entry<String, Held<V>> taken = Map.entry(eldest.getKey(), eldest.getValue());
                all.remove();
                weight -= taken.getValue().weight;
                return taken;
            }
            return null;
        }
    }

    /** @param most weight of all that it holds */
    Memory(int most) {
        this.most = most;
    }

    /** The value of a key, which is used by that; null: it is not held. */
    @Nullable
    V get(String key) {
        Held<V> held = held(key);
        return held == null ? null : held.value;
    }

    private @Nullable Held<V> held(String key) {
        Held<V> held = latest.held.get(key);
        return held == null ? lasting.held.get(key) : held;
    }

    /** Holds a value for a key that has none. */
    void put(String key, V value) {
        remove(key);
        latest.put(key, new Held<>(value));
    }

    void remove(String key) {
        latest.remove(key);
        lasting.remove(key);
    }

    /** Says what the value of a key weighs, and lets others go where that is too much. */
    void weigh(String key, int weight) {
        Part<V> part = latest.held.containsKey(key) ? latest : lasting;
        Held<V> held = part.held.get(key);
        if (held == null) return;
        part.weight += weight - held.weight;
        held.weight = weight;
        while (weight() > most) if (!letGo()) return;
    }

    /** @return whether there was anything to let go */
    private boolean letGo() {
        int room = most - most / LATEST;
        Map.Entry<String, Held<V>> eldest = latest.weight > most / LATEST ? latest.pollEldest() : null;
        if (eldest == null) return lasting.pollEldest() != null || latest.pollEldest() != null;
        Held<V> leaving = eldest.getValue();
        if (leaving.weight > room) return true;
        if (lasting.weight + leaving.weight > room) {
            left++;
            if (left % LASTING != 0) return true;
            while (lasting.weight + leaving.weight > room) if (lasting.pollEldest() == null) return true;
        }
        lasting.put(eldest.getKey(), leaving);
        return true;
    }

    /** Of all that it holds. */
    int weight() {
        return latest.weight + lasting.weight;
    }

    void clear() {
        latest.held.clear();
        lasting.held.clear();
        latest.weight = 0;
        lasting.weight = 0;
    }
}
