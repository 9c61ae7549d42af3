/** What each family knows about an entity at one moment, and the one evolve that both sides fold facts with. */
@NullMarked
package org.portfolioledger.state;

import org.jspecify.annotations.NullMarked;
