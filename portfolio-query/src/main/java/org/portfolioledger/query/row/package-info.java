/** The follower of the ledger, the one table of rows that it keeps, and its rebuild. */
@NullMarked
package org.portfolioledger.query.row;

import org.jspecify.annotations.NullMarked;
