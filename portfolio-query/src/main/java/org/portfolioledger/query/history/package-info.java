/** Facts as they were recorded: what each changed, what it rests on, and what came of it. */
@NullMarked
package org.portfolioledger.query.history;

import org.jspecify.annotations.NullMarked;
