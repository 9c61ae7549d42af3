/** What a board sees of a portfolio: rows of several kinds at one point. */
@NullMarked
package org.portfolioledger.query.status;

import org.jspecify.annotations.NullMarked;
