/** Starts the command half as a process of its own. */
@NullMarked
package org.portfolioledger.command.application;

import org.jspecify.annotations.NullMarked;
