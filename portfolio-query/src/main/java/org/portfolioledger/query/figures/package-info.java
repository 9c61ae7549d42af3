/** Whose figures are listed and added up, and how sums name the facts behind them: the same for all that sources state figures of. */
@NullMarked
package org.portfolioledger.query.figures;

import org.jspecify.annotations.NullMarked;
