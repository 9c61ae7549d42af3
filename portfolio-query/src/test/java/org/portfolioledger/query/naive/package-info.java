/** A second reader of facts, as simple as can be, against which every read is held. */
@NullMarked
package org.portfolioledger.query.naive;

import org.jspecify.annotations.NullMarked;
