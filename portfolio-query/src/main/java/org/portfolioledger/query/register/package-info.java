/** Registers: the records of organisations. */
@NullMarked
package org.portfolioledger.query.register;

import org.jspecify.annotations.NullMarked;
