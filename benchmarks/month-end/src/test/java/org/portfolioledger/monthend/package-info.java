/** The load that a portfolio office makes at a month's end. */
@NullMarked
package org.portfolioledger.monthend;

import org.jspecify.annotations.NullMarked;
