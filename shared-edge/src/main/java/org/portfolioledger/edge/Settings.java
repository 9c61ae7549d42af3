package org.portfolioledger.edge;

/** Keeps settings within their ranges. */
public final class Settings {

    private Settings() {}

    /** @throws RefusedToStart if the value is less */
    public static <T extends Comparable<T>> void requireAtLeast(String name, T value, T least) {
        if (value.compareTo(least) < 0)
            throw new RefusedToStart("The setting %s is %s: it must be at least %s.".formatted(name, value, least));
    }
}
