/** Boards: their remit, limit and existence, and what they decide that is no business case. */
@NullMarked
package org.portfolioledger.command.board;

import org.jspecify.annotations.NullMarked;
