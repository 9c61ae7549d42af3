package org.portfolioledger.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * That somebody who took part in a decision was against it.
 *
 * @param person id in the directory of people; never a name
 * @param reason null: not stated
 */
public record Dissent(
        @IdOf(IdOf.PERSON) String person, @Nullable String reason) {}
