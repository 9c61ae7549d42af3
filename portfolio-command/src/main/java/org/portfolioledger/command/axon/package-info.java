/** Wires the shells to Axon and the ledger: one command, one unit, no transaction around it. */
@NullMarked
package org.portfolioledger.command.axon;

import org.jspecify.annotations.NullMarked;
