/** Keeps facts: appends guarded requests in one gapless order on PostgreSQL, and reads them back. */
@NullMarked
package org.portfolioledger.ledger;

import org.jspecify.annotations.NullMarked;
