/** Writes a ledger and what belongs to it into one file while it is appended to, and restores it elsewhere. */
@NullMarked
package org.portfolioledger.ledger.backup;

import org.jspecify.annotations.NullMarked;
