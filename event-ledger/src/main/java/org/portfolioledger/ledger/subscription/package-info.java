/** Subscriptions to the ledger: position, leader lock, wake-up, retry and blocked entities, whatever is made of the facts. */
@NullMarked
package org.portfolioledger.ledger.subscription;

import org.jspecify.annotations.NullMarked;
