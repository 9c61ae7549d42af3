/** A family that should know no other. */
@NullMarked
package org.portfolioledger.query.bad.one;

import org.jspecify.annotations.NullMarked;
