/** What the connections of the read half may do. */
@NullMarked
package org.portfolioledger.query.database;

import org.jspecify.annotations.NullMarked;
