/** Registers: the record of one organisation, migrating and then live. */
@NullMarked
package org.portfolioledger.command.register;

import org.jspecify.annotations.NullMarked;
