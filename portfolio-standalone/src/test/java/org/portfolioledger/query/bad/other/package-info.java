/** A family that should know no other. */
@NullMarked
package org.portfolioledger.query.bad.other;

import org.jspecify.annotations.NullMarked;
