/** The databases that the read half uses, and as whom. */
@NullMarked
package org.portfolioledger.query.database;

import org.jspecify.annotations.NullMarked;
