/** The read half: facts in, answers out. */
@NullMarked
package org.portfolioledger.query;

import org.jspecify.annotations.NullMarked;
