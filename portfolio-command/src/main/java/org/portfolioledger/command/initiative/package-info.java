/** Initiatives: opened, called and described, moved, owned, split, merged, taken out of portfolios, closed. */
@NullMarked
package org.portfolioledger.command.initiative;

import org.jspecify.annotations.NullMarked;
