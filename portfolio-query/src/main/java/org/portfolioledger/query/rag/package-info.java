/** How initiatives are rated. */
@NullMarked
package org.portfolioledger.query.rag;

import org.jspecify.annotations.NullMarked;
