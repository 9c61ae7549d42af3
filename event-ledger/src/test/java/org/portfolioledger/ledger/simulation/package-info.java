/** Runs concurrent code one step at a time, in an order and a time that a seed decides, over a model of the ledger. */
@NullMarked
package org.portfolioledger.ledger.simulation;

import org.jspecify.annotations.NullMarked;
