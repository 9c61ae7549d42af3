/** Stories over HTTP on a real PostgreSQL, one for each promise. */
@NullMarked
package org.portfolioledger.journey;

import org.jspecify.annotations.NullMarked;
