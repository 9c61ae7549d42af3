/** Requests to fill a post, each checked, and authorised or refused by a board. */
@NullMarked
package org.portfolioledger.command.vacancy;

import org.jspecify.annotations.NullMarked;
