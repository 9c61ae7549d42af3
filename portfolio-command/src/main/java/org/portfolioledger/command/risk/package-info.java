/** Risks and issues: raised, scored, responded to, escalated through gatekeepers, linked and closed. */
@NullMarked
package org.portfolioledger.command.risk;

import org.jspecify.annotations.NullMarked;
