/** Lineages, order and segments: the only place that knows what back-dated and corrected mean. */
@NullMarked
package org.portfolioledger.timeline;

import org.jspecify.annotations.NullMarked;
