package org.portfolioledger.ledger.subscription;

import java.util.List;

/**
 * How far a subscription has come.
 *
 * @param subscription its name
 * @param position the last that was handled; 0: none
 * @param blocked the entities that do not follow
 */
public record Checkpoint(String subscription, long position, List<BlockedEntity> blocked) {}
