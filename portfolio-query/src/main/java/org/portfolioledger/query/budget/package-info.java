/** Budget lines: what counts of them, and what they add up to. */
@NullMarked
package org.portfolioledger.query.budget;

import org.jspecify.annotations.NullMarked;
