/** Portfolios, their business groups and their rating schemes. */
@NullMarked
package org.portfolioledger.command.portfolio;

import org.jspecify.annotations.NullMarked;
