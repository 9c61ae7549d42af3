/** Tests of the reads that every kind has. */
@NullMarked
package org.portfolioledger.query.collection;

import org.jspecify.annotations.NullMarked;
