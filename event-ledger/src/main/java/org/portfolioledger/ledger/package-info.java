/** Keeps facts: appends guarded units in one gapless order on PostgreSQL, and reads them back. */
@NullMarked
package org.portfolioledger.ledger;

import org.jspecify.annotations.NullMarked;
