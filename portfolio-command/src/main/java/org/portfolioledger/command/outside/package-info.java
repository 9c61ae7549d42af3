/** Decisions that no board on record took, and what took their place. */
@NullMarked
package org.portfolioledger.command.outside;

import org.jspecify.annotations.NullMarked;
