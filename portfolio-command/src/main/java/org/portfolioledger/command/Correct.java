package org.portfolioledger.command;

import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/**
 * Puts other words in the place of those of a recorded fact, or none.
 *
 * @param fact position of the fact
 * @param replacement a command of the same kind as the one that gave the fact; null: the fact was entered in error
 * @param provenance source of the correction; its date is that of the fact which is corrected
 */
public record Correct(
        String stream, long fact, String reason, @Nullable Command replacement, Provenance provenance)
        implements Command {}
