/** Boards and what they decided. */
@NullMarked
package org.portfolioledger.query.board;

import org.jspecify.annotations.NullMarked;
