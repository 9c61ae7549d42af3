/** How initiatives are rated. */
@NullMarked
package org.portfolioledger.query.rating;

import org.jspecify.annotations.NullMarked;
