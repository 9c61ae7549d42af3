/** Milestones of initiatives: when they are expected, were to be by each baseline, and were achieved. */
@NullMarked
package org.portfolioledger.command.milestone;

import org.jspecify.annotations.NullMarked;
