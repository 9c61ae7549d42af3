/** Classes that break a rule of the house on purpose: the architecture test must reject each. */
@NullMarked
package org.portfolioledger.state.bad;

import org.jspecify.annotations.NullMarked;
