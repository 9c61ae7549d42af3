/** Reads of reviews and their recommendations. */
@NullMarked
package org.portfolioledger.query.review;

import org.jspecify.annotations.NullMarked;
