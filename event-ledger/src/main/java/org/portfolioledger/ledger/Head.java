package org.portfolioledger.ledger;

import java.time.Instant;

/**
 * The end of the ledger.
 *
 * @param position the last position; 0 while it is empty
 * @param recordedAt of the last fact; the epoch while it is empty
 */
public record Head(long position, Instant recordedAt) {}
