/** Portfolios and their rating schemes. */
@NullMarked
package org.portfolioledger.query.portfolio;

import org.jspecify.annotations.NullMarked;
