/** Mappings of spreadsheets: their commands and their rules. */
@NullMarked
package org.portfolioledger.command.mapping;

import org.jspecify.annotations.NullMarked;
