/** Business cases and their way through the boards. */
@NullMarked
package org.portfolioledger.command.businesscase;

import org.jspecify.annotations.NullMarked;
