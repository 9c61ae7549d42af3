/** Reads of what is in a plan of some days. */
@NullMarked
package org.portfolioledger.query.plan;

import org.jspecify.annotations.NullMarked;
