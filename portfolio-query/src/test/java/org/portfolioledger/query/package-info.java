/** The read half as its callers see it. */
@NullMarked
package org.portfolioledger.query;

import org.jspecify.annotations.NullMarked;
