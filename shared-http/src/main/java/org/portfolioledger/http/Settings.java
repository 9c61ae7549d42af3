package org.portfolioledger.http;

/** Keeps settings within their ranges. */
public final class Settings {

    private Settings() {}

    /** @throws RefusedToStart if the value is less than the one or more than the other */
    public static <T extends Comparable<T>> void requireBetween(String name, T value, T least, T most) {
        requireAtLeast(name, value, least);
        if (value.compareTo(most) > 0)
            throw new RefusedToStart("The setting %s is %s: it must be at most %s.".formatted(name, value, most));
    }

    /** @throws RefusedToStart if the value is less */
    public static <T extends Comparable<T>> void requireAtLeast(String name, T value, T least) {
        if (value.compareTo(least) < 0)
            throw new RefusedToStart("The setting %s is %s: it must be at least %s.".formatted(name, value, least));
    }
}
