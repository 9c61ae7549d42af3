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
}
