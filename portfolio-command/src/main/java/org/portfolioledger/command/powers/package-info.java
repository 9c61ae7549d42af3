/** Whether a board may decide: one findings for every kind of decision. */
@NullMarked
package org.portfolioledger.command.powers;

import org.jspecify.annotations.NullMarked;
