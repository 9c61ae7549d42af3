/** Rounds of reporting on portfolios, up to the pack that is fixed when they are closed. */
@NullMarked
package org.portfolioledger.command.cycle;

import org.jspecify.annotations.NullMarked;
