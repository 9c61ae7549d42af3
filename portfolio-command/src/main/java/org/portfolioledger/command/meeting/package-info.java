/** When a board meets, what is before it, and who is there. */
@NullMarked
package org.portfolioledger.command.meeting;

import org.jspecify.annotations.NullMarked;
