package org.portfolioledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/**
 * Which facts a bundle holds of those between its first and last position: all, or those of some registers or streams, and of
 * these all.
 */
final class BundleScope {

    /** What a scope chooses by. */
    enum By {
        EVERYTHING,
        REGISTERS,
        STREAMS
    }

    private final By by;
    private final List<String> names;
    private final KeyTable keys = new KeyTable(0);
    private final TextKey key = new TextKey();
    private boolean held;

    private BundleScope(By by, List<String> names) {
        this.by = by;
        this.names = List.copyOf(new TreeSet<>(names));
        for (String name : this.names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            key.take(bytes, 0, bytes.length);
            keys.add(key);
        }
        held = true;
    }

    static BundleScope everything() {
        return new BundleScope(By.EVERYTHING, List.of());
    }

    static BundleScope of(By by, List<String> names) {
        return new BundleScope(by, names);
    }

    boolean isEverything() {
        return by == By.EVERYTHING;
    }

    /** Whether it cannot hold one fact of a command without the others: all facts of a command are of one register. */
    boolean holdsWholeCommands() {
        return by != By.STREAMS;
    }

    boolean holds(FactEntry fact) {
        if (isEverything()) return true;
        if (!fact.key(key, by == By.REGISTERS ? FactEntry.REGISTER : FactEntry.STREAM)) held = keys.find(key) >= 0;
        return held;
    }

    boolean isSameAs(BundleScope other) {
        return by == other.by && names.equals(other.names);
    }

    @Override
    public String toString() {
        return switch (by) {
            case EVERYTHING -> "the whole ledger";
            case REGISTERS -> "of " + Printable.count(names.size(), "register");
            case STREAMS -> "of " + Printable.count(names.size(), "stream");
        };
    }
}
