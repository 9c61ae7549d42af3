/** The reads that every kind of entity has: a list and its items. */
@NullMarked
package org.portfolioledger.query.collection;

import org.jspecify.annotations.NullMarked;
