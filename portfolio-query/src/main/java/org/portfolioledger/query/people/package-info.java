/** The directory of people: the only place that has names, outside the ledger and outside time. */
@NullMarked
package org.portfolioledger.query.people;

import org.jspecify.annotations.NullMarked;
