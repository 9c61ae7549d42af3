package org.portfolioledger.ledger.subscription;

import java.time.Instant;

/**
 * An entity that a subscription no longer follows, because a fact of its stream could not be handled or its changes not be
 * written. All others are followed.
 *
 * @param fact position of the first fact that was passed over
 * @param reason a text of ours, as {@link FailureReason} makes it
 * @param retry whether an operator has asked for another attempt
 */
public record BlockedEntity(
        String stream,
        String register,
        long fact,
        String reason,
        int attempts,
        Instant since,
        Instant triedAt,
        boolean retry) {}
