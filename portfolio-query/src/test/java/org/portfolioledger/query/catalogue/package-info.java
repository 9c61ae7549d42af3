/** Tests of what is part of the program. */
@NullMarked
package org.portfolioledger.query.catalogue;

import org.jspecify.annotations.NullMarked;
