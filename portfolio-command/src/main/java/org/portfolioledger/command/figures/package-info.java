/** Rules about figures by financial year, which several families have. */
@NullMarked
package org.portfolioledger.command.figures;

import org.jspecify.annotations.NullMarked;
