package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * One end of a dependency: exactly one of the two is given.
 *
 * @param initiative id of an initiative
 * @param description an enabling area, an external decision, a contract or a party, in the source's words
 */
public record DependencyEnd(
        @IdOf("initiative") @Nullable String initiative,
        @Nullable String description) {}
