/** What concerns the initiatives of a portfolio, listed across them. */
@NullMarked
package org.portfolioledger.query.across;

import org.jspecify.annotations.NullMarked;
