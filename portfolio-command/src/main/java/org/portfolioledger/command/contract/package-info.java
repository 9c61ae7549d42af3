/** Contracts with suppliers: agreed, awarded, extended, changed and ended. */
@NullMarked
package org.portfolioledger.command.contract;

import org.jspecify.annotations.NullMarked;
