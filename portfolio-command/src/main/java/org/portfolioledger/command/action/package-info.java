/** What somebody is to do, and what became of it. */
@NullMarked
package org.portfolioledger.command.action;

import org.jspecify.annotations.NullMarked;
