/** What a round of reporting holds: the submissions, and the pack for its boards. */
@NullMarked
package org.portfolioledger.query.cycle;

import org.jspecify.annotations.NullMarked;
