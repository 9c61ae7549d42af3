/** The data of initiatives as entities of a data standard, and how good it is by the standard's tables. */
@NullMarked
package org.portfolioledger.query.standard;

import org.jspecify.annotations.NullMarked;
