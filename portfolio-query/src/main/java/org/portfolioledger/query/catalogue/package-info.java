/** Which kinds of fact there are, and what each looks like on record. */
@NullMarked
package org.portfolioledger.query.catalogue;

import org.jspecify.annotations.NullMarked;
