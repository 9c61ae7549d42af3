/** Budget lines: what sources state of them by financial year, envelopes over years, and their end. */
@NullMarked
package org.portfolioledger.command.budget;

import org.jspecify.annotations.NullMarked;
