/** Benefits: with what counts of their figures and what contradicts, in lists, and added up from each benefit to the portfolio. */
@NullMarked
package org.portfolioledger.query.benefit;

import org.jspecify.annotations.NullMarked;
