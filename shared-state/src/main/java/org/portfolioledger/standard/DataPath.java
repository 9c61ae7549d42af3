package org.portfolioledger.standard;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.state.Grounded;

/**
 * A path of ours from which an attribute of the standard can be read.
 *
 * @param name as a table names it; of a path that reads one of many by its key, with {@code *} in place of the key
 * @param format of its values
 * @param meaning what it reads, in words
 * @param read the value out of a part and for a key; null: nobody stated one
 */
record DataPath<P>(String name, DataFormat format, String meaning, BiFunction<P, String, @Nullable Grounded<?>> read) {

    private static final String ANY_KEY = "*";

    static <P> DataPath<P> of(String name, DataFormat format, String meaning, Function<P, @Nullable Grounded<?>> read) {
        return new DataPath<>(name, format, meaning, (part, _) -> read.apply(part));
    }

    static <P> DataPath<P> text(String name, String meaning, Function<P, @Nullable Grounded<?>> read) {
        return of(name, DataFormat.TEXT, meaning, read);
    }

    /** Reads one of many by its key, as {@code attributes.sector}. */
    static <P> DataPath<P> keyed(String name, String meaning, BiFunction<P, String, @Nullable Grounded<?>> read) {
        return new DataPath<>(name + "." + ANY_KEY, DataFormat.TEXT, meaning, read);
    }

    /** Whether a table that names a path means this one. */
    boolean isNamed(String path) {
        return isKeyed() ? path.length() > prefix().length() && path.startsWith(prefix()) : path.equals(name);
    }

    /** The value of a part under a path by which this one is named. */
    @Nullable
    Grounded<?> value(P part, String path) {
        return read.apply(part, isKeyed() ? path.substring(prefix().length()) : "");
    }

    private boolean isKeyed() {
        return name.endsWith(ANY_KEY);
    }

    private String prefix() {
        return name.substring(0, name.length() - ANY_KEY.length());
    }
}
