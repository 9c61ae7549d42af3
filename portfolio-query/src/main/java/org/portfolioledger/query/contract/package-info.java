/** Contracts with suppliers, as they are read. */
@NullMarked
package org.portfolioledger.query.contract;

import org.jspecify.annotations.NullMarked;
