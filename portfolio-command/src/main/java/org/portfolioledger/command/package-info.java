/** Decides: what every family's commands, rules and shells have in common. */
@NullMarked
package org.portfolioledger.command;

import org.jspecify.annotations.NullMarked;
