/** Initiatives: opened, renamed, moved, owned, closed. */
@NullMarked
package org.portfolioledger.command.initiative;

import org.jspecify.annotations.NullMarked;
