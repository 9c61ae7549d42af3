/** The directory of people: outside the ledger, joined at the edge, so that a person can be erased. */
@NullMarked
package org.portfolioledger.command.people;

import org.jspecify.annotations.NullMarked;
