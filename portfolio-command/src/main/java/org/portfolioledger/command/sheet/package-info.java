/** Spreadsheets: their rows, and how a mapping makes commands of them. */
@NullMarked
package org.portfolioledger.command.sheet;

import org.jspecify.annotations.NullMarked;
