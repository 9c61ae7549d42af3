package org.portfolioledger.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source stated of something: restating it keeps both.
 *
 * @param last what it states now
 * @param earlier what it stated before, in order
 */
public record BySource<T>(Grounded<T> last, List<Grounded<T>> earlier) {

    /** What was stated by some source before, and what it states now. */
    static <T> BySource<T> restated(@Nullable BySource<T> before, Grounded<T> now) {
        return new BySource<>(now, before == null ? List.of() : Copies.with(before.earlier(), before.last()));
    }

    /** Of several sources, the one that is preferred: what it states counts alone. */
    public record PreferredSource(String statedIn, String reason) {

        /** The name of the one that is preferred; null: none is. */
        static @Nullable String name(@Nullable Grounded<PreferredSource> preferred) {
            return preferred == null ? null : preferred.value().statedIn();
        }
    }
}
