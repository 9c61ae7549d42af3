/** What an operator sees of the rows, and does to them: entities that stand still, and generations rebuilt. */
@NullMarked
package org.portfolioledger.query.operation;

import org.jspecify.annotations.NullMarked;
