package org.portfolioledger.query.proof;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Of what a bundle is asked for: one of these, or none for all facts.
 *
 * @param register all its facts
 * @param portfolio with all that concerns it
 * @param initiative with all that concerns it
 * @param decision position of a fact: its stream, and those that were read for it
 */
record ScopeAsked(
        @Nullable String register,
        @Nullable String portfolio,
        @Nullable String initiative,
        @Nullable Long decision) {

    boolean isAtMostOne() {
        return Stream.of(register, portfolio, initiative, decision)
                        .filter(Objects::nonNull)
                        .count()
                <= 1;
    }
}
