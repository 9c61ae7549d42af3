/** Plans of some days, and how far each thing in them has come. */
@NullMarked
package org.portfolioledger.command.plan;

import org.jspecify.annotations.NullMarked;
